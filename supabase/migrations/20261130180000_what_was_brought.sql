-- Lists that come from another tool as CSV: people, objectives, actions and issues. Each import is
-- remembered, readings as well, so that it can be taken back: exactly what came with it, and of that only
-- what nobody has touched since.

create table public.row_imports (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	person_id uuid references public.people on delete set null,
	kind text not null check (kind in ('people', 'objectives', 'actions', 'issues', 'readings')),
	file_name text not null check (file_name <> '' and char_length(file_name) <= 300),
	entered integer not null check (entered > 0),
	created_at timestamptz not null default now(),
	undone_at timestamptz,
	-- How much stayed when it was taken back, because somebody had worked with it.
	kept integer not null default 0
);
create index on public.row_imports (team_id, created_at desc);
create index on public.row_imports (person_id);
alter table public.row_imports enable row level security;
create policy "Members see what was imported" on public.row_imports
	for select to authenticated using (team_id in (select private.my_writing_teams()));
grant select on public.row_imports to authenticated;
create trigger announce_change after insert or update or delete on public.row_imports
	for each row execute function private.announce_change();

-- What came with an import, and how it was then. Nobody writes here but the functions below: whoever
-- could, would name any row of the team and have it deleted.
create table private.imported_rows (
	import_id uuid not null references public.row_imports on delete cascade,
	row_id uuid not null,
	-- A hash, so that erasing a person's name from the row itself is enough; times in it are UTC.
	made text not null,
	primary key (import_id, row_id)
);
alter table private.imported_rows enable row level security;
revoke all on private.imported_rows from public, anon, authenticated;

-- What is already there: the same action, issue or objective, whatever became of it, and whoever is in
-- the team or is invited.
create function private.is_brought(of_team uuid, of_kind text, r jsonb) returns boolean
	language sql stable security definer set search_path = ''
	as $$
		select case of_kind
			when 'actions' then exists (select from public.action_items a where a.team_id = of_team and lower(a.title) = lower(r ->> 'title')
				and a.owner_id is not distinct from (r ->> 'owner')::uuid and a.due_on is not distinct from (r ->> 'due')::date)
			when 'issues' then exists (select from public.agenda_proposals p where p.team_id = of_team and lower(p.title) = lower(r ->> 'title'))
			when 'objectives' then exists (select from public.objectives o where o.team_id = of_team and lower(o.title) = lower(r ->> 'title')
				and (o.cycle_id is not distinct from (r ->> 'cycle')::uuid))
			else exists (select from public.team_members m join public.people p on p.id = m.person_id
					where m.team_id = of_team and m.left_at is null and lower(p.email) = r ->> 'email')
				or exists (select from public.invitations i where i.team_id = of_team and lower(i.email) = r ->> 'email'
					and i.accepted_at is null and i.revoked_at is null and i.expires_at > now())
		end
	$$;
revoke all on function private.is_brought(uuid, text, jsonb) from public, anon, authenticated;

-- Brings rows in, all of them or none, or only says which of them are there already (`look`).
-- [{line, title, details, owner, due, cycle, email, role, token_hash}]
create function private.bring_rows(of_team uuid, of_kind text, file text, brought jsonb, look boolean)
	returns table (outcome text, import_id uuid, entered integer, there integer[])
	language plpgsql volatile security definer set search_path = '' set timezone = 'UTC'
	as $$
	declare
		me uuid := (select auth.uid());
		import uuid := gen_random_uuid();
		known integer[];
		total integer;
	begin
		if not (case when of_kind = 'people' then of_team in (select private.my_managed_teams())
			else of_team in (select private.my_writing_teams()) end) then
			raise exception 'Only those who write in a team bring something into it' using errcode = '42501';
		end if;
		if jsonb_array_length(brought) > (case when of_kind = 'people' then 100 else 1500 end) then
			raise exception 'More rows than one import takes' using errcode = '54000';
		end if;
		-- The page was loaded earlier: an owner may have left, a cycle may be gone.
		if exists (select from jsonb_array_elements(brought) r where
			(r ->> 'owner' is not null and not exists (select from public.team_members t where t.team_id = of_team
				and t.person_id = (r ->> 'owner')::uuid and t.left_at is null))
			or (r ->> 'cycle' is not null and not exists (select from public.cycles c where c.team_id = of_team
				and c.id = (r ->> 'cycle')::uuid))) then
			return query select 'changed', null::uuid, 0, '{}'::integer[];
			return;
		end if;
		select coalesce(array_agg((r ->> 'line')::integer order by (r ->> 'line')::integer), '{}') into known
		from jsonb_array_elements(brought) r where private.is_brought(of_team, of_kind, r);
		if look then
			return query select 'looked', null::uuid, jsonb_array_length(brought) - cardinality(known), known;
			return;
		end if;
		if jsonb_array_length(brought) = cardinality(known) then
			return query select 'nothing', null::uuid, 0, known;
			return;
		end if;

		insert into public.row_imports (id, team_id, person_id, kind, file_name, entered)
		values (import, of_team, me, of_kind, file, jsonb_array_length(brought) - cardinality(known));
		if of_kind = 'actions' then
			with made as (
				insert into public.action_items (id, team_id, title, owner_id, due_on, captured_by, captured_at)
				select gen_random_uuid(), of_team, r ->> 'title', (r ->> 'owner')::uuid, (r ->> 'due')::date, me, now()
				from jsonb_array_elements(brought) r where not (r ->> 'line')::integer = any (known)
				returning *
			)
			insert into private.imported_rows select import, m.id, md5(to_jsonb(m)::text) from made m;
		elsif of_kind = 'issues' then
			with made as (
				insert into public.agenda_proposals (id, team_id, title, source, proposed_by, proposed_at)
				-- In the order of the file: those who take them see the oldest first.
				select gen_random_uuid(), of_team, r ->> 'title', r ->> 'details', me, now() + (r ->> 'line')::integer * interval '1 microsecond'
				from jsonb_array_elements(brought) r where not (r ->> 'line')::integer = any (known)
				on conflict (team_id, title) where ended_as is null do nothing
				returning *
			)
			insert into private.imported_rows select import, m.id, md5(to_jsonb(m)::text) from made m;
		elsif of_kind = 'objectives' then
			with made as (
				insert into public.objectives (id, team_id, title, owner_id, cycle_id, position)
				select gen_random_uuid(), of_team, r ->> 'title', (r ->> 'owner')::uuid, (r ->> 'cycle')::uuid,
					(select coalesce(max(o.position), 0) from public.objectives o where o.team_id = of_team) + (row_number() over (order by (r ->> 'line')::integer))::integer
				from jsonb_array_elements(brought) r where not (r ->> 'line')::integer = any (known)
				returning *
			)
			-- Moved up or down it is still as it came.
			insert into private.imported_rows select import, m.id, md5((to_jsonb(m) - 'position')::text) from made m;
		else
			with made as (
				insert into public.invitations (team_id, workspace_id, email, role, title, token_hash, invited_by)
				select of_team, t.workspace_id, r ->> 'email', r ->> 'role', r ->> 'title', r ->> 'token_hash', me
				from jsonb_array_elements(brought) r cross join public.teams t
				where t.id = of_team and not (r ->> 'line')::integer = any (known)
				returning *
			)
			insert into private.imported_rows select import, m.id, '' from made m;
		end if;
		select count(*) into total from private.imported_rows i where i.import_id = import;
		update public.row_imports i set entered = total where i.id = import;
		return query select 'entered', import, total, known;
	end $$;
revoke all on function private.bring_rows(uuid, text, text, jsonb, boolean) from public, anon;
grant execute on function private.bring_rows(uuid, text, text, jsonb, boolean) to authenticated;
create function public.bring_rows(team uuid, kind text, file text, brought jsonb, look boolean)
	returns table (outcome text, import_id uuid, entered integer, there integer[])
	language sql security invoker set search_path = ''
	as $$
		-- Through the embedded API a list comes as a string of JSON.
		select * from private.bring_rows(team, kind, file,
			case jsonb_typeof(brought) when 'string' then (brought #>> '{}')::jsonb else brought end, look)
	$$;
revoke all on function public.bring_rows(uuid, text, text, jsonb, boolean) from public, anon;
grant execute on function public.bring_rows(uuid, text, text, jsonb, boolean) to authenticated;

-- Readings need no list of rows: what an import entered has its instant, and what it corrected is kept.
create function private.note_reading_import(of_team uuid, said text, total integer) returns void
	language sql volatile security definer set search_path = ''
	as $$
		insert into public.row_imports (team_id, person_id, kind, file_name, entered)
		select of_team, auth.uid(), 'readings', coalesce(nullif(btrim(left(regexp_replace(said, '^from ', ''), 300)), ''), 'Readings'), total
		where total > 0 and of_team in (select private.my_writing_teams())
	$$;
revoke all on function private.note_reading_import(uuid, text, integer) from public, anon;
grant execute on function private.note_reading_import(uuid, text, integer) to authenticated;
alter function public.enter_import(uuid, uuid, text, text) rename to enter_waiting;
alter function public.enter_waiting(uuid, uuid, text, text) set schema private;
create function public.enter_import(team uuid, import uuid, seen text, said text)
	returns table (outcome text, entered integer, corrected integer)
	language plpgsql volatile security invoker set search_path = ''
	as $$
	begin
		select * into outcome, entered, corrected from private.enter_waiting(team, import, seen, said);
		perform private.note_reading_import(team, said, entered + corrected);
		return next;
	end $$;
revoke all on function public.enter_import(uuid, uuid, text, text) from public, anon;
grant execute on function public.enter_import(uuid, uuid, text, text) to authenticated;

-- Which of these rows something else refers to by now, whatever tables there will be.
create function private.referred_to(of_table regclass, ids uuid[]) returns setof uuid
	language plpgsql stable security definer set search_path = ''
	as $$
	declare
		reference record;
	begin
		for reference in
			select c.conrelid::regclass as from_table, f.attname as from_column
			from pg_catalog.pg_constraint c cross join lateral unnest(c.conkey, c.confkey) as k (from_number, to_number)
			join pg_catalog.pg_attribute f on f.attrelid = c.conrelid and f.attnum = k.from_number
			join pg_catalog.pg_attribute t on t.attrelid = c.confrelid and t.attnum = k.to_number and t.attname = 'id'
			where c.contype = 'f' and c.confrelid = of_table
		loop
			return query execute format('select distinct %I from %s where %I = any ($1)',
				reference.from_column, reference.from_table, reference.from_column) using ids;
		end loop;
	end $$;
revoke all on function private.referred_to(regclass, uuid[]) from public, anon, authenticated;

-- Takes an import back, once: what is as it came goes, what was changed, answered or built upon stays.
create function private.undo_import(import uuid) returns table (kind text, removed integer, kept integer)
	language plpgsql volatile security definer set search_path = '' set timezone = 'UTC'
	as $$
	declare
		done public.row_imports;
		ids uuid[];
		used uuid[];
		gone integer := 0;
	begin
		select * into done from public.row_imports i where i.id = import for update;
		if done.id is null or not (done.team_id in (select private.my_managed_teams())
			or (done.person_id = (select auth.uid()) and done.kind <> 'people' and done.team_id in (select private.my_writing_teams()))) then
			raise exception 'There is no such import' using errcode = '42501';
		end if;
		if done.undone_at is not null then
			return query select done.kind, done.entered - done.kept, done.kept;
			return;
		end if;
		select array_agg(r.row_id) into ids from private.imported_rows r where r.import_id = import;
		if done.kind = 'actions' then
			select array_agg(x) into used from (select private.referred_to('public.action_items', ids)
				union select l.subject_id from public.lineages l where l.team_id = done.team_id and l.subject_id = any (ids)) u (x);
			delete from public.action_items a using private.imported_rows r
			where r.import_id = import and a.id = r.row_id and md5(to_jsonb(a)::text) = r.made and not a.id = any (coalesce(used, '{}'));
			get diagnostics gone = row_count;
		elsif done.kind = 'issues' then
			delete from public.agenda_proposals p using private.imported_rows r
			where r.import_id = import and p.id = r.row_id and md5(to_jsonb(p)::text) = r.made;
			get diagnostics gone = row_count;
		elsif done.kind = 'objectives' then
			select array_agg(x) into used from (select private.referred_to('public.objectives', ids)
				union select d.objective_id from public.retrospective_dispositions d where d.objective_id = any (ids)
				union select s.subject_id from public.status_checks s where s.subject_id = any (ids)) u (x);
			delete from public.objectives o using private.imported_rows r
			where r.import_id = import and o.id = r.row_id and md5((to_jsonb(o) - 'position')::text) = r.made and not o.id = any (coalesce(used, '{}'));
			get diagnostics gone = row_count;
		elsif done.kind = 'people' then
			update public.invitations i set revoked_at = now() from private.imported_rows r
			where r.import_id = import and i.id = r.row_id and i.accepted_at is null and i.revoked_at is null;
			get diagnostics gone = row_count;
		else
			with came as (
				select r.metric_id, r.period, r.value, c.was from public.readings r
				left join public.reading_corrections c on c.metric_id = r.metric_id and c.period = r.period
					and c.corrected_at = done.created_at and c.became = r.value
				where r.team_id = done.team_id and r.entered_at = done.created_at and r.entered_by = done.person_id
			), back as (
				update public.readings r set value = came.was, entered_by = auth.uid(), entered_at = now(), note = 'import taken back'
				from came where r.metric_id = came.metric_id and r.period = came.period and came.was is not null
				returning 1
			), away as (
				delete from public.readings r using came
				where r.metric_id = came.metric_id and r.period = came.period and came.was is null
				returning 1
			)
			select (select count(*) from back) + (select count(*) from away) into gone;
		end if;
		update public.row_imports i set undone_at = now(), kept = done.entered - gone where i.id = import;
		return query select done.kind, gone, done.entered - gone;
	end $$;
revoke all on function private.undo_import(uuid) from public, anon;
grant execute on function private.undo_import(uuid) to authenticated;
create function public.undo_import(import uuid) returns table (kind text, removed integer, kept integer)
	language sql security invoker set search_path = ''
	as $$ select * from private.undo_import(import) $$;
revoke all on function public.undo_import(uuid) from public, anon;
grant execute on function public.undo_import(uuid) to authenticated;
