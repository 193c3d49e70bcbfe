-- The weekly appointment, its occurrences, and what each leaves behind. While a meeting is live
-- its document is the truth; private.settle_meeting turns the document into these rows.

-- A team's own agenda templates. `steps` is the list of [{key, kind, title, minutes, guide}].
create table public.formats (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	origin text not null default '' check (char_length(origin) <= 60),
	name text not null check (name <> '' and char_length(name) <= 120),
	steps jsonb not null check (jsonb_typeof(steps) = 'array'),
	created_at timestamptz not null default now(),
	unique (id, team_id)
);
create index on public.formats (team_id);

create table public.series (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	format_id uuid not null,
	name text not null check (name <> '' and char_length(name) <= 120),
	weekday smallint not null check (weekday between 1 and 7),
	starts_at time not null,
	time_zone text not null check (char_length(time_zone) <= 64),
	minutes integer not null check (minutes between 5 and 480),
	place text not null default '' check (char_length(place) <= 200),
	facilitator_id uuid references public.people on delete set null,
	starts_on date not null,
	ended_at timestamptz,
	created_at timestamptz not null default now(),
	unique (id, team_id),
	foreign key (format_id, team_id) references public.formats (id, team_id)
);
create index on public.series (team_id);
create index on public.series (format_id, team_id);
create index on public.series (facilitator_id);

create table public.meetings (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	series_id uuid not null,
	-- Counts within the series, from 1.
	number integer not null,
	state text not null default 'draft' check (state in ('draft', 'live', 'parked', 'closed', 'cancelled')),
	occurs_on date not null,
	starts_at timestamptz not null,
	minutes integer not null check (minutes between 5 and 480),
	name text not null,
	place text not null default '' check (char_length(place) <= 200),
	-- The agenda this occurrence was made with; the document is seeded from it.
	steps jsonb not null,
	facilitator_id uuid references public.people on delete set null,
	chair_id uuid references public.people on delete set null,
	opened_at timestamptz,
	closed_at timestamptz,
	settled_at timestamptz,
	ratings_revealed_at timestamptz,
	created_at timestamptz not null default now(),
	unique (id, team_id),
	unique (series_id, occurs_on),
	unique (series_id, number),
	foreign key (series_id, team_id) references public.series (id, team_id) on delete cascade
);
create index on public.meetings (team_id, starts_at);
create index on public.meetings (series_id, team_id);
create index on public.meetings (facilitator_id);
create index on public.meetings (chair_id);

create table public.agenda_segments (
	id uuid primary key,
	meeting_id uuid not null,
	team_id uuid not null,
	position integer not null,
	kind text not null,
	title text not null,
	planned_minutes integer not null,
	spent_ms bigint not null default 0,
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade
);
create index on public.agenda_segments (meeting_id, team_id);

create table public.attendances (
	meeting_id uuid not null,
	person_id uuid not null references public.people on delete cascade,
	team_id uuid not null,
	arrived_at timestamptz not null,
	-- What they said in the check-in round.
	check_in text not null default '',
	primary key (meeting_id, person_id),
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade
);
create index on public.attendances (meeting_id, team_id);
create index on public.attendances (person_id);

create table public.hot_items (
	id uuid primary key,
	meeting_id uuid not null,
	team_id uuid not null,
	series_id uuid not null,
	position integer not null,
	title text not null,
	question text not null default '',
	kind text not null default 'hot' check (kind in ('hot', 'opportunity')),
	wants text not null default 'resolution' check (wants in ('resolution', 'fact-finding')),
	state text not null check (state in ('open', 'resolved', 'fact-finding', 'parked', 'dropped')),
	source text not null default '',
	planned_minutes integer not null default 0,
	spent_ms bigint not null default 0,
	votes integer not null default 0,
	raised_by uuid references public.people on delete set null,
	fact_finder_id uuid references public.people on delete set null,
	back_by date,
	-- The earlier row this one goes on with. Plain, because that row may be erased.
	continues uuid,
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade,
	foreign key (series_id, team_id) references public.series (id, team_id) on delete cascade
);
create index on public.hot_items (meeting_id, team_id);
create index on public.hot_items (series_id, team_id);
create index on public.hot_items (continues);
create index on public.hot_items (raised_by);
create index on public.hot_items (fact_finder_id);

-- The lines of the shared notes, under their segment or hot item.
create table public.notes (
	id uuid primary key,
	meeting_id uuid not null,
	team_id uuid not null,
	segment_id uuid,
	hot_item_id uuid,
	position integer not null,
	body text not null,
	author_id uuid references public.people on delete set null,
	written_at timestamptz,
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade
);
create index on public.notes (meeting_id, team_id);
create index on public.notes (author_id);

create table public.decisions (
	id uuid primary key,
	meeting_id uuid not null,
	team_id uuid not null,
	segment_id uuid,
	hot_item_id uuid,
	note_id uuid,
	title text not null check (title <> ''),
	owner_id uuid references public.people on delete set null,
	captured_by uuid references public.people on delete set null,
	captured_at timestamptz not null,
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade
);
create index on public.decisions (meeting_id, team_id);
create index on public.decisions (team_id);
create index on public.decisions (owner_id);
create index on public.decisions (captured_by);

-- What people promised. Rows are settled from the live document; only done_at is changed later.
create table public.action_items (
	id uuid primary key,
	meeting_id uuid not null,
	team_id uuid not null,
	segment_id uuid,
	hot_item_id uuid,
	note_id uuid,
	title text not null check (title <> ''),
	owner_id uuid references public.people on delete set null,
	due_on date,
	done_at timestamptz,
	captured_by uuid references public.people on delete set null,
	captured_at timestamptz not null,
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade,
	unique (id, team_id)
);
create index on public.action_items (meeting_id, team_id);
create index on public.action_items (team_id) where done_at is null;
create index on public.action_items (owner_id);
create index on public.action_items (captured_by);

create table public.insights (
	id uuid primary key,
	meeting_id uuid not null,
	team_id uuid not null,
	segment_id uuid,
	hot_item_id uuid,
	note_id uuid,
	title text not null check (title <> ''),
	captured_by uuid references public.people on delete set null,
	captured_at timestamptz not null,
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade
);
create index on public.insights (meeting_id, team_id);
create index on public.insights (team_id);
create index on public.insights (captured_by);

create table public.risks (
	id uuid primary key,
	meeting_id uuid not null,
	team_id uuid not null,
	segment_id uuid,
	hot_item_id uuid,
	note_id uuid,
	title text not null check (title <> ''),
	owner_id uuid references public.people on delete set null,
	captured_by uuid references public.people on delete set null,
	captured_at timestamptz not null,
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade
);
create index on public.risks (meeting_id, team_id);
create index on public.risks (team_id);
create index on public.risks (owner_id);
create index on public.risks (captured_by);

-- How last weeks' actions stood when this meeting looked at them.
create table public.action_reviews (
	meeting_id uuid not null,
	action_id uuid not null,
	team_id uuid not null,
	done boolean not null,
	note text not null default '',
	reviewed_by uuid references public.people on delete set null,
	primary key (meeting_id, action_id),
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade,
	foreign key (action_id, team_id) references public.action_items (id, team_id) on delete cascade
);
create index on public.action_reviews (meeting_id, team_id);
create index on public.action_reviews (action_id, team_id);
create index on public.action_reviews (reviewed_by);

-- On or off track, as the owner called it in the meeting.
create table public.status_checks (
	meeting_id uuid not null,
	subject_id uuid not null,
	subject text not null check (subject in ('priority', 'objective')),
	team_id uuid not null,
	on_track boolean not null,
	checked_by uuid references public.people on delete set null,
	primary key (meeting_id, subject_id),
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade
);
create index on public.status_checks (meeting_id, team_id);
create index on public.status_checks (subject_id);
create index on public.status_checks (checked_by);

-- What we tell our teams, and who tells whom.
create table public.cascade_messages (
	id uuid primary key,
	meeting_id uuid not null,
	team_id uuid not null,
	position integer not null,
	audience text not null default '',
	body text not null check (body <> ''),
	teller_id uuid references public.people on delete set null,
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade
);
create index on public.cascade_messages (meeting_id, team_id);
create index on public.cascade_messages (teller_id);

-- How good the meeting was, 1 to 10, and what would have made it a 10. Nobody reads a rating
-- before the reveal, not even an admin; that is why these are rows and never in the document.
create table public.meeting_ratings (
	meeting_id uuid not null,
	person_id uuid not null references public.people on delete cascade,
	team_id uuid not null,
	rating smallint not null check (rating between 1 and 10),
	improvement text not null default '' check (char_length(improvement) <= 500),
	rated_at timestamptz not null default now(),
	primary key (meeting_id, person_id),
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade
);
create index on public.meeting_ratings (meeting_id, team_id);
create index on public.meeting_ratings (person_id);

-- The meetings whose content I may read: an observer does not see drafts.
create function private.my_readable_meetings() returns setof uuid
	language sql stable security definer set search_path = ''
	as $$
		select m.id from public.meetings m
		join public.team_members t on t.team_id = m.team_id
		where t.person_id = (select auth.uid()) and t.left_at is null
			and (t.role <> 'observer' or m.state in ('live', 'parked', 'closed'))
	$$;

create function private.is_revealed(meeting uuid) returns boolean
	language sql stable security definer set search_path = ''
	as $$ select coalesce((select ratings_revealed_at is not null from public.meetings where id = meeting), false) $$;

grant execute on function private.my_readable_meetings(), private.is_revealed(uuid) to authenticated;

alter table public.formats enable row level security;
create policy "Everyone in the team reads its formats" on public.formats
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Team admins add formats" on public.formats
	for insert to authenticated with check (team_id in (select private.my_admin_teams()));
create policy "Team admins edit formats" on public.formats
	for update to authenticated
	using (team_id in (select private.my_admin_teams())) with check (team_id in (select private.my_admin_teams()));
grant select, insert (id, team_id, origin, name, steps), update (name, steps) on public.formats to authenticated;

alter table public.series enable row level security;
create policy "Everyone in the team reads its series" on public.series
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Team admins add series" on public.series
	for insert to authenticated with check (team_id in (select private.my_admin_teams()));
create policy "Team admins edit series" on public.series
	for update to authenticated
	using (team_id in (select private.my_admin_teams())) with check (team_id in (select private.my_admin_teams()));
grant select,
	insert (id, team_id, format_id, name, weekday, starts_at, time_zone, minutes, place, facilitator_id, starts_on),
	update (format_id, name, weekday, starts_at, time_zone, minutes, place, facilitator_id, ended_at)
	on public.series to authenticated;

alter table public.meetings enable row level security;
create policy "The team reads its meetings, observers no drafts" on public.meetings
	for select to authenticated using (id in (select private.my_readable_meetings()));
create policy "Team admins move or cancel a meeting that has not begun" on public.meetings
	for update to authenticated
	using (team_id in (select private.my_admin_teams()) and state in ('draft', 'cancelled'))
	with check (team_id in (select private.my_admin_teams()) and state in ('draft', 'cancelled'));
grant select, update (starts_at, minutes, place, facilitator_id, state) on public.meetings to authenticated;

-- Everything a meeting leaves behind: read by the team, written by settling only.
alter table public.agenda_segments enable row level security;
create policy "The team reads its agendas" on public.agenda_segments
	for select to authenticated using (meeting_id in (select private.my_readable_meetings()));
alter table public.attendances enable row level security;
create policy "The team reads who was there" on public.attendances
	for select to authenticated using (meeting_id in (select private.my_readable_meetings()));
alter table public.hot_items enable row level security;
create policy "The team reads its hot items" on public.hot_items
	for select to authenticated using (meeting_id in (select private.my_readable_meetings()));
alter table public.notes enable row level security;
create policy "The team reads its notes" on public.notes
	for select to authenticated using (meeting_id in (select private.my_readable_meetings()));
alter table public.decisions enable row level security;
create policy "The team reads its decisions" on public.decisions
	for select to authenticated using (meeting_id in (select private.my_readable_meetings()));
alter table public.action_items enable row level security;
create policy "The team reads its actions" on public.action_items
	for select to authenticated using (meeting_id in (select private.my_readable_meetings()));
create policy "Owners finish their own actions" on public.action_items
	for update to authenticated
	using (owner_id = (select auth.uid()) and team_id in (select private.my_writing_teams()))
	with check (owner_id = (select auth.uid()) and team_id in (select private.my_writing_teams()));
alter table public.insights enable row level security;
create policy "The team reads its insights" on public.insights
	for select to authenticated using (meeting_id in (select private.my_readable_meetings()));
alter table public.risks enable row level security;
create policy "The team reads its risks" on public.risks
	for select to authenticated using (meeting_id in (select private.my_readable_meetings()));
alter table public.action_reviews enable row level security;
create policy "The team reads its action reviews" on public.action_reviews
	for select to authenticated using (meeting_id in (select private.my_readable_meetings()));
alter table public.status_checks enable row level security;
create policy "The team reads its status checks" on public.status_checks
	for select to authenticated using (meeting_id in (select private.my_readable_meetings()));
alter table public.cascade_messages enable row level security;
create policy "The team reads what it tells its teams" on public.cascade_messages
	for select to authenticated using (meeting_id in (select private.my_readable_meetings()));
grant select on public.agenda_segments, public.attendances, public.hot_items, public.notes, public.decisions,
	public.action_items, public.insights, public.risks, public.action_reviews, public.status_checks,
	public.cascade_messages to authenticated;
grant update (done_at) on public.action_items to authenticated;

alter table public.meeting_ratings enable row level security;
create policy "The team reads ratings after the reveal" on public.meeting_ratings
	for select to authenticated
	using (meeting_id in (select private.my_readable_meetings()) and private.is_revealed(meeting_id));
grant select on public.meeting_ratings to authenticated;

-- Members rate a live meeting in their own name; rating again before the reveal replaces it. An
-- upsert through a policy would need the right to read the row, and nobody has that before the
-- reveal.
create function private.rate_meeting(meeting uuid, rating integer, improvement text) returns void
	language plpgsql security definer set search_path = ''
	as $$
	declare
		team uuid;
	begin
		select m.team_id into team from public.meetings m
		join public.team_members t on t.team_id = m.team_id
		where m.id = meeting and m.state = 'live' and m.ratings_revealed_at is null
			and t.person_id = auth.uid() and t.left_at is null and t.role <> 'observer';
		if team is null then
			raise exception 'This meeting cannot be rated' using errcode = 'insufficient_privilege';
		end if;
		insert into public.meeting_ratings (meeting_id, person_id, team_id, rating, improvement)
		values (rate_meeting.meeting, auth.uid(), team, rate_meeting.rating, left(coalesce(rate_meeting.improvement, ''), 500))
		on conflict (meeting_id, person_id) do update
			set rating = excluded.rating, improvement = excluded.improvement, rated_at = now();
	end $$;
grant execute on function private.rate_meeting(uuid, integer, text) to authenticated;

create function public.rate_meeting(meeting uuid, rating integer, improvement text) returns void
	language sql security invoker set search_path = ''
	as $$ select private.rate_meeting(meeting, rating, improvement) $$;
grant execute on function public.rate_meeting(uuid, integer, text) to authenticated;
