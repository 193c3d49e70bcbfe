-- Readings that come by the thousand, from a file: they wait in parts until all of them are there,
-- are held against what is known already, and are entered in one statement or not at all.

-- What one person is about to import into a team. Whoever starts anew forgets what was there.
create table public.reading_import_parts (
	team_id uuid not null references public.teams on delete cascade,
	person_id uuid not null references public.people on delete cascade,
	-- Parts of another attempt, from another window, are none of this one's.
	import_id uuid not null,
	-- Forty parts of five thousand: what is more is no scorecard.
	part integer not null check (part between 0 and 39),
	-- [[line, metric, first day of the period, value]]
	readings jsonb not null
		check (jsonb_typeof(readings) = 'array' and jsonb_array_length(readings) between 1 and 5000),
	created_at timestamptz not null default now(),
	primary key (team_id, person_id, part)
);
create index on public.reading_import_parts (person_id);
alter table public.reading_import_parts enable row level security;
create policy "Members see what they are about to import" on public.reading_import_parts
	for select to authenticated
	using (person_id = (select auth.uid()) and team_id in (select private.my_writing_teams()));
create policy "Members bring readings in their own name" on public.reading_import_parts
	for insert to authenticated
	with check (person_id = (select auth.uid()) and team_id in (select private.my_writing_teams()));
create policy "People forget what they were about to import" on public.reading_import_parts
	for delete to authenticated using (person_id = (select auth.uid()));
grant select, insert (team_id, person_id, import_id, part, readings), delete
	on public.reading_import_parts to authenticated;

-- Each reading that waits, what is known for its period, and why it cannot be entered, if so. It
-- runs with the rights of whoever asks, as everything below does.
create function private.waiting_readings(team uuid, import uuid)
	returns table (line integer, metric_id uuid, period date, value numeric, was numeric, problem text)
	language sql stable security invoker set search_path = ''
	as $$
		with waiting as (
			select (r ->> 0)::integer as line, (r ->> 1)::uuid as metric_id, (r ->> 2)::date as period, (r ->> 3)::numeric as value
			from public.reading_import_parts p cross join lateral jsonb_array_elements(p.readings) r
			where p.team_id = team and p.import_id = import and p.person_id = (select auth.uid())
		), counted as (
			select w.*, count(*) over (partition by w.metric_id, w.period) as times from waiting w
		)
		select c.line, c.metric_id, c.period, c.value, r.value,
			case
				when m.id is null then 'no metric'
				when c.value is null or c.period is null or abs(c.value) > 1e12 then 'no number'
				when date_trunc(m.cadence, c.period)::date <> c.period then 'wrong period'
				when c.period > (now() at time zone 'UTC')::date + 1 then 'too early'
				when c.times > 1 then 'twice'
			end
		from counted c
		left join public.metrics m on m.id = c.metric_id and m.team_id = team and m.removed_at is null
		left join public.readings r on r.metric_id = c.metric_id and r.period = c.period and r.team_id = team
	$$;
grant execute on function private.waiting_readings(uuid, uuid) to authenticated;

-- What an import would do: how many are new, known and corrections; the first of the corrections
-- and of what cannot be entered; and a mark by which entering knows that this is still so.
create function public.compare_import(team uuid, import uuid)
	returns table (entered integer, known integer, corrected integer, refused integer, corrections jsonb, refusals jsonb, mark text)
	language sql stable security invoker set search_path = ''
	as $$
		with waiting as materialized (select * from private.waiting_readings(team, import))
		select count(*) filter (where problem is null and was is null)::integer,
			count(*) filter (where problem is null and was = value)::integer,
			count(*) filter (where problem is null and was <> value)::integer,
			count(*) filter (where problem is not null)::integer,
			coalesce((select jsonb_agg(to_jsonb(c) - 'problem') from
				(select * from waiting where problem is null and was <> value order by line, period limit 200) c), '[]'),
			coalesce((select jsonb_agg(jsonb_build_object('line', p.line, 'problem', p.problem)) from
				(select * from waiting where problem is not null order by line, period limit 200) p), '[]'),
			md5(coalesce(string_agg(concat_ws(' ', metric_id, period, was, value), ',' order by metric_id, period), ''))
		from waiting
	$$;
grant execute on function public.compare_import(uuid, uuid) to authenticated;

-- Enters everything that waits, in one statement: all of it, or nothing when something cannot be
-- entered ('refused') or is no longer what was looked at ('changed'). The same value is no change.
create function public.enter_import(team uuid, import uuid, seen text, said text)
	returns table (outcome text, entered integer, corrected integer)
	language plpgsql volatile security invoker set search_path = ''
	as $$
	begin
		return query
		with waiting as materialized (
			select * from private.waiting_readings(team, import)
		), judged as (
			select case
					when md5(coalesce(string_agg(concat_ws(' ', w.metric_id, w.period, w.was, w.value), ',' order by w.metric_id, w.period), '')) <> seen then 'changed'
					when count(w.problem) > 0 then 'refused'
					else 'entered'
				end as verdict,
				count(*) filter (where w.was is null)::integer as fresh,
				count(*) filter (where w.was <> w.value)::integer as mended
			from waiting w
		), done as (
			insert into public.readings (metric_id, team_id, period, value, entered_by, entered_at, note)
			select w.metric_id, team, w.period, w.value, (select auth.uid()), now(), left(said, 300)
			from waiting w
			where w.was is distinct from w.value and (select j.verdict from judged j) = 'entered'
			order by w.metric_id, w.period
			on conflict (metric_id, period) do update
				set value = excluded.value, entered_by = excluded.entered_by, entered_at = excluded.entered_at, note = excluded.note
				where public.readings.value is distinct from excluded.value
		), forgotten as (
			delete from public.reading_import_parts p
			where p.team_id = team and p.person_id = (select auth.uid()) and (select j.verdict from judged j) = 'entered'
		)
		select j.verdict, case j.verdict when 'entered' then j.fresh else 0 end, case j.verdict when 'entered' then j.mended else 0 end
		from judged j;
	end $$;
grant execute on function public.enter_import(uuid, uuid, text, text) to authenticated;

-- What was said of each row is now said once of a statement, or a hundred thousand readings would
-- ask for their cadence and announce themselves one by one.
create function private.check_periods() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	declare
		counted text;
	begin
		select m.cadence into counted
		from entered e join public.metrics m on m.id = e.metric_id
		where date_trunc(m.cadence, e.period)::date <> e.period limit 1;
		if found then
			raise exception 'A reading belongs to the day its % starts on', counted using errcode = '23514';
		end if;
		return null;
	end $$;
drop trigger check_period on public.readings;
drop function private.check_period();
create trigger check_periods_entered after insert on public.readings
	referencing new table as entered for each statement execute function private.check_periods();
create trigger check_periods_corrected after update on public.readings
	referencing new table as entered for each statement execute function private.check_periods();

create function private.announce_changes() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		perform pg_notify('changes', json_build_object('team', c.team_id, 'kind', tg_table_name)::text)
		from (select distinct team_id from changed) c;
		return null;
	end $$;
drop trigger announce_change on public.readings;
create trigger announce_entered after insert on public.readings
	referencing new table as changed for each statement execute function private.announce_changes();
create trigger announce_corrected after update on public.readings
	referencing new table as changed for each statement execute function private.announce_changes();
create trigger announce_deleted after delete on public.readings
	referencing old table as changed for each statement execute function private.announce_changes();
