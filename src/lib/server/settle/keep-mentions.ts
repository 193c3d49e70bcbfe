import type { MessageDocument } from '#lib/live/message-document.ts';
import type { Person } from '#lib/meeting/person.ts';
import { askedIn } from '#lib/message/asked.ts';
import type { Queries } from '../database/database.ts';
import type { Lease } from '../sync/leases.ts';

/** Members write the document freely: what was never said at a time asks nobody. */
const isTime = (at: number) => at >= 0 && at < Date.UTC(2200, 0);
const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id);

/**
 * Makes public.message_mentions say who owes an answer in the comments now.
 *
 * @throws when the lease is not this node's any more
 */
export async function keepMentions(
	queries: Queries,
	team: string,
	message: MessageDocument,
	{ node, epoch }: Lease
): Promise<void> {
	const threads = message.threads().filter(({ id }) => isUuid(id));
	const people = await readWriters(queries, team);
	const rows = askedIn(threads, people)
		.filter(({ by, at }) => isUuid(by) && isTime(at))
		.map(({ thread, person, by, at, on, quote, body }) => ({
			comment_id: thread,
			person_id: person,
			said_by: by,
			said_at: new Date(at).toISOString(),
			about: on,
			quote,
			body
		}));
	await queries.query(
		'select private.keep_message_mentions($1::uuid, $2::text::jsonb, $3::uuid, $4::bigint)',
		[team, JSON.stringify(rows), node, epoch]
	);
}

/** Who can be named by an @: whoever can answer. */
async function readWriters(queries: Queries, team: string): Promise<Person[]> {
	const rows = await queries.query<{
		id: string;
		name: string;
		title: string;
		hue: number;
		role: 'admin' | 'member';
	}>(
		`select p.id, p.name, m.title, m.hue, m.role from public.team_members m
		join public.people p on p.id = m.person_id
		where m.team_id = $1::uuid and m.left_at is null and m.role <> 'observer'`,
		[team]
	);
	return rows.map((row) => ({ ...row, current: true }));
}
