import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { onBothBackends } from '../../../../supabase/tests/backends.ts';
import { found, join, type Person } from '../../../../supabase/tests/people.ts';
import { makeMeeting } from '../sync/sync-site.ts';
import { forgetNotices } from './forget-notices.ts';
import { gatherNotices } from './gather-notices.ts';

const now = new Date('2026-11-24T10:30:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();

onBothBackends((backend) => {
	let ada: Person;
	let team: string;

	const run = <Row extends Record<string, unknown>>(sql: string, ...values: string[]) =>
		backend().database.query<Row>(sql, values);
	const forget = (atOnce?: number) => forgetNotices(backend().database, now, atOnce);
	/** A notice that has been as it is for so many days; it was, or will be, due in as many as said. */
	const notice = async (state: string, age: number, due = -age, digest = '') => {
		const id = randomUUID();
		await run(
			`insert into private.notices (id, team_id, person_id, kind, thing, state, digest_id, next_try_at, changed_at)
			values ($1::uuid, $2::uuid, $3::uuid, 'assigned', $1::uuid, $4, nullif($5, '')::uuid,
				$6::text::timestamptz, $7::text::timestamptz)`,
			...[id, team, ada.id, state, digest, daysAgo(-due), daysAgo(age)]
		);
		return id;
	};
	const kept = async () =>
		(await run<{ id: string }>('select id::text as id from private.notices')).map(({ id }) => id);
	const tell = (day: string) =>
		run(
			`insert into private.told_things (person_id, thing, told_on)
			values ($1::uuid, $2::uuid, $3::text::date)`,
			...[ada.id, randomUUID(), day]
		);

	beforeEach(async () => {
		await run('delete from private.notices');
		await run('delete from private.told_things');
		ada = await join(backend(), 'Ada');
		team = (await found(ada, 'Northwind', 'Leadership')).id;
	});

	test('what came to its end half a year ago is forgotten, what is younger is not', async () => {
		const ends = ['sent', 'told', 'needless', 'failed', 'refused', 'unsure'];
		for (const state of ends) await notice(state, 181);
		const young = await Promise.all(ends.map((state) => notice(state, 179)));
		await forget();
		expect((await kept()).toSorted()).toEqual(young.toSorted());
	});

	test('what waits for the end of a long holiday is still told', async () => {
		const waiting = await notice('digest', 200, 3);
		const next = await notice('waiting', 200, 1);
		const going = await notice('sending', 200);
		await forget();
		expect((await kept()).toSorted()).toEqual([waiting, next, going].toSorted());
	});

	test('what a server without mails never sent is no news any more', async () => {
		await notice('waiting', 181);
		await forget();
		expect(await kept()).toEqual([]);
	});

	test('what was in a digest is not gathered into another when that is forgotten', async () => {
		const digest = await notice('unsure', 200);
		const part = await notice('digest', 179, -200, digest);
		await forget();
		expect((await kept()).toSorted()).toEqual([digest, part].toSorted());
		await run(`update private.notices set changed_at = changed_at - interval '2 days'`);
		await Promise.all([forget(1), forget(1)]);
		await forget();
		await gatherNotices(backend().database, now);
		expect(await kept()).toEqual([]);
	});

	test('what was in mails two months ago is forgotten, few rows at a time', async () => {
		for (let count = 0; count < 7; count += 1) await tell('2026-09-24');
		await tell('2026-09-25');
		await forget(3);
		expect(await run('select told_on::text as day from private.told_things')).toEqual([
			{ day: '2026-09-25' }
		]);
	});

	test('that something was taken once is forgotten when nobody sends it again any more', async () => {
		const ages = [181, 181, 179];
		const sent = ages.map(() => randomUUID());
		for (const [index, age] of ages.entries())
			await run(
				`insert into private.sent_once (id, person_id, sent_at)
				values ($1::uuid, $2::uuid, $3::text::timestamptz)`,
				...[sent[index]!, ada.id, daysAgo(age)]
			);
		const { id: meeting } = await makeMeeting(backend().database, team);
		await run(
			`insert into private.reply_threads (id, team_id, meeting_id, person_id, line_kind, line_id)
			values ('thread', $1::uuid, $2::uuid, $3::uuid, 'decision', $1::uuid)`,
			...[team, meeting, ada.id]
		);
		for (const [index, age] of ages.entries())
			await run(
				`insert into private.mail_answers (thread_id, message_hash, taken_at)
				values ('thread', $1, $2::text::timestamptz)`,
				...[sent[index]!, daysAgo(age)]
			);
		await forget(1);
		expect(await run('select id::text as id from private.sent_once')).toEqual([{ id: sent[2] }]);
		expect(await run('select message_hash as hash from private.mail_answers')).toEqual([
			{ hash: sent[2] }
		]);
	});
});
