import type { Queries } from '../database/database.ts';

/** What stays behind, and the reason, as the file itself says it. */
export const leftBehind: Record<string, string> = {
	calendar_links: 'a calendar link is a secret of one installation',
	invitations: 'links that let people in work only where they were made',
	notice_choices: 'how somebody is told is theirs to say where they are told',
	quiet_hours: 'when somebody wants quiet is theirs to say where they are told',
	reading_import_parts: 'what somebody was about to import is not entered yet',
	row_imports: 'an import can be taken back only where it was made',
	search_passages: 'what search finds is made anew from the rows',
	team_tokens: 'a token is a secret of one installation',
	webhooks: 'a webhook has the secret of one installation',
	webhook_deliveries: 'what webhooks were told is of this installation',
	workspace_exports: 'which exports were made is of this installation'
};

/** Columns that point at what stays behind. */
const columnsLeftBehind = new Set(['readings.token_id']);

/** A table as whoever asks may read it. */
export type Table = {
	name: string;
	/** In the order of the table; generated ones are computed again, and left out. */
	columns: string[];
	key: string[];
	/** What its rows belong to. */
	scope: 'team' | 'workspace' | 'person';
};

/**
 * The tables a workspace consists of: all that belong to a team or to the workspace itself, so that
 * a table of tomorrow is taken along without anybody thinking of it.
 */
export async function listTables(queries: Queries): Promise<Table[]> {
	const rows = await queries.query<{ name: string; columns: string; key: string }>(
		`select c.relname::text as name,
			string_agg(a.attname::text, ' ' order by a.attnum) filter (where a.attgenerated = ''
				and has_column_privilege(current_user, c.oid, a.attnum, 'select')) as columns,
			(select string_agg(k.attname::text, ' ' order by array_position(i.indkey::int2[], k.attnum))
				from pg_index i join pg_attribute k on k.attrelid = c.oid and k.attnum = any (i.indkey)
				where i.indrelid = c.oid and i.indisprimary) as key
		from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
		group by c.oid, c.relname order by c.relname::text collate "C"`
	);
	return rows.flatMap(({ name, columns: listed, key }) => {
		const columns = (listed ?? '')
			.split(' ')
			.filter((column) => column && !columnsLeftBehind.has(`${name}.${column}`));
		const scope = scopeOf(name, columns);
		if (!scope || name in leftBehind) return [];
		return [{ name, columns, key: key.split(' '), scope }];
	});
}

function scopeOf(name: string, columns: string[]): Table['scope'] | undefined {
	if (name === 'people') return 'person';
	if (name === 'workspaces' || name === 'workspace_members') return 'workspace';
	if (name === 'teams' || columns.includes('team_id')) return 'team';
	return columns.includes('workspace_id') ? 'workspace' : undefined;
}

/** Tables in an order in which what is referred to comes first. */
export async function inOrderOfReference(queries: Queries, names: string[]): Promise<string[]> {
	const references = await queries.query<{ from: string; to: string }>(
		`select f.relname::text as from, t.relname::text as to
		from pg_constraint c join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
		where c.contype = 'f' and c.conrelid <> c.confrelid and not c.condeferrable
			and f.relnamespace = 'public'::regnamespace and t.relnamespace = 'public'::regnamespace`
	);
	const waiting = new Set(names);
	const ordered: string[] = [];
	while (waiting.size > 0) {
		const free = [...waiting].filter((name) =>
			references.every(({ from, to }) => from !== name || !waiting.has(to))
		);
		if (free.length === 0)
			throw new Error(`Tables refer to each other: ${[...waiting].join(', ')}`);
		for (const name of free) {
			waiting.delete(name);
			ordered.push(name);
		}
	}
	return ordered;
}
