import type { PgBoss } from 'pg-boss';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
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
import { takeBounce } from '../mail/take-bounce.ts';
import { findSwitch, switchOff } from '../mail/switch-off.ts';
import { startBoss, stopBoss } from './boss.ts';
import { mailQueue, sendWeeklyMails } from './send-weekly-mails.ts';
import { batch, openWeeklyMails, queueWeeklyMails, startWeeklyMails } from './weekly-mails.ts';

/** Monday 23 November 2026, 08:00 in London. */
const due = new Date('2026-11-23T08:00:00Z');
const later = (minutes: number) => new Date(due.getTime() + minutes * 60_000);
const early = later(-1);

onBothBackends((backend) => {
	let ada: Person;
	let grace: Person;
	let team: Team;
	let boss: PgBoss;
	let server: MailServer;
	let answers: Answers;
	let told: string[];
	let url: string;

	const run = <Row extends Record<string, unknown>>(sql: string, ...values: string[]) =>
		backend().database.query<Row>(sql, values);
	/** What a node does: looks who is due, and sends what it is given, whatever pause is left. */
	async function send(
		now: Date,
		openPost = () => openSmtp(url, 'Drumbeat <drumbeat@example.org>')
	): Promise<void> {
		const { database } = backend();
		const poster = {
			database,
			openPost,
			site: 'https://drumbeat.example',
			tell: (level: string, what: string, about: object) =>
				told.push(`${level} ${what} ${JSON.stringify(about)}`)
		};
		await queueWeeklyMails(database, boss, now);
		const jobs = await boss.fetch<{ mail: string }>(mailQueue, {
			...{ includeMetadata: true, batchSize: batch, ignoreStartAfter: true }
		});
		await sendWeeklyMails(poster, boss, jobs, () => now);
		// As pg-boss does for its workers: what is settled already it leaves alone.
		if (jobs.length > 0) await boss.complete(mailQueue, jobs);
	}
	/** As after a server that was killed: nothing is heard of its jobs any more. */
	async function goQuiet(): Promise<void> {
		await run(
			`update pgboss.job set heartbeat_on = now() - interval '1 hour' where state = 'active'`
		);
		await run(
			`update pgboss.queue set monitor_claim_on = null, monitor_on = null where name = '${mailQueue}'`
		);
		await boss.supervise(mailQueue);
	}
	const readers = () => server.delivered.flatMap(({ recipients }) => recipients).sort();
	const mailTo = ({ email }: Person) =>
		server.delivered.find(({ recipients }) => recipients.includes(email))?.mail;
	const states = async (person: Person) =>
		(
			await run<{ state: string; problem: string | null; code: string | null }>(
				'select state, problem, code from private.weekly_mails where person_id = $1::uuid order by week',
				person.id
			)
		).map(({ state, problem, code }) => [state, problem, code].filter(Boolean).join(' '));
	const priority = (title: string, owner: Person | null, more = {}) =>
		insert(backend().database, 'priorities', {
			id: crypto.randomUUID(),
			team_id: team.id,
			title,
			owner_id: owner?.id ?? null,
			weight: 1,
			weekly_alert: true,
			why: '',
			expectation: '',
			not_doing: '',
			position: 1,
			created_at: '2026-11-02T09:00:00Z',
			...more
		});

	beforeAll(async () => {
		boss = await startBoss(backend().database, (error) => void told.push(String(error)));
		await openWeeklyMails(boss);
	});
	afterAll(() => stopBoss(boss));
	beforeEach(async () => {
		[told, answers] = [[], {}];
		server = await startMailServer({
			recipient: (address) => answers.recipient?.(address),
			mail: (recipients) => answers.mail?.(recipients)
		});
		url = server.url;
		await run(`update public.teams set alerts_to = 'nobody'`);
		await run('delete from private.weekly_mails');
		await boss.deleteAllJobs(mailQueue);
		ada = await join(backend(), 'Ada');
		grace = await join(backend(), 'Grace');
		team = await found(ada, 'Northwind', 'Leadership team');
		await invite(ada, team, grace, 'member');
		await priority('Reach 99% fleet uptime', ada);
		await priority('Open the Leeds site', grace);
	});
	afterEach(() => server.close());

	test('on the day and at the time of the team each reader gets a mail with their own marked', async () => {
		await send(early);
		expect(server.delivered).toEqual([]);
		await send(due);
		expect(readers()).toEqual([ada.email, grace.email].sort());
		const mail = mailTo(ada);
		expect(mail?.subject).toBe('Leadership team, week 48: nothing is late');
		expect(mail?.text).toContain('- ASSIGNED TO YOU: Reach 99% fleet uptime');
		expect(mail?.text).toContain('- Open the Leeds site\n  Not called yet. Owner: Grace');
		expect(mail?.html?.match(/ASSIGNED TO YOU/gu)).toHaveLength(1);
		expect(mail?.html?.indexOf('ASSIGNED TO YOU')).toBeLessThan(
			mail?.html?.indexOf('Reach 99%') ?? -1
		);
		expect(mail?.html).not.toMatch(/<img|<link|url\(|<script/iu);
		expect(mailTo(grace)?.text).toContain('- ASSIGNED TO YOU: Open the Leeds site');
		expect(await states(ada)).toEqual(['sent']);
		expect(told).toEqual([]);
	});

	test('it is eight where each reader lives, also over a change of the clocks', async () => {
		await run(
			`update public.people set time_zone = 'America/New_York' where id = $1::uuid`,
			ada.id
		);
		await run(`update public.people set time_zone = 'Asia/Tokyo' where id = $1::uuid`, grace.id);
		await send(new Date('2026-11-22T22:59:59Z'));
		expect(readers()).toEqual([]);
		await send(new Date('2026-11-22T23:00:00Z'));
		expect(readers()).toEqual([grace.email]);
		await send(new Date('2026-11-23T12:59:00Z'));
		expect(readers()).toEqual([grace.email]);
		await send(new Date('2026-11-23T13:00:00Z'));
		expect(readers()).toEqual([ada.email, grace.email].sort());
		// New York went back on 1 November: a month earlier eight was an hour earlier.
		server.delivered.length = 0;
		await send(new Date('2026-10-26T11:59:00Z'));
		expect(readers()).not.toContain(ada.email);
		await send(new Date('2026-10-26T12:00:00Z'));
		expect(readers()).toContain(ada.email);
	});

	test('by two nodes, again and again, and with another time later in the week, it is one mail', async () => {
		await Promise.all([send(due), send(due), send(due)]);
		await send(later(60));
		await run('update public.teams set alerts_weekday = 3 where id = $1::uuid', team.id);
		await send(new Date('2026-11-25T08:00:00Z'));
		expect(readers()).toEqual([ada.email, grace.email].sort());
		await send(new Date('2026-12-02T08:00:00Z'));
		expect(server.delivered).toHaveLength(4);
	});

	test('two servers that start at that moment send each mail once, by themselves', async () => {
		const poster = {
			database: backend().database,
			openPost: () => openSmtp(url, 'Drumbeat <drumbeat@example.org>'),
			site: 'https://drumbeat.example',
			tell: (level: string, what: string) => told.push(`${level} ${what}`)
		};
		const other = await startBoss(backend().database, (error) => void told.push(String(error)));
		const stops = await Promise.all(
			[boss, other].map((node) => startWeeklyMails(node, poster, () => due))
		);
		await expect.poll(readers, { timeout: 15_000 }).toEqual([ada.email, grace.email].sort());
		await expect.poll(() => states(grace), { timeout: 15_000 }).toEqual(['sent']);
		for (const stop of stops) await stop();
		await stopBoss(other);
		expect(server.delivered).toHaveLength(2);
		expect(told).toEqual([]);
	});

	test('nobody gets it who left, switched it off, is away, or is of the sample company', async () => {
		const olive = await join(backend(), 'Olive');
		await invite(ada, team, olive, 'observer');
		await send(due);
		expect(readers()).not.toContain(olive.email);

		server.delivered.length = 0;
		const next = later(7 * 1440);
		await grace.client
			.from('weekly_mail_choices')
			.upsert({ team_id: team.id, person_id: grace.id, wants: false })
			.throwOnError();
		await ada.client
			.from('people')
			.update({ away_from: '2026-11-30', away_until: '2026-12-04' })
			.eq('id', ada.id)
			.throwOnError();
		await send(next);
		expect(readers()).toEqual([]);

		const then = later(14 * 1440);
		await run(
			`update public.weekly_mail_choices set wants = true where person_id = $1::uuid`,
			grace.id
		);
		await dismiss(ada, team, grace);
		await run('update public.workspaces set sample = true where id = $1::uuid', team.workspace);
		await send(then);
		expect(readers()).toEqual([]);
		await run('update public.workspaces set sample = false where id = $1::uuid', team.workspace);
		await send(then);
		expect(readers()).toEqual([ada.email]);
		// What an owner who has left was accountable for shouts.
		expect(mailTo(ada)?.text).toContain(
			'KEY CHALLENGE\n- Open the Leeds site. Nobody is accountable'
		);
	});

	test('whoever leaves while their mail waits gets none', async () => {
		answers.recipient = () => '451 later';
		await send(due);
		await dismiss(ada, team, grace);
		answers = {};
		await send(later(30));
		expect(readers()).toEqual([ada.email]);
		expect(await states(grace)).toEqual(['needless busy 451']);
	});

	test('owners alone, everyone, and a time of one’s own', async () => {
		const olive = await join(backend(), 'Olive');
		await invite(ada, team, olive, 'observer');
		const say = (audience: string) =>
			run('update public.teams set alerts_to = $2 where id = $1::uuid', team.id, audience);
		await run(
			`update public.priorities set weekly_alert = false where owner_id = $1::uuid`,
			grace.id
		);
		await say('owners');
		await send(due);
		expect(readers()).toEqual([ada.email]);
		await say('everyone');
		await run(
			`insert into public.weekly_mail_choices (team_id, person_id, weekday, send_at)
			values ($1::uuid, $2::uuid, 1, '16:30')`,
			team.id,
			olive.id
		);
		await send(later(10));
		expect(readers()).toEqual([ada.email, grace.email].sort());
		await send(new Date('2026-11-23T16:30:00Z'));
		expect(readers()).toContain(olive.email);
		expect(mailTo(olive)?.text).not.toContain('ASSIGNED TO YOU');
	});

	test('on a day off it comes the day after', async () => {
		await run(
			`insert into public.days_off (team_id, day, name) values ($1::uuid, '2026-11-23', 'Founders’ day')`,
			team.id
		);
		await send(due);
		expect(readers()).toEqual([]);
		await send(later(1440));
		expect(readers()).toHaveLength(2);
	});

	test('a team that has begun nothing sends nothing', async () => {
		await run('delete from public.priorities where team_id = $1::uuid', team.id);
		await send(due);
		expect(readers()).toEqual([]);
		expect(await states(ada)).toEqual(['needless']);
	});

	test('a mail server that is down is asked again later and later, and the log names no address', async () => {
		await server.close();
		const pauses: number[] = [];
		for (let tries = 0; tries < 6; tries += 1) {
			await send(later(tries));
			const [{ pause } = { pause: 0 }] = await run<{ pause: number }>(
				`select max(extract(epoch from next_try_at - now()) / 60)::float8 as pause from private.weekly_mails`
			);
			pauses.push(pause);
		}
		pauses.forEach((pause, tries) => {
			expect(pause).toBeGreaterThan(5 * 2 ** tries - 1);
			expect(pause).toBeLessThan(10 * 2 ** tries + 1);
		});
		expect((await states(ada))[0]).toMatch(/^waiting unreachable E/u);
		expect(told.every((line) => /^warn a weekly mail failed and is tried again/u.test(line))).toBe(
			true
		);
		expect(told.join()).not.toContain('@');
		const kept = await run<{ said: string }>(`select j::text as said from pgboss.job j`);
		expect(kept.length).toBeGreaterThan(1);
		expect(kept.map(({ said }) => said).join()).not.toMatch(/@|Ada|Grace/u);
		server = await startMailServer();
		url = server.url;
		await send(later(200));
		expect(readers()).toEqual([ada.email, grace.email].sort());
		expect(new Set(await states(grace)).size).toBe(1);
		for (let hour = 0; hour < 20; hour += 1) await send(later(200 + hour * 60));
		expect(server.delivered).toHaveLength(2);
	});

	test('one that is put off for ever is given up', async () => {
		answers.recipient = () => '451 try later';
		for (let hour = 0; hour < 23; hour += 1) await send(later(hour * 60));
		expect(await states(ada)).toEqual(['failed busy 451']);
		expect(told.at(-1)).toMatch(/^error a weekly mail was given up/u);
	});

	test('an address that is refused is not tried again, nor a fourth week, until an admin says so', async () => {
		answers.recipient = (address) =>
			address === grace.email ? `550 ${address} is unknown` : undefined;
		for (const week of [0, 1, 2, 3, 4]) {
			await send(later(week * 7 * 1440));
			await send(later(week * 7 * 1440 + 30));
		}
		expect(await states(grace)).toEqual(Array(3).fill('refused address 550'));
		expect(await states(ada)).toEqual(Array(5).fill('sent'));
		expect(told).toHaveLength(3);
		expect(told.join()).not.toContain('@');

		answers = {};
		server.delivered.length = 0;
		const [last] = await run<{ id: string }>(
			'select id from private.weekly_mails where person_id = $1::uuid order by week desc limit 1',
			grace.id
		);
		await ada.client.rpc('retry_weekly_mail', { mail: last?.id }).throwOnError();
		await run(
			`update private.weekly_mails set due_at = $2::text::timestamptz where id = $1::uuid`,
			String(last?.id),
			new Date().toISOString()
		);
		await send(new Date());
		expect(readers()).toEqual([grace.email]);
	});

	test('a mailbox that sends one back later gets none until an admin says so', async () => {
		await send(due);
		const { database } = backend();
		const id = mailTo(grace)?.messageId ?? '';
		const report = new TextEncoder().encode(
			[
				'Content-Type: multipart/report; report-type=delivery-status; boundary=b\n',
				'--b\nContent-Type: message/delivery-status\n',
				'Reporting-MTA: dns; mx.example.com\n',
				`Final-Recipient: rfc822; ${grace.email}\nAction: failed\nStatus: 5.1.1\n`,
				`--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: ${id}\n`,
				'--b--\n'
			].join('\n')
		);
		expect(await takeBounce(database, new TextEncoder().encode('Subject: hello\n\nHello'))).toBe(
			false
		);
		expect(await states(grace)).toEqual(['sent']);
		expect(await takeBounce(database, report)).toBe(true);
		expect(await takeBounce(database, report)).toBe(false);
		expect(await states(grace)).toEqual(['bounced address 5.1.1']);
		expect(await states(ada)).toEqual(['sent']);

		server.delivered.length = 0;
		const next = later(7 * 1440);
		await send(next);
		expect(readers()).toEqual([ada.email]);
		const [row] = await run<{ id: string }>(
			'select id from private.weekly_mails where person_id = $1::uuid',
			grace.id
		);
		const { data } = await grace.client.rpc('retry_weekly_mail', { mail: row?.id });
		expect(data).toBe(false);
		await ada.client.rpc('retry_weekly_mail', { mail: row?.id }).throwOnError();
		await send(next);
		expect(await states(grace)).toEqual(['failed address 5.1.1', 'sent']);
	});

	test('a server that ends while it sends does not send twice, and says that it does not know', async () => {
		let handed = 0;
		void send(due, () => ({
			send: () => {
				handed += 1;
				return new Promise(() => {});
			},
			close: () => {}
		}));
		await expect.poll(() => handed).toBe(2);
		await send(later(5));
		expect(await states(ada)).toEqual(['sending']);
		await goQuiet();
		await send(later(11));
		await send(later(60));
		expect(server.delivered).toEqual([]);
		expect(await states(ada)).toEqual(['unsure']);
		expect(told).toHaveLength(2);
		expect(told[0]).toMatch(/^error a server ended while it sent a weekly mail/u);
	});

	test('a mail after which the connection broke may have arrived, and is not sent again', async () => {
		answers.mail = (recipients) => (recipients.includes(ada.email) ? 'hang up' : undefined);
		await send(due);
		answers = {};
		await send(later(60));
		expect(readers()).not.toContain(ada.email);
		expect((await states(ada))[0]).toMatch(/^unsure/u);
	});

	test('names with line breaks and markup add neither headers nor recipients nor tags', async () => {
		const evil = 'Board\r\nBcc: eve@example.org\r\n\r\n<script>alert(1)</script>';
		await run('update public.teams set name = $2 where id = $1::uuid', team.id, evil);
		await run('update public.people set name = $2 where id = $1::uuid', ada.id, evil);
		await priority('<img src=x onerror=alert(1)>\r\nBcc: eve@example.org', null, { position: 2 });
		await send(due);
		const mail = mailTo(ada);
		expect(readers()).toEqual([ada.email, grace.email].sort());
		expect(mail?.bcc ?? []).toEqual([]);
		expect(mail?.headers.map(({ key }) => key)).not.toContain('bcc');
		expect(mail?.to?.map((to) => to.address)).toEqual([ada.email]);
		expect(mail?.subject).toMatch(/^Board Bcc: eve@example.org <script>/u);
		expect(mail?.html).not.toMatch(/<script|<img/iu);
		expect(mail?.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
		expect(mail?.text).not.toMatch(/^Bcc:/mu);
	});

	test('the key in the mail ends it for its reader and its team alone', async () => {
		await send(due);
		const header = mailTo(ada)?.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
		const key = /\/mails\/off\/([\w-]{36})>$/u.exec(header)?.[1] ?? '';
		expect(mailTo(ada)?.headers.map((one) => one.key)).toContain('list-unsubscribe-post');
		expect(mailTo(ada)?.text).toContain(`https://drumbeat.example/mails/off/${key}`);
		for (const wrong of ['', 'x', ada.id, crypto.randomUUID(), `${key}'`]) {
			expect(await findSwitch(backend().database, wrong)).toBeUndefined();
			expect(await switchOff(backend().database, wrong)).toBeUndefined();
		}
		expect(await findSwitch(backend().database, key)).toBe('weekly');
		expect(await switchOff(backend().database, key)).toBe('weekly');
		server.delivered.length = 0;
		await send(later(7 * 1440));
		expect(readers()).toEqual([grace.email]);
	});
});
