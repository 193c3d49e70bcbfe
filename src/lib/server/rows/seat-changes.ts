import type { SeatLink } from '#lib/team/chart.ts';
import type { Db } from './db.ts';

export type SeatFields = {
	title: string;
	accountabilities: string[];
	reportsTo: string | null;
	isKey: boolean;
};

/** The database keeps the lines a tree. */
function isLoop(error: { message: string } | null): boolean {
	return error?.message.includes('cannot report to itself') ?? false;
}

const toRow = ({ title, accountabilities, reportsTo, isKey }: SeatFields) => ({
	...{ title, accountabilities },
	reports_to: reportsTo,
	is_key: isKey
});

/** Puts a seat behind the others, under the id it is given. */
export async function addSeat(db: Db, team: string, id: string, seat: SeatFields): Promise<void> {
	const { data } = await db
		.from('seats')
		.select('position')
		.eq('team_id', team)
		.order('position', { ascending: false })
		.limit(1)
		.throwOnError();
	const position = (data[0]?.position ?? 0) + 1;
	await db
		.from('seats')
		.insert({ id, team_id: team, position, ...toRow(seat) })
		.throwOnError();
}

/** `none` when the team has no such seat, or this person may not; `loop` when it would report to itself. */
export async function editSeat(
	db: Db,
	team: string,
	id: string,
	seat: SeatFields
): Promise<'changed' | 'none' | 'loop'> {
	const { data, error } = await db
		.from('seats')
		.update(toRow(seat))
		.eq('team_id', team)
		.eq('id', id)
		.select('id');
	if (isLoop(error)) return 'loop';
	if (error) throw error;
	return data.length > 0 ? 'changed' : 'none';
}

/** Closes a seat; those that report to it then report to whom it reported. */
export async function endSeat(db: Db, team: string, id: string, at: Date): Promise<boolean> {
	const { data: seat } = await db
		.from('seats')
		.select('reports_to')
		.eq('team_id', team)
		.eq('id', id)
		.maybeSingle()
		.throwOnError();
	if (!seat) return false;
	await db
		.from('seats')
		.update({ reports_to: seat.reports_to })
		.eq('team_id', team)
		.eq('reports_to', id)
		.throwOnError();
	const { data } = await db
		.from('seats')
		.update({ ended_at: at.toISOString() })
		.eq('team_id', team)
		.eq('id', id)
		.select('id')
		.throwOnError();
	return data.length > 0;
}

/** Gives a seat to somebody of the team, or to anybody else by name; twice changes nothing. */
export async function giveSeat(
	db: Db,
	team: string,
	seat: string,
	holder: { person: string } | { name: string }
): Promise<void> {
	const row = 'person' in holder ? { person_id: holder.person } : { name: holder.name };
	const { error } = await db.from('seat_holders').insert({ seat_id: seat, team_id: team, ...row });
	if (error && error.code !== '23505') throw error;
}

export async function takeSeat(db: Db, team: string, holder: string): Promise<void> {
	await db.from('seat_holders').delete().eq('team_id', team).eq('id', holder).throwOnError();
}

export async function linkSeat(
	db: Db,
	team: string,
	seat: string,
	{ kind, row }: Pick<SeatLink, 'kind' | 'row'>
): Promise<void> {
	const linked =
		kind === 'metric'
			? { metric_id: row }
			: kind === 'priority'
				? { priority_id: row }
				: { objective_id: row };
	const { error } = await db.from('seat_links').insert({ seat_id: seat, team_id: team, ...linked });
	if (error && error.code !== '23505') throw error;
}

export async function unlinkSeat(db: Db, team: string, link: string): Promise<void> {
	await db.from('seat_links').delete().eq('team_id', team).eq('id', link).throwOnError();
}

/** Whether a seat sits in a weekly meeting. */
export async function seatInSeries(
	db: Db,
	team: string,
	seat: string,
	series: string,
	sits: boolean
): Promise<void> {
	if (!sits) {
		await db
			.from('series_seats')
			.delete()
			.eq('team_id', team)
			.eq('seat_id', seat)
			.eq('series_id', series)
			.throwOnError();
		return;
	}
	const row = { series_id: series, seat_id: seat, team_id: team };
	const { error } = await db.from('series_seats').insert(row);
	if (error && error.code !== '23505') throw error;
}

/** Signs the chart as it stands. */
export async function signChart(
	db: Db,
	team: string,
	person: string,
	signed: { on: string; note: string; seats: number; vacant: number }
): Promise<void> {
	const { on, ...said } = signed;
	await db
		.from('chart_reviews')
		.insert({ team_id: team, signed_by: person, reviewed_on: on, ...said })
		.throwOnError();
}
