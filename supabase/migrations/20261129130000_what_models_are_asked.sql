-- What language models are asked, and what became of it. A call sets tokens aside before the model is
-- asked, so that a budget holds however many ask at once, and says afterwards what it took. What a
-- model proposed in a meeting is kept with where it came from, whoever answered it, and how far they
-- changed its words.

create table public.model_calls (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	meeting_id uuid,
	task text not null check (task <> '' and char_length(task) <= 40),
	state text not null default 'running' check (char_length(state) <= 40),
	model text not null default '' check (char_length(model) <= 120),
	prompt_version text not null default '' check (char_length(prompt_version) <= 40),
	-- Set aside while it runs, and what it took afterwards.
	tokens integer not null default 0 check (tokens >= 0),
	asked_by uuid references public.people on delete set null,
	asked_at timestamptz not null default now(),
	ended_at timestamptz,
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade
);
create index on public.model_calls (meeting_id, team_id);
create index on public.model_calls (team_id, asked_at);
create index on public.model_calls (asked_by);
-- One call at a time for each task of a meeting, and of a team outside its meetings.
create unique index model_calls_one_at_a_time on public.model_calls (coalesce(meeting_id, team_id), task)
	where ended_at is null;

create table public.model_suggestions (
	id uuid primary key, -- minted by the server, and the id of what it became
	meeting_id uuid not null,
	team_id uuid not null,
	task text not null default '' check (char_length(task) <= 40),
	kind text not null check (kind in ('insight', 'decision', 'action', 'option')),
	words text not null check (char_length(words) <= 2000),
	-- What people made of the words, and how many characters lie between the two.
	kept text not null default '' check (char_length(kept) <= 2000),
	edit_distance integer not null default 0 check (edit_distance >= 0),
	answer text not null check (answer in ('open', 'accepted', 'dismissed', 'removed')),
	answered_by uuid references public.people on delete set null,
	answered_at timestamptz,
	model text not null default '' check (char_length(model) <= 120),
	prompt_version text not null default '' check (char_length(prompt_version) <= 40),
	-- The notes it cites, and all that the model was given: kind, id and a hash of what each said.
	cites jsonb not null default '[]' check (jsonb_typeof(cites) = 'array'),
	inputs jsonb not null default '[]' check (jsonb_typeof(inputs) = 'array'),
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade
);
create index on public.model_suggestions (meeting_id, team_id);
create index on public.model_suggestions (team_id, kind, answered_at);
create index on public.model_suggestions (answered_by);

alter table public.model_calls enable row level security;
create policy "Everyone in the team reads what models were asked" on public.model_calls
	for select to authenticated using (team_id in (select private.my_teams()));
alter table public.model_suggestions enable row level security;
create policy "The team reads what models suggested in its meetings" on public.model_suggestions
	for select to authenticated using (meeting_id in (select private.my_readable_meetings()));
revoke all on public.model_calls, public.model_suggestions from anon, authenticated;
grant select on public.model_calls, public.model_suggestions to authenticated;
create trigger announce_change after insert or update or delete on public.model_calls
	for each row execute function private.announce_change();

-- What the workspace of a team has used of its tokens today (UTC): people see the sum of teams they
-- are not in, and nothing else of them. Null for whoever is not in the team.
create function private.tokens_used_today(of_team uuid) returns bigint
	language sql stable security definer set search_path = ''
	as $$
		select coalesce((select sum(r.tokens) from public.worker_runs r join public.teams o on o.id = r.team_id
				where o.workspace_id = t.workspace_id and r.asked_at >= date_trunc('day', now(), 'UTC')), 0)
			+ coalesce((select sum(c.tokens) from public.model_calls c join public.teams o on o.id = c.team_id
				where o.workspace_id = t.workspace_id and c.asked_at >= date_trunc('day', now(), 'UTC')), 0)
		from public.teams t where t.id = of_team and t.id in (select private.my_teams())
	$$;
create function public.tokens_used_today(team uuid) returns bigint
	language sql stable security invoker set search_path = '' as $$ select private.tokens_used_today(team) $$;
revoke all on function private.tokens_used_today(uuid), public.tokens_used_today(uuid) from public, anon, authenticated;
grant execute on function private.tokens_used_today(uuid), public.tokens_used_today(uuid) to authenticated;
