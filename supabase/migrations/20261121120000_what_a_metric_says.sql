-- What a metric means, how it is judged and who answers for it; readings of weeks, months and
-- quarters whose corrections are kept; and hot items that the numbers nominate.

alter table public.metrics
	add column perspective text not null default 'operational'
		check (perspective in ('financial', 'customer', 'operational', 'people')),
	add column cadence text not null default 'week' check (cadence in ('week', 'month', 'quarter')),
	add column definition text not null default '' check (char_length(definition) <= 1000),
	add column formula text not null default '' check (char_length(formula) <= 1000),
	add column source text not null default '' check (char_length(source) <= 1000),
	add column season text not null default '' check (char_length(season) <= 300),
	-- What is done when it breaks, and by whom.
	add column response text not null default '' check (char_length(response) <= 1000),
	add column responder_id uuid references public.people on delete set null,
	-- A band: good is between these.
	add column lower numeric,
	add column upper numeric,
	-- Targets that change with time: [{ "from": ISO date, "target": number }], in order.
	add column path jsonb not null default '[]' check (jsonb_typeof(path) = 'array' and jsonb_array_length(path) <= 60),
	-- The lagging metric of the team that moves after this one.
	add column leads uuid,
	-- Natural limits start from this period; a person sets it, and says why.
	add column baseline_from date,
	add column baseline_reason text not null default '' check (char_length(baseline_reason) <= 300),
	add column baseline_by uuid references public.people on delete set null,
	add constraint metrics_leads_fkey foreign key (leads, team_id)
		references public.metrics (id, team_id) on delete set null (leads),
	add constraint metrics_lead_another check (leads <> id),
	add constraint metrics_bounds_in_order check (lower < upper),
	drop constraint metrics_direction_check,
	add constraint metrics_direction_check check (direction in ('up', 'down', 'band')),
	add constraint metrics_band_has_bounds
		check (direction <> 'band' or (lower is not null and upper is not null));
create index on public.metrics (responder_id);
create index on public.metrics (leads, team_id);
create index on public.metrics (baseline_by);

grant insert (perspective, cadence, definition, formula, source, season, response, responder_id, lower, upper, path, leads),
	update (perspective, cadence, definition, formula, source, season, response, responder_id, lower, upper, path, leads,
		baseline_from, baseline_reason, baseline_by)
	on public.metrics to authenticated;

-- A period is known by the day it starts on, whatever its length.
alter table public.readings
	drop constraint readings_period_check,
	-- Why it was corrected, in the words of whoever did.
	add column note text not null default '' check (char_length(note) <= 300);
grant insert (note), update (note) on public.readings to authenticated;

create function private.check_period() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	declare
		counted text := (select m.cadence from public.metrics m where m.id = new.metric_id);
	begin
		if counted is not null and date_trunc(counted, new.period)::date <> new.period then
			raise exception 'A reading belongs to the day its % starts on', counted using errcode = '23514';
		end if;
		return new;
	end $$;
create trigger check_period before insert or update of period, metric_id on public.readings
	for each row execute function private.check_period();

-- A reading cannot come before its time; it may be tomorrow already where somebody sits.
alter policy "Members enter readings in their own name" on public.readings
	with check (team_id in (select private.my_writing_teams()) and entered_by = (select auth.uid())
		and period <= (now() at time zone 'UTC')::date + 1);
alter policy "Members correct readings in their own name" on public.readings
	with check (team_id in (select private.my_writing_teams()) and entered_by = (select auth.uid())
		and period <= (now() at time zone 'UTC')::date + 1);

-- What a reading was before it was corrected, who had entered it, who changed it and why.
create table public.reading_corrections (
	id uuid primary key default gen_random_uuid(),
	metric_id uuid not null,
	team_id uuid not null,
	period date not null,
	was numeric not null,
	became numeric not null,
	entered_by uuid references public.people on delete set null,
	entered_at timestamptz not null,
	corrected_by uuid references public.people on delete set null,
	corrected_at timestamptz not null default now(),
	note text not null default '',
	foreign key (metric_id, team_id) references public.metrics (id, team_id) on delete cascade
);
create index on public.reading_corrections (metric_id, team_id, period);
create index on public.reading_corrections (entered_by);
create index on public.reading_corrections (corrected_by);
alter table public.reading_corrections enable row level security;
create policy "Everyone in the team reads what was corrected" on public.reading_corrections
	for select to authenticated using (team_id in (select private.my_teams()));
grant select on public.reading_corrections to authenticated;

create function private.keep_correction() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		insert into public.reading_corrections
			(metric_id, team_id, period, was, became, entered_by, entered_at, corrected_by, note)
		values (old.metric_id, old.team_id, old.period, old.value, new.value, old.entered_by, old.entered_at,
			new.entered_by, new.note);
		return null;
	end $$;
create trigger keep_correction after update on public.readings
	for each row when (old.value is distinct from new.value) execute function private.keep_correction();

-- What people said to what the numbers nominated. The nominations themselves follow from the rules.
create table public.nomination_answers (
	id uuid primary key default gen_random_uuid(),
	metric_id uuid not null,
	team_id uuid not null,
	answer text not null check (answer in ('accepted', 'declined')),
	-- The rule that nominated it, and why it was declined.
	rule text not null check (char_length(rule) <= 40),
	reason text not null default '' check (char_length(reason) <= 300),
	quiet_until date not null,
	answered_by uuid references public.people on delete set null,
	answered_at timestamptz not null default now(),
	check (answer = 'accepted' or reason <> ''),
	foreign key (metric_id, team_id) references public.metrics (id, team_id) on delete cascade
);
create index on public.nomination_answers (metric_id, team_id, quiet_until);
create index on public.nomination_answers (team_id, quiet_until);
create index on public.nomination_answers (answered_by);
alter table public.nomination_answers enable row level security;
create policy "Everyone in the team reads what was answered" on public.nomination_answers
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members answer in their own name" on public.nomination_answers
	for insert to authenticated
	with check (team_id in (select private.my_writing_teams()) and answered_by = (select auth.uid()));
grant select, insert (id, metric_id, team_id, answer, rule, reason, quiet_until, answered_by)
	on public.nomination_answers to authenticated;
create trigger announce_change after insert or update or delete on public.nomination_answers
	for each row execute function private.announce_change();

-- A hot item knows the metric it was raised from, so that what is hot again and again can be seen.
alter table public.hot_items
	add column metric_id uuid,
	add constraint hot_items_metric_fkey foreign key (metric_id, team_id)
		references public.metrics (id, team_id) on delete set null (metric_id);
create index on public.hot_items (metric_id, team_id);

create or replace function private.settle_meeting(meeting uuid, content jsonb) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	begin
		if not private.settle_outcomes(meeting, content) then
			return false;
		end if;
		update public.meetings m set running_segment = content ->> 'running_segment' where m.id = meeting;
		-- Members write the document freely: a metric of another team is none.
		update public.hot_items h set metric_id = m.id
		from jsonb_array_elements(content -> 'hot_items') s
			join public.metrics m on m.id = (s ->> 'metric_id')::uuid
		where h.id = (s ->> 'id')::uuid and h.meeting_id = meeting and m.team_id = h.team_id
			and h.metric_id is distinct from m.id;
		return true;
	end $$;
