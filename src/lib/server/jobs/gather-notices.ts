import { dayIn } from '#lib/calendar/day.ts';
import { isTimeZone } from '#lib/meeting/series.ts';
import { reminderOn } from '#lib/notices/when.ts';
import type { Queries } from '../database/database.ts';

/** Writes down what people are to be told now, each thing once for each of them. */
export async function gatherNotices(queries: Queries, now: Date): Promise<void> {
	await queries.query('select private.gather_notices($1::text::timestamptz)', [now.toISOString()]);
	const due = await findDue(queries, now);
	if (due.length > 0)
		await queries.query(
			`insert into private.notices (team_id, person_id, kind, thing, occasion, next_try_at, changed_at)
			select r.team, r.person, 'due', r.action, r.occasion, $2::text::timestamptz, $2::text::timestamptz
			from jsonb_to_recordset($1::text::jsonb) as r (team uuid, person uuid, action uuid, occasion text)
			on conflict do nothing`,
			[JSON.stringify(due), now.toISOString()]
		);
	await queries.query(
		`insert into private.notices (person_id, kind, thing, occasion, next_try_at, changed_at)
		select distinct n.person_id, 'digest', n.person_id, to_char(n.next_try_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI'),
			n.next_try_at, $1::text::timestamptz
		from private.notices n
		where n.state = 'digest' and n.digest_id is null and n.next_try_at <= $1::text::timestamptz
		on conflict do nothing`,
		[now.toISOString()]
	);
}

/** Open actions that are due tomorrow or were yesterday where their owner lives. */
async function findDue(queries: Queries, now: Date) {
	const rows = await queries.query<{
		team: string;
		person: string;
		action: string;
		due: string;
		zone: string;
	}>(
		`select a.team_id as team, a.owner_id as person, a.id as action, a.due_on::text as due, p.time_zone as zone
		from public.action_items a
			join public.team_members m on m.team_id = a.team_id and m.person_id = a.owner_id and m.left_at is null
			join public.people p on p.id = a.owner_id and p.email <> '' and p.erased_at is null
			join public.teams t on t.id = a.team_id
			join public.workspaces w on w.id = t.workspace_id and not w.sample
			left join public.meetings g on g.id = a.meeting_id
		where a.done_at is null and (g.id is null or g.state = 'closed')
			and a.due_on between $1::text::date - 2 and $1::text::date + 2`,
		[now.toISOString().slice(0, 10)]
	);
	return rows.flatMap(({ team, person, action, due, zone: said }) => {
		const zone = isTimeZone(said) ? said : 'Europe/London';
		const reminder = reminderOn(due, dayIn(zone, now));
		return reminder ? [{ team, person, action, occasion: `${reminder} ${due}` }] : [];
	});
}
