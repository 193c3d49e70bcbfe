-- What it takes to carry out a priority: milestones, KPIs and gaps, risks, phases with what they
-- need, what it waits for, and who has a part in it. The score is worked out from these rows by
-- src/lib/execution/health.ts and never kept, but for one snapshot a week.

alter table public.priorities
	-- The annual goal it serves.
	add column goal_id uuid,
	add column why text not null default '' check (char_length(why) <= 2000),
	-- What the team expects of its owner, and what it has said it will not do.
	add column expectation text not null default '' check (char_length(expectation) <= 2000),
	add column not_doing text not null default '' check (char_length(not_doing) <= 2000),
	add column weight numeric not null default 1 check (weight between 0 and 100),
	-- Whether the weekly mail tells its owner of it.
	add column weekly_alert boolean not null default true,
	-- How it ended; null while it is active, and for those that ended before anybody was asked.
	add column ended_as text check (ended_as in ('finished', 'parked')),
	add constraint priorities_end_in_one_way check (ended_as is null or ended_at is not null),
	add constraint priorities_goal_fkey foreign key (goal_id, team_id)
		references public.annual_goals (id, team_id) on delete set null (goal_id);
create index on public.priorities (goal_id, team_id);
grant insert (goal_id, why, expectation, not_doing, weight, weekly_alert),
	update (goal_id, why, expectation, not_doing, weight, weekly_alert, ended_as)
	on public.priorities to authenticated;

-- At most five are active. Two who add the fifth at once take turns.
create function private.keep_to_five() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		perform pg_advisory_xact_lock(hashtextextended('priorities ' || new.team_id, 0));
		if (select count(*) from public.priorities p
			where p.team_id = new.team_id and p.ended_at is null and p.id <> new.id) >= 5 then
			raise exception 'five priorities are active' using errcode = 'check_violation',
				hint = 'Finish or park one first.';
		end if;
		return new;
	end $$;
revoke all on function private.keep_to_five() from public, anon, authenticated;
create trigger keep_to_five before insert on public.priorities
	for each row when (new.ended_at is null) execute function private.keep_to_five();
create trigger keep_to_five_again before update of ended_at on public.priorities
	for each row when (new.ended_at is null and old.ended_at is not null) execute function private.keep_to_five();

-- Who has been accountable, and since when. Written by the database alone.
create table public.priority_owners (
	priority_id uuid not null,
	team_id uuid not null,
	-- Null while nobody was.
	owner_id uuid references public.people on delete set null,
	since timestamptz not null default now(),
	named_by uuid references public.people on delete set null,
	primary key (priority_id, since),
	foreign key (priority_id, team_id) references public.priorities (id, team_id) on delete cascade
);
create index on public.priority_owners (priority_id, team_id);
create index on public.priority_owners (team_id);
create index on public.priority_owners (owner_id);
create index on public.priority_owners (named_by);
alter table public.priority_owners enable row level security;
create policy "Everyone in the team reads who was accountable" on public.priority_owners
	for select to authenticated using (team_id in (select private.my_teams()));
grant select on public.priority_owners to authenticated;

insert into public.priority_owners (priority_id, team_id, owner_id, since)
select p.id, p.team_id, p.owner_id, p.created_at from public.priorities p where p.owner_id is not null;

create function private.note_owner() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		insert into public.priority_owners (priority_id, team_id, owner_id, since, named_by)
		values (new.id, new.team_id, new.owner_id,
			case tg_op when 'INSERT' then new.created_at else clock_timestamp() end, auth.uid());
		return null;
	end $$;
revoke all on function private.note_owner() from public, anon, authenticated;
create trigger note_owner after insert on public.priorities
	for each row when (new.owner_id is not null) execute function private.note_owner();
create trigger note_owner_again after update of owner_id on public.priorities
	for each row when (old.owner_id is distinct from new.owner_id) execute function private.note_owner();

-- Who else has a part in it. The owner is the one who is accountable, so there is exactly one.
create table public.priority_parts (
	priority_id uuid not null,
	team_id uuid not null,
	person_id uuid not null,
	part text not null check (part in ('responsible', 'consulted', 'informed')),
	primary key (priority_id, person_id),
	foreign key (priority_id, team_id) references public.priorities (id, team_id) on delete cascade,
	foreign key (team_id, person_id) references public.team_members (team_id, person_id) on delete cascade
);
create index on public.priority_parts (priority_id, team_id);
create index on public.priority_parts (team_id, person_id);

create table public.milestones (
	id uuid primary key default gen_random_uuid(),
	priority_id uuid not null,
	team_id uuid not null,
	title text not null check (title <> '' and char_length(title) <= 300),
	due_on date,
	-- The first day anybody promised; how far it slipped is seen against this.
	planned_on date,
	done_on date,
	owner_id uuid references public.people on delete set null,
	-- It changes how the company works: 30, 60 and 90 days later its owner is asked whether it lasts.
	is_change boolean not null default false,
	position integer not null default 0,
	created_at timestamptz not null default now(),
	unique (id, team_id),
	foreign key (priority_id, team_id) references public.priorities (id, team_id) on delete cascade
);
create index on public.milestones (priority_id, team_id);
create index on public.milestones (team_id);
create index on public.milestones (owner_id);

create table public.milestone_moves (
	id uuid primary key default gen_random_uuid(),
	milestone_id uuid not null,
	team_id uuid not null,
	from_on date,
	to_on date,
	moved_by uuid references public.people on delete set null,
	moved_at timestamptz not null default now(),
	foreign key (milestone_id, team_id) references public.milestones (id, team_id) on delete cascade
);
create index on public.milestone_moves (milestone_id, team_id);
create index on public.milestone_moves (team_id);
create index on public.milestone_moves (moved_by);

create function private.plan_milestone() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		new.planned_on := coalesce(new.planned_on, new.due_on);
		return new;
	end $$;
create function private.note_move() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		insert into public.milestone_moves (milestone_id, team_id, from_on, to_on, moved_by)
		values (new.id, new.team_id, old.due_on, new.due_on, auth.uid());
		return null;
	end $$;
revoke all on function private.plan_milestone(), private.note_move() from public, anon, authenticated;
create trigger plan_milestone before insert or update of due_on on public.milestones
	for each row execute function private.plan_milestone();
create trigger note_move after update of due_on on public.milestones
	for each row when (old.due_on is not null and old.due_on is distinct from new.due_on)
	execute function private.note_move();

-- A KPI says how the priority goes, a gap what Align found open. Both are a way from a baseline to
-- a target; one that follows a metric of the scorecard takes its readings for values.
create table public.measures (
	id uuid primary key default gen_random_uuid(),
	priority_id uuid not null,
	team_id uuid not null,
	kind text not null check (kind in ('kpi', 'gap')),
	name text not null check (name <> '' and char_length(name) <= 120),
	definition text not null default '' check (char_length(definition) <= 500),
	unit text not null default '' check (char_length(unit) <= 20),
	decimals smallint not null default 0 check (decimals between 0 and 4),
	-- Null until somebody has counted.
	baseline numeric,
	target numeric,
	-- Which way is good where baseline and target are the same: then it is to be held.
	direction text not null default 'up' check (direction in ('up', 'down')),
	metric_id uuid,
	owner_id uuid references public.people on delete set null,
	-- The day a gap was found.
	found_on date,
	position integer not null default 0,
	created_at timestamptz not null default now(),
	unique (id, team_id),
	-- A gap without its two ends is a feeling.
	check (kind = 'kpi' or (baseline is not null and target is not null)),
	foreign key (priority_id, team_id) references public.priorities (id, team_id) on delete cascade,
	foreign key (metric_id, team_id) references public.metrics (id, team_id) on delete set null (metric_id)
);
create index on public.measures (priority_id, team_id);
create index on public.measures (team_id);
create index on public.measures (metric_id, team_id);
create index on public.measures (owner_id);

-- What a measure stood at on a day; the same day again is a correction.
create table public.measure_values (
	measure_id uuid not null,
	team_id uuid not null,
	measured_on date not null,
	value numeric not null,
	note text not null default '' check (char_length(note) <= 300),
	entered_by uuid references public.people on delete set null,
	entered_at timestamptz not null default now(),
	primary key (measure_id, measured_on),
	foreign key (measure_id, team_id) references public.measures (id, team_id) on delete cascade
);
create index on public.measure_values (measure_id, team_id);
create index on public.measure_values (team_id, measured_on);
create index on public.measure_values (entered_by);

-- Likelihood and impact: 1 unlikely or low, 2 possible or medium, 3 likely or high.
create table public.priority_risks (
	id uuid primary key default gen_random_uuid(),
	priority_id uuid not null,
	team_id uuid not null,
	title text not null check (title <> '' and char_length(title) <= 300),
	likelihood smallint not null check (likelihood between 1 and 3),
	impact smallint not null check (impact between 1 and 3),
	mitigation text not null default '' check (char_length(mitigation) <= 500),
	owner_id uuid references public.people on delete set null,
	review_on date,
	-- An overdue review becomes a hot item, unless somebody said not before this day.
	quiet_until date,
	closed_on date,
	raised_by uuid references public.people on delete set null,
	raised_at timestamptz not null default now(),
	unique (id, team_id),
	foreign key (priority_id, team_id) references public.priorities (id, team_id) on delete cascade
);
create index on public.priority_risks (priority_id, team_id);
create index on public.priority_risks (team_id);
create index on public.priority_risks (owner_id);
create index on public.priority_risks (raised_by);

create table public.phases (
	id uuid primary key default gen_random_uuid(),
	priority_id uuid not null,
	team_id uuid not null,
	name text not null check (name <> '' and char_length(name) <= 120),
	starts_on date not null,
	-- The last day.
	ends_on date not null check (ends_on >= starts_on),
	-- The first last day anybody promised.
	planned_end date,
	done_on date,
	position integer not null default 0,
	created_at timestamptz not null default now(),
	unique (id, team_id),
	foreign key (priority_id, team_id) references public.priorities (id, team_id) on delete cascade
);
create index on public.phases (priority_id, team_id);
create index on public.phases (team_id);

create function private.plan_phase() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		new.planned_end := coalesce(new.planned_end, new.ends_on);
		return new;
	end $$;
revoke all on function private.plan_phase() from public, anon, authenticated;
create trigger plan_phase before insert on public.phases
	for each row execute function private.plan_phase();

-- What the priority, or one phase of it, needs: somebody's days, money, a tool, or access.
create table public.resources (
	id uuid primary key default gen_random_uuid(),
	priority_id uuid not null,
	team_id uuid not null,
	phase_id uuid,
	kind text not null check (kind in ('people', 'money', 'tool', 'access')),
	title text not null check (title <> '' and char_length(title) <= 300),
	-- Days of work, where it is about somebody's time.
	days numeric check (days >= 0),
	-- Who says yes to it.
	owner_id uuid references public.people on delete set null,
	granted_on date,
	position integer not null default 0,
	created_at timestamptz not null default now(),
	unique (id, team_id),
	foreign key (priority_id, team_id) references public.priorities (id, team_id) on delete cascade,
	foreign key (phase_id, team_id) references public.phases (id, team_id) on delete set null (phase_id)
);
create index on public.resources (priority_id, team_id);
create index on public.resources (team_id);
create index on public.resources (phase_id, team_id);
create index on public.resources (owner_id);

-- What a priority waits for: another priority, or something outside. It blocks from its day on.
create table public.dependencies (
	id uuid primary key default gen_random_uuid(),
	priority_id uuid not null,
	team_id uuid not null,
	title text not null check (title <> '' and char_length(title) <= 300),
	other_priority_id uuid,
	needed_by date,
	owner_id uuid references public.people on delete set null,
	cleared_on date,
	raised_by uuid references public.people on delete set null,
	raised_at timestamptz not null default now(),
	unique (id, team_id),
	check (other_priority_id is distinct from priority_id),
	foreign key (priority_id, team_id) references public.priorities (id, team_id) on delete cascade,
	foreign key (other_priority_id, team_id) references public.priorities (id, team_id)
		on delete set null (other_priority_id)
);
create index on public.dependencies (priority_id, team_id);
create index on public.dependencies (other_priority_id, team_id);
create index on public.dependencies (team_id);
create index on public.dependencies (owner_id);
create index on public.dependencies (raised_by);

-- Whether a change is still in use 30, 60 and 90 days after it was done.
create table public.change_checks (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	-- A finished priority, or a milestone that is a change.
	priority_id uuid not null,
	milestone_id uuid,
	days smallint not null check (days in (30, 60, 90)),
	answer text not null check (answer in ('yes', 'partly', 'no')),
	note text not null default '' check (char_length(note) <= 500),
	answered_by uuid references public.people on delete set null,
	answered_at timestamptz not null default now(),
	foreign key (priority_id, team_id) references public.priorities (id, team_id) on delete cascade,
	foreign key (milestone_id, team_id) references public.milestones (id, team_id) on delete cascade
);
create unique index change_checks_once on public.change_checks (priority_id, milestone_id, days) nulls not distinct;
create index on public.change_checks (priority_id, team_id);
create index on public.change_checks (milestone_id, team_id);
create index on public.change_checks (team_id);
create index on public.change_checks (answered_by);

-- One row a week for each priority, and one for all of them, so that the score has a past. The
-- parts are shares from 0 to 100; a part that was not set is null. Written by the server alone.
create table public.health_snapshots (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	priority_id uuid,
	-- The Monday the week starts on.
	week date not null check (extract(isodow from week) = 1),
	score numeric check (score between 0 and 100),
	milestones numeric check (milestones between 0 and 100),
	kpis numeric check (kpis between 0 and 100),
	gaps numeric check (gaps between 0 and 100),
	taken_at timestamptz not null default now(),
	foreign key (priority_id, team_id) references public.priorities (id, team_id) on delete cascade
);
create unique index health_snapshots_once on public.health_snapshots (team_id, week, priority_id) nulls not distinct;
create index on public.health_snapshots (priority_id, team_id);

-- Everybody in the team reads all of it; members keep it.
do $$
declare
	kept text;
begin
	foreach kept in array array['priority_parts', 'milestones', 'measures', 'priority_risks', 'phases', 'resources',
		'dependencies']
	loop
		execute format('alter table public.%I enable row level security', kept);
		execute format('create policy "Everyone in the team reads them" on public.%I
			for select to authenticated using (team_id in (select private.my_teams()))', kept);
		execute format('create policy "Members add them" on public.%I
			for insert to authenticated with check (team_id in (select private.my_writing_teams()))', kept);
		execute format('create policy "Members edit them" on public.%I
			for update to authenticated using (team_id in (select private.my_writing_teams()))
			with check (team_id in (select private.my_writing_teams()))', kept);
		execute format('create policy "Members remove them" on public.%I
			for delete to authenticated using (team_id in (select private.my_writing_teams()))', kept);
	end loop;
	foreach kept in array array['priority_parts', 'milestones', 'measures', 'measure_values', 'priority_risks', 'phases',
		'resources', 'dependencies', 'change_checks', 'health_snapshots']
	loop
		execute format('create trigger announce_change after insert or update or delete on public.%I
			for each row execute function private.announce_change()', kept);
	end loop;
end $$;
grant select, delete on public.priority_parts, public.milestones, public.measures, public.priority_risks, public.phases,
	public.resources, public.dependencies to authenticated;
grant insert (priority_id, team_id, person_id, part), update (part) on public.priority_parts to authenticated;
grant insert (id, priority_id, team_id, title, due_on, done_on, owner_id, is_change, position),
	update (title, due_on, done_on, owner_id, is_change, position) on public.milestones to authenticated;
grant insert (id, priority_id, team_id, kind, name, definition, unit, decimals, baseline, target, direction, metric_id,
		owner_id, found_on, position),
	update (name, definition, unit, decimals, baseline, target, direction, metric_id, owner_id, found_on, position)
	on public.measures to authenticated;
grant insert (id, priority_id, team_id, title, likelihood, impact, mitigation, owner_id, review_on, raised_by),
	update (title, likelihood, impact, mitigation, owner_id, review_on, quiet_until, closed_on)
	on public.priority_risks to authenticated;
grant insert (id, priority_id, team_id, name, starts_on, ends_on, position),
	update (name, starts_on, ends_on, done_on, position) on public.phases to authenticated;
grant insert (id, priority_id, team_id, phase_id, kind, title, days, owner_id, position),
	update (phase_id, kind, title, days, owner_id, granted_on, position) on public.resources to authenticated;
grant insert (id, priority_id, team_id, title, other_priority_id, needed_by, owner_id, raised_by),
	update (title, other_priority_id, needed_by, owner_id, cleared_on) on public.dependencies to authenticated;

alter table public.milestone_moves enable row level security;
create policy "Everyone in the team reads what was moved" on public.milestone_moves
	for select to authenticated using (team_id in (select private.my_teams()));
grant select on public.milestone_moves to authenticated;

alter table public.measure_values enable row level security;
create policy "Everyone in the team reads how measures stand" on public.measure_values
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members say how measures stand in their own name" on public.measure_values
	for insert to authenticated
	with check (team_id in (select private.my_writing_teams()) and entered_by = (select auth.uid())
		and measured_on <= (now() at time zone 'UTC')::date + 1);
create policy "Members correct how measures stand in their own name" on public.measure_values
	for update to authenticated
	using (team_id in (select private.my_writing_teams()))
	with check (team_id in (select private.my_writing_teams()) and entered_by = (select auth.uid())
		and measured_on <= (now() at time zone 'UTC')::date + 1);
grant select, insert (measure_id, team_id, measured_on, value, note, entered_by, entered_at),
	update (measure_id, team_id, measured_on, value, note, entered_by, entered_at)
	on public.measure_values to authenticated;

alter table public.change_checks enable row level security;
create policy "Everyone in the team reads what lasted" on public.change_checks
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members say what lasted in their own name" on public.change_checks
	for insert to authenticated
	with check (team_id in (select private.my_writing_teams()) and answered_by = (select auth.uid()));
grant select, insert (team_id, priority_id, milestone_id, days, answer, note, answered_by)
	on public.change_checks to authenticated;

alter table public.health_snapshots enable row level security;
create policy "Everyone in the team reads how its health was" on public.health_snapshots
	for select to authenticated using (team_id in (select private.my_teams()));
grant select on public.health_snapshots to authenticated;

-- Promises an action for a priority between meetings, with the link that says what it serves. False
-- when the priority is none of this person's teams or has ended, or the owner no member of it.
create function private.promise_action(action uuid, priority uuid, title text, owner uuid, due date) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	declare
		of_team uuid;
	begin
		select p.team_id into of_team from public.priorities p
		where p.id = priority and p.ended_at is null and p.team_id in (select private.my_writing_teams());
		perform from public.team_members t where t.team_id = of_team and t.person_id = owner
			and t.left_at is null and t.role <> 'observer';
		if not found then
			return false;
		end if;
		insert into public.action_items (id, team_id, title, owner_id, due_on, captured_by, captured_at)
		values (action, of_team, promise_action.title, owner, due, auth.uid(), now())
		on conflict (id) do nothing;
		if not found then
			return false;
		end if;
		insert into public.lineages (team_id, subject_id, subject, priority_id, linked_by)
		values (of_team, action, 'action', priority, auth.uid());
		return true;
	end $$;

-- Says anew what was promised. What a meeting under way says of its own actions stands in its
-- document, so those wait until it is closed.
create function private.change_action(action uuid, title text, owner uuid, due date) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	declare
		of_team uuid;
	begin
		select a.team_id into of_team from public.action_items a
		left join public.meetings m on m.id = a.meeting_id
		where a.id = action and a.done_at is null and a.team_id in (select private.my_writing_teams())
			and (m.id is null or m.state = 'closed');
		perform from public.team_members t where t.team_id = of_team and t.person_id = owner
			and t.left_at is null and t.role <> 'observer';
		if not found then
			return false;
		end if;
		update public.action_items a set title = change_action.title, owner_id = owner, due_on = due where a.id = action;
		return true;
	end $$;
revoke all on function private.promise_action(uuid, uuid, text, uuid, date),
	private.change_action(uuid, text, uuid, date) from public, anon;
grant execute on function private.promise_action(uuid, uuid, text, uuid, date),
	private.change_action(uuid, text, uuid, date) to authenticated;
create function public.promise_action(action uuid, priority uuid, title text, owner uuid, due date) returns boolean
	language sql security invoker set search_path = ''
	as $$ select private.promise_action(action, priority, title, owner, due) $$;
create function public.change_action(action uuid, title text, owner uuid, due date) returns boolean
	language sql security invoker set search_path = ''
	as $$ select private.change_action(action, title, owner, due) $$;
revoke all on function public.promise_action(uuid, uuid, text, uuid, date),
	public.change_action(uuid, text, uuid, date) from public, anon;
grant execute on function public.promise_action(uuid, uuid, text, uuid, date),
	public.change_action(uuid, text, uuid, date) to authenticated;
