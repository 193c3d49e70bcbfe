import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startMailServer, type Answers, type MailServer } from '../../../../tests/mail-server.ts';
import { onBothBackends } from '../../../../supabase/tests/backends.ts';
import {
	dismiss,
	found,
	invite,
	join,
	type Person,
	type Team
} from '../../../../supabase/tests/people.ts';
import { insert } from '../../../../supabase/tests/seed.ts';
import { openSmtp } from '../mail/smtp.ts';
import { switchOff } from '../mail/switch-off.ts';
import { commentOn } from '../rows/recap-comments.ts';
import type { Db } from '../rows/db.ts';
import { sendNotices } from './send-notices.ts';
import { startBoss, stopBoss } from './boss.ts';
import { mailQueue, sendWeeklyMails, type MailJob } from './send-weekly-mails.ts';
import { openWeeklyMails, queueWeeklyMails } from './weekly-mails.ts';

const closing = new Date('2026-11-24T10:30:00Z');
const later = (minutes: number) => new Date(closing.getTime() + minutes * 60_000);
const day = 24 * 60;

onBothBackends((backend) => {
	let ada: Person;
	let grace: Person;
	let olive: Person;
	let team: Team;
	let meeting: string;
	let format: string;
	let server: MailServer;
	let answers: Answers;
	let told: string[];

	const run = <Row extends Record<string, unknown>>(sql: string, ...values: string[]) =>
		backend().database.query<Row>(sql, values);
	const send = (now: Date) =>
		sendNotices(
			{
				database: backend().database,
				openPost: () => openSmtp(server.url, 'Drumbeat <drumbeat@example.org>'),
				site: 'https://drumbeat.example',
				tell: (level, what, about) => told.push(`${level} ${what} ${JSON.stringify(about)}`),
				replies: { mailbox: 'replies@drumbeat.example', secret: 'a secret of this test' }
			},
			() => now
		);
	const mailsTo = ({ email }: Person) =>
		server.delivered.filter(({ recipients }) => recipients.includes(email)).map(({ mail }) => mail);
	const subjects = (person: Person) => mailsTo(person).map(({ subject }) => subject);
	const choose = (person: Person, kind: string, channel: string) =>
		person.client
			.from('notice_choices')
			.upsert({ person_id: person.id, kind, channel })
			.throwOnError();
	const states = async (person: Person, kind: string) =>
		(
			await run<{ state: string }>(
				'select state from private.notices where person_id = $1::uuid and kind = $2 order by changed_at',
				person.id,
				kind
			)
		).map(({ state }) => state);
	const leave = (table: string, title: string, more = {}) =>
		insert(backend().database, table, {
			id: randomUUID(),
			team_id: team.id,
			meeting_id: meeting,
			title,
			captured_at: '2026-11-24T10:00:00Z',
			...(table === 'action_items' && { sealed: false, dropped_because: '' }),
			...(table !== 'action_items' && { sealed: false }),
			...more
		});
	const action = async (title: string, owner: Person, due: string | null, more = {}) => {
		const id = randomUUID();
		const own = 'meeting_id' in more ? { captured_at: new Date().toISOString() } : {};
		await leave('action_items', title, { id, owner_id: owner.id, due_on: due, ...own, ...more });
		return id;
	};
	const say = async (person: Person, line: string, at: Date, body: string, to: Person[] = []) => {
		const kind = 'action';
		const mentioned = to.map(({ id }) => id);
		const isSaid = await commentOn(person.client as Db, meeting, { kind, line, body, mentioned });
		expect(isSaid).toBe(true);
		await run(
			`update public.recap_comments set said_at = $1::text::timestamptz where body = $2`,
			at.toISOString(),
			body
		);
	};
	const hold = async (number: number, closedAt: Date) => {
		const id = randomUUID();
		await run(
			`insert into public.meetings (id, team_id, series_id, number, occurs_on, starts_at, minutes, name, steps, state, closed_at)
			select $1::uuid, $2::uuid, s.id, $3::text::int, $4::text::timestamptz::date, $4::text::timestamptz - interval '90 minutes',
				90, 'Weekly leadership meeting', '[]', 'closed', $4::text::timestamptz
			from public.series s where s.format_id = $5::uuid`,
			id,
			team.id,
			String(number),
			closedAt.toISOString(),
			format
		);
		return id;
	};

	beforeAll(async () => {
		ada = await join(backend(), 'Ada');
		grace = await join(backend(), 'Grace');
		olive = await join(backend(), 'Olive');
	});
	beforeEach(async () => {
		[told, answers] = [[], {}];
		server = await startMailServer({
			recipient: (address) => answers.recipient?.(address),
			mail: (recipients) => answers.mail?.(recipients)
		});
		await run('delete from public.workspaces');
		await run('delete from private.notices');
		await run('delete from private.told_things');
		await run('delete from public.notice_choices');
		await run('delete from public.quiet_hours');
		await run(
			`update public.people set away_from = null, away_until = null, time_zone = 'Europe/London'`
		);
		team = await found(ada, 'Northwind', 'Leadership team');
		await invite(ada, team, grace, 'member');
		await invite(ada, team, olive, 'observer');
		format = randomUUID();
		await run(
			`with format as (
				insert into public.formats (id, team_id, name, steps) values ($2::uuid, $1::uuid, 'Ours', '[]') returning id
			) insert into public.series (team_id, format_id, name, weekday, starts_at, time_zone, minutes, starts_on)
			select $1::uuid, id, 'Weekly', 2, '09:00', 'Europe/London', 90, '2026-11-16' from format`,
			team.id,
			format
		);
		meeting = await hold(41, closing);
		await insert(backend().database, 'attendances', {
			...{ meeting_id: meeting, team_id: team.id, person_id: ada.id, check_in: '' },
			arrived_at: '2026-11-24T09:00:00Z'
		});
		await run(
			`update public.team_members set joined_at = '2026-01-05' where team_id = $1::uuid`,
			team.id
		);
	});
	afterEach(() => server.close());

	test('at close whoever was there, was away, or observes gets the recap, with their own on top', async () => {
		await leave('decisions', 'Ship Atlas on 12 January', {
			owner_id: ada.id,
			why: 'Two sites wait'
		});
		await action('Call the bank', grace, '2026-12-08');
		const mine = await action('Hire a <b>welder</b>', ada, '2026-12-09');
		await send(later(1));
		expect(server.delivered.flatMap(({ recipients }) => recipients).sort()).toEqual(
			[ada.email, grace.email, olive.email].sort()
		);
		const [toAda] = mailsTo(ada);
		expect(toAda?.subject).toBe('Recap: Weekly leadership meeting, Tue 24 Nov (Leadership team)');
		expect(toAda?.text).toContain(
			`YOURS\n- Hire a <b>welder</b>\n  Action, due Wednesday 9 December\n  https://drumbeat.example/m/${meeting}/recap#${mine}`
		);
		expect(toAda?.text).toContain('- Ship Atlas on 12 January\n  You · Why: Two sites wait');
		expect(toAda?.html).toContain('Hire a &lt;b&gt;welder&lt;/b&gt;');
		expect(toAda?.html).not.toMatch(/<img|<link|url\(|<script/iu);
		expect(toAda?.html?.indexOf('Yours')).toBeLessThan(toAda?.html?.indexOf('Decisions') ?? -1);
		const [toGrace] = mailsTo(grace);
		expect(toGrace?.text).toContain('You were not there. 1 decision, 2 actions.');
		expect(toGrace?.text).toContain('/catch-up');
		expect(mailsTo(olive)[0]?.text).not.toContain('YOURS');
		expect(toAda?.replyTo?.[0]?.address).toMatch(/^replies\+[a-z2-7]{32}@drumbeat\.example$/u);
		expect(mailsTo(olive)[0]?.replyTo).toBeUndefined();
		expect(told).toEqual([]);
	});

	test('what is sealed is in nobody’s recap', async () => {
		await leave('decisions', 'About a person', { sealed: true });
		await action('Talk to a person', grace, '2026-12-08', { sealed: true });
		await leave('decisions', 'Ship Atlas');
		await send(later(1));
		for (const { raw, mail } of server.delivered) {
			expect(raw + (mail.text ?? '') + (mail.html ?? '')).not.toMatch(/a person/u);
			expect(mail.text).toContain('Ship Atlas');
		}
		// Its owner is still reminded, without a word of it.
		server.delivered.length = 0;
		await run(`update public.action_items set due_on = '2026-11-26'`);
		await send(new Date('2026-11-25T08:15:00Z'));
		expect(mailsTo(grace)[0]?.text).toContain('An action of a sealed item');
		expect(mailsTo(grace)[0]?.text).not.toContain('a person');
	});

	test('by two nodes, again and again, and after a crash it is one mail each', async () => {
		await Promise.all([send(later(1)), send(later(1)), send(later(1))]);
		await send(later(60));
		expect(server.delivered).toHaveLength(3);
		// A server that ended while it handed one over leaves it unsure: it is not sent again.
		await hold(42, later(7 * day));
		await run(`insert into private.notices (team_id, person_id, kind, thing, state, tries, changed_at)
			select m.team_id, '${ada.id}', 'recap', m.id, 'sending', 1, m.closed_at from public.meetings m where m.number = 42`);
		for (const minutes of [1, 20, 40]) await send(later(7 * day + minutes));
		expect(mailsTo(ada)).toHaveLength(1);
		expect(mailsTo(grace)).toHaveLength(2);
		expect(await states(ada, 'recap')).toContain('unsure');
	});

	test('a mail server that is busy is tried again, one that refuses is not, and nobody else waits', async () => {
		answers.recipient = (address) => (address === grace.email ? '550 no such mailbox' : undefined);
		answers.mail = (recipients) => (recipients.includes(ada.email) ? '451 later' : undefined);
		await send(later(1));
		expect(mailsTo(olive)).toHaveLength(1);
		answers = {};
		await send(later(7));
		expect(mailsTo(ada)).toHaveLength(1);
		expect(mailsTo(grace)).toHaveLength(0);
		expect(await states(grace, 'recap')).toEqual(['refused']);
		expect(told.join()).not.toContain('@');
	});

	test('an action that was in the recap is not mailed again the same day, and is the day after', async () => {
		await action('Call the bank', grace, '2026-11-25');
		await send(later(1));
		await send(later(300));
		expect(subjects(grace)).toEqual([
			'Recap: Weekly leadership meeting, Tue 24 Nov (Leadership team)'
		]);
		await send(new Date('2026-11-26T08:15:00Z'));
		expect(subjects(grace).slice(1)).toEqual(['Was due yesterday: Call the bank']);
		await send(new Date('2026-11-26T12:00:00Z'));
		await send(new Date('2026-11-27T12:00:00Z'));
		expect(subjects(grace).filter((subject) => subject?.includes('bank'))).toHaveLength(1);
	});

	test('an action is brought to mind on the morning before, where its owner lives, once', async () => {
		await send(later(1));
		server.delivered.length = 0;
		await run(
			`update public.people set time_zone = 'America/New_York' where id = $1::uuid`,
			grace.id
		);
		await action('Call the bank', grace, '2026-12-04', { meeting_id: null });
		await run(`update private.notices set state = 'needless' where kind = 'assigned'`);
		await send(new Date('2026-12-03T13:14:00Z'));
		expect(subjects(grace)).toEqual([]);
		await Promise.all([
			send(new Date('2026-12-03T13:15:00Z')),
			send(new Date('2026-12-03T13:15:00Z'))
		]);
		expect(subjects(grace)).toEqual(['Due tomorrow: Call the bank']);
		await run(`update public.action_items set done_at = now()`);
		await send(new Date('2026-12-05T14:00:00Z'));
		expect(subjects(grace)).toHaveLength(1);
	});

	test('an action that the weekly mail of the morning lists is in no other mail of the day', async () => {
		await run(`update public.teams set alerts_weekday = 4, alerts_to = 'everyone'`);
		await action('Call the bank', grace, '2026-12-04', { meeting_id: null });
		await run(`update private.notices set state = 'needless'`);
		const { database } = backend();
		const openPost = () => openSmtp(server.url, 'Drumbeat <drumbeat@example.org>');
		const site = 'https://drumbeat.example';
		const morning = new Date('2026-12-03T08:00:00Z');
		const boss = await startBoss(database, (error) => void told.push(String(error)));
		await openWeeklyMails(boss);
		await queueWeeklyMails(database, boss, morning);
		const jobs = await boss.fetch<MailJob>(mailQueue, { includeMetadata: true, batchSize: 10 });
		const poster = { database, openPost, site, tell: () => {} };
		await sendWeeklyMails(poster, boss, jobs, () => morning);
		await stopBoss(boss);
		expect(subjects(grace)).toHaveLength(1);
		await send(new Date('2026-12-03T08:15:00Z'));
		expect(subjects(grace)).toHaveLength(1);
	});

	test('a word to somebody comes with the recap when it is said before, and by itself afterwards', async () => {
		const line = await action('Call the bank', ada, null);
		await say(ada, line, later(1), '@Grace, which bank?', [grace]);
		await send(later(2));
		expect(mailsTo(grace)).toHaveLength(1);
		expect(mailsTo(grace)[0]?.text).toContain('@Grace, which bank?\n  Ada asks you');
		expect(await states(grace, 'mention')).toEqual(['told']);

		await say(grace, line, later(20), 'The one in Leeds.');
		await send(later(30));
		expect(subjects(ada).slice(1)).toEqual(['Grace wrote to you (Leadership team)']);
		const mail = mailsTo(ada)[1];
		expect(mail?.text).toContain('- The one in Leeds.\n  Grace, on “Call the bank”');
		expect(mail?.replyTo?.[0]?.address).toMatch(/^replies\+/u);
		expect(mailsTo(grace)).toHaveLength(1);
		expect(mailsTo(olive)).toHaveLength(1);
	});

	test('each kind comes as its reader chose: by mail, once a day together, or not at all', async () => {
		await send(later(1));
		server.delivered.length = 0;
		await choose(grace, 'due', 'digest');
		await choose(grace, 'assigned', 'digest');
		await choose(ada, 'due', 'off');
		await action('Call the bank', grace, '2026-12-04', { meeting_id: null });
		await action('Paint the door', grace, '2026-12-20', { meeting_id: null });
		await action('Order parts', ada, '2026-12-04', { meeting_id: null });
		await run(
			`update private.notices set next_try_at = '2026-12-02T10:00:00Z' where kind = 'assigned'`
		);
		await choose(ada, 'assigned', 'app');
		await send(new Date('2026-12-02T10:00:00Z'));
		expect(server.delivered).toEqual([]);
		await send(new Date('2026-12-03T07:00:00Z'));
		await send(new Date('2026-12-03T08:00:00Z'));
		await send(new Date('2026-12-03T08:01:00Z'));
		expect(subjects(grace)).toEqual(['2 things for you, Thu 3 Dec']);
		expect(mailsTo(grace)[0]?.text).toContain('GIVEN TO YOU\n');
		expect(mailsTo(ada)).toEqual([]);
		await send(new Date('2026-12-05T07:00:00Z'));
		const morning = new Date('2026-12-05T08:00:00Z');
		await Promise.all([send(morning), send(morning)]);
		expect(subjects(grace)).toEqual([
			'2 things for you, Thu 3 Dec',
			'One thing for you, Sat 5 Dec'
		]);
	});

	test('quiet hours hold a mail back, and a holiday gathers everything for the first morning back', async () => {
		await grace.client
			.from('quiet_hours')
			.upsert({ person_id: grace.id, quiet_from: '10:00', quiet_until: '16:00' })
			.throwOnError();
		await run(
			`update public.people set away_from = '2026-11-24', away_until = '2026-11-25' where id = $1::uuid`,
			ada.id
		);
		await leave('decisions', 'Ship Atlas');
		await send(later(1));
		expect([...subjects(ada), ...subjects(grace)]).toEqual([]);
		await send(new Date('2026-11-24T16:00:00Z'));
		expect(subjects(grace)).toHaveLength(1);
		await send(new Date('2026-11-25T12:00:00Z'));
		expect(subjects(ada)).toEqual([]);
		await send(new Date('2026-11-26T08:00:00Z'));
		await send(new Date('2026-11-26T08:02:00Z'));
		expect(subjects(ada)).toEqual(['One thing for you, Thu 26 Nov']);
		expect(mailsTo(ada)[0]?.text).toContain(`/m/${meeting}/recap`);
	});

	test('whoever missed a meeting is asked once, two days later, and not when they have read it', async () => {
		await leave('decisions', 'Ship Atlas on 12 January');
		await choose(grace, 'acknowledge', 'mail');
		await send(later(1));
		server.delivered.length = 0;
		await send(later(2 * day - 1));
		expect(server.delivered).toEqual([]);
		await send(later(2 * day + 1));
		await send(later(2 * day + 60));
		expect(subjects(grace)).toHaveLength(1);
		expect(mailsTo(grace)[0]?.text).toContain('Ship Atlas on 12 January');
		expect(mailsTo(ada)).toEqual([]);
		expect(mailsTo(olive)).toEqual([]);
	});

	test('one click in a mail ends its kind and nothing else; who has left is told nothing', async () => {
		await send(later(1));
		const header = mailsTo(grace)[0]?.headers.find(({ key }) => key === 'list-unsubscribe');
		const key = /off\/([0-9a-f-]+)/u.exec(header?.value ?? '')?.[1] ?? '';
		expect(await switchOff(backend().database, key)).toBe('recap');
		await dismiss(ada, team, olive);
		meeting = await hold(42, later(7 * day));
		await send(later(7 * day + 1));
		expect(mailsTo(ada)).toHaveLength(2);
		expect(mailsTo(grace)).toHaveLength(1);
		expect(mailsTo(olive)).toHaveLength(1);
	});

	test('nothing is mailed to people of the sample company', async () => {
		await run('update public.workspaces set sample = true');
		await action('Call the bank', grace, '2026-11-25', { meeting_id: null });
		await send(later(1));
		expect(server.delivered).toEqual([]);
	});
});
