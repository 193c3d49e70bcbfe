-- The weekly check-in: how sure each member is that a key result reaches its target, and what is in
-- its way. Confidence is given blind, so that the first voice does not set the others.

create table public.check_in_rounds (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null,
	cycle_id uuid not null,
	-- The Monday of its week. A later round of the cycle closes this one, revealed or not.
	week date not null check (extract(isodow from week) = 1),
	begun_by uuid references public.people on delete set null,
	begun_at timestamptz not null default now(),
	revealed_by uuid references public.people on delete set null,
	revealed_at timestamptz,
	unique (id, team_id),
	unique (cycle_id, week),
	foreign key (cycle_id, team_id) references public.cycles (id, team_id) on delete cascade
);
create index on public.check_in_rounds (team_id);
create index on public.check_in_rounds (cycle_id, team_id);
create index on public.check_in_rounds (begun_by);
create index on public.check_in_rounds (revealed_by);

-- Nobody but its author reads a confidence before the reveal, not even an admin.
create table public.confidences (
	round_id uuid not null,
	key_result_id uuid not null,
	person_id uuid not null references public.people on delete cascade,
	team_id uuid not null,
	confidence smallint not null check (confidence between 0 and 10),
	given_at timestamptz not null default now(),
	primary key (round_id, key_result_id, person_id),
	foreign key (round_id, team_id) references public.check_in_rounds (id, team_id) on delete cascade,
	foreign key (key_result_id, team_id) references public.key_results (id, team_id) on delete cascade
);
create index on public.confidences (round_id, team_id);
create index on public.confidences (key_result_id, team_id);
create index on public.confidences (person_id);
create index on public.confidences (team_id);

create function private.is_round_revealed(round uuid) returns boolean
	language sql stable security definer set search_path = ''
	as $$ select coalesce((select r.revealed_at is not null from public.check_in_rounds r where r.id = round), false) $$;
grant execute on function private.is_round_revealed(uuid) to authenticated;

alter table public.check_in_rounds enable row level security;
create policy "Everyone in the team reads its rounds" on public.check_in_rounds
	for select to authenticated using (team_id in (select private.my_teams()));
grant select on public.check_in_rounds to authenticated;

alter table public.confidences enable row level security;
create policy "The team reads confidences after the reveal, their authors before" on public.confidences
	for select to authenticated
	using (team_id in (select private.my_teams())
		and (person_id = (select auth.uid()) or private.is_round_revealed(round_id)));
grant select on public.confidences to authenticated;

-- Takes {key result: 0 to 10, or null to take it back} as JSON. The first answer of a week begins its round.
-- False when the round was revealed: the row is locked, so that no answer slips in beside the reveal.
create function private.answer_check_in(of_cycle uuid, of_week date, answers text) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	declare
		of_team uuid;
		round uuid;
		revealed timestamptz;
	begin
		select c.team_id into of_team from public.cycles c
		join public.team_members t on t.team_id = c.team_id
		where c.id = of_cycle and t.person_id = auth.uid() and t.left_at is null and t.role <> 'observer'
			and of_week between c.starts_on - 6 and c.ends_on
			and of_week between (now() at time zone 'UTC')::date - 7 and (now() at time zone 'UTC')::date + 1;
		if of_team is null then
			raise exception 'This cycle cannot be answered' using errcode = 'insufficient_privilege';
		end if;
		insert into public.check_in_rounds (team_id, cycle_id, week, begun_by)
		select of_team, of_cycle, of_week, auth.uid()
		where not exists (select from public.check_in_rounds r where r.cycle_id = of_cycle and r.week > of_week)
		on conflict (cycle_id, week) do nothing;
		select r.id, r.revealed_at into round, revealed from public.check_in_rounds r
		where r.cycle_id = of_cycle and r.week = of_week
			and not exists (select from public.check_in_rounds l where l.cycle_id = of_cycle and l.week > of_week)
		for update of r;
		if round is null or revealed is not null then
			return false;
		end if;
		delete from public.confidences c using jsonb_each_text(answers::jsonb) a
		where c.round_id = round and c.person_id = auth.uid() and c.key_result_id = a.key::uuid and a.value is null;
		insert into public.confidences (round_id, key_result_id, person_id, team_id, confidence)
		select round, k.id, auth.uid(), of_team, a.value::smallint
		from jsonb_each_text(answers::jsonb) a
			join public.key_results k on k.id = a.key::uuid and k.team_id = of_team and k.ended_at is null
			join public.objectives o on o.id = k.objective_id and o.cycle_id = of_cycle
		where a.value is not null
		on conflict (round_id, key_result_id, person_id) do update
			set confidence = excluded.confidence, given_at = now();
		-- Says that somebody answered; never what.
		update public.check_in_rounds r set begun_at = r.begun_at where r.id = round;
		return true;
	end $$;
revoke all on function private.answer_check_in(uuid, date, text) from public, anon;
grant execute on function private.answer_check_in(uuid, date, text) to authenticated;
create function public.answer_check_in(of_cycle uuid, of_week date, answers text) returns boolean
	language sql security invoker set search_path = ''
	as $$ select private.answer_check_in(of_cycle, of_week, answers) $$;

-- Reveals all at once. Whoever left in the middle holds nobody up. False when it was revealed, when
-- a later week has begun, or when nobody has answered.
create function private.reveal_check_in(round uuid) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	begin
		perform from public.check_in_rounds r join public.team_members t on t.team_id = r.team_id
		where r.id = round and t.person_id = auth.uid() and t.left_at is null and t.role <> 'observer';
		if not found then
			raise exception 'This round cannot be revealed' using errcode = 'insufficient_privilege';
		end if;
		update public.check_in_rounds r set revealed_at = now(), revealed_by = auth.uid()
		where r.id = round and r.revealed_at is null
			and exists (select from public.confidences c where c.round_id = r.id)
			and not exists (select from public.check_in_rounds l where l.cycle_id = r.cycle_id and l.week > r.week);
		return found;
	end $$;
revoke all on function private.reveal_check_in(uuid) from public, anon;
grant execute on function private.reveal_check_in(uuid) to authenticated;
create function public.reveal_check_in(round uuid) returns boolean
	language sql security invoker set search_path = ''
	as $$ select private.reveal_check_in(round) $$;

-- Who has answered, and how many key results; never what.
create function private.who_checked_in(round uuid) returns table (person uuid, answered bigint)
	language sql stable security definer set search_path = ''
	as $$
		select c.person_id, count(*) from public.confidences c
		where c.round_id = round and c.team_id in (select private.my_teams())
		group by c.person_id
	$$;
revoke all on function private.who_checked_in(uuid) from public, anon;
grant execute on function private.who_checked_in(uuid) to authenticated;
create function public.who_checked_in(round uuid) returns table (person uuid, answered bigint)
	language sql stable security invoker set search_path = ''
	as $$ select * from private.who_checked_in(round) $$;
revoke all on function public.answer_check_in(uuid, date, text), public.reveal_check_in(uuid),
	public.who_checked_in(uuid) from public, anon;
grant execute on function public.answer_check_in(uuid, date, text), public.reveal_check_in(uuid),
	public.who_checked_in(uuid) to authenticated;

create trigger announce_change after insert or update or delete on public.check_in_rounds
	for each row execute function private.announce_change();
