import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { borrowDatabase, server } from '../../../../supabase/tests/backends.ts';
import { migrate, missingMigrations, readMigrations } from './migrate.ts';
import { wrapPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

const [first, second] = ['20260101000000', '20260102000000'];
let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'drumbeat-'));
	await write(
		`${first}_people.sql`,
		'create table people (id int); insert into people values (1);'
	);
	await write(`${second}_teams.sql`, 'create table teams (id int);');
	await write('README.md', 'not a migration');
	await write('seed.sql', 'select 1 / 0');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFile(join(folder, name), text);

test('migrations are read in order, with their names', async () => {
	expect(await readMigrations(folder)).toMatchObject([
		{ version: first, name: 'people' },
		{ version: second, name: 'teams' }
	]);
});

describe('a new database', () => {
	test('lacks every migration until they are applied, each once', async () => {
		const database = wrapPglite(new PGlite());
		expect(await missingMigrations(database, folder)).toEqual([first, second]);
		expect(await migrate(database, folder)).toEqual([first, second]);
		expect(await missingMigrations(database, folder)).toEqual([]);
		expect(await migrate(database, folder)).toEqual([]);
		expect(await database.query('select id from people')).toEqual([{ id: 1 }]);
		await write('20260103000000_more.sql', 'insert into people values (2);');
		expect(await migrate(database, folder)).toEqual(['20260103000000']);
		await database.close();
	});

	test('keeps what came before a migration that fails, and nothing of it', async () => {
		const database = wrapPglite(new PGlite());
		await write(`${second}_teams.sql`, 'create table teams (id int); select 1 / 0;');
		await expect(migrate(database, folder)).rejects.toThrow('division by zero');
		expect(await missingMigrations(database, folder)).toEqual([second]);
		await expect(database.query('select * from teams')).rejects.toThrow('teams');
		await write(`${second}_teams.sql`, 'create table teams (id int);');
		expect(await migrate(database, folder)).toEqual([second]);
		await database.close();
	});
});

describe.skipIf(!server)(
	server ? 'two nodes on one PostgreSQL' : 'two nodes on one PostgreSQL (needs TEST_DATABASE_URL)',
	() => {
		test('that start at once apply each migration once', async () => {
			for (let round = 0; round < 5; round += 1) {
				const { url, drop } = await borrowDatabase();
				const nodes = [openPostgres(url), openPostgres(url), openPostgres(url)];
				try {
					const applied = await Promise.all(nodes.map((node) => migrate(node, folder)));
					expect(applied.flat().sort()).toEqual([first, second]);
					expect(await nodes[0]?.query('select id from people')).toEqual([{ id: 1 }]);
				} finally {
					await Promise.all(nodes.map((node) => node.close()));
					await drop();
				}
			}
		});
	}
);
