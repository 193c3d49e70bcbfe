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
import { startBlindRound, revealBlindRound } from '../rows/blind-rounds.ts';
import { MaybeSent } from '../mail/mail-failure.ts';
import type { Mail, SendMail } from '../mail/mail.ts';
import { switchOff } from '../mail/switch-off.ts';
import { askForAnswers } from './ask-for-answers.ts';

/** A Monday, nine o'clock in London. */
const monday = new Date('2026-11-23T09:00:00Z');
const later = (minutes: number) => new Date(monday.getTime() + minutes * 60_000);

onBothBackends((backend) => {
	let ada: Person;
	let grace: Person;
	let mary: Person;
	let team: Team;
	let sent: Mail[];
	let told: string[];

	const run = <Row extends Record<string, unknown>>(sql: string, ...values: string[]) =>
		backend().database.query<Row>(sql, values);
	const ask = (now = monday, sendMail: SendMail = async (mail) => void sent.push(mail)) =>
		askForAnswers(
			{
				database: backend().database,
				sendMail,
				site: 'https://drumbeat.example',
				tell: (level, what, about) => told.push(`${level} ${what} ${JSON.stringify(about)}`)
			},
			now
		);
	const roundOf = async () =>
		String(
			(
				await run<{ id: string }>(
					`select id from public.blind_rounds where team_id = $1::uuid`,
					team.id
				)
			)[0]?.id
		);
	const draw = (created: string) =>
		run(
			`insert into public.seats (team_id, title, created_at) values ($1::uuid, 'Head of sales', $2::text::timestamptz)`,
			team.id,
			created
		);

	beforeEach(async () => {
		[sent, told] = [[], []];
		await run('delete from private.wanted_mails');
		await run('delete from public.seats');
		await run('update public.blind_rounds set revealed_at = now() where revealed_at is null');
		[ada, grace, mary] = [
			await join(backend(), 'Ada'),
			await join(backend(), 'Grace'),
			await join(backend(), 'Mary')
		];
		team = await found(ada, 'Northwind', 'Leadership team');
		await invite(ada, team, grace, 'member');
		await invite(ada, team, mary, 'member');
	});

	test('whoever is asked in a blind round gets one mail, which says no answer and no name', async () => {
		await startBlindRound(
			ada.client,
			team.id,
			'pillars',
			[ada.id, grace.id, mary.id],
			'2026-11-27'
		);
		await Promise.all([ask(), ask()]);
		await ask(later(60));
		expect(sent.map(({ to }) => to).toSorted()).toEqual([grace.email, mary.email].toSorted());
		const [mail] = sent;
		expect(mail?.subject).toBe('Leadership team asks you where its six pillars stand');
		expect(mail?.text).toContain(`https://drumbeat.example/t/${team.id}/pillars`);
		expect(mail?.text).toContain('Please answer by Friday 27 November');
		for (const name of ['Ada', 'Grace', 'Mary']) expect(mail?.text).not.toContain(name);
		expect(told).toEqual([]);
	});

	test('whether somebody has answered is in no row and changes no mail, and after the reveal no row is left', async () => {
		await startBlindRound(ada.client, team.id, 'execution gap', [grace.id, mary.id], null);
		const round = await roundOf();
		await run(
			'update private.blind_answered set people = array[$2::uuid] where round_id = $1::uuid',
			round,
			grace.id
		);
		await ask();
		const rows = await run<{ row: string }>(
			`select (to_jsonb(w) - 'off_key' - 'person_id')::text as row from private.wanted_mails w`
		);
		expect(rows).toHaveLength(2);
		expect(rows[0]).toEqual(rows[1]);
		const [one, other] = sent.map(({ text }) => text.replaceAll(/[0-9a-f-]{36}/gu, ''));
		expect(one).toBe(other);
		expect(await revealBlindRound(ada.client, round)).toBe(true);
		await ask(later(5));
		expect(await run('select state from private.wanted_mails')).toEqual([]);
		expect(sent).toHaveLength(2);
	});

	test('whoever left, or wants no such mails, gets none; the key in a mail switches them off', async () => {
		await startBlindRound(ada.client, team.id, 'pillars', [grace.id, mary.id], null);
		await dismiss(ada, team, mary);
		await ask();
		expect(sent.map(({ to }) => to)).toEqual([grace.email]);
		const key = sent[0]?.unsubscribe?.split('/').at(-1) ?? '';
		expect(await switchOff(backend().database, key)).toBe('readings');
		await revealBlindRound(ada.client, await roundOf());
		await startBlindRound(ada.client, team.id, 'pillars', [grace.id], null);
		await ask(later(5));
		expect(sent).toHaveLength(1);
	});

	test('a quarter after the chart was drawn or signed, admins are reminded once, on a working morning', async () => {
		await draw('2026-08-20T09:00:00Z');
		await ask(new Date('2026-11-18T12:00:00Z'));
		expect(sent).toEqual([]);
		// Due on Thursday 19 November; at seven nobody is at work.
		await ask(new Date('2026-11-19T07:00:00Z'));
		expect(sent).toEqual([]);
		await ask(new Date('2026-11-19T08:00:00Z'));
		await ask(new Date('2026-11-20T08:00:00Z'));
		expect(sent.map(({ to, subject }) => [to, subject])).toEqual([
			[ada.email, 'The accountability chart of Leadership team is due for its review']
		]);
		expect(sent[0]?.text).toContain('Nobody has signed it yet.');
		await ada.client
			.from('chart_reviews')
			.insert({ team_id: team.id, signed_by: ada.id, reviewed_on: '2026-11-20' })
			.throwOnError();
		await ask(new Date('2027-02-18T08:00:00Z'));
		expect(sent).toHaveLength(1);
		// The ninety-first day; on Saturday and Sunday it waits.
		await ask(new Date('2027-02-20T08:00:00Z'));
		expect(sent).toHaveLength(1);
		await ask(new Date('2027-02-22T08:00:00Z'));
		expect(sent).toHaveLength(2);
		expect(sent[1]?.text).toContain('It has waited 3 days.');
	});

	test('whoever is away is not reminded, and a chart that was signed meanwhile needs no mail', async () => {
		await draw('2026-08-01T09:00:00Z');
		await run(
			`update public.people set away_from = '2026-11-20', away_until = '2026-11-24' where id = $1::uuid`,
			ada.id
		);
		await ask();
		expect(sent).toEqual([]);
		const failing: SendMail = async () => {
			throw Object.assign(new Error('451 try later'), { code: 'EENVELOPE' });
		};
		const back = new Date('2026-11-25T09:00:00Z');
		await ask(back, failing);
		expect(told).toEqual([
			`warn a mail that asks for answers failed and is tried again ${JSON.stringify({ team: team.id, tries: 1, code: 'EENVELOPE' })}`
		]);
		await ada.client
			.from('chart_reviews')
			.insert({ team_id: team.id, signed_by: ada.id, reviewed_on: '2026-11-25' })
			.throwOnError();
		await ask(new Date('2026-11-25T09:30:00Z'));
		expect(sent).toEqual([]);
	});

	test('a mail of which nobody knows whether it arrived is never sent again', async () => {
		await startBlindRound(ada.client, team.id, 'pillars', [grace.id], null);
		await ask(monday, async () => {
			throw new MaybeSent('no answer');
		});
		await ask(later(60));
		expect(sent).toEqual([]);
		expect(told).toHaveLength(1);
	});
});
