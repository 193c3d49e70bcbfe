-- A recall round: in ninety seconds every leader writes the priorities and the message from memory.
-- Nobody reads an answer before the reveal but whoever gave it, not even an admin; that is why these
-- are rows and never in the document.

create table public.recall_rounds (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	-- The published version the answers are held against.
	message_id uuid references public.leadership_messages on delete set null,
	-- What was active then, by name; a leader is asked to name these.
	priorities text[] not null default '{}',
	started_by uuid references public.people on delete set null,
	started_at timestamptz not null default now(),
	closes_at timestamptz not null,
	revealed_at timestamptz,
	unique (id, team_id)
);
create index on public.recall_rounds (team_id, started_at desc);
create index on public.recall_rounds (message_id);
create index on public.recall_rounds (started_by);
-- One at a time: two people who start it in the same moment start the same one.
create unique index on public.recall_rounds (team_id) where revealed_at is null;

create table public.recall_answers (
	round_id uuid not null,
	person_id uuid not null references public.people on delete cascade,
	team_id uuid not null,
	priorities text[] not null default '{}' check (cardinality(priorities) <= 5),
	what text not null default '' check (char_length(what) <= 1000),
	why text not null default '' check (char_length(why) <= 1000),
	how text not null default '' check (char_length(how) <= 1000),
	how_much text not null default '' check (char_length(how_much) <= 1000),
	answered_at timestamptz not null default now(),
	primary key (round_id, person_id),
	foreign key (round_id, team_id) references public.recall_rounds (id, team_id) on delete cascade
);
create index on public.recall_answers (round_id, team_id);
create index on public.recall_answers (person_id);
create index on public.recall_answers (team_id);

create function private.is_recalled(round uuid) returns boolean
	language sql stable security definer set search_path = ''
	as $$ select coalesce((select revealed_at is not null from public.recall_rounds where id = round), false) $$;
grant execute on function private.is_recalled(uuid) to authenticated;

alter table public.recall_rounds enable row level security;
create policy "Everyone in the team sees its recall rounds" on public.recall_rounds
	for select to authenticated using (team_id in (select private.my_teams()));
grant select on public.recall_rounds to authenticated;

alter table public.recall_answers enable row level security;
create policy "People read their own answers, and after the reveal the team's" on public.recall_answers
	for select to authenticated
	using (team_id in (select private.my_teams())
		and (person_id = (select auth.uid()) or private.is_recalled(round_id)));
grant select on public.recall_answers to authenticated;

create trigger announce_change after insert or update or delete on public.recall_rounds
	for each row execute function private.announce_change();
create trigger announce_change after insert or update or delete on public.recall_answers
	for each row execute function private.announce_change();

-- Starts a round, or joins the one that is under way.
create function private.start_recall(team uuid) returns uuid
	language plpgsql security definer set search_path = ''
	as $$
	declare
		round uuid;
	begin
		if team not in (select private.my_writing_teams()) then
			raise exception 'Only members start a round' using errcode = 'insufficient_privilege';
		end if;
		insert into public.recall_rounds (team_id, message_id, priorities, started_by, closes_at)
		select team, (select l.id from public.leadership_messages l where l.team_id = team and l.published
				order by l.created_at desc, l.id limit 1),
			coalesce((select array_agg(p.title order by p.position, p.created_at) from public.priorities p
				where p.team_id = team and p.ended_at is null), '{}'),
			auth.uid(), now() + interval '90 seconds'
		on conflict (team_id) where revealed_at is null do nothing
		returning id into round;
		if round is null then
			select r.id into round from public.recall_rounds r where r.team_id = team and r.revealed_at is null;
		end if;
		return round;
	end $$;

-- Gives or replaces one's own answer. False when it comes too late; what is sent as the clock runs
-- out still has a few seconds to arrive. An upsert through a policy would need the rights to change
-- the row after the close.
create function private.answer_recall(round uuid, priorities text[], what text, why text, how text, how_much text)
	returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	declare
		asked public.recall_rounds;
	begin
		select r.* into asked from public.recall_rounds r
		where r.id = round and r.team_id in (select private.my_writing_teams()) for key share;
		if asked.id is null then
			raise exception 'There is no such round' using errcode = 'insufficient_privilege';
		end if;
		if asked.revealed_at is not null or clock_timestamp() > asked.closes_at + interval '5 seconds' then
			return false;
		end if;
		insert into public.recall_answers as given (round_id, person_id, team_id, priorities, what, why, how, how_much)
		values (round, auth.uid(), asked.team_id,
			coalesce((select array_agg(left(p.named, 200) order by p.place)
				from unnest(answer_recall.priorities) with ordinality p (named, place)
				where p.named ~ '\S' and p.place <= 5), '{}'),
			left(coalesce(answer_recall.what, ''), 1000), left(coalesce(answer_recall.why, ''), 1000),
			left(coalesce(answer_recall.how, ''), 1000), left(coalesce(answer_recall.how_much, ''), 1000))
		on conflict (round_id, person_id) do update set priorities = excluded.priorities, what = excluded.what,
			why = excluded.why, how = excluded.how, how_much = excluded.how_much, answered_at = now();
		return true;
	end $$;

-- Shows every answer to the team, once the time is up or all members have answered. False before.
create function private.reveal_recall(round uuid) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	declare
		asked public.recall_rounds;
	begin
		select r.* into asked from public.recall_rounds r
		where r.id = round and r.team_id in (select private.my_writing_teams()) for update;
		if asked.id is null then
			raise exception 'There is no such round' using errcode = 'insufficient_privilege';
		end if;
		if asked.revealed_at is not null then
			return true;
		end if;
		if clock_timestamp() < asked.closes_at and exists (
			select from public.team_members t
			where t.team_id = asked.team_id and t.left_at is null and t.role <> 'observer'
				and not exists (select from public.recall_answers a where a.round_id = round and a.person_id = t.person_id))
		then
			return false;
		end if;
		update public.recall_rounds r set revealed_at = clock_timestamp(), closes_at = least(r.closes_at, clock_timestamp())
		where r.id = round;
		return true;
	end $$;

-- Who has answered, never what.
create function private.recall_answered(round uuid) returns setof uuid
	language sql stable security definer set search_path = ''
	as $$
		select a.person_id from public.recall_answers a
		where a.round_id = round and a.team_id in (select private.my_teams())
		order by a.person_id
	$$;

revoke all on function private.start_recall(uuid), private.reveal_recall(uuid), private.recall_answered(uuid),
	private.answer_recall(uuid, text[], text, text, text, text) from public, anon;
grant execute on function private.start_recall(uuid), private.reveal_recall(uuid), private.recall_answered(uuid),
	private.answer_recall(uuid, text[], text, text, text, text) to authenticated;

create function public.start_recall(team uuid) returns uuid
	language sql security invoker set search_path = ''
	as $$ select private.start_recall(team) $$;
create function public.answer_recall(round uuid, priorities text[], what text, why text, how text, how_much text)
	returns boolean
	language sql security invoker set search_path = ''
	as $$ select private.answer_recall(round, priorities, what, why, how, how_much) $$;
create function public.reveal_recall(round uuid) returns boolean
	language sql security invoker set search_path = ''
	as $$ select private.reveal_recall(round) $$;
create function public.recall_answered(round uuid) returns setof uuid
	language sql stable security invoker set search_path = ''
	as $$ select private.recall_answered(round) $$;
grant execute on function public.start_recall(uuid), public.reveal_recall(uuid), public.recall_answered(uuid),
	public.answer_recall(uuid, text[], text, text, text, text) to authenticated;
