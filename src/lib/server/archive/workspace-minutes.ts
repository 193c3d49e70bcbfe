import type { Minutes } from '#lib/archive/minutes.ts';
import type { Queries } from '../database/database.ts';
import { withoutSealed, type Sealed } from './sealed-items.ts';

/** So many meetings are asked about in one go. */
const together = 40;

type Row = Record<string, unknown>;
type Meeting = { id: string; team: string; teamName: string };

/** The minutes of the meetings of these teams that began, the oldest first, with the rights of whoever asks. */
export async function* minutesOf(
	queries: Queries,
	teams: string[],
	sealed: Sealed
): AsyncGenerator<{ meeting: Meeting; minutes: Minutes }> {
	const people = await namesOf(queries);
	const meetings = await queries.query<{ row: string }>(
		`select json_build_object('id', m.id, 'team', m.team_id, 'teamName', t.name, 'name', m.name,
			'number', m.number, 'state', m.state, 'day', m.occurs_on, 'place', m.place)::text as row
		from public.meetings m join public.teams t on t.id = m.team_id
		where m.team_id = any ($1::text::uuid[]) and m.opened_at is not null
		order by m.starts_at, m.id`,
		[`{${teams.join(',')}}`]
	);
	for (let from = 0; from < meetings.length; from += together) {
		const some = meetings.slice(from, from + together).map(({ row }) => JSON.parse(row) as Row);
		const left = await leftBehind(
			queries,
			some.map(({ id }) => String(id)),
			sealed
		);
		for (const meeting of some)
			yield {
				meeting: {
					id: String(meeting['id']),
					team: String(meeting['team']),
					teamName: String(meeting['teamName'])
				},
				minutes: toMinutes(meeting, left, people)
			};
	}
}

async function namesOf(queries: Queries): Promise<(id: unknown) => string> {
	const rows = await queries.query<{ id: string; name: string }>(
		'select id::text, name from public.people'
	);
	const names = new Map(rows.map(({ id, name }) => [id, name]));
	return (id) => names.get(String(id)) ?? '';
}

/** What is asked of each table, in the order it is written down. */
const asked = {
	agenda_segments: 'position',
	attendances: 'arrived_at',
	hot_items: 'position',
	notes: 'position',
	decisions: 'captured_at, id',
	action_items: 'captured_at, id',
	insights: 'captured_at, id',
	risks: 'captured_at, id',
	cascade_messages: 'position',
	meeting_ratings: 'rating'
} as const;

type Left = Record<keyof typeof asked, Map<unknown, Row[]>>;

async function leftBehind(queries: Queries, meetings: string[], sealed: Sealed): Promise<Left> {
	const left: Partial<Left> = {};
	for (const [table, order] of Object.entries(asked)) {
		const rows = await queries.query<{ row: string }>(
			`select to_jsonb(t)::text as row from public.${table} t
			where meeting_id = any ($1::text::uuid[]) order by ${order}`,
			[`{${meetings.join(',')}}`]
		);
		const shown = rows.flatMap(({ row }) => {
			const kept = withoutSealed(table, JSON.parse(row) as Row, sealed);
			return kept ? [kept] : [];
		});
		left[table as keyof typeof asked] = Map.groupBy(shown, (row) => row['meeting_id']);
	}
	return left as Left;
}

function toMinutes(meeting: Row, left: Left, nameOf: (id: unknown) => string): Minutes {
	const of = (table: keyof Left) => left[table].get(meeting['id']) ?? [];
	const said = (value: unknown) => (typeof value === 'string' ? value : '');
	return {
		team: said(meeting['teamName']),
		name: said(meeting['name']),
		number: Number(meeting['number']),
		state: said(meeting['state']),
		day: said(meeting['day']),
		place: said(meeting['place']),
		present: of('attendances').map((row) => nameOf(row['person_id'])),
		decisions: of('decisions').map((row) => ({
			title: said(row['title']),
			owner: nameOf(row['owner_id'])
		})),
		actions: of('action_items').map((row) => ({
			title: said(row['title']),
			owner: nameOf(row['owner_id']),
			due: said(row['due_on']) || null,
			done: row['done_at'] !== null
		})),
		insights: of('insights').map((row) => said(row['title'])),
		risks: of('risks').map((row) => ({
			title: said(row['title']),
			owner: nameOf(row['owner_id'])
		})),
		hotItems: of('hot_items').map((row) => ({
			id: said(row['id']),
			title: said(row['title']),
			question: said(row['question']),
			state: said(row['state'])
		})),
		segments: of('agenda_segments').map((row) => ({
			id: said(row['id']),
			title: said(row['title']),
			plannedMinutes: Number(row['planned_minutes']),
			spentMs: Number(row['spent_ms'])
		})),
		notes: of('notes').map((row) => ({
			of: said(row['hot_item_id']) || said(row['segment_id']) || null,
			body: said(row['body']),
			author: nameOf(row['author_id'])
		})),
		cascade: of('cascade_messages').map((row) => ({
			audience: said(row['audience']),
			body: said(row['body']),
			teller: nameOf(row['teller_id'])
		})),
		ratings: of('meeting_ratings').map((row) => Number(row['rating']))
	};
}
