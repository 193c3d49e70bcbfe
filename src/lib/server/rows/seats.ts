import { daysSince } from '#lib/calendar/day.ts';
import type { Facts } from '#lib/diagnosis/evidence.ts';
import type { Change, Review, Seat } from '#lib/team/chart.ts';
import type { Db } from './db.ts';

/** The seats of a team in their order, with who holds them and what they are linked with. */
export async function listSeats(db: Db, team: string): Promise<Seat[]> {
	const { data } = await db
		.from('seats')
		.select(
			'id, title, accountabilities, reports_to, is_key, position, seat_holders(id, person_id, name, since), seat_links(id, metric_id, priority_id, objective_id), series_seats(series_id)'
		)
		.eq('team_id', team)
		.is('ended_at', null)
		.order('position')
		.order('created_at')
		.order('id')
		.throwOnError();
	return data.map((row) => ({
		id: row.id,
		title: row.title,
		accountabilities: row.accountabilities,
		reportsTo: row.reports_to,
		isKey: row.is_key,
		holders: row.seat_holders
			.toSorted((one, other) =>
				one.since < other.since ? -1 : one.since > other.since ? 1 : one.id < other.id ? -1 : 1
			)
			.map(({ id, person_id, name, since }) => ({ id, person: person_id, name, since })),
		links: row.seat_links
			.toSorted((one, other) => (one.id < other.id ? -1 : 1))
			.map((link) => ({
				id: link.id,
				kind: link.metric_id
					? ('metric' as const)
					: link.priority_id
						? ('priority' as const)
						: ('objective' as const),
				row: link.metric_id ?? link.priority_id ?? link.objective_id ?? ''
			})),
		series: row.series_seats.map(({ series_id }) => series_id)
	}));
}

/** Who signed the chart, the newest first. */
export async function listReviews(db: Db, team: string): Promise<Review[]> {
	const { data } = await db
		.from('chart_reviews')
		.select('id, reviewed_on, signed_by, note, seats, vacant')
		.eq('team_id', team)
		.order('reviewed_on', { ascending: false })
		.order('signed_at', { ascending: false })
		.limit(12)
		.throwOnError();
	return data.map(({ id, reviewed_on, signed_by, note, seats, vacant }) => ({
		...{ id, note, seats, vacant },
		on: reviewed_on,
		by: signed_by
	}));
}

/** What was changed in the chart, the newest first. */
export async function listChanges(db: Db, team: string): Promise<Change[]> {
	const { data } = await db
		.from('seat_changes')
		.select('id, seat, what, changed_by, changed_at')
		.eq('team_id', team)
		.order('changed_at', { ascending: false })
		.order('id')
		.limit(60)
		.throwOnError();
	return data.map(({ id, seat, what, changed_by, changed_at }) => ({
		...{ id, seat, what },
		by: changed_by,
		at: new Date(changed_at).toISOString()
	}));
}

/** What the chart says of the team, in numbers. */
export async function countSeats(
	db: Db,
	team: string,
	today: string
): Promise<Pick<Facts, 'seats' | 'chartReviewed'>> {
	const [seats, [review]] = await Promise.all([listSeats(db, team), listReviews(db, team)]);
	const isVacant = ({ holders }: Seat) => holders.length === 0;
	const key = seats.filter(({ isKey }) => isKey);
	return {
		seats: {
			all: seats.length,
			vacant: seats.filter(isVacant).length,
			twice: seats.filter(({ holders }) => holders.length > 1).length,
			key: key.length,
			keyVacant: key.filter(isVacant).length
		},
		chartReviewed: review ? Math.max(0, daysSince(review.on, today)) : null
	};
}
