-- While a recall round runs, whoever is asked to write the message from memory cannot read it: not on
-- its page, not in the room, not through the interface. What their device already holds it holds.

create function private.my_recalling_teams() returns setof uuid
	language sql stable security definer set search_path = ''
	as $$
		select r.team_id from public.recall_rounds r
		join public.team_members t on t.team_id = r.team_id
		where r.revealed_at is null and r.closes_at > now()
			and t.person_id = (select auth.uid()) and t.left_at is null and t.role <> 'observer'
	$$;
revoke all on function private.my_recalling_teams() from public, anon;
grant execute on function private.my_recalling_teams() to authenticated;

alter policy "Everyone in the team reads its message" on public.leadership_messages
	using (team_id in (select private.my_teams()) and team_id not in (select private.my_recalling_teams()));
alter policy "Everyone in the team reads its message" on public.leadership_messages
	rename to "Everyone in the team reads its message, but while they are asked to recall it";
