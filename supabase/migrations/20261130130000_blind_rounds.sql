-- Asked blind: the six pillars, and where execution breaks. Whoever is invited answers alone, nobody
-- reads an answer before the reveal, and afterwards only how often each was given. An answer never has
-- an author: all of a round lie in one row that is written anew with each of them, by a key that only
-- the writer's browser knows, so that neither the order nor the time of a row says whose it is. Who
-- has answered stands in another such row. Fewer than four answers are never broken down.

create table public.blind_rounds (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	kind text not null check (kind in ('pillars', 'execution gap')),
	started_by uuid references public.people on delete set null,
	started_at timestamptz not null default now(),
	-- The day everybody is asked to have answered by.
	due_on date,
	revealed_at timestamptz,
	-- How many answered, once it is revealed.
	answers integer check (answers >= 0),
	-- How often each answer was given; null when too few answered, and before the reveal.
	result jsonb,
	unique (id, team_id)
);
create index on public.blind_rounds (team_id, kind, started_at desc);
create index on public.blind_rounds (started_by);
-- One at a time: two people who start it in the same moment start the same one.
create unique index on public.blind_rounds (team_id, kind) where revealed_at is null;

create table public.blind_invitations (
	round_id uuid not null,
	person_id uuid not null references public.people on delete cascade,
	team_id uuid not null,
	primary key (round_id, person_id),
	foreign key (round_id, team_id) references public.blind_rounds (id, team_id) on delete cascade
);
create index on public.blind_invitations (round_id, team_id);
create index on public.blind_invitations (person_id);

-- What is asked. `part` is the pillar or breakdown an item counts for.
create table private.blind_questions (
	kind text not null,
	key text not null,
	part text,
	form text not null check (form in ('scale', 'choice', 'words')),
	options text[],
	primary key (kind, key)
);
insert into private.blind_questions (kind, key, part, form)
	select 'pillars', p || '.' || i, p, 'scale'
	from unnest(array['strategy', 'leadership', 'metrics', 'structure', 'people', 'market']) p,
		unnest(array['a', 'b', 'c', 'd', 'e']) i
	union all
	select 'execution gap', p || '.' || i, p, 'scale'
	from unnest(array['plans', 'alignment', 'ownership', 'metrics', 'visibility', 'workflow', 'change']) p,
		unnest(array['a', 'b', 'c', 'd']) i
	union all
	select 'execution gap', k, null, 'words' from unnest(array['undone', 'slows', 'stop']) k;
insert into private.blind_questions (kind, key, form, options) values
	('pillars', 'lane', 'choice', array['cost', 'innovation', 'service']),
	('pillars', 'matters', 'choice', array['strategy', 'leadership', 'metrics', 'structure', 'people', 'market']);

-- Sheets by the hash of their key. An object keeps its keys in their own order, not in that of time.
create table private.blind_boxes (
	round_id uuid primary key references public.blind_rounds on delete cascade,
	sheets jsonb not null default '{}'
);
-- Who has answered, in the order of their ids.
create table private.blind_answered (
	round_id uuid primary key references public.blind_rounds on delete cascade,
	people uuid[] not null default '{}'
);
alter table private.blind_questions enable row level security;
alter table private.blind_boxes enable row level security;
alter table private.blind_answered enable row level security;

alter table public.blind_rounds enable row level security;
create policy "Everyone in the team sees its blind rounds" on public.blind_rounds
	for select to authenticated using (team_id in (select private.my_teams()));
alter table public.blind_invitations enable row level security;
create policy "Everyone in the team sees who is asked" on public.blind_invitations
	for select to authenticated using (team_id in (select private.my_teams()));
grant select on public.blind_rounds, public.blind_invitations to authenticated;
create trigger announce_change after insert or update or delete on public.blind_rounds
	for each row execute function private.announce_change();

-- Starts a round for the members named, or finds the one under way. Null where nobody is left to ask.
create function private.start_blind_round(team uuid, of_kind text, invited uuid[], due date) returns uuid
	language plpgsql security definer set search_path = ''
	as $$
	declare
		round uuid;
	begin
		if team not in (select private.my_writing_teams()) then
			raise exception 'Only members start a round' using errcode = 'insufficient_privilege';
		end if;
		if not exists (select from public.team_members m where m.team_id = team and m.person_id = any (invited)
			and m.left_at is null and m.role <> 'observer') then
			return null;
		end if;
		insert into public.blind_rounds (team_id, kind, started_by, due_on)
		values (team, of_kind, auth.uid(), due)
		on conflict (team_id, kind) where revealed_at is null do nothing
		returning id into round;
		if round is null then
			return (select r.id from public.blind_rounds r
				where r.team_id = team and r.kind = of_kind and r.revealed_at is null);
		end if;
		insert into public.blind_invitations (round_id, person_id, team_id)
		select round, m.person_id, team from public.team_members m
		where m.team_id = team and m.person_id = any (invited) and m.left_at is null and m.role <> 'observer'
		order by m.person_id;
		insert into private.blind_boxes (round_id) values (round);
		insert into private.blind_answered (round_id) values (round);
		return round;
	end $$;

-- Whether a sheet answers everything that is asked, and nothing else.
create function private.is_blind_sheet(of_kind text, sheet jsonb) returns boolean
	language sql stable security definer set search_path = ''
	as $$
		select jsonb_typeof(sheet) = 'object'
			and not exists (
				select from private.blind_questions q
				where q.kind = of_kind and q.form <> 'words' and not sheet ? q.key
			)
			and not exists (
				select from jsonb_each(case jsonb_typeof(sheet) when 'object' then sheet else '{}' end) s
				left join private.blind_questions q on q.kind = of_kind and q.key = s.key
				where q.key is null or not case q.form
					when 'scale' then s.value::text ~ '^[0-5]$'
					when 'choice' then s.value #>> '{}' = any (q.options)
					else jsonb_typeof(s.value) = 'string' and char_length(s.value #>> '{}') <= 1000
				end
			)
	$$;

-- Gives one's answers, or others for those given from the same browser: `kept`, `closed` once it is
-- revealed, `elsewhere` when somebody has answered with another key, `incomplete` when one lacks.
-- 0 says that somebody cannot say.
create function private.answer_blind_round(round uuid, key text, answers text) returns text
	language plpgsql security definer set search_path = ''
	as $$
	declare
		asked public.blind_rounds;
		box jsonb;
		done uuid[];
		slot text := encode(sha256(convert_to(round::text || coalesce(key, ''), 'UTF8')), 'hex');
		sheet jsonb;
	begin
		select r.* into asked from public.blind_rounds r
		join public.blind_invitations i on i.round_id = r.id and i.person_id = auth.uid()
		where r.id = round and r.team_id in (select private.my_writing_teams()) for share of r;
		if asked.id is null then
			raise exception 'You are not asked in such a round' using errcode = 'insufficient_privilege';
		end if;
		if asked.revealed_at is not null then
			return 'closed';
		end if;
		if char_length(coalesce(key, '')) < 32 or char_length(answers) > 20000 then
			return 'incomplete';
		end if;
		begin
			sheet := answers::jsonb;
		exception when data_exception then
			return 'incomplete';
		end;
		if not private.is_blind_sheet(asked.kind, sheet) then
			return 'incomplete';
		end if;
		select b.sheets into box from private.blind_boxes b where b.round_id = round for update;
		select a.people into done from private.blind_answered a where a.round_id = round for update;
		if (auth.uid() = any (done)) <> (box ? slot) then
			return 'elsewhere';
		end if;
		update private.blind_boxes b set sheets = b.sheets || jsonb_build_object(slot, sheet) where b.round_id = round;
		update private.blind_answered a set people = (
			select array_agg(distinct p order by p) from unnest(a.people || auth.uid()) p
		) where a.round_id = round;
		perform pg_notify('changes', json_build_object('team', asked.team_id, 'kind', 'blind_rounds')::text);
		return 'kept';
	end $$;

-- How often each answer was given: of each item from 1 to 5 and "can't say", of each part how many
-- people come to 1 to 5 in it on average, of each choice, and what was written, in no order.
create function private.count_blind_round(of_kind text, sheets jsonb) returns jsonb
	language sql volatile security definer set search_path = ''
	as $$
		with sheet as materialized (
			select row_number() over () as at, s.value as said from jsonb_each(sheets) s
		), given as materialized (
			select q.key, q.part, s.at, (s.said ->> q.key)::int as value
			from private.blind_questions q cross join sheet s where q.kind = of_kind and q.form = 'scale'
		), stood as (
			select part, at, round(avg(value)) as value from given where value > 0 group by part, at
		)
		select jsonb_build_object(
			'items', (select jsonb_object_agg(i.key, i.counts) from (
				select g.key, jsonb_build_array(count(*) filter (where value = 1), count(*) filter (where value = 2),
					count(*) filter (where value = 3), count(*) filter (where value = 4),
					count(*) filter (where value = 5), count(*) filter (where value = 0)) as counts
				from given g group by g.key) i),
			'parts', (select coalesce(jsonb_object_agg(p.part, p.counts), '{}') from (
				select part, jsonb_build_array(count(*) filter (where value = 1), count(*) filter (where value = 2),
					count(*) filter (where value = 3), count(*) filter (where value = 4),
					count(*) filter (where value = 5)) as counts
				from stood group by part) p),
			'choices', (select coalesce(jsonb_object_agg(c.key, c.counts), '{}') from (
				select q.key, jsonb_object_agg(o.option, (select count(*) from sheet s where s.said ->> q.key = o.option)) as counts
				from private.blind_questions q cross join unnest(q.options) o (option)
				where q.kind = of_kind and q.form = 'choice' group by q.key) c),
			'words', (select coalesce(jsonb_object_agg(w.key, w.said), '{}') from (
				select q.key, jsonb_agg(trim(s.said ->> q.key) order by gen_random_uuid()) as said
				from private.blind_questions q join sheet s on trim(coalesce(s.said ->> q.key, '')) <> ''
				where q.kind = of_kind and q.form = 'words' group by q.key) w)
		)
	$$;

-- Shows what was answered, once, and forgets the sheets. Anybody may once all who are asked and still
-- here have answered; before that whoever started it, and admins of the team. False otherwise.
create function private.reveal_blind_round(round uuid) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	declare
		asked public.blind_rounds;
		box jsonb;
		given integer;
	begin
		select r.* into asked from public.blind_rounds r
		where r.id = round and r.team_id in (select private.my_writing_teams()) for update;
		if asked.id is null then
			raise exception 'There is no such round' using errcode = 'insufficient_privilege';
		end if;
		if asked.revealed_at is not null then
			return true;
		end if;
		if asked.started_by is distinct from auth.uid() and asked.team_id not in (select private.my_admin_teams())
			and exists (
				select from public.blind_invitations i
				join public.team_members m on m.team_id = i.team_id and m.person_id = i.person_id
				join private.blind_answered a on a.round_id = round
				where i.round_id = round and m.left_at is null and m.role <> 'observer' and i.person_id <> all (a.people))
		then
			return false;
		end if;
		select b.sheets into box from private.blind_boxes b where b.round_id = round for update;
		select count(*) into given from jsonb_object_keys(coalesce(box, '{}'));
		update public.blind_rounds r set revealed_at = clock_timestamp(), answers = given,
			result = case when given >= 4 then private.count_blind_round(asked.kind, box) end
		where r.id = round;
		delete from private.blind_boxes b where b.round_id = round;
		delete from private.blind_answered a where a.round_id = round;
		return true;
	end $$;

-- Who has answered, never what, while the round is open.
create function private.who_answered_blind(round uuid) returns setof uuid
	language sql stable security definer set search_path = ''
	as $$
		select unnest(a.people) from private.blind_answered a
		join public.blind_rounds r on r.id = a.round_id
		where a.round_id = round and r.team_id in (select private.my_teams())
	$$;

-- The lane a team goes to market in: the newest row counts.
create table public.chosen_lanes (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	lane text not null check (lane in ('cost', 'innovation', 'service')),
	chosen_by uuid references public.people on delete set null,
	chosen_at timestamptz not null default now()
);
create index on public.chosen_lanes (team_id, chosen_at desc);
create index on public.chosen_lanes (chosen_by);
alter table public.chosen_lanes enable row level security;
create policy "Everyone in the team reads its lane" on public.chosen_lanes
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members choose the lane in their own name" on public.chosen_lanes
	for insert to authenticated
	with check (team_id in (select private.my_writing_teams()) and chosen_by = (select auth.uid()));
grant select, insert (id, team_id, lane, chosen_by) on public.chosen_lanes to authenticated;

-- What a page offers to the next meeting; the room lists it until somebody takes or declines it.
create table public.agenda_proposals (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	title text not null check (title <> '' and char_length(title) <= 300),
	-- Where it comes from and why, in words.
	source text not null default '' check (char_length(source) <= 500),
	proposed_by uuid references public.people on delete set null,
	proposed_at timestamptz not null default now(),
	ended_as text check (ended_as in ('taken', 'declined'))
);
create index on public.agenda_proposals (team_id) where ended_as is null;
create index on public.agenda_proposals (team_id);
create index on public.agenda_proposals (proposed_by);
create unique index on public.agenda_proposals (team_id, title) where ended_as is null;
alter table public.agenda_proposals enable row level security;
create policy "Everyone in the team reads what is proposed" on public.agenda_proposals
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members propose in their own name" on public.agenda_proposals
	for insert to authenticated
	with check (team_id in (select private.my_writing_teams()) and proposed_by = (select auth.uid()));
create policy "Members take what is proposed, or decline it" on public.agenda_proposals
	for update to authenticated
	using (team_id in (select private.my_writing_teams())) with check (team_id in (select private.my_writing_teams()));
grant select, insert (id, team_id, title, source, proposed_by), update (ended_as) on public.agenda_proposals to authenticated;

-- A breakdown that became a priority, and the day it is asked about again.
create table public.retests (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null,
	-- The round that found it.
	round_id uuid not null,
	breakdown text not null check (breakdown in ('plans', 'alignment', 'ownership', 'metrics', 'visibility', 'workflow', 'change')),
	priority_id uuid,
	due_on date not null,
	created_by uuid references public.people on delete set null,
	created_at timestamptz not null default now(),
	foreign key (round_id, team_id) references public.blind_rounds (id, team_id) on delete cascade,
	foreign key (priority_id, team_id) references public.priorities (id, team_id) on delete set null (priority_id)
);
create index on public.retests (team_id);
create index on public.retests (round_id, team_id);
create index on public.retests (priority_id, team_id);
create index on public.retests (created_by);
alter table public.retests enable row level security;
create policy "Everyone in the team reads what is tested again" on public.retests
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members plan a re-test in their own name" on public.retests
	for insert to authenticated
	with check (team_id in (select private.my_writing_teams()) and created_by = (select auth.uid()));
create policy "Members move a re-test" on public.retests
	for update to authenticated
	using (team_id in (select private.my_writing_teams())) with check (team_id in (select private.my_writing_teams()));
grant select, insert (id, team_id, round_id, breakdown, priority_id, due_on, created_by), update (due_on)
	on public.retests to authenticated;

do $$
declare
	watched text;
begin
	foreach watched in array array['chosen_lanes', 'agenda_proposals', 'retests']
	loop
		execute format('create trigger announce_change after insert or update or delete on public.%I
			for each row execute function private.announce_change()', watched);
	end loop;
end $$;

create function public.start_blind_round(team uuid, of_kind text, invited uuid[], due date) returns uuid
	language sql security invoker set search_path = ''
	as $$ select private.start_blind_round(team, of_kind, invited, due) $$;
create function public.answer_blind_round(round uuid, key text, answers text) returns text
	language sql security invoker set search_path = ''
	as $$ select private.answer_blind_round(round, key, answers) $$;
create function public.reveal_blind_round(round uuid) returns boolean
	language sql security invoker set search_path = ''
	as $$ select private.reveal_blind_round(round) $$;
create function public.who_answered_blind(round uuid) returns setof uuid
	language sql stable security invoker set search_path = ''
	as $$ select private.who_answered_blind(round) $$;
revoke all on function private.start_blind_round(uuid, text, uuid[], date), private.answer_blind_round(uuid, text, text),
	private.reveal_blind_round(uuid), private.who_answered_blind(uuid), private.is_blind_sheet(text, jsonb),
	private.count_blind_round(text, jsonb), public.start_blind_round(uuid, text, uuid[], date),
	public.answer_blind_round(uuid, text, text), public.reveal_blind_round(uuid), public.who_answered_blind(uuid)
	from public, anon;
grant execute on function private.start_blind_round(uuid, text, uuid[], date), private.answer_blind_round(uuid, text, text),
	private.reveal_blind_round(uuid), private.who_answered_blind(uuid), public.start_blind_round(uuid, text, uuid[], date),
	public.answer_blind_round(uuid, text, text), public.reveal_blind_round(uuid), public.who_answered_blind(uuid)
	to authenticated;
