-- What the nine workers draft for a priority. A run is what people see of a job of pg-boss: it waits,
-- is begun by one server, and ends in rows that people review. A row that is accepted becomes something real in the same
-- transaction that says so, and the row keeps what it became: that is where it came from.

create table public.worker_runs (
	id uuid primary key default gen_random_uuid(),
	priority_id uuid not null,
	team_id uuid not null,
	worker text not null check (worker in ('marketing', 'sales', 'operations', 'finance', 'hr', 'product',
		'customer-success', 'it', 'project-management')),
	state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
	-- What drafted it, and how it can be retraced: a model and the version of its prompt, or the pack of rules.
	made_from text not null default 'rules' check (made_from in ('rules', 'AI')),
	model text not null default '' check (char_length(model) <= 120),
	prompt_version text not null default '' check (char_length(prompt_version) <= 40),
	-- What it was given: kind, id and a hash of each thing, never its words.
	inputs jsonb not null default '[]' check (jsonb_typeof(inputs) = 'array'),
	-- Why there is not more, in sentences.
	notes jsonb not null default '[]' check (jsonb_typeof(notes) = 'array'),
	-- Why it failed, or why the rules answered for the model; in words.
	problem text not null default '' check (char_length(problem) <= 300),
	tries smallint not null default 0,
	-- Tokens set aside before the model is asked, and what it took afterwards.
	tokens integer not null default 0 check (tokens >= 0),
	asked_by uuid references public.people on delete set null,
	asked_at timestamptz not null default now(),
	-- When a server made it a job, in the same transaction; what has none yet is found by any server.
	sent_at timestamptz,
	started_at timestamptz,
	finished_at timestamptz,
	unique (id, team_id),
	foreign key (priority_id, team_id) references public.priorities (id, team_id) on delete cascade
);
create index on public.worker_runs (priority_id, team_id);
create index on public.worker_runs (team_id, asked_at);
create index on public.worker_runs (asked_by);
create index on public.worker_runs (asked_at) where state = 'waiting' and sent_at is null;
-- One worker drafts for a priority once at a time.
create unique index worker_runs_one_at_a_time on public.worker_runs (priority_id, worker)
	where state in ('waiting', 'running');

create table public.plan_rows (
	id uuid primary key default gen_random_uuid(),
	run_id uuid not null,
	team_id uuid not null,
	priority_id uuid not null,
	position integer not null default 0,
	-- The same from run to run, so that nothing is proposed twice.
	key text not null check (key <> '' and char_length(key) <= 300),
	kind text not null check (kind in ('action', 'timeline', 'resource', 'risk', 'kpi')),
	-- As it was drafted: src/lib/execution/workers/plan-row.ts.
	drafted jsonb not null default '{}' check (jsonb_typeof(drafted) = 'object'),
	-- What people wrote over it.
	edited jsonb not null default '{}' check (jsonb_typeof(edited) = 'object' and length(edited::text) <= 4000),
	change text not null check (change in ('new', 'changed', 'there')),
	-- Why it comes again, in a sentence; the title of what is there already.
	because text not null default '' check (char_length(because) <= 600),
	-- The row it says anew.
	before_id uuid references public.plan_rows on delete set null,
	decision text not null default 'proposed' check (decision in ('proposed', 'accepted', 'dismissed', 'outdated')),
	decided_by uuid references public.people on delete set null,
	decided_at timestamptz,
	-- What it became: the table and the row, as it was then, and as it was before if it was there.
	became text check (became in ('action_items', 'milestones', 'phases', 'resources', 'priority_risks', 'measures')),
	became_id uuid,
	became_as jsonb,
	was jsonb,
	check ((decision = 'accepted') = (became_id is not null) and (became is null) = (became_id is null)),
	unique (id, team_id),
	unique (run_id, key),
	foreign key (run_id, team_id) references public.worker_runs (id, team_id) on delete cascade,
	foreign key (priority_id, team_id) references public.priorities (id, team_id) on delete cascade
);
create index on public.plan_rows (run_id, team_id);
create index on public.plan_rows (priority_id, team_id);
create index on public.plan_rows (team_id);
create index on public.plan_rows (before_id);
create index on public.plan_rows (decided_by);
create index on public.plan_rows (became_id);

alter table public.worker_runs enable row level security;
create policy "Everyone in the team reads what workers were asked" on public.worker_runs
	for select to authenticated using (team_id in (select private.my_teams()));
alter table public.plan_rows enable row level security;
create policy "Everyone in the team reads what workers drafted" on public.plan_rows
	for select to authenticated using (team_id in (select private.my_teams()));
grant select on public.worker_runs, public.plan_rows to authenticated;
create trigger announce_change after insert or update or delete on public.worker_runs
	for each row execute function private.announce_change();
create trigger announce_inserted after insert on public.plan_rows
	referencing new table as changed for each statement execute function private.announce_changes();
create trigger announce_updated after update on public.plan_rows
	referencing new table as changed for each statement execute function private.announce_changes();

-- What a run may know: read by the person who asked, with that person's rights, and gone when it ends.
create table private.worker_pictures (
	run_id uuid primary key references public.worker_runs on delete cascade,
	picture jsonb not null
);
alter table private.worker_pictures enable row level security;
revoke all on private.worker_pictures from public, anon, authenticated;

-- Asks workers for a plan. Of those that are at work on it already, no second one begins. Says
-- 'asked', 'not here' when the priority is none of this person's or has ended, and 'budget' when the
-- workspace has asked two hundred times today (UTC).
-- The picture is JSON as text, because drivers disagree on what a bare jsonb parameter is.
create function private.ask_workers(priority uuid, workers text[], picture text) returns text
	language plpgsql security definer set search_path = ''
	as $$
	declare
		of_team uuid;
		of_workspace uuid;
		asked text;
		run uuid;
	begin
		select p.team_id, t.workspace_id into of_team, of_workspace
		from public.priorities p join public.teams t on t.id = p.team_id
		where p.id = priority and p.ended_at is null and p.team_id in (select private.my_writing_teams());
		if not found or length(picture) > 400000 or picture::jsonb ->> 'id' is distinct from priority::text
			or cardinality(workers) > 9 then
			return 'not here';
		end if;
		perform pg_advisory_xact_lock(hashtextextended('workers ' || of_workspace, 0));
		if cardinality(workers) + (
			select count(*) from public.worker_runs r join public.teams t on t.id = r.team_id
			where t.workspace_id = of_workspace and r.asked_at >= date_trunc('day', now(), 'UTC')
		) > 200 then
			return 'budget';
		end if;
		foreach asked in array workers loop
			insert into public.worker_runs (priority_id, team_id, worker, asked_by)
			values (priority, of_team, asked, auth.uid())
			on conflict (priority_id, worker) where state in ('waiting', 'running') do nothing
			returning id into run;
			if run is not null then
				insert into private.worker_pictures (run_id, picture) values (run, ask_workers.picture::jsonb);
			end if;
		end loop;
		return 'asked';
	end $$;

-- Ends a run that has not ended. What it drafts afterwards is thrown away.
create function private.cancel_run(run uuid) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	begin
		update public.worker_runs r set state = 'cancelled', finished_at = now()
		where r.id = run and r.state in ('waiting', 'running') and r.team_id in (select private.my_writing_teams());
		if not found then
			return false;
		end if;
		delete from private.worker_pictures where run_id = run;
		return true;
	end $$;

-- Writes over what a worker drafted: only what people may say of such a row.
create function private.edit_plan_row(plan_row uuid, said text) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	begin
		update public.plan_rows r set edited = r.edited || (
			select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(said::jsonb)
			where key in ('title', 'owner', 'due', 'startsOn', 'endsOn', 'days', 'likelihood', 'impact', 'mitigation',
				'baseline', 'target', 'unit'))
		where r.id = plan_row and r.decision = 'proposed' and r.change <> 'there'
			and r.team_id in (select private.my_writing_teams());
		return found;
	end $$;

-- Says no to rows. They come again only when what they rest on has changed.
create function private.dismiss_plan_rows(chosen uuid[]) returns integer
	language plpgsql security definer set search_path = ''
	as $$
	declare
		changed integer;
	begin
		update public.plan_rows r set decision = 'dismissed', decided_by = auth.uid(), decided_at = now()
		where r.id = any (chosen) and r.decision = 'proposed' and r.change <> 'there'
			and r.team_id in (select private.my_writing_teams());
		get diagnostics changed = row_count;
		return changed;
	end $$;

-- Whether a day stands in a text; anything else is no day.
create function private.day_in(said text) returns date
	language plpgsql immutable set search_path = ''
	as $$
	begin
		return case when said ~ '^\d{4}-\d\d-\d\d$' then said::date end;
	exception when others then
		return null;
	end $$;

-- What keeps a row from becoming real, in a word; null when nothing does.
create function private.lacks_in_plan_row(of_team uuid, of_kind text, said jsonb) returns text
	language plpgsql stable security definer set search_path = ''
	as $$
	declare
		owner uuid := case when said ->> 'owner' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (said ->> 'owner')::uuid end;
		is_phase boolean := of_kind = 'timeline' and said ->> 'shape' = 'phase';
	begin
		if coalesce(btrim(said ->> 'title'), '') = '' then return 'title'; end if;
		if char_length(said ->> 'title') > (case when is_phase or of_kind = 'kpi' then 120 else 300 end) then return 'long'; end if;
		-- An action has one person; everything else may wait for one, but not for somebody who left.
		if (of_kind = 'action' and owner is null) or (owner is not null and not exists (
			select from public.team_members t where t.team_id = of_team and t.person_id = owner
				and t.left_at is null and t.role <> 'observer')) then
			return 'owner';
		end if;
		if of_kind = 'action' and private.day_in(said ->> 'due') is null then return 'day'; end if;
		if of_kind = 'timeline' and private.day_in(said ->> 'endsOn') is null then return 'day'; end if;
		if is_phase and coalesce(private.day_in(said ->> 'startsOn') > private.day_in(said ->> 'endsOn'), true) then
			return 'day';
		end if;
		if of_kind = 'risk' and (coalesce(said ->> 'likelihood', '') !~ '^[123]$' or coalesce(said ->> 'impact', '') !~ '^[123]$'
			or char_length(said ->> 'mitigation') > 500) then
			return 'risk';
		end if;
		if of_kind = 'kpi' and (coalesce(said ->> 'baseline', '0') !~ '^-?\d{1,12}(\.\d{1,10})?$'
			or coalesce(said ->> 'target', '0') !~ '^-?\d{1,12}(\.\d{1,10})?$' or char_length(said ->> 'unit') > 20
			or char_length(said ->> 'definition') > 500) then
			return 'number';
		end if;
		if of_kind = 'resource' and coalesce(said ->> 'days', '0') !~ '^\d{1,4}(\.\d{1,2})?$' then return 'number'; end if;
		return null;
	end $$;

-- Makes rows of a plan real, all of them or none: {"applied": n}, or {"problem": word, "row": id} for
-- the first that cannot be. Rows somebody has answered already are not made twice. A row that says
-- anew what an earlier one became changes that one.
create function private.apply_plan_rows(chosen uuid[]) returns jsonb
	language plpgsql security definer set search_path = '' set timezone = 'UTC'
	as $$
	declare
		r record;
		said jsonb;
		problem text;
		applied integer := 0;
		new_id uuid;
		target_table text;
		earlier jsonb;
		result jsonb;
	begin
		for r in select p.*, b.became_id as before_row from public.plan_rows p
			join public.priorities served on served.id = p.priority_id and served.ended_at is null
			left join public.plan_rows b on b.id = p.before_id
			where p.id = any (chosen) and p.decision = 'proposed' and p.change <> 'there'
				and p.team_id in (select private.my_writing_teams())
			order by p.id for update of p
		loop
			problem := private.lacks_in_plan_row(r.team_id, r.kind, r.drafted || r.edited);
			-- What a meeting under way says of its own actions stands in its document.
			if r.kind = 'action' and exists (select from public.action_items a join public.meetings m on m.id = a.meeting_id
				where a.id = r.before_row and a.done_at is null and m.state <> 'closed') then
				problem := 'meeting';
			end if;
			if problem is not null then
				return jsonb_build_object('problem', problem, 'row', r.id);
			end if;
		end loop;
		for r in select p.*, b.became as before_table, b.became_id as before_row from public.plan_rows p
			join public.priorities served on served.id = p.priority_id and served.ended_at is null
			left join public.plan_rows b on b.id = p.before_id
			where p.id = any (chosen) and p.decision = 'proposed' and p.change <> 'there'
				and p.team_id in (select private.my_writing_teams())
			order by p.position, p.id
		loop
			said := r.drafted || r.edited;
			target_table := case r.kind when 'action' then 'action_items' when 'resource' then 'resources'
				when 'risk' then 'priority_risks' when 'kpi' then 'measures'
				else case said ->> 'shape' when 'phase' then 'phases' else 'milestones' end end;
			earlier := null;
			new_id := r.id;
			if r.before_table = target_table then
				earlier := private.plan_row_now(target_table, r.before_row, r.priority_id);
				-- What it became is done or gone: then this is something new.
				if earlier is not null then
					new_id := r.before_row;
				end if;
			end if;
			result := private.make_real(target_table, new_id, r.team_id, r.priority_id, said, earlier is not null);
			update public.plan_rows p set decision = 'accepted', decided_by = auth.uid(), decided_at = now(),
				became = target_table, became_id = new_id, became_as = result, was = earlier
			where p.id = r.id;
			applied := applied + 1;
		end loop;
		return jsonb_build_object('applied', applied);
	end $$;

-- What a row became, as it is now, if it still is to be done.
create function private.plan_row_now(of_table text, of_id uuid, of_priority uuid) returns jsonb
	language plpgsql stable security definer set search_path = '' set timezone = 'UTC'
	as $$
	begin
		return case of_table
			when 'action_items' then (select to_jsonb(t) from public.action_items t where t.id = of_id and t.done_at is null)
			when 'milestones' then (select to_jsonb(t) from public.milestones t
				where t.id = of_id and t.priority_id = of_priority and t.done_on is null and t.removed_at is null)
			when 'phases' then (select to_jsonb(t) from public.phases t
				where t.id = of_id and t.priority_id = of_priority and t.done_on is null and t.removed_at is null)
			when 'resources' then (select to_jsonb(t) from public.resources t
				where t.id = of_id and t.priority_id = of_priority and t.granted_on is null and t.removed_at is null)
			when 'priority_risks' then (select to_jsonb(t) from public.priority_risks t
				where t.id = of_id and t.priority_id = of_priority and t.closed_on is null and t.removed_at is null)
			when 'measures' then (select to_jsonb(t) from public.measures t
				where t.id = of_id and t.priority_id = of_priority and t.kind = 'kpi' and t.removed_at is null)
		end;
	end $$;

-- Writes one row for what a plan says, new or over what is there, and gives it back as it then is.
create function private.make_real(into_table text, new_id uuid, of_team uuid, of_priority uuid, said jsonb, is_there boolean)
	returns jsonb
	language plpgsql security definer set search_path = '' set timezone = 'UTC'
	as $$
	declare
		named text := btrim(said ->> 'title');
		owner uuid := (said ->> 'owner')::uuid;
		last_place integer;
		result jsonb;
	begin
		if into_table = 'action_items' then
			if is_there then
				if not private.change_action(new_id, named, owner, (said ->> 'due')::date) then
					raise exception 'the action cannot be changed' using errcode = 'check_violation';
				end if;
			elsif not private.promise_action(new_id, of_priority, named, owner, (said ->> 'due')::date) then
				raise exception 'the action cannot be made' using errcode = 'check_violation';
			end if;
		elsif into_table = 'milestones' then
			select coalesce(max(position), -1) + 1 into last_place from public.milestones where priority_id = of_priority;
			insert into public.milestones (id, priority_id, team_id, title, due_on, owner_id, position)
			values (new_id, of_priority, of_team, named, (said ->> 'endsOn')::date, owner, last_place)
			on conflict (id) do update set title = excluded.title, due_on = excluded.due_on, owner_id = excluded.owner_id;
		elsif into_table = 'phases' then
			select coalesce(max(position), -1) + 1 into last_place from public.phases where priority_id = of_priority;
			insert into public.phases (id, priority_id, team_id, name, starts_on, ends_on, position)
			values (new_id, of_priority, of_team, named, (said ->> 'startsOn')::date, (said ->> 'endsOn')::date, last_place)
			on conflict (id) do update set name = excluded.name, starts_on = excluded.starts_on, ends_on = excluded.ends_on;
		elsif into_table = 'resources' then
			select coalesce(max(position), -1) + 1 into last_place from public.resources where priority_id = of_priority;
			insert into public.resources (id, priority_id, team_id, kind, title, days, owner_id, position)
			values (new_id, of_priority, of_team, said ->> 'what', named, (said ->> 'days')::numeric, owner, last_place)
			on conflict (id) do update set title = excluded.title, days = excluded.days, owner_id = excluded.owner_id;
		elsif into_table = 'priority_risks' then
			insert into public.priority_risks (id, priority_id, team_id, title, likelihood, impact, mitigation, owner_id, raised_by)
			values (new_id, of_priority, of_team, named, (said ->> 'likelihood')::smallint, (said ->> 'impact')::smallint,
				coalesce(said ->> 'mitigation', ''), owner, auth.uid())
			on conflict (id) do update set title = excluded.title, likelihood = excluded.likelihood,
				impact = excluded.impact, mitigation = excluded.mitigation, owner_id = excluded.owner_id;
		else
			select coalesce(max(position), -1) + 1 into last_place from public.measures where priority_id = of_priority;
			insert into public.measures (id, priority_id, team_id, kind, name, definition, unit, decimals, baseline, target,
				direction, owner_id, position)
			values (new_id, of_priority, of_team, 'kpi', named, coalesce(said ->> 'definition', ''),
				coalesce(said ->> 'unit', ''), least(4, coalesce((said ->> 'decimals')::smallint, 0)),
				(said ->> 'baseline')::numeric, (said ->> 'target')::numeric,
				case said ->> 'direction' when 'down' then 'down' else 'up' end, owner, last_place)
			on conflict (id) do update set name = excluded.name, definition = excluded.definition, unit = excluded.unit,
				baseline = excluded.baseline, target = excluded.target, owner_id = excluded.owner_id;
		end if;
		return private.plan_row_now(into_table, new_id, of_priority);
	end $$;

-- Takes back what rows of a plan became, within thirty days: {"undone": n, "kept": n}. What has been
-- done, measured or changed since by people stays, because their work is in it.
create function private.undo_plan_rows(chosen uuid[]) returns jsonb
	language plpgsql security definer set search_path = '' set timezone = 'UTC'
	as $$
	declare
		r record;
		today jsonb;
		undone integer := 0;
		kept integer := 0;
	begin
		for r in select p.* from public.plan_rows p
			where p.id = any (chosen) and p.decision = 'accepted' and p.decided_at > now() - interval '30 days'
				and p.team_id in (select private.my_writing_teams())
			order by p.decided_at desc, p.id for update
		loop
			today := private.plan_row_now(r.became, r.became_id, r.priority_id);
			if today is null or not today @> (r.became_as - 'position')
				or (r.became = 'measures' and exists (
					select from public.measure_values m where m.measure_id = r.became_id)) then
				kept := kept + 1;
				continue;
			end if;
			if r.was is null then
				execute format('delete from public.%I where id = $1', r.became) using r.became_id;
				if r.became = 'action_items' then
					delete from public.lineages l where l.team_id = r.team_id and l.subject_id = r.became_id;
				end if;
			elsif r.became = 'action_items' then
				update public.action_items t set title = r.was ->> 'title', owner_id = (r.was ->> 'owner_id')::uuid,
					due_on = (r.was ->> 'due_on')::date where t.id = r.became_id;
			elsif r.became = 'milestones' then
				update public.milestones t set title = r.was ->> 'title', owner_id = (r.was ->> 'owner_id')::uuid,
					due_on = (r.was ->> 'due_on')::date where t.id = r.became_id;
			elsif r.became = 'phases' then
				update public.phases t set name = r.was ->> 'name', starts_on = (r.was ->> 'starts_on')::date,
					ends_on = (r.was ->> 'ends_on')::date where t.id = r.became_id;
			elsif r.became = 'resources' then
				update public.resources t set title = r.was ->> 'title', owner_id = (r.was ->> 'owner_id')::uuid,
					days = (r.was ->> 'days')::numeric where t.id = r.became_id;
			elsif r.became = 'priority_risks' then
				update public.priority_risks t set title = r.was ->> 'title', owner_id = (r.was ->> 'owner_id')::uuid,
					likelihood = (r.was ->> 'likelihood')::smallint, impact = (r.was ->> 'impact')::smallint,
					mitigation = r.was ->> 'mitigation' where t.id = r.became_id;
			else
				update public.measures t set name = r.was ->> 'name', definition = r.was ->> 'definition',
					unit = r.was ->> 'unit', baseline = (r.was ->> 'baseline')::numeric,
					target = (r.was ->> 'target')::numeric, owner_id = (r.was ->> 'owner_id')::uuid where t.id = r.became_id;
			end if;
			update public.plan_rows p set decision = 'proposed', decided_by = null, decided_at = null, became = null,
				became_id = null, became_as = null, was = null
			where p.id = r.id;
			undone := undone + 1;
		end loop;
		return jsonb_build_object('undone', undone, 'kept', kept);
	end $$;

do $$
declare
	closed text;
begin
	foreach closed in array array['ask_workers(uuid, text[], text)', 'cancel_run(uuid)', 'edit_plan_row(uuid, text)',
		'dismiss_plan_rows(uuid[])', 'day_in(text)', 'lacks_in_plan_row(uuid, text, jsonb)', 'apply_plan_rows(uuid[])',
		'plan_row_now(text, uuid, uuid)', 'make_real(text, uuid, uuid, uuid, jsonb, boolean)', 'undo_plan_rows(uuid[])']
	loop
		execute format('revoke all on function private.%s from public, anon, authenticated', closed);
	end loop;
end $$;
grant execute on function private.ask_workers(uuid, text[], text), private.cancel_run(uuid),
	private.edit_plan_row(uuid, text), private.dismiss_plan_rows(uuid[]), private.apply_plan_rows(uuid[]),
	private.undo_plan_rows(uuid[]) to authenticated;

create function public.ask_workers(priority uuid, workers text[], picture text) returns text
	language sql security invoker set search_path = '' as $$ select private.ask_workers(priority, workers, picture) $$;
create function public.cancel_run(run uuid) returns boolean
	language sql security invoker set search_path = '' as $$ select private.cancel_run(run) $$;
create function public.edit_plan_row(plan_row uuid, said text) returns boolean
	language sql security invoker set search_path = '' as $$ select private.edit_plan_row(plan_row, said) $$;
create function public.dismiss_plan_rows(chosen uuid[]) returns integer
	language sql security invoker set search_path = '' as $$ select private.dismiss_plan_rows(chosen) $$;
create function public.apply_plan_rows(chosen uuid[]) returns jsonb
	language sql security invoker set search_path = '' as $$ select private.apply_plan_rows(chosen) $$;
create function public.undo_plan_rows(chosen uuid[]) returns jsonb
	language sql security invoker set search_path = '' as $$ select private.undo_plan_rows(chosen) $$;
revoke all on function public.ask_workers(uuid, text[], text), public.cancel_run(uuid), public.edit_plan_row(uuid, text),
	public.dismiss_plan_rows(uuid[]), public.apply_plan_rows(uuid[]), public.undo_plan_rows(uuid[]) from public, anon;
grant execute on function public.ask_workers(uuid, text[], text), public.cancel_run(uuid),
	public.edit_plan_row(uuid, text), public.dismiss_plan_rows(uuid[]), public.apply_plan_rows(uuid[]),
	public.undo_plan_rows(uuid[]) to authenticated;
