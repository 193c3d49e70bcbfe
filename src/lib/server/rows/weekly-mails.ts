import * as v from 'valibot';
import type { Away } from '#lib/execution/weekly-day.ts';
import { WeeklyFacts } from '#lib/execution/weekly-facts.ts';
import { WeeklyLogLine } from '#lib/execution/weekly-log.ts';
import { audiences, type Audience, type Seat } from '#lib/execution/weekly-readers.ts';
import { isTimeZone } from '#lib/meeting/series.ts';
import type { Db } from './db.ts';
import { toRole } from './people.ts';

/** When and to whom the weekly mail of a team goes: 1 for Monday, local HH:MM. */
export type WeeklySettings = { weekday: number; at: string; audience: Audience };

/** Somebody of the team, and what they want of its weekly mail. */
export type WeeklyReader = Seat & {
	person: string;
	zone: string;
	/** A time of their own; null when it is the team's. */
	own: { weekday: number; at: string } | null;
	away: Away | null;
};

export type DayOff = { day: string; name: string };

/** Everything the weekly mail is made of, as this person may read it; undefined for no such team. */
export async function readWeek(
	db: Db,
	team: string,
	today: string
): Promise<WeeklyFacts | undefined> {
	const { data } = await db.rpc('read_week', { of_team: team, today }).throwOnError();
	return data ? v.parse(WeeklyFacts, data) : undefined;
}

/** The last sixty, the newest first. */
export async function listWeeklyMails(db: Db, team: string): Promise<WeeklyLogLine[]> {
	const { data } = await db.rpc('read_weekly_mails', { of_team: team }).throwOnError();
	return v.parse(v.array(WeeklyLogLine), data);
}

/** Has a mail that was given up or refused tried again. False when it is none, or not theirs. */
export async function retryWeeklyMail(db: Db, mail: string): Promise<boolean> {
	const { data } = await db.rpc('retry_weekly_mail', { mail }).throwOnError();
	return data;
}

export async function findWeeklySettings(db: Db, team: string): Promise<WeeklySettings> {
	const { data } = await db
		.from('teams')
		.select('alerts_weekday, alerts_at, alerts_to')
		.eq('id', team)
		.single()
		.throwOnError();
	const audience = audiences.find((one) => one === data.alerts_to) ?? 'leadership';
	return { weekday: data.alerts_weekday, at: data.alerts_at.slice(0, 5), audience };
}

/** False when this person may not say. */
export async function saveWeeklySettings(
	db: Db,
	team: string,
	{ weekday, at, audience }: WeeklySettings
): Promise<boolean> {
	const { data } = await db
		.from('teams')
		.update({ alerts_weekday: weekday, alerts_at: at, alerts_to: audience })
		.eq('id', team)
		.select('id')
		.throwOnError();
	return data.length > 0;
}

/** Everybody who sits in the team now. */
export async function listWeeklyReaders(db: Db, team: string): Promise<WeeklyReader[]> {
	const [{ data: members }, { data: choices }, { data: priorities }] = await Promise.all([
		db
			.from('team_members')
			.select('person_id, role, people(time_zone, away_from, away_until)')
			.eq('team_id', team)
			.is('left_at', null)
			.throwOnError(),
		db
			.from('weekly_mail_choices')
			.select('person_id, wants, weekday, send_at')
			.eq('team_id', team)
			.throwOnError(),
		db
			.from('priorities')
			.select('owner_id, weekly_alert')
			.eq('team_id', team)
			.is('ended_at', null)
			.throwOnError()
	]);
	return members.map(({ person_id: person, role, people: about }) => {
		const choice = choices.find(({ person_id }) => person_id === person);
		const owned = priorities.filter(({ owner_id }) => owner_id === person);
		const from = about?.away_from ?? null;
		const until = about?.away_until ?? null;
		return {
			person,
			role: toRole(role),
			owns: owned.length,
			alerts: owned.filter(({ weekly_alert }) => weekly_alert).length,
			wants: choice?.wants ?? true,
			zone: about && isTimeZone(about.time_zone) ? about.time_zone : 'Europe/London',
			own:
				choice?.weekday && choice.send_at
					? { weekday: choice.weekday, at: choice.send_at.slice(0, 5) }
					: null,
			away: from !== null && until !== null ? { from, until } : null
		};
	});
}

/** What somebody wants for themselves. */
export type OwnChoice = Pick<WeeklyReader, 'wants' | 'own' | 'away' | 'zone'>;

export async function saveOwnChoice(
	db: Db,
	team: string,
	person: string,
	{ wants, own, away, zone }: OwnChoice
): Promise<void> {
	await db
		.from('weekly_mail_choices')
		.upsert({
			team_id: team,
			person_id: person,
			wants,
			weekday: own?.weekday ?? null,
			send_at: own?.at ?? null
		})
		.throwOnError();
	await db
		.from('people')
		.update({
			away_from: away?.from ?? null,
			away_until: away?.until ?? null,
			time_zone: zone
		})
		.eq('id', person)
		.throwOnError();
}

/** Days off from this day on, the earliest first. */
export async function listDaysOff(db: Db, team: string, since: string): Promise<DayOff[]> {
	const { data } = await db
		.from('days_off')
		.select('day, name')
		.eq('team_id', team)
		.gte('day', since)
		.order('day')
		.throwOnError();
	return data;
}

/** Adds a day off; one that is there already keeps its name. */
export async function addDayOff(db: Db, team: string, { day, name }: DayOff): Promise<void> {
	const { error } = await db.from('days_off').insert({ team_id: team, day, name });
	if (error && error.code !== '23505') throw error;
}

/** False when the team has no such day off, or this person may not. */
export async function removeDayOff(db: Db, team: string, day: string): Promise<boolean> {
	const { data } = await db
		.from('days_off')
		.delete()
		.eq('team_id', team)
		.eq('day', day)
		.select('day')
		.throwOnError();
	return data.length > 0;
}

/** Whether somebody wants the weekly mail of a team, if it goes to them. */
export async function findOwnWish(db: Db, team: string, person: string): Promise<boolean> {
	const { data } = await db
		.from('weekly_mail_choices')
		.select('wants')
		.match({ team_id: team, person_id: person })
		.maybeSingle()
		.throwOnError();
	return data?.wants ?? true;
}

/** Says only that; day and time stay as they are. */
export async function saveOwnWish(
	db: Db,
	team: string,
	person: string,
	wants: boolean
): Promise<void> {
	await db
		.from('weekly_mail_choices')
		.upsert({ team_id: team, person_id: person, wants })
		.throwOnError();
}
