-- Strategic imperative → annual goal → objective → key result. Each level belongs to the one above
-- or to none, which pages show as not linked; with a level for each table nothing can go in circles.

create table public.cycles (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	name text not null check (name <> '' and char_length(name) <= 60),
	starts_on date not null,
	-- The last day.
	ends_on date not null,
	created_at timestamptz not null default now(),
	unique (id, team_id),
	unique (team_id, starts_on),
	-- Three to six months, with a few days of grace for calendars of weeks.
	check (ends_on - starts_on between 80 and 190)
);

create table public.imperatives (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	title text not null check (title <> '' and char_length(title) <= 300),
	-- What the company must do at this stage of its life.
	stage text check (stage in ('pilot', 'nail', 'scale', 'milk', 'kill')),
	from_year integer not null check (from_year between 1900 and 2200),
	until_year integer not null check (until_year between 1900 and 2200),
	position integer not null default 0,
	ended_at timestamptz,
	created_at timestamptz not null default now(),
	unique (id, team_id),
	check (from_year <= until_year)
);
create index on public.imperatives (team_id);

create table public.annual_goals (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	imperative_id uuid,
	title text not null check (title <> '' and char_length(title) <= 300),
	year integer not null check (year between 1900 and 2200),
	-- Where it stands, in the goal's own words: "€17.8m today".
	standing text not null default '' check (char_length(standing) <= 120),
	owner_id uuid references public.people on delete set null,
	position integer not null default 0,
	ended_at timestamptz,
	created_at timestamptz not null default now(),
	unique (id, team_id),
	foreign key (imperative_id, team_id) references public.imperatives (id, team_id)
		on delete set null (imperative_id)
);
create index on public.annual_goals (team_id);
create index on public.annual_goals (imperative_id, team_id);
create index on public.annual_goals (owner_id);

alter table public.objectives
	add column goal_id uuid,
	add column cycle_id uuid,
	add column ambition text not null default 'committed' check (ambition in ('committed', 'aspirational')),
	add column weight numeric not null default 1 check (weight between 0 and 100),
	-- Any member may propose one; a proposal counts once it is accepted.
	add column state text not null default 'accepted' check (state in ('proposed', 'accepted', 'sent back')),
	add column proposed_by uuid references public.people on delete set null,
	add column answer text not null default '' check (char_length(answer) <= 500),
	add constraint objectives_goal_fkey foreign key (goal_id, team_id)
		references public.annual_goals (id, team_id) on delete set null (goal_id),
	add constraint objectives_cycle_fkey foreign key (cycle_id, team_id)
		references public.cycles (id, team_id) on delete set null (cycle_id);
create index on public.objectives (goal_id, team_id);
create index on public.objectives (cycle_id, team_id);
create index on public.objectives (proposed_by);
grant insert (goal_id, cycle_id, ambition, weight, state, proposed_by, answer),
	update (goal_id, cycle_id, ambition, weight, state, answer) on public.objectives to authenticated;

-- Nobody proposes in the name of somebody else.
alter policy "Members add objectives" on public.objectives
	with check (team_id in (select private.my_writing_teams())
		and (proposed_by is null or proposed_by = (select auth.uid())));

create table public.key_results (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	objective_id uuid not null,
	title text not null check (title <> '' and char_length(title) <= 300),
	unit text not null default '' check (char_length(unit) <= 20),
	decimals smallint not null default 0 check (decimals between 0 and 4),
	-- Progress is the way from one to the other; a target below the baseline is reached by falling.
	baseline numeric not null,
	target numeric not null,
	weight numeric not null default 1 check (weight between 0 and 100),
	owner_id uuid references public.people on delete set null,
	position integer not null default 0,
	ended_at timestamptz,
	created_at timestamptz not null default now(),
	unique (id, team_id),
	foreign key (objective_id, team_id) references public.objectives (id, team_id) on delete cascade,
	check (baseline <> target)
);
create index on public.key_results (team_id);
create index on public.key_results (objective_id, team_id);
create index on public.key_results (owner_id);

-- What a key result stood at on a day; the same day again is a correction.
create table public.key_result_values (
	key_result_id uuid not null,
	team_id uuid not null,
	measured_on date not null,
	value numeric not null,
	note text not null default '' check (char_length(note) <= 300),
	entered_by uuid references public.people on delete set null,
	entered_at timestamptz not null default now(),
	primary key (key_result_id, measured_on),
	foreign key (key_result_id, team_id) references public.key_results (id, team_id) on delete cascade
);
create index on public.key_result_values (key_result_id, team_id);
create index on public.key_result_values (team_id, measured_on);
create index on public.key_result_values (entered_by);

alter table public.cycles enable row level security;
create policy "Everyone in the team reads its cycles" on public.cycles
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members add cycles" on public.cycles
	for insert to authenticated with check (team_id in (select private.my_writing_teams()));
create policy "Members edit cycles" on public.cycles
	for update to authenticated
	using (team_id in (select private.my_writing_teams())) with check (team_id in (select private.my_writing_teams()));
grant select, insert (id, team_id, name, starts_on, ends_on), update (name, starts_on, ends_on)
	on public.cycles to authenticated;

alter table public.imperatives enable row level security;
create policy "Everyone in the team reads its imperatives" on public.imperatives
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members add imperatives" on public.imperatives
	for insert to authenticated with check (team_id in (select private.my_writing_teams()));
create policy "Members edit imperatives" on public.imperatives
	for update to authenticated
	using (team_id in (select private.my_writing_teams())) with check (team_id in (select private.my_writing_teams()));
grant select, insert (id, team_id, title, stage, from_year, until_year, position),
	update (title, stage, from_year, until_year, position, ended_at) on public.imperatives to authenticated;

alter table public.annual_goals enable row level security;
create policy "Everyone in the team reads its annual goals" on public.annual_goals
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members add annual goals" on public.annual_goals
	for insert to authenticated with check (team_id in (select private.my_writing_teams()));
create policy "Members edit annual goals" on public.annual_goals
	for update to authenticated
	using (team_id in (select private.my_writing_teams())) with check (team_id in (select private.my_writing_teams()));
grant select, insert (id, team_id, imperative_id, title, year, standing, owner_id, position),
	update (imperative_id, title, year, standing, owner_id, position, ended_at)
	on public.annual_goals to authenticated;

alter table public.key_results enable row level security;
create policy "Everyone in the team reads its key results" on public.key_results
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members add key results" on public.key_results
	for insert to authenticated with check (team_id in (select private.my_writing_teams()));
create policy "Members edit key results" on public.key_results
	for update to authenticated
	using (team_id in (select private.my_writing_teams())) with check (team_id in (select private.my_writing_teams()));
grant select, insert (id, team_id, objective_id, title, unit, decimals, baseline, target, weight, owner_id, position),
	update (objective_id, title, unit, decimals, baseline, target, weight, owner_id, position, ended_at)
	on public.key_results to authenticated;

alter table public.key_result_values enable row level security;
create policy "Everyone in the team reads how its key results stand" on public.key_result_values
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members say how key results stand in their own name" on public.key_result_values
	for insert to authenticated
	with check (team_id in (select private.my_writing_teams()) and entered_by = (select auth.uid())
		and measured_on <= (now() at time zone 'UTC')::date + 1);
create policy "Members correct how key results stand in their own name" on public.key_result_values
	for update to authenticated
	using (team_id in (select private.my_writing_teams()))
	with check (team_id in (select private.my_writing_teams()) and entered_by = (select auth.uid())
		and measured_on <= (now() at time zone 'UTC')::date + 1);
grant select, insert (key_result_id, team_id, measured_on, value, note, entered_by, entered_at),
	update (key_result_id, team_id, measured_on, value, note, entered_by, entered_at)
	on public.key_result_values to authenticated;

create trigger announce_change after insert or update or delete on public.cycles
	for each row execute function private.announce_change();
create trigger announce_change after insert or update or delete on public.imperatives
	for each row execute function private.announce_change();
create trigger announce_change after insert or update or delete on public.annual_goals
	for each row execute function private.announce_change();
create trigger announce_change after insert or update or delete on public.key_results
	for each row execute function private.announce_change();
create trigger announce_change after insert or update or delete on public.key_result_values
	for each row execute function private.announce_change();
