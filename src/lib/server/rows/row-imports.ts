import * as v from 'valibot';
import { rowKinds } from '#lib/import/fields.ts';
import { mostRows } from '#lib/import/limits.ts';
import { longestTitle } from '#lib/import/plan-rows.ts';
import type { Db } from './db.ts';
import { hashToken, newToken } from './invitations.ts';

const Line = (longest: number) =>
	v.pipe(
		v.string(),
		v.transform((typed) => typed.replace(/\p{Cc}+/gu, ' ').trim()),
		v.check((line) => Array.from(line).length <= longest)
	);

/** Rows of a list that somebody brings, as the page sends them. */
export const Brought = v.pipe(
	v.object({
		kind: v.picklist(rowKinds),
		file: v.pipe(Line(300), v.minLength(1)),
		rows: v.pipe(
			v.array(
				v.object({
					line: v.pipe(v.number(), v.integer(), v.minValue(1)),
					title: Line(longestTitle),
					details: Line(500),
					owner: v.nullable(v.pipe(v.string(), v.uuid())),
					due: v.nullable(v.pipe(v.string(), v.isoDate())),
					cycle: v.nullable(v.pipe(v.string(), v.uuid())),
					email: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(254)),
					role: v.picklist(['admin', 'member', 'observer'])
				})
			),
			v.minLength(1),
			v.maxLength(mostRows)
		)
	}),
	v.check(({ kind, rows }) =>
		rows.every(({ title, email }) =>
			kind === 'people' ? v.safeParse(v.pipe(v.string(), v.email()), email).success : title !== ''
		)
	)
);
export type Brought = v.InferOutput<typeof Brought>;

/** What bringing rows did, or would do; `there` has the lines of what was there already. */
export type BroughtIn = {
	outcome: 'looked' | 'entered' | 'nothing' | 'changed';
	import: string | null;
	entered: number;
	there: number[];
	/** Of the people invited, each with the secret of the link, which is nowhere to be had again. */
	invited: { email: string; token: string }[];
};

/** Says what bringing these rows would do. Nothing comes of it. */
export function lookAtRows(db: Db, team: string, brought: Brought): Promise<BroughtIn> {
	return bring(db, team, brought, true);
}

/** Brings them in, all or none; what is there already stays as it is. */
export function bringRows(db: Db, team: string, brought: Brought): Promise<BroughtIn> {
	return bring(db, team, brought, false);
}

async function bring(
	db: Db,
	team: string,
	{ kind, file, rows }: Brought,
	look: boolean
): Promise<BroughtIn> {
	const tokens = new Map(rows.map(({ line }) => [line, kind === 'people' ? newToken() : '']));
	const { data } = await db
		.rpc('bring_rows', {
			team,
			kind,
			file,
			look,
			brought: rows.map((row) => ({ ...row, token_hash: hashToken(tokens.get(row.line) ?? '') }))
		})
		.throwOnError();
	const [row] = data;
	if (!row) throw new Error('The database did not say what came of an import');
	const outcome = v.parse(v.picklist(['looked', 'entered', 'nothing', 'changed']), row.outcome);
	const isNew = ({ line }: { line: number }) => !row.there.includes(line);
	return {
		outcome,
		import: row.import_id,
		entered: row.entered,
		there: row.there,
		invited:
			outcome === 'entered' && kind === 'people'
				? rows.filter(isNew).map(({ line, email }) => ({ email, token: tokens.get(line) ?? '' }))
				: []
	};
}

export type PastImport = {
	id: string;
	kind: (typeof rowKinds)[number] | 'readings';
	file: string;
	entered: number;
	by: string | null;
	at: string;
	undoneAt: string | null;
	kept: number;
};

/** What was brought lately, the newest first. */
export async function listImports(db: Db, team: string): Promise<PastImport[]> {
	const { data } = await db
		.from('row_imports')
		.select('id, kind, file_name, entered, person_id, created_at, undone_at, kept')
		.eq('team_id', team)
		.order('created_at', { ascending: false })
		.limit(20)
		.throwOnError();
	return data.map((row) => ({
		id: row.id,
		kind: v.parse(v.picklist([...rowKinds, 'readings']), row.kind),
		file: row.file_name,
		entered: row.entered,
		by: row.person_id,
		at: row.created_at,
		undoneAt: row.undone_at,
		kept: row.kept
	}));
}

/** Takes an import back: what is as it came goes, what somebody worked with stays. */
export async function undoImport(
	db: Db,
	id: string
): Promise<{ kind: string; removed: number; kept: number } | undefined> {
	const { data } = await db.rpc('undo_import', { import: id }).throwOnError();
	return data[0];
}
