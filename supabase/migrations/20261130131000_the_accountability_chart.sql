-- Who answers for what: seats with their accountabilities, who holds them, whom they report to, and
-- what they are linked with. A person may hold several seats; a seat nobody holds is vacant, one that
-- two hold is shown as held twice. What is noted of the fit of a person in a key seat is readable by
-- those permitted alone, and announced to nobody.

create table public.seats (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	title text not null check (title <> '' and char_length(title) <= 120),
	accountabilities text[] not null default '{}'
		check (cardinality(accountabilities) <= 12 and char_length(array_to_string(accountabilities, '')) <= 3000),
	reports_to uuid,
	-- Worth notes on how its holder fits.
	is_key boolean not null default false,
	position integer not null default 0,
	created_at timestamptz not null default now(),
	-- Who changed it last, which its history says.
	changed_by uuid references public.people on delete set null,
	ended_at timestamptz,
	unique (id, team_id),
	check (reports_to is distinct from id),
	foreign key (reports_to, team_id) references public.seats (id, team_id) on delete set null (reports_to)
);
create index on public.seats (team_id);
create index on public.seats (reports_to, team_id);
create index on public.seats (changed_by);

-- Somebody of the team, or anybody else by name: a chart is larger than a leadership team.
create table public.seat_holders (
	id uuid primary key default gen_random_uuid(),
	seat_id uuid not null,
	team_id uuid not null,
	person_id uuid references public.people on delete cascade,
	name text not null default '' check (char_length(name) <= 120),
	since date not null default current_date,
	check ((person_id is null) <> (name = '')),
	unique nulls not distinct (seat_id, person_id, name),
	foreign key (seat_id, team_id) references public.seats (id, team_id) on delete cascade
);
create index on public.seat_holders (seat_id, team_id);
create index on public.seat_holders (team_id);
create index on public.seat_holders (person_id);

-- What a seat answers for, by its row.
create table public.seat_links (
	id uuid primary key default gen_random_uuid(),
	seat_id uuid not null,
	team_id uuid not null,
	metric_id uuid,
	priority_id uuid,
	objective_id uuid,
	check (num_nonnulls(metric_id, priority_id, objective_id) = 1),
	unique nulls not distinct (seat_id, metric_id, priority_id, objective_id),
	foreign key (seat_id, team_id) references public.seats (id, team_id) on delete cascade,
	foreign key (metric_id, team_id) references public.metrics (id, team_id) on delete cascade,
	foreign key (priority_id, team_id) references public.priorities (id, team_id) on delete cascade,
	foreign key (objective_id, team_id) references public.objectives (id, team_id) on delete cascade
);
create index on public.seat_links (seat_id, team_id);
create index on public.seat_links (team_id);
create index on public.seat_links (metric_id, team_id);
create index on public.seat_links (priority_id, team_id);
create index on public.seat_links (objective_id, team_id);

-- Which seats sit in a weekly meeting.
create table public.series_seats (
	series_id uuid not null,
	seat_id uuid not null,
	team_id uuid not null,
	primary key (series_id, seat_id),
	foreign key (series_id, team_id) references public.series (id, team_id) on delete cascade,
	foreign key (seat_id, team_id) references public.seats (id, team_id) on delete cascade
);
create index on public.series_seats (series_id, team_id);
create index on public.series_seats (seat_id, team_id);
create index on public.series_seats (team_id);

-- That somebody went through the chart with the team, and signed it.
create table public.chart_reviews (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	reviewed_on date not null default current_date,
	signed_by uuid references public.people on delete set null,
	note text not null default '' check (char_length(note) <= 500),
	-- What it said then: seats, vacant ones, held twice.
	seats integer not null default 0,
	vacant integer not null default 0,
	signed_at timestamptz not null default now()
);
create index on public.chart_reviews (team_id, reviewed_on desc);
create index on public.chart_reviews (signed_by);

-- Everything that was changed, in words, by whoever changed it.
create table public.seat_changes (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	-- Plain, because a seat may be erased and its history stays.
	seat_id uuid not null,
	seat text not null,
	what text not null,
	changed_by uuid references public.people on delete set null,
	changed_at timestamptz not null default now()
);
create index on public.seat_changes (team_id, changed_at desc);
create index on public.seat_changes (changed_by);

-- Head, heart and briefcase: behavioural fit, values and skills of a key seat's holder, and what is
-- done about it. For admins of the team and those they permit; no trigger announces it.
create table public.seat_notes (
	seat_id uuid not null,
	team_id uuid not null,
	head text not null default '' check (char_length(head) <= 2000),
	heart text not null default '' check (char_length(heart) <= 2000),
	briefcase text not null default '' check (char_length(briefcase) <= 2000),
	development text not null default '' check (char_length(development) <= 2000),
	written_by uuid references public.people on delete set null,
	written_at timestamptz not null default now(),
	primary key (seat_id),
	foreign key (seat_id, team_id) references public.seats (id, team_id) on delete cascade
);
create index on public.seat_notes (seat_id, team_id);
create index on public.seat_notes (team_id);
create index on public.seat_notes (written_by);
create table public.seat_note_readers (
	seat_id uuid not null,
	person_id uuid not null,
	team_id uuid not null,
	primary key (seat_id, person_id),
	foreign key (seat_id, team_id) references public.seats (id, team_id) on delete cascade,
	foreign key (team_id, person_id) references public.team_members (team_id, person_id) on delete cascade
);
create index on public.seat_note_readers (seat_id, team_id);
create index on public.seat_note_readers (team_id, person_id);

-- Nobody reports to themselves, however far around. One change of lines at a time in a team, or two
-- at once could close a loop that neither of them sees.
create function private.keep_a_tree() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		if new.reports_to is null then
			return new;
		end if;
		perform pg_advisory_xact_lock(hashtext('seats ' || new.team_id::text));
		if exists (
			with recursive above as (
				select s.id, s.reports_to from public.seats s where s.id = new.reports_to
				union
				select s.id, s.reports_to from public.seats s join above a on s.id = a.reports_to
			)
			select from above where id = new.id
		) then
			raise exception 'A seat cannot report to itself' using errcode = 'check_violation', hint = 'reporting_loop';
		end if;
		return new;
	end $$;
create trigger keep_a_tree before insert or update of reports_to on public.seats
	for each row execute function private.keep_a_tree();

create function private.note_seat_change() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	declare
		said text[] := '{}';
		seat_title text;
		row record;
	begin
		row := case when tg_op = 'DELETE' then old else new end;
		-- The team or the seat may themselves be on their way out.
		if not exists (select from public.teams t where t.id = row.team_id) then
			return null;
		end if;
		if tg_table_name = 'seats' then
			seat_title := new.title;
			if tg_op = 'INSERT' then
				said := said || 'Added'::text;
			else
				if new.title <> old.title then said := said || format('Renamed from “%s”', old.title); end if;
				if new.accountabilities <> old.accountabilities then said := said || 'Accountabilities changed'::text; end if;
				if new.reports_to is distinct from old.reports_to then
					said := said || coalesce('Reports to ' || (select s.title from public.seats s where s.id = new.reports_to), 'Reports to nobody');
				end if;
				if new.ended_at is not null and old.ended_at is null then said := said || 'Closed'::text; end if;
				if new.ended_at is null and old.ended_at is not null then said := said || 'Opened again'::text; end if;
			end if;
			insert into public.seat_changes (team_id, seat_id, seat, what, changed_by)
			select new.team_id, new.id, seat_title, s, coalesce(auth.uid(), new.changed_by) from unnest(said) s;
		else
			select s.title into seat_title from public.seats s where s.id = row.seat_id;
			if seat_title is null then
				return null;
			end if;
			insert into public.seat_changes (team_id, seat_id, seat, what, changed_by)
			values (row.team_id, row.seat_id, seat_title,
				case when tg_op = 'INSERT' then 'Given to ' else 'No longer held by ' end
					|| coalesce((select p.name from public.people p where p.id = row.person_id), nullif(row.name, ''), 'somebody'),
				auth.uid());
		end if;
		return null;
	end $$;
create trigger note_seat_change after insert or update on public.seats
	for each row execute function private.note_seat_change();
create trigger note_seat_change after insert or delete on public.seat_holders
	for each row execute function private.note_seat_change();
revoke all on function private.keep_a_tree(), private.note_seat_change() from public, anon, authenticated;

create function private.my_noted_seats() returns setof uuid
	language sql stable security definer set search_path = ''
	as $$
		select s.id from public.seats s where s.team_id in (select private.my_admin_teams())
		union
		select r.seat_id from public.seat_note_readers r
		where r.person_id = (select auth.uid()) and r.team_id in (select private.my_writing_teams())
	$$;
revoke all on function private.my_noted_seats() from public, anon;
grant execute on function private.my_noted_seats() to authenticated;

do $$
declare
	kept text;
begin
	foreach kept in array array['seats', 'seat_holders', 'seat_links', 'series_seats', 'chart_reviews', 'seat_changes']
	loop
		execute format('alter table public.%I enable row level security', kept);
		execute format('create policy "Everyone in the team reads its chart" on public.%I
			for select to authenticated using (team_id in (select private.my_teams()))', kept);
		execute format('create trigger announce_change after insert or update or delete on public.%I
			for each row execute function private.announce_change()', kept);
		execute format('grant select on public.%I to authenticated', kept);
	end loop;
	foreach kept in array array['seats', 'seat_holders', 'seat_links', 'series_seats']
	loop
		execute format('create policy "Members draw the chart" on public.%I
			for insert to authenticated with check (team_id in (select private.my_writing_teams()))', kept);
	end loop;
	foreach kept in array array['seat_holders', 'seat_links', 'series_seats']
	loop
		execute format('create policy "Members take away from the chart" on public.%I
			for delete to authenticated using (team_id in (select private.my_writing_teams()))', kept);
		execute format('grant delete on public.%I to authenticated', kept);
	end loop;
end $$;
create policy "Members change seats" on public.seats
	for update to authenticated
	using (team_id in (select private.my_writing_teams())) with check (team_id in (select private.my_writing_teams()));
create policy "Members sign the chart in their own name" on public.chart_reviews
	for insert to authenticated
	with check (team_id in (select private.my_writing_teams()) and signed_by = (select auth.uid()));
grant insert (id, team_id, title, accountabilities, reports_to, is_key, position),
	update (title, accountabilities, reports_to, is_key, position, ended_at) on public.seats to authenticated;
grant insert (id, seat_id, team_id, person_id, name, since) on public.seat_holders to authenticated;
grant insert (id, seat_id, team_id, metric_id, priority_id, objective_id) on public.seat_links to authenticated;
grant insert (series_id, seat_id, team_id) on public.series_seats to authenticated;
grant insert (id, team_id, reviewed_on, signed_by, note, seats, vacant) on public.chart_reviews to authenticated;

alter table public.seat_notes enable row level security;
create policy "Those permitted read the notes on a seat" on public.seat_notes
	for select to authenticated using (seat_id in (select private.my_noted_seats()));
create policy "Those permitted begin the notes on a seat" on public.seat_notes
	for insert to authenticated
	with check (seat_id in (select private.my_noted_seats()) and written_by = (select auth.uid()));
create policy "Those permitted change the notes on a seat" on public.seat_notes
	for update to authenticated
	using (seat_id in (select private.my_noted_seats()))
	with check (seat_id in (select private.my_noted_seats()) and written_by = (select auth.uid()));
create policy "Those permitted erase the notes on a seat" on public.seat_notes
	for delete to authenticated using (seat_id in (select private.my_noted_seats()));
grant select, insert (seat_id, team_id, head, heart, briefcase, development, written_by),
	update (head, heart, briefcase, development, written_by), delete on public.seat_notes to authenticated;

alter table public.seat_note_readers enable row level security;
create policy "Admins and those permitted see who is permitted" on public.seat_note_readers
	for select to authenticated using (seat_id in (select private.my_noted_seats()));
create policy "Admins permit" on public.seat_note_readers
	for insert to authenticated with check (team_id in (select private.my_admin_teams()));
create policy "Admins no longer permit" on public.seat_note_readers
	for delete to authenticated using (team_id in (select private.my_admin_teams()));
grant select, insert (seat_id, person_id, team_id), delete on public.seat_note_readers to authenticated;
