-- What the weekly meeting looks at: metrics and their readings, priorities, objectives and the
-- leadership message. Members keep them; everyone in the team reads them.

create table public.metrics (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	name text not null check (name <> '' and char_length(name) <= 120),
	area text not null default 'operations'
		check (area in ('growth', 'operations', 'finance', 'talent', 'culture', 'innovation')),
	is_leading boolean not null default false,
	unit text not null default '' check (char_length(unit) <= 12),
	decimals smallint not null default 0 check (decimals between 0 and 4),
	-- Which way is good, and the bound in the metric's own unit.
	direction text not null default 'up' check (direction in ('up', 'down')),
	target numeric,
	-- At risk between this and the target; off track beyond it.
	tolerance numeric check (tolerance >= 0),
	owner_id uuid references public.people on delete set null,
	position integer not null default 0,
	removed_at timestamptz,
	created_at timestamptz not null default now(),
	unique (id, team_id)
);
create index on public.metrics (team_id);
create index on public.metrics (owner_id);

-- One reading per metric and week. `period` is the Monday the week starts on.
create table public.readings (
	metric_id uuid not null,
	team_id uuid not null,
	period date not null check (extract(isodow from period) = 1),
	value numeric not null,
	entered_by uuid references public.people on delete set null,
	entered_at timestamptz not null default now(),
	primary key (metric_id, period),
	foreign key (metric_id, team_id) references public.metrics (id, team_id) on delete cascade
);
create index on public.readings (metric_id, team_id);
create index on public.readings (team_id, period);
create index on public.readings (entered_by);

create table public.priorities (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	title text not null check (title <> '' and char_length(title) <= 300),
	owner_id uuid references public.people on delete set null,
	position integer not null default 0,
	ended_at timestamptz,
	created_at timestamptz not null default now(),
	unique (id, team_id)
);
create index on public.priorities (team_id);
create index on public.priorities (owner_id);

create table public.objectives (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	title text not null check (title <> '' and char_length(title) <= 300),
	cycle text not null default '' check (char_length(cycle) <= 60),
	owner_id uuid references public.people on delete set null,
	position integer not null default 0,
	ended_at timestamptz,
	created_at timestamptz not null default now(),
	unique (id, team_id)
);
create index on public.objectives (team_id);
create index on public.objectives (owner_id);

-- What / Why / How / How much. Every save is a version; the newest one is the message.
create table public.leadership_messages (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	what text not null default '' check (char_length(what) <= 4000),
	why text not null default '' check (char_length(why) <= 4000),
	how text not null default '' check (char_length(how) <= 4000),
	how_much text not null default '' check (char_length(how_much) <= 4000),
	written_by uuid references public.people on delete set null,
	created_at timestamptz not null default now()
);
create index on public.leadership_messages (team_id, created_at desc);
create index on public.leadership_messages (written_by);

alter table public.metrics enable row level security;
create policy "Everyone in the team reads its metrics" on public.metrics
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members add metrics" on public.metrics
	for insert to authenticated with check (team_id in (select private.my_writing_teams()));
create policy "Members edit metrics" on public.metrics
	for update to authenticated
	using (team_id in (select private.my_writing_teams())) with check (team_id in (select private.my_writing_teams()));
grant select, insert (id, team_id, name, area, is_leading, unit, decimals, direction, target, tolerance, owner_id, position),
	update (name, area, is_leading, unit, decimals, direction, target, tolerance, owner_id, position, removed_at)
	on public.metrics to authenticated;

alter table public.readings enable row level security;
create policy "Everyone in the team reads its readings" on public.readings
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members enter readings in their own name" on public.readings
	for insert to authenticated
	with check (team_id in (select private.my_writing_teams()) and entered_by = (select auth.uid()));
create policy "Members correct readings in their own name" on public.readings
	for update to authenticated
	using (team_id in (select private.my_writing_teams()))
	with check (team_id in (select private.my_writing_teams()) and entered_by = (select auth.uid()));
grant select, insert (metric_id, team_id, period, value, entered_by, entered_at),
	update (metric_id, team_id, period, value, entered_by, entered_at) on public.readings to authenticated;

alter table public.priorities enable row level security;
create policy "Everyone in the team reads its priorities" on public.priorities
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members add priorities" on public.priorities
	for insert to authenticated with check (team_id in (select private.my_writing_teams()));
create policy "Members edit priorities" on public.priorities
	for update to authenticated
	using (team_id in (select private.my_writing_teams())) with check (team_id in (select private.my_writing_teams()));
grant select, insert (id, team_id, title, owner_id, position), update (title, owner_id, position, ended_at)
	on public.priorities to authenticated;

alter table public.objectives enable row level security;
create policy "Everyone in the team reads its objectives" on public.objectives
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members add objectives" on public.objectives
	for insert to authenticated with check (team_id in (select private.my_writing_teams()));
create policy "Members edit objectives" on public.objectives
	for update to authenticated
	using (team_id in (select private.my_writing_teams())) with check (team_id in (select private.my_writing_teams()));
grant select, insert (id, team_id, title, cycle, owner_id, position), update (title, cycle, owner_id, position, ended_at)
	on public.objectives to authenticated;

alter table public.leadership_messages enable row level security;
create policy "Everyone in the team reads its message" on public.leadership_messages
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members write the message in their own name" on public.leadership_messages
	for insert to authenticated
	with check (team_id in (select private.my_writing_teams()) and written_by = (select auth.uid()));
grant select, insert (id, team_id, what, why, how, how_much, written_by) on public.leadership_messages to authenticated;
