import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { onBothBackends } from './backends.ts';
import { find } from './seed.ts';

/** What somebody may send as their details, and the name and time zone they get. */
const details: [string, unknown, string | RegExp, string][] = [
	[
		'a plain name',
		{ name: 'Grace Hopper', time_zone: 'America/New_York' },
		'Grace Hopper',
		'America/New_York'
	],
	['a name of 10,000 letters', { name: 'n'.repeat(10_000) }, 'n'.repeat(120), 'Europe/London'],
	['10,000 emoji', { name: '🦾'.repeat(10_000) }, '🦾'.repeat(120), 'Europe/London'],
	['a family of emoji', { name: '👩‍👩‍👧‍👦 Núñez' }, '👩‍👩‍👧‍👦 Núñez', 'Europe/London'],
	['a right-to-left name', { name: 'ליאת בן־דוד' }, 'ליאת בן־דוד', 'Europe/London'],
	['line breaks in the name', { name: ' Ada\r\nBcc:\tme ' }, 'Ada Bcc: me', 'Europe/London'],
	['nothing but spaces', { name: ' \n\t ' }, /^someone-/, 'Europe/London'],
	['an empty name', { name: '' }, /^someone-/, 'Europe/London'],
	['null', { name: null, time_zone: null }, /^someone-/, 'Europe/London'],
	['a number', { name: 42 }, '42', 'Europe/London'],
	['an object', { name: { first: 'Ada' } }, '{"first": "Ada"}', 'Europe/London'],
	[
		'a time zone of 10,000 letters',
		{ name: 'Ada', time_zone: 'z'.repeat(10_000) },
		'Ada',
		'z'.repeat(64)
	],
	['no details at all', undefined, /^someone-/, 'Europe/London'],
	[
		'SQL in the name',
		{ name: "'); drop table people; --" },
		"'); drop table people; --",
		'Europe/London'
	],
	[
		'a role they would like',
		{ name: 'Eve', role: 'service_role', id: randomUUID() },
		'Eve',
		'Europe/London'
	]
];

onBothBackends((backend) => {
	describe('whoever signs up gets a profile', () => {
		test.each(details)('with %s', async (_, data, name, time_zone) => {
			const email = `someone-${randomUUID().slice(0, 8)}@northwind.example`;
			const client = backend().visitor();
			const password = 'a long enough password';
			const options = data === undefined ? {} : { options: { data: data as object } };
			expect((await client.auth.signUp({ email, password, ...options })).error).toBeNull();
			const token = backend().code(email);
			const signedIn = await client.auth.verifyOtp({ email, token, type: 'signup' });
			expect(signedIn.error).toBeNull();
			expect((await client.from('people').select('name, email, time_zone')).data).toEqual([
				{
					name: typeof name === 'string' ? name : expect.stringMatching(name),
					email,
					time_zone
				}
			]);
		});
	});

	test.each([['plain text'], [[1, 2]], [7], [null], ['{"name":']])(
		'details that are no object, such as %o, still give a profile',
		async (metadata) => {
			const id = randomUUID();
			const { database } = backend();
			const [column] = await database.query<{ type: string }>(
				`select data_type::text as type from information_schema.columns
				where table_schema = 'auth' and table_name = 'users' and column_name = 'raw_user_meta_data'`
			);
			await database.query(
				`insert into auth.users (id, email, raw_user_meta_data) values ($1, $2, ($3::text)::${column?.type})`,
				[id, `${id}@northwind.example`, JSON.stringify(metadata)]
			);
			expect(await find(database, 'people', { id })).toMatchObject({ name: id });
		}
	);

	test('nobody reads the profile of a stranger', async () => {
		const client = backend().visitor();
		expect((await client.from('people').select()).data ?? []).toEqual([]);
	});
});
