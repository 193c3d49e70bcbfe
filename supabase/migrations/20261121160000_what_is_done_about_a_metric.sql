-- What is done about a metric: the triggers its readings fire and what came of them, where its
-- dashboard is, from when on its limits were started anew, and who stopped watching it and why.

alter table public.metrics
	add column dashboard text not null default ''
		check (dashboard = '' or (dashboard like 'https://%' and char_length(dashboard) <= 2000)),
	-- Why it is no longer watched, who decided so, and who took it off.
	add column removed_reason text not null default '' check (char_length(removed_reason) <= 300),
	add column removal_decided_by uuid references public.people on delete set null,
	add column removed_by uuid references public.people on delete set null;
create index on public.metrics (removal_decided_by);
create index on public.metrics (removed_by);
grant update (dashboard, removed_reason, removal_decided_by) on public.metrics to authenticated;

-- Whoever takes a metric off signs for it; watched again, it starts with a clean slate.
create function private.sign_removal() returns trigger
	language plpgsql set search_path = ''
	as $$
	begin
		if new.removed_at is null then
			new.removed_reason := '';
			new.removal_decided_by := null;
			new.removed_by := null;
		else
			new.removed_by := coalesce(auth.uid(), new.removed_by);
		end if;
		return new;
	end $$;
create trigger sign_removal before update of removed_at on public.metrics
	for each row when (old.removed_at is distinct from new.removed_at)
	execute function private.sign_removal();

-- Each time the natural limits were started anew; a period of null is the first reading again.
create table public.baselines (
	id uuid primary key default gen_random_uuid(),
	metric_id uuid not null,
	team_id uuid not null,
	period date,
	reason text not null,
	set_by uuid references public.people on delete set null,
	set_at timestamptz not null default now(),
	foreign key (metric_id, team_id) references public.metrics (id, team_id) on delete cascade
);
create index on public.baselines (metric_id, team_id);
create index on public.baselines (set_by);
alter table public.baselines enable row level security;
create policy "Everyone in the team reads when limits were started anew" on public.baselines
	for select to authenticated using (team_id in (select private.my_teams()));
grant select on public.baselines to authenticated;

create function private.keep_baseline() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		insert into public.baselines (metric_id, team_id, period, reason, set_by)
		values (new.id, new.team_id, new.baseline_from, new.baseline_reason, new.baseline_by);
		return null;
	end $$;
create trigger keep_baseline after update of baseline_from, baseline_reason on public.metrics
	for each row when (old.baseline_from is distinct from new.baseline_from
		or old.baseline_reason is distinct from new.baseline_reason)
	execute function private.keep_baseline();
insert into public.baselines (metric_id, team_id, period, reason, set_by)
	select id, team_id, baseline_from, baseline_reason, baseline_by from public.metrics
	where baseline_reason <> '';

-- A correction says which program had brought the old value; its token may be gone by then.
alter table public.reading_corrections
	add column program text not null default '' check (char_length(program) <= 80);
create or replace function private.keep_correction() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		insert into public.reading_corrections
			(metric_id, team_id, period, was, became, entered_by, entered_at, corrected_by, note, program)
		values (old.metric_id, old.team_id, old.period, old.value, new.value, old.entered_by, old.entered_at,
			new.entered_by, new.note,
			coalesce((select t.name from public.team_tokens t where t.id = old.token_id), ''));
		return null;
	end $$;

-- A reading that broke its bound or was a signal, with what was to be done then and by whom. The
-- server writes them after readings came in, once for each metric and period.
create table public.fired_triggers (
	id uuid primary key default gen_random_uuid(),
	metric_id uuid not null,
	team_id uuid not null,
	period date not null,
	rule text not null check (char_length(rule) <= 40),
	reason text not null check (char_length(reason) <= 500),
	-- As they stood when it fired.
	response text not null default '' check (char_length(response) <= 1000),
	responder_id uuid references public.people on delete set null,
	fired_at timestamptz not null default now(),
	-- 'reading corrected' is the server's: the reading that fired it was none.
	outcome text check (outcome in ('done', 'nothing needed', 'reading corrected')),
	answer text not null default '' check (char_length(answer) <= 1000),
	answered_by uuid references public.people on delete set null,
	answered_at timestamptz,
	unique (metric_id, period),
	check ((outcome is null) = (answered_at is null)),
	check (outcome is null or outcome = 'reading corrected' or answer <> ''),
	foreign key (metric_id, team_id) references public.metrics (id, team_id) on delete cascade
);
create index on public.fired_triggers (metric_id, team_id);
create index on public.fired_triggers (team_id) where outcome is null;
create index on public.fired_triggers (responder_id);
create index on public.fired_triggers (answered_by);
alter table public.fired_triggers enable row level security;
create policy "Everyone in the team reads which triggers fired" on public.fired_triggers
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members say in their own name what was done" on public.fired_triggers
	for update to authenticated
	using (team_id in (select private.my_writing_teams()) and outcome is null)
	with check (team_id in (select private.my_writing_teams()) and answered_by = (select auth.uid())
		and outcome in ('done', 'nothing needed'));
grant select, update (outcome, answer, answered_by, answered_at) on public.fired_triggers to authenticated;

-- Hosts beside the usual ones whose dashboards may be shown inside our pages.
create table public.dashboard_hosts (
	team_id uuid not null references public.teams on delete cascade,
	-- As browsers write it: bi.example.com, or *.example.com for all below.
	host text not null check (host ~ '^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$' and char_length(host) <= 255),
	added_by uuid references public.people on delete set null,
	added_at timestamptz not null default now(),
	primary key (team_id, host)
);
create index on public.dashboard_hosts (added_by);
alter table public.dashboard_hosts enable row level security;
create policy "Everyone in the team reads which dashboards are shown" on public.dashboard_hosts
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Admins allow hosts in their own name" on public.dashboard_hosts
	for insert to authenticated
	with check (team_id in (select private.my_admin_teams()) and added_by = (select auth.uid()));
create policy "Admins take hosts away" on public.dashboard_hosts
	for delete to authenticated using (team_id in (select private.my_admin_teams()));
grant select, insert (team_id, host, added_by), delete on public.dashboard_hosts to authenticated;

-- "What would you stop watching?": asked each quarter, until somebody answers or puts it off.
create table public.watch_reviews (
	team_id uuid not null references public.teams on delete cascade,
	-- The day the quarter starts on.
	quarter date not null check (date_trunc('quarter', quarter)::date = quarter),
	answer text not null check (answer in ('stopped', 'put off')),
	answered_by uuid references public.people on delete set null,
	answered_at timestamptz not null default now(),
	primary key (team_id, quarter)
);
create index on public.watch_reviews (answered_by);
alter table public.watch_reviews enable row level security;
create policy "Everyone in the team reads what was answered about watching" on public.watch_reviews
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members answer about watching in their own name" on public.watch_reviews
	for insert to authenticated
	with check (team_id in (select private.my_writing_teams()) and answered_by = (select auth.uid()));
grant select, insert (team_id, quarter, answer, answered_by) on public.watch_reviews to authenticated;

do $$
declare
	watched text;
begin
	foreach watched in array array['baselines', 'fired_triggers', 'dashboard_hosts', 'watch_reviews']
	loop
		execute format(
			'create trigger announce_change after insert or update or delete on public.%I
				for each row execute function private.announce_change()', watched);
	end loop;
end $$;
