import { createHash } from 'node:crypto';
import { teamCalendar } from '#lib/meeting/team-calendar.ts';
import { asPerson } from '../database/as-person.ts';
import type { Database } from '../database/database.ts';
import { hashToken } from '../rows/invitations.ts';
import { readCalendar } from './read-calendar.ts';

export type Feed = { content: string; etag: string };

/**
 * The calendar behind a secret link, with the rights of whoever made it; undefined when the link is
 * unknown or withdrawn, or they left the team.
 */
export async function readFeed(
	database: Database,
	secret: string,
	site: string,
	now: Date
): Promise<Feed | undefined> {
	const [link] = await database.query<{ person: string; team: string; name: string }>(
		`select person_id::text as person, team_id::text as team, team as name
		from private.read_calendar_link($1)`,
		[hashToken(secret)]
	);
	if (!link) return undefined;
	const { series, meetings } = await asPerson(database, link.person, (queries) =>
		readCalendar(queries, link.team)
	);
	const content = teamCalendar({ name: link.name }, series, meetings, site, now.toISOString());
	return { content, etag: `"${createHash('sha256').update(content).digest('base64url')}"` };
}
