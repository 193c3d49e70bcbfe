import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { borrowDatabase, server } from '../../../../supabase/tests/backends.ts';
import type { Database } from './database.ts';
import { wrapPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

describe('PGlite', () => {
	let database: Database;
	beforeAll(() => {
		database = wrapPglite(new PGlite());
	});
	afterAll(() => database.close());
	keepsItsPromises(() => database);
});

describe.skipIf(!server)(server ? 'PostgreSQL' : 'PostgreSQL (needs TEST_DATABASE_URL)', () => {
	let database: Database;
	let borrowed: Awaited<ReturnType<typeof borrowDatabase>>;
	beforeAll(async () => {
		borrowed = await borrowDatabase();
		database = openPostgres(borrowed.url);
	});
	afterAll(async () => {
		await database.close();
		await borrowed.drop();
	});
	keepsItsPromises(() => database);
});

/** What every caller may count on, whichever database runs below. */
function keepsItsPromises(database: () => Database): void {
	const one = async (
		statement: string,
		...parameters: (string | number | boolean | null | Uint8Array)[]
	) => (await database().query(`select ${statement} as value`, parameters))[0]?.value;

	beforeEach(() => database().execute('drop table if exists kept; create table kept (id int);'));
	const kept = () => database().query<{ id: number }>('select id from kept order by id');

	test('bytes come back as they went in', async () => {
		const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
		const back = await one('$1::bytea', bytes);
		expect(back).toBeInstanceOf(Uint8Array);
		expect(Buffer.compare(Buffer.from(back as Uint8Array), bytes)).toBe(0);
		expect(Buffer.from((await one('$1::bytea', new Uint8Array())) as Uint8Array)).toHaveLength(0);
	});

	test('JSON goes in as text and comes back as values', async () => {
		const value = { title: 'Ünïcode 🦾', list: [1, null, true], nested: { a: 'it\'s "quoted"' } };
		expect(await one('$1::text::jsonb', JSON.stringify(value))).toEqual(value);
		expect(await one(`$1::text::jsonb ->> 'title'`, JSON.stringify(value))).toBe('Ünïcode 🦾');
		expect(await one(`jsonb_typeof($1::text::jsonb)`, JSON.stringify(value))).toBe('object');
	});

	test('nothing, yes and no come back as such', async () => {
		expect(await one('$1::text', null)).toBeNull();
		expect(await one('$1::boolean', true)).toBe(true);
		expect(await one('$1::boolean', false)).toBe(false);
	});

	test('big integers are numbers', async () => {
		expect(await one('$1::bigint', 9_007_199_254_740_991)).toBe(9_007_199_254_740_991);
		expect(await one('count(*)')).toBe(1);
	});

	test('times and dates are text that Date reads', async () => {
		const time = await one(`'2026-11-21T09:02:03.456Z'::timestamptz`);
		expect(time).toEqual(expect.any(String));
		expect(new Date(String(time)).toISOString()).toBe('2026-11-21T09:02:03.456Z');
		expect(await one(`'2026-11-21'::date`)).toBe('2026-11-21');
		expect(
			await one('$1::timestamptz = $2::timestamptz', String(time), '2026-11-21T09:02:03.456Z')
		).toBe(true);
	});

	test('decimal numbers are numbers', async () => {
		expect(await one('42.5::numeric')).toBe(42.5);
	});

	test('a hostile string is only a string', async () => {
		const hostile = `'; drop table kept; -- \\ $1 %s`;
		expect(await one('$1::text', hostile)).toBe(hostile);
		expect(await kept()).toEqual([]);
	});

	test('a transaction gives its result, and keeps what it wrote', async () => {
		const result = await database().transaction(async (queries) => {
			await queries.query('insert into kept values ($1)', [1]);
			return 'done';
		});
		expect(result).toBe('done');
		expect(await kept()).toEqual([{ id: 1 }]);
	});

	test('a transaction that throws leaves nothing behind', async () => {
		const failing = database().transaction(async (queries) => {
			await queries.query('insert into kept values (1)');
			throw new Error('changed my mind');
		});
		await expect(failing).rejects.toThrow('changed my mind');
		expect(await kept()).toEqual([]);
	});

	test('a transaction in which a statement fails leaves nothing behind', async () => {
		const failing = database().transaction(async (queries) => {
			await queries.query('insert into kept values (1)');
			await queries.query('select * from no_such_table');
		});
		await expect(failing).rejects.toThrow('no_such_table');
		expect(await kept()).toEqual([]);
	});

	test('a script runs whole or not at all', async () => {
		const script = 'insert into kept values (1); insert into kept values (2);';
		await database().execute(script);
		await expect(database().execute(`${script} select 1 / 0;`)).rejects.toThrow('division by zero');
		expect(await kept()).toEqual([{ id: 1 }, { id: 2 }]);
	});

	test('what is announced is heard, on its own channel and until it is stopped', async () => {
		const heard = vi.fn();
		const other = vi.fn();
		const stop = await database().listen('changes', heard);
		const stopOther = await database().listen('other', other);
		await database().query(`select pg_notify('changes', $1)`, ['{"team": "a"}']);
		await vi.waitFor(() => expect(heard).toHaveBeenCalledWith('{"team": "a"}'));
		await stop();
		await database().query(`select pg_notify('changes', 'late')`);
		await database().query(`select pg_notify('other', 'last')`);
		await vi.waitFor(() => expect(other).toHaveBeenCalledWith('last'));
		expect(heard).toHaveBeenCalledTimes(1);
		await stopOther();
	});

	test('what is announced inside a transaction that fails is not heard', async () => {
		const heard = vi.fn();
		const stop = await database().listen('changes', heard);
		const failing = database().transaction(async (queries) => {
			await queries.query(`select pg_notify('changes', 'never')`);
			throw new Error('changed my mind');
		});
		await expect(failing).rejects.toThrow();
		await database().query(`select pg_notify('changes', 'after')`);
		await vi.waitFor(() => expect(heard).toHaveBeenCalled());
		expect(heard.mock.calls).toEqual([['after']]);
		await stop();
	});
}
