-- Readings that programs bring: every metric has a key, every team its own tokens. A token is kept
-- as its hash only, may do nothing but enter readings of its team, and can be withdrawn.

alter table public.metrics add column key text check (key ~ '^[a-z0-9][a-z0-9-]{0,59}$');

create function private.key_of(name text) returns text
	language sql immutable set search_path = ''
	as $$
		select coalesce(nullif(left(trim(both '-' from
			regexp_replace(lower(name), '[^a-z0-9]+', '-', 'g')), 50), ''), 'metric')
	$$;
revoke all on function private.key_of(text) from public, anon, authenticated;

-- The first of its name gets the plain key, the next ones a number behind it.
create function private.give_key() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	declare
		plain text := trim(trailing '-' from private.key_of(new.name));
		tried text := plain;
		count integer := 1;
	begin
		if coalesce(new.key, '') = '' then
			-- Two metrics that come at once wait for each other.
			perform pg_advisory_xact_lock(hashtext(new.team_id::text));
			while exists (select from public.metrics m where m.team_id = new.team_id and m.key = tried) loop
				count := count + 1;
				tried := plain || '-' || count;
			end loop;
			new.key := tried;
		end if;
		return new;
	end $$;
create trigger give_key before insert on public.metrics
	for each row execute function private.give_key();

do $$
declare
	metric record;
	plain text;
	tried text;
	count integer;
begin
	for metric in select id, team_id, name from public.metrics order by created_at, id loop
		plain := trim(trailing '-' from private.key_of(metric.name));
		tried := plain;
		count := 1;
		while exists (select from public.metrics m where m.team_id = metric.team_id and m.key = tried) loop
			count := count + 1;
			tried := plain || '-' || count;
		end loop;
		update public.metrics set key = tried where id = metric.id;
	end loop;
end $$;
alter table public.metrics
	alter column key set not null,
	alter column key set default '',
	add constraint metrics_key_in_team unique (team_id, key);
grant update (key) on public.metrics to authenticated;

create table public.team_tokens (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	name text not null check (name <> '' and char_length(name) <= 80),
	token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
	created_by uuid references public.people on delete set null,
	created_at timestamptz not null default now(),
	last_used_at timestamptz,
	last_failed_at timestamptz,
	last_failure text not null default '' check (char_length(last_failure) <= 300),
	revoked_at timestamptz
);
create index on public.team_tokens (team_id);
create index on public.team_tokens (created_by);
alter table public.team_tokens enable row level security;
create policy "Admins see the tokens of their teams" on public.team_tokens
	for select to authenticated using (team_id in (select private.my_admin_teams()));
create policy "Admins make tokens in their own name" on public.team_tokens
	for insert to authenticated
	with check (team_id in (select private.my_admin_teams()) and created_by = (select auth.uid()));
create policy "Admins withdraw tokens" on public.team_tokens
	for update to authenticated
	using (team_id in (select private.my_admin_teams())) with check (team_id in (select private.my_admin_teams()));
grant select (id, team_id, name, created_by, created_at, last_used_at, last_failed_at, last_failure, revoked_at),
	insert (id, team_id, name, token_hash, created_by), update (revoked_at) on public.team_tokens to authenticated;

-- Which token brought it; none for a person.
alter table public.readings
	add column token_id uuid references public.team_tokens on delete set null;
create index on public.readings (token_id);

-- What a person enters over a program's reading is the person's.
create function private.forget_token() returns trigger
	language plpgsql set search_path = ''
	as $$
	begin
		new.token_id := null;
		return new;
	end $$;
create trigger forget_token before update on public.readings
	for each row when (new.entered_by is not null) execute function private.forget_token();

-- Enters a reading for whoever holds a token. The same value again changes nothing. Answers what
-- came of it: 'entered', 'corrected', 'known', 'no token', 'no metric', 'wrong period', 'too early'.
create function private.enter_reading_by_token(hash text, metric_key text, day date, amount numeric)
	returns table (outcome text, was numeric)
	language plpgsql security definer set search_path = ''
	as $$
	declare
		token public.team_tokens;
		counted public.metrics;
		before numeric;
		found_before boolean;
		said text;
	begin
		select * into token from public.team_tokens t where t.token_hash = hash and t.revoked_at is null;
		if token.id is null then
			return query select 'no token', null::numeric;
			return;
		end if;
		select * into counted from public.metrics m
			where m.team_id = token.team_id and m.key = metric_key and m.removed_at is null;
		said := case
			when counted.id is null then 'no metric'
			when date_trunc(counted.cadence, day)::date <> day then 'wrong period'
			when day > (now() at time zone 'UTC')::date + 1 then 'too early'
		end;
		if said is null then
			select r.value into before from public.readings r
				where r.metric_id = counted.id and r.period = day for update;
			found_before := found;
			said := case when not found_before then 'entered' when before = amount then 'known' else 'corrected' end;
			insert into public.readings (metric_id, team_id, period, value, entered_by, entered_at, token_id)
				values (counted.id, token.team_id, day, amount, null, now(), token.id)
				on conflict (metric_id, period) do update
					set value = excluded.value, entered_by = null, entered_at = now(), token_id = token.id,
						note = 'by ' || left(token.name, 80)
					where public.readings.value is distinct from excluded.value;
			update public.team_tokens t set last_used_at = now() where t.id = token.id;
		else
			update public.team_tokens t set last_failed_at = now(),
				last_failure = left(metric_key || ': ' || said, 300) where t.id = token.id;
		end if;
		return query select said, before;
	end $$;
revoke all on function private.enter_reading_by_token(text, text, date, numeric) from public, anon, authenticated;
