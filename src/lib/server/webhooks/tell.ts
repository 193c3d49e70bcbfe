import type { WebhookEvent } from '#lib/webhook/event.ts';
import { sealedItemsIn } from '../archive/sealed-items.ts';
import type { Database } from '../database/database.ts';

type Row = Record<string, unknown>;
const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** What there is to tell; undefined when it is gone, or sealed, which no message may tell of. */
export async function whatHappened(
	database: Database,
	event: string,
	subject: string,
	team: string,
	site: string,
	at: string
): Promise<WebhookEvent | undefined> {
	const [named] = await database.query<{ id: string; name: string }>(
		'select id::text as id, name from public.teams where id = $1::text::uuid',
		[team]
	);
	if (!named) return undefined;
	if (event === 'test')
		return { type: 'test', timestamp: at, data: { team: named, link: `${site}/t/${team}` } };
	const isItem = event.startsWith('hot_item.');
	const [item] = isItem
		? await database.query<Row>(
				`select id::text as id, title, question, state, meeting_id::text as meeting
				from public.hot_items where id = $1::text::uuid and team_id = $2::text::uuid`,
				[subject, team]
			)
		: [];
	if (isItem && !item) return undefined;
	const [meeting] = await database.query<Row>(
		`select id::text as id, name, number::int as number, occurs_on::text as day, state
		from public.meetings where id = $1::text::uuid and team_id = $2::text::uuid`,
		[item ? text(item['meeting']) : subject, team]
	);
	if (!meeting) return undefined;
	const id = text(meeting['id']);
	const sealed = await sealedItemsIn(database, [id]);
	const isOpen = (row: Row) =>
		!sealed.has(text(row['id'])) && !sealed.has(text(row['hot_item_id']));
	const about = {
		team: named,
		link: `${site}/m/${id}/${meeting['state'] === 'closed' ? 'recap' : 'live'}`,
		meeting: {
			id,
			name: text(meeting['name']),
			number: Number(meeting['number']),
			day: text(meeting['day'])
		}
	};
	if (item) {
		if (!isOpen(item)) return undefined;
		const hotItem = {
			id: text(item['id']),
			title: text(item['title']),
			question: text(item['question']),
			state: text(item['state'])
		};
		const type = event === 'hot_item.raised' ? 'hot_item.raised' : 'hot_item.ended';
		return { type, timestamp: at, data: { ...about, hotItem } };
	}
	if (event === 'meeting.started') return { type: 'meeting.started', timestamp: at, data: about };
	return {
		type: 'meeting.closed',
		timestamp: at,
		data: { ...about, ...(await leftBehind(database, id, isOpen)) }
	};
}

async function leftBehind(database: Database, meeting: string, isOpen: (row: Row) => boolean) {
	const ask = async (columns: string, from: string) =>
		(
			await database.query<Row>(
				`select ${columns} from ${from} where x.meeting_id = $1::text::uuid order by x.id`,
				[meeting]
			)
		).filter(isOpen);
	const owned = 'x.id::text as id, x.title, x.hot_item_id::text as hot_item_id, p.name as owner';
	const decisions = await ask(
		owned,
		'public.decisions x left join public.people p on p.id = x.owner_id'
	);
	const actions = await ask(
		`${owned}, x.due_on::text as due`,
		'public.action_items x left join public.people p on p.id = x.owner_id'
	);
	const hotItems = await ask('x.id::text as id, x.title, x.state', 'public.hot_items x');
	const [rated] = await database.query<{ mean: number | null }>(
		`select avg(r.rating)::float8 as mean from public.meeting_ratings r join public.meetings m on m.id = r.meeting_id
		where m.id = $1::text::uuid and m.ratings_revealed_at is not null`,
		[meeting]
	);
	const toOwned = (row: Row) => ({
		id: text(row['id']),
		title: text(row['title']),
		owner: text(row['owner']) || null
	});
	return {
		decisions: decisions.map(toOwned),
		actions: actions.map((row) => ({ ...toOwned(row), due: text(row['due']) || null })),
		hotItems: hotItems.map((row) => ({
			id: text(row['id']),
			title: text(row['title']),
			state: text(row['state'])
		})),
		rating: rated?.mean ?? null
	};
}
