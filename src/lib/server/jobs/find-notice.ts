import { isTimeZone } from '#lib/meeting/series.ts';
import { chosen, type Channel, type Kind } from '#lib/notices/kinds.ts';
import type { Reachable } from '#lib/notices/when.ts';
import type { Queries } from '../database/database.ts';

/** Somebody whose mailbox refused so many mails in a row within a week gets no other. */
const mostRefusals = 3;

/** A thing to tell somebody, and how they want to be told. */
export type Notice = {
	id: string;
	team: string | null;
	person: string;
	kind: Kind | 'digest';
	thing: string;
	email: string;
	reader: Reachable;
	channel: (kind: Kind) => Channel;
	/** The recap that says the same is still on its way. */
	awaitsRecap: boolean;
};

/** A notice as things stand now; undefined once its reader has left the team, or cannot be reached. */
export async function findNotice(queries: Queries, id: string): Promise<Notice | undefined> {
	const [row] = await queries.query<{
		team: string | null;
		person: string;
		kind: Notice['kind'];
		thing: string;
		email: string;
		zone: string;
		quiet_from: string | null;
		quiet_until: string | null;
		digest_at: string;
		away_from: string | null;
		away_until: string | null;
		choices: string;
		awaits_recap: boolean;
	}>(
		`select n.team_id as team, n.person_id as person, n.kind, n.thing, p.email, p.time_zone as zone,
			to_char(q.quiet_from, 'HH24:MI') as quiet_from, to_char(q.quiet_until, 'HH24:MI') as quiet_until,
			to_char(coalesce(q.digest_at, '08:00'), 'HH24:MI') as digest_at,
			p.away_from::text, p.away_until::text,
			coalesce((select jsonb_object_agg(c.kind, c.channel)::text from public.notice_choices c
				where c.person_id = n.person_id), '{}') as choices,
			n.kind in ('mention', 'assigned', 'due') and exists (
				select from private.notices r where r.person_id = n.person_id and r.kind = 'recap'
					and r.state in ('waiting', 'sending') and r.thing in (
						select a.meeting_id from public.action_items a where a.id = n.thing
						union all select c.meeting_id from public.recap_comments c where c.id = n.thing)
			) as awaits_recap
		from private.notices n join public.people p on p.id = n.person_id
			left join public.quiet_hours q on q.person_id = n.person_id
		where n.id = $1::uuid and p.email <> '' and p.erased_at is null
			and (n.team_id is null or exists (select from public.team_members m
				where m.team_id = n.team_id and m.person_id = n.person_id and m.left_at is null))
			and (
				select count(*) filter (where l.state = 'refused') from (
					select r.state from private.notices r where r.person_id = n.person_id
						and r.state in ('sent', 'refused') and r.changed_at > n.changed_at - interval '7 days'
					order by r.changed_at desc limit ${mostRefusals}
				) l
			) < ${mostRefusals}`,
		[id]
	);
	if (!row) return undefined;
	const { team, person, kind, thing, email, awaits_recap: awaitsRecap } = row;
	const choices = JSON.parse(row.choices) as Partial<Record<Kind, Channel>>;
	return {
		...{ id, team, person, kind, thing, email, awaitsRecap },
		channel: (of) => chosen(choices, of),
		reader: {
			zone: isTimeZone(row.zone) ? row.zone : 'Europe/London',
			quiet:
				row.quiet_from && row.quiet_until ? { from: row.quiet_from, until: row.quiet_until } : null,
			digestAt: row.digest_at,
			away: row.away_from && row.away_until ? { from: row.away_from, until: row.away_until } : null
		}
	};
}
