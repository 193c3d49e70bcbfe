import type { Db } from './db.ts';

export type MadeExport = { at: string; by: string; bytes: number | null };

/** The newest export of a workspace; undefined when there is none, or for whoever is no admin. */
export async function findLastExport(db: Db, workspace: string): Promise<MadeExport | undefined> {
	const { data } = await db
		.from('workspace_exports')
		.select('made_at, bytes, people(name)')
		.eq('workspace_id', workspace)
		.order('made_at', { ascending: false })
		.limit(1)
		.maybeSingle()
		.throwOnError();
	return data
		? { at: data.made_at, by: data.people?.name ?? 'a former member', bytes: data.bytes }
		: undefined;
}
