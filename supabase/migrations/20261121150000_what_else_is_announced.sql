-- Pages outside a meeting follow what changes in their team: also its name and words, its
-- invitations, and the tokens of its programs. What a meeting settles needs no announcement of its
-- own, because settling always touches the meeting.

create trigger announce_change after insert or update or delete on public.invitations
	for each row execute function private.announce_change();
-- Not each use of a token: a program that asks all day changes nothing that anybody looks at.
create trigger announce_change after insert or update of name, revoked_at or delete on public.team_tokens
	for each row execute function private.announce_change();

create function private.announce_team() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		perform pg_notify('changes', json_build_object('team', new.id, 'kind', tg_table_name)::text);
		return null;
	end $$;
revoke all on function private.announce_team() from public, anon, authenticated;

create trigger announce_team after update on public.teams
	for each row execute function private.announce_team();
