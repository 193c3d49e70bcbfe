-- How many things need somebody is asked with every page. Under the policies, each table of it looked
-- through all meetings and comments of all teams of theirs first: seconds, after five years in twenty.
-- So it is counted without them, for nobody but whoever asks, and only in a team they sit in.
create function private.count_needs(of_team uuid, today date) returns json
	language sql stable security definer set search_path = ''
	as $$
		with me as (
			select t.person_id as id, t.joined_at::date as joined_on, t.role <> 'observer' as writes
			from public.team_members t
			where t.team_id = of_team and t.person_id = (select auth.uid()) and t.left_at is null
		), said as materialized (
			select c.id, c.meeting_id, c.line_kind, c.line_id, c.author_id, c.said_at, c.resolved_at
			from public.recap_comments c where c.team_id = of_team
		), own as (
			select c.line_id, max(c.said_at) as last_at from said c join me on c.author_id = me.id group by c.line_id
		), recent as (
			select g.id, g.occurs_on from public.meetings g
			where g.team_id = of_team and g.state = 'closed' order by g.starts_at desc limit 20
		)
		select json_build_object(
			'missed', (
				select count(*) from recent m, me
				where m.occurs_on >= today - 30 and m.occurs_on >= me.joined_on
					and not exists (select from public.attendances a where a.meeting_id = m.id and a.person_id = me.id)
					and not exists (select from public.recap_sign_offs s where s.meeting_id = m.id and s.person_id = me.id)
			),
			'words', (
				select count(*) from me, said c left join own on own.line_id = c.line_id
				where c.resolved_at is null and c.author_id is distinct from me.id
					and (own.last_at <= c.said_at or own.last_at is null and c.id in (
						select x.comment_id from public.comment_mentions x
						where x.team_id = of_team and x.person_id = (select auth.uid())))
					and (me.writes or not private.is_line_sealed(c.meeting_id, c.line_kind, c.line_id))
			) + (
				select count(*) from public.message_mentions x join me on x.person_id = me.id
				where x.team_id = of_team and x.team_id not in (select private.my_recalling_teams())
			),
			'toTell', (
				select coalesce(sum((
					select count(*) from public.cascade_messages c
					where c.meeting_id = g.id and (c.teller_id is null or c.teller_id = me.id)
						and not exists (select from public.told_teams t where t.message_id = c.id and t.person_id = me.id)
				)), 0)
				from public.meetings g, me
				where g.team_id = of_team and g.state = 'closed' and g.occurs_on >= today - 21
			),
			'due', (
				select count(*) from public.action_items a join me on a.owner_id = me.id
				where a.team_id = of_team and a.done_at is null and a.due_on <= today + 1 and (me.writes or not a.sealed)
			),
			'readings', coalesce((
				select json_agg(json_build_object('cadence', m.cadence, 'since', m.created_at::date,
					'newest', (select max(r.period) from public.readings r where r.metric_id = m.id)))
				from public.metrics m join me on m.owner_id = me.id
				where m.team_id = of_team and m.removed_at is null
			), '[]'),
			'off', coalesce((
				select json_agg(c.kind) from public.notice_choices c join me on c.person_id = me.id where c.channel = 'off'
			), '[]')
		)
	$$;
revoke all on function private.count_needs(uuid, date) from public, anon;
grant execute on function private.count_needs(uuid, date) to authenticated;
create or replace function public.count_needs(of_team uuid, today date) returns json
	language sql stable security invoker set search_path = ''
	as $$ select private.count_needs(of_team, today) $$;
