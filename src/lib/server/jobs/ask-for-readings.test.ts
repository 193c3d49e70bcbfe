import { beforeEach, expect, test } from 'vitest';
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
import type { Mail, SendMail } from '../mail/mail.ts';
import { askForReadings, askNoMore } from './ask-for-readings.ts';

/** The working day before a meeting on Tuesday 24 November, 09:00 in Amsterdam. */
const early = new Date('2026-11-23T07:59:00Z');
const due = new Date('2026-11-23T08:00:00Z');
const later = (minutes: number) => new Date(due.getTime() + minutes * 60_000);

onBothBackends((backend) => {
	let ada: Person;
	let grace: Person;
	let team: Team;
	let sent: Mail[];
	let told: string[];

	const run = <Row extends Record<string, unknown>>(sql: string, ...values: string[]) =>
		backend().database.query<Row>(sql, values);
	const ask = (now: Date, sendMail: SendMail = async (mail) => void sent.push(mail)) =>
		askForReadings(
			{
				database: backend().database,
				sendMail,
				site: 'https://drumbeat.example',
				tell: (level, what, about) => told.push(`${level} ${what} ${JSON.stringify(about)}`)
			},
			now
		);
	const metric = (name: string, owner: Person, more = {}) =>
		insert(backend().database, 'metrics', {
			id: crypto.randomUUID(),
			team_id: team.id,
			name,
			owner_id: owner.id,
			created_at: '2026-01-05T09:00:00Z',
			...more
		});
	const read = (name: string, period: string) =>
		run(
			`insert into public.readings (metric_id, team_id, period, value)
			select id, team_id, $3::text::date, 1 from public.metrics where team_id = $1::uuid and name = $2`,
			team.id,
			name,
			period
		);
	const states = async () =>
		(
			await run<{ state: string }>(
				`select state from private.asking_mails a join public.series s on s.id = a.series_id
				where s.team_id = $1::uuid order by state`,
				team.id
			)
		).map(({ state }) => state);

	beforeEach(async () => {
		[sent, told] = [[], []];
		await run(`update public.meetings set state = 'cancelled' where state = 'draft'`);
		ada = await join(backend(), 'Ada');
		grace = await join(backend(), 'Grace');
		team = await found(ada, 'Northwind', 'Leadership team');
		await invite(ada, team, grace, 'member');
		await run(
			`with format as (
				insert into public.formats (team_id, name, steps) values ($1::uuid, 'Ours', '[]') returning id
			), series as (
				insert into public.series (team_id, format_id, name, weekday, starts_at, time_zone, minutes, starts_on)
				select $1::uuid, id, 'Weekly', 2, '09:00', 'Europe/Amsterdam', 90, '2026-11-16' from format returning id
			)
			insert into public.meetings (team_id, series_id, number, occurs_on, starts_at, minutes, name, steps)
			select $1::uuid, id, 1, '2026-11-24', '2026-11-24T08:00:00Z', 90, 'Weekly', '[]' from series`,
			team.id
		);
		await metric('Fleet uptime', ada);
		await metric('Cash runway', ada, { cadence: 'month' });
		await metric('Churn', grace);
		await read('Churn', '2026-11-16');
	});

	test('on the working day before, owners whose readings lack get one mail that names them', async () => {
		await ask(early);
		expect(sent).toEqual([]);
		await ask(due);
		expect(sent.map(({ to }) => to)).toEqual([ada.email]);
		expect(sent[0]?.subject).toBe('2 readings are missing for Tue 24 Nov');
		expect(sent[0]?.text).toContain('Leadership team meets on Tuesday 24 November at 09:00.');
		expect(sent[0]?.text).toContain('    Cash runway, October 2026\n    Fleet uptime, week 47');
		expect(sent[0]?.text).toContain(`https://drumbeat.example/t/${team.id}`);
		expect(told).toEqual([]);
	});

	test('asked by two nodes, again and again, and with its meetings made anew, it is one mail', async () => {
		await Promise.all([ask(due), ask(due), ask(due)]);
		await run(
			`update public.meetings set id = gen_random_uuid() where team_id = $1::uuid`,
			team.id
		);
		await ask(later(60));
		await ask(later(120));
		expect(sent).toHaveLength(1);
	});

	test('nobody is asked when all is in, who has left, only looks on, or does not want it', async () => {
		await read('Fleet uptime', '2026-11-16');
		await read('Cash runway', '2026-10-01');
		await metric('Left behind', grace);
		await dismiss(ada, team, grace);
		const observer = await join(backend(), 'Olive');
		await invite(ada, team, observer, 'observer');
		await metric('Looked at', observer);
		const quiet = await join(backend(), 'Quinn');
		await invite(ada, team, quiet, 'member');
		await metric('Quiet', quiet);
		await quiet.client
			.from('people')
			.update({ asked_by_mail: false })
			.eq('id', quiet.id)
			.throwOnError();
		await ask(due);
		expect(sent).toEqual([]);
	});

	test('a team may be asked at another time, or never, and sample people never are', async () => {
		const say = (change: string) =>
			run(`update public.series set ${change} where team_id = $1::uuid`, team.id);
		await say('asks_days_before = null');
		await ask(due);
		await say(`asks_days_before = 0, asks_at = '08:30'`);
		await ask(due);
		await ask(new Date('2026-11-24T07:29:00Z'));
		await run('update public.workspaces set sample = true where id = $1::uuid', team.workspace);
		await ask(new Date('2026-11-24T07:30:00Z'));
		expect(sent).toEqual([]);
		await run('update public.workspaces set sample = false where id = $1::uuid', team.workspace);
		await ask(new Date('2026-11-24T07:30:00Z'));
		expect(sent).toHaveLength(1);
	});

	test('a mail that fails is tried again later and later, and the log names no address', async () => {
		let tries = 0;
		const fails: SendMail = async ({ to }) => {
			tries += 1;
			throw Object.assign(new Error(`550 ${to} is unknown`), { code: 'EENVELOPE' });
		};
		for (const minutes of [0, 4, 5, 19, 20]) await ask(later(minutes), fails);
		expect(tries).toBe(3);
		await ask(later(65));
		expect(sent).toHaveLength(1);
		expect(await states()).toEqual(['sent']);
		expect(told).toHaveLength(3);
		expect(told[0]).toMatch(/^warn a mail .* is tried again .*EENVELOPE/);
		expect(told.join()).not.toContain('@');
	});

	test('one that never gets through is given up, and that is told', async () => {
		const fails: SendMail = async () => {
			throw new Error('no');
		};
		for (let hour = 0; hour < 23; hour += 1) await ask(later(60 * hour), fails);
		expect(told.at(-1)).toMatch(/^error a mail .* was given up/);
		expect(await states()).toEqual(['failed']);
	});

	test('what came in between two tries is asked for no more', async () => {
		await ask(due, async () => {
			throw new Error('no');
		});
		await read('Fleet uptime', '2026-11-16');
		await read('Cash runway', '2026-10-01');
		await ask(later(30));
		expect(sent).toEqual([]);
		expect(await states()).toEqual(['needless']);
	});

	test('a server that ends while it sends does not send twice, and says that it does not know', async () => {
		// It never hears whether the mail went out.
		void ask(due, (mail) => {
			sent.push(mail);
			return new Promise(() => {});
		});
		await expect.poll(() => sent.length).toBe(1);
		await ask(later(5));
		expect(told).toEqual([]);
		await ask(later(11));
		await ask(later(60));
		expect(sent).toHaveLength(1);
		expect(await states()).toEqual(['unsure']);
		expect(told).toHaveLength(1);
		expect(told[0]).toMatch(/^error a server ended while it sent a mail/);
	});

	test('a server that ends before it sends leaves the mail to the next', async () => {
		const [series] = await run<{ id: string }>(
			'select id from public.series where team_id = $1::uuid',
			team.id
		);
		await run(
			`insert into private.asking_mails (person_id, series_id, occurs_on, next_try_at)
			values ($1::uuid, $2::uuid, '2026-11-24', '2026-11-23T08:00:00Z')`,
			ada.id,
			String(series?.id)
		);
		await ask(later(5));
		expect(sent).toHaveLength(1);
	});

	test('the key in the mail switches them off for its person, and nothing else does', async () => {
		await ask(due);
		const key = sent[0]?.unsubscribe?.split('/').at(-1) ?? '';
		const isAsked = async ({ id }: Person) =>
			(
				await run<{ asked_by_mail: boolean }>(
					'select asked_by_mail from public.people where id = $1::uuid',
					id
				)
			)[0]?.asked_by_mail;
		for (const wrong of ['', 'x', ada.id, crypto.randomUUID(), `${key}'`])
			expect(await askNoMore(backend().database, wrong)).toBe(false);
		expect(await isAsked(ada)).toBe(true);
		expect(await askNoMore(backend().database, key)).toBe(true);
		expect(await isAsked(ada)).toBe(false);
		expect(await isAsked(grace)).toBe(true);
	});
});
