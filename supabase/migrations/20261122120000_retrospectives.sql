-- How a cycle went: grades, what the team says of it, and what becomes of each objective. While a
-- retrospective is live its document is the truth; private.settle_retrospective turns the document
-- into these rows. What is said in silence never enters the document under its writer's name: it
-- waits in private.silent_cards, which knows no author and no time.

create table public.retrospectives (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	cycle_id uuid not null,
	state text not null default 'draft' check (state in ('draft', 'live', 'parked', 'closed')),
	-- The stage it is in, as its document says; empty before it begins.
	stage text not null default '' check (stage in ('', 'grade', 'brainstorm', 'group', 'vote', 'outcomes')),
	-- In its long or its short form, in minutes.
	form smallint not null default 90 check (form in (90, 45)),
	-- Votes each person has.
	dots smallint not null default 5 check (dots between 1 and 20),
	headline text not null default '' check (char_length(headline) <= 200),
	writers integer not null default 0,
	voters integer not null default 0,
	-- How often each answer from 1 to 5 was given, by question; null when too few answered.
	health jsonb,
	opened_at timestamptz,
	closed_at timestamptz,
	created_at timestamptz not null default now(),
	unique (id, team_id),
	-- One for each cycle: whoever begins it twice finds the first.
	unique (cycle_id),
	foreign key (cycle_id, team_id) references public.cycles (id, team_id) on delete cascade
);
create index on public.retrospectives (team_id);
create index on public.retrospectives (cycle_id, team_id);

-- What became of each objective; null as long as nobody has decided.
create table public.retrospective_dispositions (
	retrospective_id uuid not null,
	objective_id uuid not null,
	team_id uuid not null,
	position integer not null,
	title text not null,
	owner_id uuid references public.people on delete set null,
	ambition text not null,
	disposition text check (disposition in ('achieved', 'keep', 'modify', 'defer', 'abandon')),
	reason text not null default '',
	-- The one of the next cycle that goes on with it. Plain, because that row may be erased.
	next_objective_id uuid,
	primary key (retrospective_id, objective_id),
	foreign key (retrospective_id, team_id) references public.retrospectives (id, team_id) on delete cascade
);
create index on public.retrospective_dispositions (retrospective_id, team_id);
create index on public.retrospective_dispositions (owner_id);

-- Each key result as it stood on the day, so that the record says the same when targets change later.
create table public.retrospective_grades (
	retrospective_id uuid not null,
	key_result_id uuid not null,
	objective_id uuid not null,
	team_id uuid not null,
	position integer not null,
	title text not null,
	unit text not null,
	decimals smallint not null,
	baseline numeric not null,
	target numeric not null,
	value numeric,
	weight numeric not null,
	grade numeric check (grade between 0 and 1),
	cause text check (cause in ('ambition', 'wrong key result', 'dependency', 'capacity', 'priority shifted',
		'external', 'too many', 'no cadence', 'other')),
	why text not null default '',
	-- Weeks of the cycle in which somebody said where it stood.
	checked_weeks integer not null default 0,
	confidence_start smallint,
	confidence_middle smallint,
	confidence_end smallint,
	primary key (retrospective_id, key_result_id),
	foreign key (retrospective_id, team_id) references public.retrospectives (id, team_id) on delete cascade
);
create index on public.retrospective_grades (retrospective_id, team_id);

create table public.retrospective_themes (
	id uuid primary key,
	retrospective_id uuid not null,
	team_id uuid not null,
	side text not null check (side in ('worked', 'did not', 'learned')),
	title text not null,
	votes integer not null default 0,
	foreign key (retrospective_id, team_id) references public.retrospectives (id, team_id) on delete cascade
);
create index on public.retrospective_themes (retrospective_id, team_id);

-- What people wrote in silence, by nobody.
create table public.retrospective_cards (
	id uuid primary key,
	retrospective_id uuid not null,
	team_id uuid not null,
	theme_id uuid not null,
	side text not null check (side in ('worked', 'did not', 'learned')),
	body text not null,
	foreign key (retrospective_id, team_id) references public.retrospectives (id, team_id) on delete cascade
);
create index on public.retrospective_cards (retrospective_id, team_id);

create table public.retrospective_outcomes (
	id uuid primary key,
	retrospective_id uuid not null,
	team_id uuid not null,
	position integer not null,
	kind text not null check (kind in ('decision', 'action', 'insight', 'risk', 'learning')),
	title text not null check (title <> ''),
	owner_id uuid references public.people on delete set null,
	due_on date,
	-- The theme it came from, and the votes that theme had.
	theme_id uuid,
	votes integer,
	foreign key (retrospective_id, team_id) references public.retrospectives (id, team_id) on delete cascade
);
create index on public.retrospective_outcomes (retrospective_id, team_id);
create index on public.retrospective_outcomes (owner_id);

-- Dots while the vote runs: each person sees their own. Totals go into the document when it closes,
-- and at the end these rows go.
create table public.retrospective_votes (
	retrospective_id uuid not null,
	theme_id uuid not null,
	person_id uuid not null references public.people on delete cascade,
	team_id uuid not null,
	dots smallint not null check (dots between 1 and 20),
	primary key (retrospective_id, theme_id, person_id),
	foreign key (retrospective_id, team_id) references public.retrospectives (id, team_id) on delete cascade
);
create index on public.retrospective_votes (retrospective_id, team_id);
create index on public.retrospective_votes (person_id);

-- Cards before they are shown. `id` is minted by the writer's browser, which alone knows it: with it
-- the card may be changed or withdrawn. `shown_as` is the id others will see, so that not even the
-- document leads back to that browser.
create table private.silent_cards (
	retrospective_id uuid not null references public.retrospectives on delete cascade,
	id uuid not null,
	shown_as uuid not null default gen_random_uuid(),
	side text not null check (side in ('worked', 'did not', 'learned')),
	body text not null check (body <> '' and char_length(body) <= 300),
	primary key (retrospective_id, id)
);
-- How the process was, 1 to 5 on each question, in the same way.
create table private.silent_health (
	retrospective_id uuid not null references public.retrospectives on delete cascade,
	id uuid not null,
	answers jsonb not null,
	primary key (retrospective_id, id)
);
alter table private.silent_cards enable row level security;
alter table private.silent_health enable row level security;

alter table public.retrospectives enable row level security;
create policy "The team reads its retrospectives, observers once they have begun" on public.retrospectives
	for select to authenticated
	using (team_id in (select private.my_writing_teams())
		or (state <> 'draft' and team_id in (select private.my_teams())));
create policy "Members begin retrospectives" on public.retrospectives
	for insert to authenticated with check (team_id in (select private.my_writing_teams()));
grant select, insert (id, team_id, cycle_id, form) on public.retrospectives to authenticated;

alter table public.retrospective_dispositions enable row level security;
create policy "The team reads what became of its objectives" on public.retrospective_dispositions
	for select to authenticated using (team_id in (select private.my_teams()));
alter table public.retrospective_grades enable row level security;
create policy "The team reads its grades" on public.retrospective_grades
	for select to authenticated using (team_id in (select private.my_teams()));
alter table public.retrospective_themes enable row level security;
create policy "The team reads its themes" on public.retrospective_themes
	for select to authenticated using (team_id in (select private.my_teams()));
alter table public.retrospective_cards enable row level security;
create policy "The team reads what was written" on public.retrospective_cards
	for select to authenticated using (team_id in (select private.my_teams()));
alter table public.retrospective_outcomes enable row level security;
create policy "The team reads what came out" on public.retrospective_outcomes
	for select to authenticated using (team_id in (select private.my_teams()));
alter table public.retrospective_votes enable row level security;
create policy "People read their own votes" on public.retrospective_votes
	for select to authenticated
	using (person_id = (select auth.uid()) and team_id in (select private.my_teams()));
grant select on public.retrospective_dispositions, public.retrospective_grades, public.retrospective_themes,
	public.retrospective_cards, public.retrospective_outcomes, public.retrospective_votes to authenticated;

create trigger announce_change after insert or update or delete on public.retrospectives
	for each row execute function private.announce_change();

create or replace view private.live_subjects as
	select 'meeting' as kind, meetings.id, meetings.team_id, meetings.state from public.meetings
	union all
	select 'message', teams.id, teams.id, 'live' from public.teams
	union all
	select 'retrospective', retrospectives.id, retrospectives.team_id, retrospectives.state
	from public.retrospectives;

-- Adds, changes or, without a body, withdraws a card: in the silent stage, by members. The row of
-- the retrospective is held meanwhile, so that no card comes after the stage is over.
create function private.write_silent_card(retrospective uuid, card uuid, side text, body text) returns void
	language plpgsql security definer set search_path = ''
	as $$
	begin
		perform from public.retrospectives r
		join public.team_members m on m.team_id = r.team_id
		where r.id = retrospective and r.state = 'live' and r.stage = 'brainstorm'
			and m.person_id = auth.uid() and m.left_at is null and m.role <> 'observer'
		for share of r;
		if not found then
			raise exception 'Nobody writes cards now' using errcode = 'insufficient_privilege';
		end if;
		if trim(coalesce(body, '')) = '' then
			delete from private.silent_cards c where c.retrospective_id = retrospective and c.id = card;
			return;
		end if;
		if (select count(*) from private.silent_cards c where c.retrospective_id = retrospective) >= 1000 then
			raise exception 'There are too many cards' using errcode = 'program_limit_exceeded';
		end if;
		insert into private.silent_cards (retrospective_id, id, side, body)
		values (retrospective, card, write_silent_card.side, left(trim(write_silent_card.body), 300))
		on conflict (retrospective_id, id) do update set side = excluded.side, body = excluded.body;
	end $$;

create function private.answer_process_health(retrospective uuid, answer uuid, answers jsonb) returns void
	language plpgsql security definer set search_path = ''
	as $$
	begin
		perform from public.retrospectives r
		join public.team_members m on m.team_id = r.team_id
		where r.id = retrospective and r.state = 'live' and r.stage = 'outcomes'
			and m.person_id = auth.uid() and m.left_at is null and m.role <> 'observer'
		for share of r;
		if not found then
			raise exception 'Nobody is asked now' using errcode = 'insufficient_privilege';
		end if;
		if jsonb_typeof(answers) <> 'object' or exists (
			select from jsonb_each_text(answers) a
			where a.key not in ('focus', 'check-ins', 'honesty', 'alignment') or a.value !~ '^[1-5]$') then
			raise exception 'An answer is a number from 1 to 5' using errcode = 'check_violation';
		end if;
		insert into private.silent_health (retrospective_id, id, answers)
		values (retrospective, answer, answer_process_health.answers)
		on conflict (retrospective_id, id) do update set answers = excluded.answers;
	end $$;

-- Gives a theme so many dots in one's own name; 0 takes them back.
create function private.vote_for_theme(retrospective uuid, theme uuid, dots integer) returns void
	language plpgsql security definer set search_path = ''
	as $$
	declare
		team uuid;
		allowed integer;
	begin
		select r.team_id, r.dots into team, allowed from public.retrospectives r
		join public.team_members m on m.team_id = r.team_id
		where r.id = retrospective and r.state = 'live' and r.stage = 'vote'
			and m.person_id = auth.uid() and m.left_at is null and m.role <> 'observer'
		for share of r;
		if team is null then
			raise exception 'The vote is not open' using errcode = 'insufficient_privilege';
		end if;
		-- Two windows of one person must not spend the same dots.
		perform pg_advisory_xact_lock(hashtext(retrospective::text || auth.uid()::text));
		if vote_for_theme.dots <= 0 then
			delete from public.retrospective_votes v
			where v.retrospective_id = retrospective and v.theme_id = theme and v.person_id = auth.uid();
			return;
		end if;
		if vote_for_theme.dots + (select coalesce(sum(v.dots), 0) from public.retrospective_votes v
			where v.retrospective_id = retrospective and v.person_id = auth.uid() and v.theme_id <> theme) > allowed then
			raise exception 'There are no dots left' using errcode = 'check_violation';
		end if;
		insert into public.retrospective_votes (retrospective_id, theme_id, person_id, team_id, dots)
		values (retrospective, theme, auth.uid(), team, vote_for_theme.dots)
		on conflict (retrospective_id, theme_id, person_id) do update set dots = excluded.dots;
	end $$;

create function public.write_silent_card(retrospective uuid, card uuid, side text, body text) returns void
	language sql security invoker set search_path = ''
	as $$ select private.write_silent_card(retrospective, card, side, body) $$;
create function public.answer_process_health(retrospective uuid, answer uuid, answers jsonb) returns void
	language sql security invoker set search_path = ''
	as $$ select private.answer_process_health(retrospective, answer, answers) $$;
create function public.vote_for_theme(retrospective uuid, theme uuid, dots integer) returns void
	language sql security invoker set search_path = ''
	as $$ select private.vote_for_theme(retrospective, theme, dots) $$;

-- Settles what the document says. Key results and objectives are read from their own tables: members
-- write the document freely, so what it names elsewhere is left out, and people who never sat in the
-- team become nobody. False when it was closed before.
create function private.settle_retrospective(retrospective uuid, content jsonb) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	declare
		team uuid;
		of_cycle uuid;
		first_day date;
		last_day date;
	begin
		select r.team_id, r.cycle_id, c.starts_on, c.ends_on into team, of_cycle, first_day, last_day
		from public.retrospectives r join public.cycles c on c.id = r.cycle_id
		where r.id = retrospective and r.state <> 'closed' for update of r;
		if team is null then
			return false;
		end if;

		update public.retrospectives r set
			state = content ->> 'state',
			stage = content ->> 'stage',
			headline = content ->> 'headline',
			opened_at = (content ->> 'opened_at')::timestamptz,
			closed_at = (content ->> 'closed_at')::timestamptz,
			writers = (content ->> 'writers')::int
		where r.id = retrospective;

		delete from public.retrospective_dispositions d where d.retrospective_id = retrospective;
		insert into public.retrospective_dispositions (retrospective_id, objective_id, team_id, position, title,
			owner_id, ambition, disposition, reason)
		select retrospective, o.id, team, row_number() over (order by o.position, o.created_at, o.id), o.title,
			o.owner_id, o.ambition, s ->> 'disposition', coalesce(s ->> 'reason', '')
		from public.objectives o
		left join jsonb_array_elements(content -> 'dispositions') s on s ->> 'objective_id' = o.id::text
		where o.cycle_id = of_cycle and o.team_id = team and o.state = 'accepted';

		delete from public.retrospective_grades g where g.retrospective_id = retrospective;
		insert into public.retrospective_grades (retrospective_id, key_result_id, objective_id, team_id, position,
			title, unit, decimals, baseline, target, value, weight, grade, cause, why, checked_weeks,
			confidence_start, confidence_middle, confidence_end)
		select retrospective, k.id, o.id, team, row_number() over (order by o.position, o.created_at, k.position, k.created_at, k.id),
			k.title, k.unit, k.decimals, k.baseline, k.target, l.value, k.weight,
			(s ->> 'grade')::numeric, s ->> 'cause', coalesce(s ->> 'why', ''), coalesce(w.weeks, 0),
			n.at_start, n.at_middle, n.at_end
		from public.objectives o
		join public.key_results k on k.objective_id = o.id and k.ended_at is null
		left join jsonb_array_elements(content -> 'grades') s on s ->> 'key_result_id' = k.id::text
		left join lateral (
			select v.value from public.key_result_values v where v.key_result_id = k.id
			order by v.measured_on desc limit 1
		) l on true
		left join lateral (
			select count(distinct date_trunc('week', v.measured_on)) as weeks from public.key_result_values v
			where v.key_result_id = k.id and v.measured_on between first_day and last_day
		) w on true
		-- How sure the team was, in the rounds that were revealed.
		left join lateral (
			select (array_agg(r.sure order by r.week))[1] as at_start,
				(array_agg(r.sure order by r.week))[(count(*) + 1) / 2] as at_middle,
				(array_agg(r.sure order by r.week desc))[1] as at_end
			from (
				select c.week, round(avg(f.confidence))::smallint as sure
				from public.check_in_rounds c join public.confidences f on f.round_id = c.id
				where c.cycle_id = of_cycle and c.revealed_at is not null and f.key_result_id = k.id
				group by c.week
			) r
		) n on true
		where o.cycle_id = of_cycle and o.team_id = team and o.state = 'accepted';

		delete from public.retrospective_themes t where t.retrospective_id = retrospective;
		insert into public.retrospective_themes (id, retrospective_id, team_id, side, title, votes)
		select (s ->> 'id')::uuid, retrospective, team, s ->> 'side', s ->> 'title', (s ->> 'votes')::int
		from jsonb_array_elements(content -> 'themes') s order by s ->> 'id'
		on conflict (id) do nothing;
		delete from public.retrospective_cards c where c.retrospective_id = retrospective;
		insert into public.retrospective_cards (id, retrospective_id, team_id, theme_id, side, body)
		select (s ->> 'id')::uuid, retrospective, team, (s ->> 'theme_id')::uuid, s ->> 'side', s ->> 'body'
		from jsonb_array_elements(content -> 'cards') s order by s ->> 'id'
		on conflict (id) do nothing;

		delete from public.retrospective_outcomes o where o.retrospective_id = retrospective;
		insert into public.retrospective_outcomes (id, retrospective_id, team_id, position, kind, title, owner_id,
			due_on, theme_id, votes)
		select (s ->> 'id')::uuid, retrospective, team, (s ->> 'position')::int, s ->> 'kind', s ->> 'title',
			m.person_id, (s ->> 'due_on')::date, (s ->> 'theme_id')::uuid, (s ->> 'votes')::int
		from jsonb_array_elements(content -> 'outcomes') s
		left join public.team_members m on m.team_id = team and m.person_id = (s ->> 'owner_id')::uuid
		on conflict (id) do nothing;

		if content ->> 'state' = 'closed' then
			update public.retrospectives r set
				voters = (select count(distinct v.person_id) from public.retrospective_votes v where v.retrospective_id = retrospective),
				-- Fewer than four answers would tell who gave which.
				health = case when (select count(*) from private.silent_health h where h.retrospective_id = retrospective) >= 4 then (
					select jsonb_object_agg(q.key, q.counts) from (
						select a.key, jsonb_build_array(
							count(*) filter (where a.value = '1'), count(*) filter (where a.value = '2'),
							count(*) filter (where a.value = '3'), count(*) filter (where a.value = '4'),
							count(*) filter (where a.value = '5')) as counts
						from private.silent_health h, jsonb_each_text(h.answers) a
						where h.retrospective_id = retrospective group by a.key
					) q) end
			where r.id = retrospective;
			delete from private.silent_cards c where c.retrospective_id = retrospective;
			delete from private.silent_health h where h.retrospective_id = retrospective;
			delete from public.retrospective_votes v where v.retrospective_id = retrospective;
			update private.documents d set sealed_at = now()
			where d.name = 'retrospective:' || retrospective and d.sealed_at is null;
		end if;
		return true;
	end $$;

-- Settles for the node that holds the lease, and for nobody else.
create function private.settle_retrospective(retrospective uuid, content jsonb, node uuid, epoch bigint) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	begin
		perform from private.documents d
			where d.name = 'retrospective:' || retrospective and d.keeper = node and d.keeper_epoch = epoch
				and d.kept_until > clock_timestamp()
			for no key update;
		if not found then
			raise exception 'another node looks after this document' using errcode = 'lock_not_available';
		end if;
		return private.settle_retrospective(retrospective, content);
	end $$;

-- Opens the cycle after a closed retrospective with what was kept and modified: the same objectives
-- with their key results, which begin where they stand now. What is reached already does not come
-- along. Doing it twice changes nothing. `hot` are metrics that were hot again and again, as
-- [{metric, title}]; they become proposals.
create function private.open_next_cycle(retrospective uuid, called text, first_day date, last_day date, hot jsonb) returns uuid
	language plpgsql security definer set search_path = ''
	as $$
	declare
		team uuid;
		ended date;
		coming uuid;
		moved record;
		made uuid;
	begin
		select r.team_id, c.ends_on into team, ended
		from public.retrospectives r join public.cycles c on c.id = r.cycle_id
		where r.id = retrospective and r.state = 'closed' and r.team_id in (select private.my_writing_teams())
		for update of r;
		if team is null then
			raise exception 'This retrospective opens no cycle' using errcode = 'insufficient_privilege';
		end if;
		select c.id into coming from public.cycles c
		where c.team_id = team and c.starts_on > ended order by c.starts_on limit 1;
		if coming is null then
			insert into public.cycles (team_id, name, starts_on, ends_on)
			values (team, called, first_day, last_day)
			returning id into coming;
		end if;

		for moved in
			select d.objective_id, d.title, d.owner_id, d.ambition, d.position, o.goal_id, o.weight
			from public.retrospective_dispositions d
			left join public.objectives o on o.id = d.objective_id
			where d.retrospective_id = retrospective and d.disposition in ('keep', 'modify')
				and d.next_objective_id is null
		loop
			made := md5(retrospective::text || moved.objective_id::text)::uuid;
			insert into public.objectives (id, team_id, title, cycle_id, goal_id, ambition, weight, owner_id, position)
			values (made, team, moved.title, coming, moved.goal_id, moved.ambition, coalesce(moved.weight, 1),
				moved.owner_id, moved.position)
			on conflict (id) do nothing;
			insert into public.key_results (id, team_id, objective_id, title, unit, decimals, baseline, target, weight, owner_id, position)
			select md5(retrospective::text || g.key_result_id::text)::uuid, team, made, g.title, g.unit, g.decimals,
				coalesce(g.value, g.baseline), g.target, g.weight, k.owner_id, g.position
			from public.retrospective_grades g left join public.key_results k on k.id = g.key_result_id
			where g.retrospective_id = retrospective and g.objective_id = moved.objective_id
				and case when g.target > g.baseline then coalesce(g.value, g.baseline) < g.target
					else coalesce(g.value, g.baseline) > g.target end
			on conflict (id) do nothing;
			update public.retrospective_dispositions d set next_objective_id = made
			where d.retrospective_id = retrospective and d.objective_id = moved.objective_id;
		end loop;

		insert into public.objectives (id, team_id, title, cycle_id, owner_id, state, proposed_by, position)
		select md5(retrospective::text || m.id::text)::uuid, team, left(h ->> 'title', 300), coming, null, 'proposed',
			auth.uid(), 1000
		from jsonb_array_elements(hot) h
		join public.metrics m on m.id = (h ->> 'metric')::uuid and m.team_id = team
		on conflict (id) do nothing;
		-- So that pages that show it ask again.
		update public.retrospectives r set created_at = r.created_at where r.id = retrospective;
		return coming;
	end $$;
create function public.open_next_cycle(retrospective uuid, called text, first_day date, last_day date, hot jsonb) returns uuid
	language sql security invoker set search_path = ''
	as $$ select private.open_next_cycle(retrospective, called, first_day, last_day, hot) $$;

revoke all on function private.settle_retrospective(uuid, jsonb), private.settle_retrospective(uuid, jsonb, uuid, bigint)
	from public, anon, authenticated;
revoke all on function private.write_silent_card(uuid, uuid, text, text), private.answer_process_health(uuid, uuid, jsonb),
	private.vote_for_theme(uuid, uuid, integer), private.open_next_cycle(uuid, text, date, date, jsonb),
	public.write_silent_card(uuid, uuid, text, text), public.answer_process_health(uuid, uuid, jsonb),
	public.vote_for_theme(uuid, uuid, integer), public.open_next_cycle(uuid, text, date, date, jsonb)
	from public, anon;
grant execute on function private.write_silent_card(uuid, uuid, text, text), private.answer_process_health(uuid, uuid, jsonb),
	private.vote_for_theme(uuid, uuid, integer), private.open_next_cycle(uuid, text, date, date, jsonb),
	public.write_silent_card(uuid, uuid, text, text), public.answer_process_health(uuid, uuid, jsonb),
	public.vote_for_theme(uuid, uuid, integer), public.open_next_cycle(uuid, text, date, date, jsonb) to authenticated;
