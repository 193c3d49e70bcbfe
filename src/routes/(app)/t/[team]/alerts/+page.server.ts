import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { timeIn } from '#lib/calendar/countdown.ts';
import { dayIn, mondayOf, writeDay } from '#lib/calendar/day.ts';
import { whyNot } from '#lib/execution/weekly-log.ts';
import { nextMail } from '#lib/execution/weekly-day.ts';
import { getsMail, standingOf } from '#lib/execution/weekly-readers.ts';
import { summarise } from '#lib/execution/weekly-summary.ts';
import { OptionalLine, readForm } from '#lib/server/form.ts';
import { readFailure } from '#lib/server/mail/mail-failure.ts';
import { weeklyMailKey } from '#lib/server/mail/switch-off.ts';
import { weeklyMail } from '#lib/server/mail/weekly-mail.ts';
import { findTeam } from '#lib/server/rows/teams.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import {
	addDayOff,
	findWeeklySettings,
	listDaysOff,
	listWeeklyMails,
	listWeeklyReaders,
	readWeek,
	removeDayOff,
	retryWeeklyMail,
	saveOwnChoice,
	saveWeeklySettings,
	type WeeklyReader,
	type WeeklySettings
} from '#lib/server/rows/weekly-mails.ts';
import { runtime } from '#lib/server/runtime.ts';
import { orNotFound } from '../../../../or-not-found.server.ts';
import { DayForm, MineForm, SettingsForm } from './forms.ts';
import type { Actions, PageServerLoad } from './$types';

const tables = [
	...['teams', 'team_members', 'people', 'weekly_mail_choices', 'days_off', 'weekly_mails'],
	...['priorities', 'milestones', 'action_items', 'leadership_messages']
] as const;

export const load: PageServerLoad = async ({ locals, params, depends, url }) => {
	if (!locals.person) error(401, 'Sign in first.');
	for (const table of tables) depends(`rows:${table}`);
	const me = locals.person.id;
	const [now, today] = [new Date(), await findToday(locals.db, me)];
	const [settings, readers, daysOff, log, facts] = await Promise.all([
		findWeeklySettings(locals.db, params.team),
		listWeeklyReaders(locals.db, params.team),
		listDaysOff(locals.db, params.team, today),
		listWeeklyMails(locals.db, params.team),
		readWeek(locals.db, params.team, today)
	]);
	const mine = readers.find(({ person }) => person === me);
	if (!facts || !mine) error(404, 'There is no such team, or you are not in it.');
	// What the preview shows is what this person may read, marked as the other would see it.
	const asked = url.searchParams.get('as');
	const shown = readers.find(({ person }) => person === asked)?.person ?? me;
	const { site, hasMailbox, mailsByItself } = runtime();
	const summary = summarise(facts, shown, mondayOf(today), today);
	const mail = weeklyMail(summary, { to: '', site, offKey: '' });
	return {
		settings,
		mine,
		daysOff,
		log,
		hasMailbox,
		mailsByItself,
		today,
		readers: readers.map((reader) => ({
			...reader,
			...comes(
				reader,
				settings,
				daysOff.map(({ day }) => day),
				now
			)
		})),
		preview: {
			person: shown,
			isEmpty: summary.isEmpty,
			subject: mail.subject,
			html: mail.html ?? '',
			text: mail.text
		},
		zones: Intl.supportedValuesOf('timeZone')
	};
};

/** Whether and when a reader gets the next one, by the clocks around them. */
function comes(reader: WeeklyReader, settings: WeeklySettings, daysOff: string[], now: Date) {
	const standing = standingOf(reader, settings.audience);
	const { weekday, at } = reader.own ?? settings;
	const time = { weekday, at, zone: reader.zone };
	const next = getsMail(standing) ? nextMail(now, time, { daysOff, away: reader.away }) : undefined;
	return {
		standing,
		isAway: reader.away !== null && reader.away.until >= dayIn(reader.zone, now),
		next: next && { day: writeDay(next.on), clock: timeIn(reader.zone, Date.parse(next.at)) }
	};
}

const DayOffForm = v.object({ ...DayForm.entries, name: OptionalLine(80) });

export const actions: Actions = {
	settings: async ({ locals, params, request }) => {
		const form = readForm(SettingsForm, await request.formData());
		if (form.refused) return fail(400, { of: 'settings' as const, ...form.refused });
		await orNotFound(saveWeeklySettings(locals.db, params.team, form.output));
		return { of: 'settings' as const, saved: true };
	},

	mine: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const form = readForm(MineForm, await request.formData());
		if (form.refused) return fail(400, { of: 'mine' as const, ...form.refused });
		await orNotFound(
			saveOwnChoice(locals.db, params.team, locals.person.id, form.output).then(() => true)
		);
		return { of: 'mine' as const, saved: true };
	},

	addDay: async ({ locals, params, request }) => {
		const form = readForm(DayOffForm, await request.formData());
		if (form.refused) return fail(400, { of: 'days' as const, ...form.refused });
		await orNotFound(addDayOff(locals.db, params.team, form.output).then(() => true));
		return { of: 'days' as const, saved: true };
	},

	removeDay: async ({ locals, params, request }) => {
		const form = readForm(DayForm, await request.formData());
		if (form.refused) return fail(400, { of: 'days' as const, ...form.refused });
		await orNotFound(removeDayOff(locals.db, params.team, form.output.day));
		return { of: 'days' as const, saved: true };
	},

	retry: async ({ locals, request }) => {
		const { mail } = Object.fromEntries(await request.formData());
		await orNotFound(retryWeeklyMail(locals.db, typeof mail === 'string' ? mail : ''));
		return { of: 'log' as const, saved: true };
	},

	/** To the person who asks, at once, and not in the log: it is no mail of the week. */
	test: async ({ locals, params }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const { id, email } = locals.person;
		const { supabase, sendMail, site, hasMailbox, limits, log } = runtime();
		const refuse = (said: string) => fail(400, { of: 'test' as const, said });
		const team = await orNotFound(findTeam(locals.db, params.team));
		if (team.workspace.sample && !hasMailbox)
			return refuse('People of the sample company have no mailbox. The preview shows the mail.');
		if ((await limits.wait('test mail', id)) > 0)
			return refuse('You have had ten tests within an hour. Wait a little; nothing was sent.');
		const today = await findToday(locals.db, id);
		const facts = await orNotFound(readWeek(locals.db, params.team, today));
		const offKey = await weeklyMailKey(supabase.database, params.team, id);
		const summary = summarise(facts, id, mondayOf(today), today);
		try {
			await sendMail(weeklyMail(summary, { to: email, site, offKey, isTest: true }));
		} catch (failure) {
			const { problem, code } = readFailure(failure);
			log.warn({ problem, code }, 'a test of the weekly mail failed');
			return refuse(`The test was not sent. ${whyNot(problem, code)}`);
		}
		return { of: 'test' as const, saved: true };
	}
};
