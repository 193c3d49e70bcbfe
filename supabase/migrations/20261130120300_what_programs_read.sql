-- Tokens of programs say what they are for. One that reads reads what whoever made it may read, in
-- the team it was made for, and nothing once they have left.

alter table public.team_tokens add column scopes text[] not null default '{readings:write}'
	check (scopes <@ array['readings:write', 'scorecard:read', 'meetings:read', 'actions:read', 'strategy:read']
		and cardinality(scopes) between 1 and 5);
grant select (scopes), insert (scopes) on public.team_tokens to authenticated;

-- Whose rights a token reads with. Answers 'no token', 'no right' or 'read'.
create function private.read_by_token(hash text, scope text)
	returns table (outcome text, person_id uuid, team_id uuid)
	language plpgsql security definer set search_path = ''
	as $$
	declare
		token public.team_tokens;
	begin
		select t.* into token from public.team_tokens t
			join public.team_members m on m.team_id = t.team_id and m.person_id = t.created_by and m.left_at is null
			where t.token_hash = hash and t.revoked_at is null;
		if token.id is null then
			return query select 'no token', null::uuid, null::uuid;
		elsif scope <> '' and not scope = any (token.scopes) then
			update public.team_tokens t set last_failed_at = now(), last_failure = 'it may not read: ' || scope
				where t.id = token.id;
			return query select 'no right', null::uuid, null::uuid;
		else
			update public.team_tokens t set last_used_at = now() where t.id = token.id;
			return query select 'read', token.created_by, token.team_id;
		end if;
	end $$;
revoke all on function private.read_by_token(text, text) from public, anon, authenticated;

-- A token that only reads enters nothing: it is as unknown here.
alter function private.enter_reading_by_token(text, text, date, numeric) rename to enter_reading_by_known_token;
create function private.enter_reading_by_token(hash text, metric_key text, day date, amount numeric)
	returns table (outcome text, was numeric)
	language plpgsql security definer set search_path = ''
	as $$
	begin
		if exists (select from public.team_tokens t where t.token_hash = hash and 'readings:write' = any (t.scopes)) then
			return query select e.outcome, e.was from private.enter_reading_by_known_token(hash, metric_key, day, amount) e;
		else
			return query select 'no token', null::numeric;
		end if;
	end $$;
revoke all on function private.enter_reading_by_token(text, text, date, numeric) from public, anon, authenticated;
