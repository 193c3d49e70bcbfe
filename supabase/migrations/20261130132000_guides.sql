-- What the guides write down that no other page knows: an outcome the functions share and what each
-- adds to it, how each function would rank the priorities, how a process runs step by step, and which
-- systems the numbers come from.

-- A metric that is to reach a value by a day; its paths are worked out from the readings.
create table public.outcome_targets (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null,
	title text not null check (title <> '' and char_length(title) <= 300),
	metric_id uuid not null,
	target numeric not null,
	due_on date not null,
	assumptions text not null default '' check (char_length(assumptions) <= 2000),
	created_by uuid references public.people on delete set null,
	created_at timestamptz not null default now(),
	ended_at timestamptz,
	unique (id, team_id),
	foreign key (metric_id, team_id) references public.metrics (id, team_id) on delete cascade
);
create index on public.outcome_targets (team_id);
create index on public.outcome_targets (metric_id, team_id);
create index on public.outcome_targets (created_by);

-- What one function adds to it, in the unit of its metric.
create table public.contributions (
	id uuid primary key default gen_random_uuid(),
	outcome_id uuid not null,
	team_id uuid not null,
	department text not null check (department in ('marketing', 'sales', 'operations', 'finance', 'hr', 'product',
		'customer-success', 'it', 'project-management')),
	what text not null check (what <> '' and char_length(what) <= 300),
	amount numeric,
	owner_id uuid references public.people on delete set null,
	created_at timestamptz not null default now(),
	unique (outcome_id, department),
	foreign key (outcome_id, team_id) references public.outcome_targets (id, team_id) on delete cascade
);
create index on public.contributions (outcome_id, team_id);
create index on public.contributions (team_id);
create index on public.contributions (owner_id);

-- The priorities in the order somebody would put them, for their function. Blind until it is revealed,
-- and then with names: it is about whose plans pull which way.
create table public.ranking_rounds (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	-- The priorities to rank, as they were then.
	priorities uuid[] not null check (cardinality(priorities) between 2 and 9),
	started_by uuid references public.people on delete set null,
	started_at timestamptz not null default now(),
	revealed_at timestamptz,
	unique (id, team_id)
);
create index on public.ranking_rounds (team_id, started_at desc);
create index on public.ranking_rounds (started_by);
create unique index on public.ranking_rounds (team_id) where revealed_at is null;
create table public.rankings (
	round_id uuid not null,
	person_id uuid not null references public.people on delete cascade,
	team_id uuid not null,
	-- The first comes first.
	ranking uuid[] not null,
	primary key (round_id, person_id),
	foreign key (round_id, team_id) references public.ranking_rounds (id, team_id) on delete cascade
);
create index on public.rankings (round_id, team_id);
create index on public.rankings (person_id);

create function private.is_ranked(round uuid) returns boolean
	language sql stable security definer set search_path = ''
	as $$ select coalesce((select revealed_at is not null from public.ranking_rounds where id = round), false) $$;
revoke all on function private.is_ranked(uuid) from public, anon;
grant execute on function private.is_ranked(uuid) to authenticated;

create function private.rank_priorities(round uuid, ranking uuid[]) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	declare
		asked public.ranking_rounds;
	begin
		select r.* into asked from public.ranking_rounds r
		where r.id = round and r.team_id in (select private.my_writing_teams()) for share;
		if asked.id is null then
			raise exception 'There is no such round' using errcode = 'insufficient_privilege';
		end if;
		if asked.revealed_at is not null
			or (select array_agg(x order by x) from unnest(ranking) x)
				is distinct from (select array_agg(x order by x) from unnest(asked.priorities) x) then
			return false;
		end if;
		insert into public.rankings as given (round_id, person_id, team_id, ranking)
		values (round, auth.uid(), asked.team_id, rank_priorities.ranking)
		on conflict (round_id, person_id) do update set ranking = excluded.ranking;
		perform pg_notify('changes', json_build_object('team', asked.team_id, 'kind', 'ranking_rounds')::text);
		return true;
	end $$;
create function private.start_ranking(team uuid) returns uuid
	language plpgsql security definer set search_path = ''
	as $$
	declare
		round uuid;
		ranked uuid[] := (select array_agg(p.id order by p.position, p.created_at)
			from public.priorities p where p.team_id = team and p.ended_at is null);
	begin
		if team not in (select private.my_writing_teams()) then
			raise exception 'Only members start a round' using errcode = 'insufficient_privilege';
		end if;
		if coalesce(cardinality(ranked), 0) < 2 then
			return null;
		end if;
		insert into public.ranking_rounds (team_id, priorities, started_by) values (team, ranked, auth.uid())
		on conflict (team_id) where revealed_at is null do nothing;
		return (select r.id from public.ranking_rounds r where r.team_id = team and r.revealed_at is null);
	end $$;
create function private.reveal_ranking(round uuid) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	begin
		update public.ranking_rounds r set revealed_at = clock_timestamp()
		where r.id = round and r.revealed_at is null and r.team_id in (select private.my_writing_teams())
			and (select count(*) from public.rankings g where g.round_id = round) >= 2;
		return found;
	end $$;
create function private.who_ranked(round uuid) returns setof uuid
	language sql stable security definer set search_path = ''
	as $$
		select g.person_id from public.rankings g
		where g.round_id = round and g.team_id in (select private.my_teams()) order by g.person_id
	$$;
create function public.start_ranking(team uuid) returns uuid
	language sql security invoker set search_path = '' as $$ select private.start_ranking(team) $$;
create function public.rank_priorities(round uuid, ranking uuid[]) returns boolean
	language sql security invoker set search_path = '' as $$ select private.rank_priorities(round, ranking) $$;
create function public.reveal_ranking(round uuid) returns boolean
	language sql security invoker set search_path = '' as $$ select private.reveal_ranking(round) $$;
create function public.who_ranked(round uuid) returns setof uuid
	language sql stable security invoker set search_path = '' as $$ select private.who_ranked(round) $$;
revoke all on function private.start_ranking(uuid), private.rank_priorities(uuid, uuid[]), private.reveal_ranking(uuid),
	private.who_ranked(uuid), public.start_ranking(uuid), public.rank_priorities(uuid, uuid[]),
	public.reveal_ranking(uuid), public.who_ranked(uuid) from public, anon;
grant execute on function private.start_ranking(uuid), private.rank_priorities(uuid, uuid[]), private.reveal_ranking(uuid),
	private.who_ranked(uuid), public.start_ranking(uuid), public.rank_priorities(uuid, uuid[]),
	public.reveal_ranking(uuid), public.who_ranked(uuid) to authenticated;

-- A process as it runs today.
create table public.processes (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	name text not null check (name <> '' and char_length(name) <= 120),
	owner_id uuid references public.people on delete set null,
	created_at timestamptz not null default now(),
	removed_at timestamptz,
	unique (id, team_id)
);
create index on public.processes (team_id);
create index on public.processes (owner_id);

create table public.process_steps (
	id uuid primary key default gen_random_uuid(),
	process_id uuid not null,
	team_id uuid not null,
	position integer not null,
	name text not null check (name <> '' and char_length(name) <= 200),
	-- Hours somebody works on it, and hours it lies before that.
	work_hours numeric not null default 0 check (work_hours between 0 and 100000),
	wait_hours numeric not null default 0 check (wait_hours between 0 and 100000),
	-- Who does it: a seat, a person or a team, by name.
	doer text not null default '' check (char_length(doer) <= 120),
	-- What the next step gets from it.
	hand_off text not null default '' check (char_length(hand_off) <= 300),
	-- Of a hundred times, how often it goes back, and to which step; to itself where none is named.
	rework numeric not null default 0 check (rework between 0 and 100),
	back_to integer,
	unique (id, team_id),
	foreign key (process_id, team_id) references public.processes (id, team_id) on delete cascade
);
create index on public.process_steps (process_id, team_id);
create index on public.process_steps (team_id);

-- The one thing that is mended, with how long the process took before and after.
create table public.process_fixes (
	id uuid primary key default gen_random_uuid(),
	process_id uuid not null,
	team_id uuid not null,
	what text not null check (what <> '' and char_length(what) <= 300),
	owner_id uuid references public.people on delete set null,
	due_on date,
	-- Hours from end to end.
	hours_before numeric not null check (hours_before >= 0),
	hours_after numeric check (hours_after >= 0),
	measured_on date,
	created_at timestamptz not null default now(),
	check ((hours_after is null) = (measured_on is null)),
	foreign key (process_id, team_id) references public.processes (id, team_id) on delete cascade
);
create index on public.process_fixes (process_id, team_id);
create index on public.process_fixes (team_id);
create index on public.process_fixes (owner_id);
create unique index on public.process_fixes (process_id) where hours_after is null;

-- A system or file that numbers come from.
create table public.systems (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	name text not null check (name <> '' and char_length(name) <= 120),
	holds text not null default '' check (char_length(holds) <= 300),
	owner_id uuid references public.people on delete set null,
	-- How its numbers get here.
	filling text not null default 'by hand' check (filling in ('by hand', 'automatic')),
	created_at timestamptz not null default now(),
	removed_at timestamptz,
	unique (id, team_id)
);
create index on public.systems (team_id);
create index on public.systems (owner_id);
create table public.system_feeds (
	system_id uuid not null,
	metric_id uuid not null,
	team_id uuid not null,
	primary key (system_id, metric_id),
	foreign key (system_id, team_id) references public.systems (id, team_id) on delete cascade,
	foreign key (metric_id, team_id) references public.metrics (id, team_id) on delete cascade
);
create index on public.system_feeds (system_id, team_id);
create index on public.system_feeds (metric_id, team_id);
create index on public.system_feeds (team_id);

do $$
declare
	kept text;
begin
	foreach kept in array array['outcome_targets', 'contributions', 'ranking_rounds', 'processes', 'process_steps',
		'process_fixes', 'systems', 'system_feeds']
	loop
		execute format('alter table public.%I enable row level security', kept);
		execute format('create policy "Everyone in the team reads them" on public.%I
			for select to authenticated using (team_id in (select private.my_teams()))', kept);
		execute format('grant select on public.%I to authenticated', kept);
		execute format('create trigger announce_change after insert or update or delete on public.%I
			for each row execute function private.announce_change()', kept);
	end loop;
	foreach kept in array array['outcome_targets', 'contributions', 'processes', 'process_steps', 'process_fixes',
		'systems', 'system_feeds']
	loop
		execute format('create policy "Members add them" on public.%I
			for insert to authenticated with check (team_id in (select private.my_writing_teams()))', kept);
	end loop;
	foreach kept in array array['outcome_targets', 'contributions', 'processes', 'process_steps', 'process_fixes', 'systems']
	loop
		execute format('create policy "Members edit them" on public.%I
			for update to authenticated using (team_id in (select private.my_writing_teams()))
			with check (team_id in (select private.my_writing_teams()))', kept);
	end loop;
	foreach kept in array array['contributions', 'process_steps', 'system_feeds']
	loop
		execute format('create policy "Members remove them" on public.%I
			for delete to authenticated using (team_id in (select private.my_writing_teams()))', kept);
		execute format('grant delete on public.%I to authenticated', kept);
	end loop;
end $$;
grant insert (id, team_id, title, metric_id, target, due_on, assumptions, created_by),
	update (title, target, due_on, assumptions, ended_at) on public.outcome_targets to authenticated;
grant insert (id, outcome_id, team_id, department, what, amount, owner_id), update (what, amount, owner_id)
	on public.contributions to authenticated;
grant insert (id, team_id, name, owner_id), update (name, owner_id, removed_at) on public.processes to authenticated;
grant insert (id, process_id, team_id, position, name, work_hours, wait_hours, doer, hand_off, rework, back_to),
	update (position, name, work_hours, wait_hours, doer, hand_off, rework, back_to) on public.process_steps to authenticated;
grant insert (id, process_id, team_id, what, owner_id, due_on, hours_before),
	update (what, owner_id, due_on, hours_after, measured_on) on public.process_fixes to authenticated;
grant insert (id, team_id, name, holds, owner_id, filling), update (name, holds, owner_id, filling, removed_at)
	on public.systems to authenticated;
grant insert (system_id, metric_id, team_id) on public.system_feeds to authenticated;

alter table public.rankings enable row level security;
create policy "People read their own ranking, and after the reveal the team's" on public.rankings
	for select to authenticated
	using (team_id in (select private.my_teams())
		and (person_id = (select auth.uid()) or private.is_ranked(round_id)));
grant select on public.rankings to authenticated;
