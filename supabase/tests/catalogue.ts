import type { Database } from '../../src/lib/server/database/database.ts';
import { expectations, tableOf } from './expectations.ts';

/** What is wrong with the guard of each table of the API; nothing, when all are guarded. */
export async function unguarded(database: Database): Promise<string[]> {
	const tables = await database.query<{ name: string; secured: boolean; policies: number }>(`
		select c.relname::text as name, c.relrowsecurity as secured,
			(select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
		from pg_class c
		where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
		order by c.relname
	`);
	const known = new Set(Object.keys(expectations).map(tableOf));
	return tables.flatMap(({ name, secured, policies }) => [
		...(secured ? [] : [`${name} has no row-level security`]),
		...(policies > 0 ? [] : [`${name} has no policies`]),
		...(known.has(name) ? [] : [`${name} is not in expectations.ts`])
	]);
}

/** The columns of a table an API role may write, or read, in alphabetical order. */
export async function columnsOpenTo(
	database: Database,
	role: 'anon' | 'authenticated',
	table: string,
	verb: 'select' | 'insert' | 'update'
): Promise<string> {
	const [row] = await database.query<{ columns: string }>(
		`select coalesce(string_agg(a.attname, ' ' order by a.attname::text collate "C"), '') as columns
		from pg_attribute a
		where a.attrelid = ('public.' || $1::text)::regclass and a.attnum > 0 and not a.attisdropped
			and has_column_privilege($2::text, a.attrelid, a.attnum, $3::text)`,
		[table, role, verb]
	);
	return row?.columns ?? '';
}

/** Whether an API role may delete from a table at all. */
export async function mayDelete(
	database: Database,
	role: 'anon' | 'authenticated',
	table: string
): Promise<boolean> {
	const [row] = await database.query<{ may: boolean }>(
		`select has_table_privilege($1::text, 'public.' || $2::text, 'delete, truncate') as may`,
		[role, table]
	);
	return row?.may ?? false;
}

/** The functions an API role may call. */
export async function functionsOpenTo(
	database: Database,
	role: 'anon' | 'authenticated',
	schema: 'public' | 'private'
): Promise<string[]> {
	const rows = await database.query<{ name: string }>(
		`select p.proname::text as name from pg_proc p
		where p.pronamespace = ($1::text)::regnamespace and has_function_privilege($2::text, p.oid, 'execute')
			and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
		order by p.proname::text collate "C"`,
		[schema, role]
	);
	return rows.map((row) => row.name);
}
