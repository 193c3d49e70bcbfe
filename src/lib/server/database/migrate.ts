import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from './database.ts';

export type Migration = { version: string; name: string; statements: string };

/** The migrations of a folder in order, named `<14 digits>_<name>.sql` as the Supabase CLI does. */
export async function readMigrations(folder: string): Promise<Migration[]> {
	const files = (await readdir(folder)).filter((file) => /^\d{14}_.+\.sql$/.test(file)).sort();
	return Promise.all(
		files.map(async (file) => ({
			version: file.slice(0, 14),
			name: file.slice(15, -4),
			statements: await readFile(join(folder, file), 'utf8')
		}))
	);
}

// "if not exists" does not hold between two nodes that start at once; the lock does.
const history = `
	select pg_advisory_xact_lock(hashtext('drumbeat migrations'));
	create schema if not exists supabase_migrations;
	create table if not exists supabase_migrations.schema_migrations (
		version text primary key, statements text[], name text
	);
`;

/**
 * Applies what is missing, each migration in a transaction of its own together with its mark in
 * the history that the Supabase CLI keeps too. Two nodes that start at once apply each one once.
 */
export async function migrate(database: Database, folder: string): Promise<string[]> {
	const applied: string[] = [];
	await database.execute(history);
	const missing = new Set(await missingMigrations(database, folder));
	for (const migration of await readMigrations(folder)) {
		if (!missing.has(migration.version)) continue;
		// The mark goes in first: of two nodes, the second waits for it and then finds it taken.
		const script = `
			insert into supabase_migrations.schema_migrations (version, name)
				values ('${migration.version}', '${migration.name}');
			${migration.statements}
		`;
		try {
			await database.execute(script);
			applied.push(migration.version);
		} catch (error) {
			const rest = await missingMigrations(database, folder);
			if (rest.includes(migration.version)) throw error;
		}
	}
	return applied;
}

/** The versions in the folder that the database does not have. */
export async function missingMigrations(database: Database, folder: string): Promise<string[]> {
	const rows = await database
		.query<{ version: string }>('select version from supabase_migrations.schema_migrations')
		.catch(() => []);
	const known = new Set(rows.map((row) => row.version));
	return (await readMigrations(folder))
		.map((migration) => migration.version)
		.filter((version) => !known.has(version));
}
