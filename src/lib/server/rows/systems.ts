import { addDays } from '#lib/calendar/day.ts';
import type { Synced, System } from '#lib/diagnosis/systems.ts';
import type { Db } from './db.ts';

/** The register, by name. */
export async function listSystems(db: Db, team: string): Promise<System[]> {
	const { data } = await db
		.from('systems')
		.select('id, name, holds, owner_id, filling, system_feeds(metric_id)')
		.eq('team_id', team)
		.is('removed_at', null)
		.order('name')
		.order('id')
		.throwOnError();
	return data.map(({ id, name, holds, owner_id, filling, system_feeds }) => ({
		...{ id, name, holds, owner: owner_id },
		filling: filling === 'automatic' ? ('automatic' as const) : ('by hand' as const),
		feeds: system_feeds.map(({ metric_id }) => metric_id).toSorted()
	}));
}

/** A year and a bit: a quarterly metric has had four. */
const lookBack = 400;

/** The newest reading of each metric, and whether a person or a program brought it. */
export async function listSynced(db: Db, team: string, today: string): Promise<Synced[]> {
	const { data } = await db
		.from('metrics')
		.select('id, readings(period, entered_at, entered_by)')
		.eq('team_id', team)
		.is('removed_at', null)
		.gte('readings.period', addDays(today, -lookBack))
		.order('period', { referencedTable: 'readings', ascending: false })
		.limit(1, { referencedTable: 'readings' })
		.throwOnError();
	return data.flatMap(({ id, readings: [newest] }) =>
		newest
			? {
					...{ metric: id, period: newest.period },
					enteredOn: newest.entered_at.slice(0, 10),
					byProgram: newest.entered_by === null
				}
			: []
	);
}

type SystemFields = Omit<System, 'id' | 'feeds'>;

/** Puts a system into the register with the metrics it feeds, or says it anew. */
export async function saveSystem(
	db: Db,
	team: string,
	id: string | undefined,
	{ name, holds, owner, filling }: SystemFields,
	feeds: readonly string[]
): Promise<boolean> {
	const row = { name, holds, owner_id: owner, filling };
	const system = id ?? crypto.randomUUID();
	if (id === undefined)
		await db
			.from('systems')
			.insert({ id: system, team_id: team, ...row })
			.throwOnError();
	else {
		const { data } = await db
			.from('systems')
			.update(row)
			.eq('team_id', team)
			.eq('id', id)
			.select('id')
			.throwOnError();
		if (data.length === 0) return false;
		await db
			.from('system_feeds')
			.delete()
			.eq('team_id', team)
			.eq('system_id', system)
			.throwOnError();
	}
	if (feeds.length > 0)
		await db
			.from('system_feeds')
			.insert(feeds.map((metric) => ({ system_id: system, metric_id: metric, team_id: team })))
			.throwOnError();
	return true;
}

/** False when the team has no such system, or this person may not. */
export async function removeSystem(db: Db, team: string, id: string, at: Date): Promise<boolean> {
	const { data } = await db
		.from('systems')
		.update({ removed_at: at.toISOString() })
		.eq('team_id', team)
		.eq('id', id)
		.select('id')
		.throwOnError();
	return data.length > 0;
}
