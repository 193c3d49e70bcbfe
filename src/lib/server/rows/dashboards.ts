import { usualHosts } from '#lib/scorecard/dashboard.ts';
import type { Db } from './db.ts';

/** A host that an admin has allowed beside the usual ones. */
export type AllowedHost = { host: string; by: string | null; at: string };

export async function listAllowedHosts(db: Db, team: string): Promise<AllowedHost[]> {
	const { data } = await db
		.from('dashboard_hosts')
		.select('host, added_by, added_at')
		.eq('team_id', team)
		.order('host')
		.throwOnError();
	return data.map((row) => ({ host: row.host, by: row.added_by, at: row.added_at }));
}

/** Every host whose dashboards this team may be shown inside its pages. */
export async function framesOf(db: Db, team: string): Promise<string[]> {
	return [...usualHosts, ...(await listAllowedHosts(db, team)).map(({ host }) => host)];
}

/** Throws for whoever is no admin; a host that is allowed already stays as it is. */
export async function allowHost(db: Db, team: string, person: string, host: string): Promise<void> {
	const { error } = await db
		.from('dashboard_hosts')
		.insert({ team_id: team, host, added_by: person });
	if (error && error.code !== '23505') throw error;
}

/** False when it was not allowed, or it is not theirs to take away. */
export async function disallowHost(db: Db, team: string, host: string): Promise<boolean> {
	const { data } = await db
		.from('dashboard_hosts')
		.delete()
		.eq('team_id', team)
		.eq('host', host)
		.select('host')
		.throwOnError();
	return data.length > 0;
}
