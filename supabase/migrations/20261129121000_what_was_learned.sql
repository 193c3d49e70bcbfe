-- What a team learned, what that is about, and what a strategy review made of it: keep, adapt or stop.
-- Adapting is a decision that changes a priority, an objective, an assumption or the leadership message.

-- What a team takes for granted, so that an insight can say that it holds or does not.
create table public.assumptions (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	title text not null check (title ~ '\S' and char_length(title) <= 300),
	added_by uuid references public.people on delete set null,
	ended_at timestamptz,
	created_at timestamptz not null default now(),
	unique (id, team_id)
);
create index on public.assumptions (team_id);
create index on public.assumptions (added_by);

alter table public.assumptions enable row level security;
create policy "Everyone in the team reads what it takes for granted" on public.assumptions
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members write down assumptions in their own name" on public.assumptions
	for insert to authenticated
	with check (team_id in (select private.my_writing_teams()) and added_by = (select auth.uid()));
create policy "Members reword and end assumptions" on public.assumptions
	for update to authenticated
	using (team_id in (select private.my_writing_teams())) with check (team_id in (select private.my_writing_teams()));
grant select, insert (id, team_id, title, added_by), update (title, ended_at) on public.assumptions to authenticated;

-- What an insight is about.
create table public.insight_subjects (
	team_id uuid not null references public.teams on delete cascade,
	-- Plain, because a meeting that is under way may take its row back and bring it again.
	insight_id uuid not null,
	priority_id uuid,
	assumption_id uuid,
	element text check (element in ('what', 'why', 'how', 'howMuch')),
	tagged_by uuid references public.people on delete set null,
	primary key (team_id, insight_id),
	check (num_nonnulls(priority_id, assumption_id, element) = 1),
	foreign key (priority_id, team_id) references public.priorities (id, team_id) on delete cascade,
	foreign key (assumption_id, team_id) references public.assumptions (id, team_id) on delete cascade
);
create index on public.insight_subjects (priority_id, team_id);
create index on public.insight_subjects (assumption_id, team_id);
create index on public.insight_subjects (tagged_by);

alter table public.insight_subjects enable row level security;
create policy "Everyone in the team reads what insights are about" on public.insight_subjects
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members say in their own name what an insight is about" on public.insight_subjects
	for insert to authenticated
	with check (team_id in (select private.my_writing_teams()) and tagged_by = (select auth.uid()));
create policy "Members take that back" on public.insight_subjects
	for delete to authenticated using (team_id in (select private.my_writing_teams()));
grant select, delete, insert (team_id, insight_id, priority_id, assumption_id, element, tagged_by)
	on public.insight_subjects to authenticated;

-- What a meeting made of an insight. The decision is one of the same meeting; what it changed says what
-- it was and what it became. A message is changed by its writers, after the meeting.
create table public.insight_reviews (
	meeting_id uuid not null,
	insight_id uuid not null,
	team_id uuid not null,
	verdict text not null check (verdict in ('keep', 'adapt', 'stop')),
	decision_id uuid,
	priority_id uuid,
	objective_id uuid,
	assumption_id uuid,
	element text check (element in ('what', 'why', 'how', 'howMuch')),
	was text not null default '',
	became text not null default '',
	reviewed_by uuid references public.people on delete set null,
	reviewed_at timestamptz not null default now(),
	primary key (meeting_id, insight_id),
	check (num_nonnulls(priority_id, objective_id, assumption_id, element) <= 1),
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade,
	foreign key (priority_id, team_id) references public.priorities (id, team_id) on delete set null (priority_id),
	foreign key (objective_id, team_id) references public.objectives (id, team_id) on delete set null (objective_id),
	foreign key (assumption_id, team_id) references public.assumptions (id, team_id) on delete set null (assumption_id)
);
create index on public.insight_reviews (meeting_id, team_id);
create index on public.insight_reviews (priority_id, team_id);
create index on public.insight_reviews (objective_id, team_id);
create index on public.insight_reviews (assumption_id, team_id);
create index on public.insight_reviews (reviewed_by);

alter table public.insight_reviews enable row level security;
create policy "The team reads what it made of its insights" on public.insight_reviews
	for select to authenticated using (meeting_id in (select private.my_readable_meetings()));
grant select on public.insight_reviews to authenticated;

-- Members write the document freely: what is of another team is none, and what is no insight of this
-- team was not reviewed. Done once, at the close.
create function private.settle_learning(meeting uuid, content jsonb) returns void
	language plpgsql security definer set search_path = ''
	as $$
	declare
		team uuid;
		said record;
		before text;
	begin
		select m.team_id into team from public.meetings m where m.id = meeting;

		insert into public.insight_subjects (team_id, insight_id, priority_id, assumption_id, element, tagged_by)
		select team, s.id, p.id, a.id, s.element, t.person_id
		from (
			select distinct on (1) (l ->> 'insight_id')::uuid as id, (l ->> 'priority_id')::uuid as priority,
				(l ->> 'assumption_id')::uuid as assumption, l ->> 'element' as element, (l ->> 'tagged_by')::uuid as by
			from jsonb_array_elements(coalesce(content -> 'insight_subjects', '[]')) l
		) s
		join public.insights i on i.id = s.id and i.meeting_id = meeting
		left join public.priorities p on p.id = s.priority and p.team_id = team
		left join public.assumptions a on a.id = s.assumption and a.team_id = team
		left join public.team_members t on t.person_id = s.by and t.team_id = team
		where num_nonnulls(p.id, a.id, s.element) = 1
		on conflict (team_id, insight_id) do nothing;

		for said in
			select distinct on (1) i.id as insight, r ->> 'verdict' as verdict, d.id as decision, p.id as priority,
				o.id as objective, a.id as assumption, r ->> 'element' as element,
				left(coalesce(r ->> 'became', ''), 300) as became, t.person_id as reviewer
			from jsonb_array_elements(coalesce(content -> 'insight_reviews', '[]')) r
			join public.insights i on i.id = (r ->> 'insight_id')::uuid and i.team_id = team
			left join public.decisions d on d.id = (r ->> 'decision_id')::uuid and d.meeting_id = meeting
			left join public.priorities p on p.id = (r ->> 'priority_id')::uuid and p.team_id = team and p.ended_at is null
			left join public.objectives o on o.id = (r ->> 'objective_id')::uuid and o.team_id = team and o.ended_at is null
			left join public.assumptions a on a.id = (r ->> 'assumption_id')::uuid and a.team_id = team and a.ended_at is null
			left join public.team_members t on t.person_id = (r ->> 'reviewed_by')::uuid and t.team_id = team
		loop
			before := coalesce(
				(select p.title from public.priorities p where p.id = said.priority),
				(select o.title from public.objectives o where o.id = said.objective),
				(select a.title from public.assumptions a where a.id = said.assumption),
				(select case said.element when 'what' then l.what when 'why' then l.why when 'how' then l.how
					when 'howMuch' then l.how_much end
				from public.leadership_messages l where l.team_id = team and l.published
				order by l.created_at desc, l.id limit 1),
				'');
			if said.verdict = 'adapt' and said.became ~ '\S' then
				update public.priorities set title = said.became where id = said.priority;
				update public.objectives set title = said.became where id = said.objective;
				update public.assumptions set title = said.became where id = said.assumption;
			elsif said.verdict = 'stop' then
				update public.priorities set ended_at = now(), ended_as = 'parked' where id = said.priority;
				update public.objectives set ended_at = now() where id = said.objective;
				update public.assumptions set ended_at = now() where id = said.assumption;
			end if;
			insert into public.insight_reviews (meeting_id, insight_id, team_id, verdict, decision_id, priority_id, objective_id,
				assumption_id, element, was, became, reviewed_by)
			values (meeting, said.insight, team, said.verdict, said.decision, said.priority, said.objective, said.assumption,
				case when num_nonnulls(said.priority, said.objective, said.assumption) = 0 then said.element end,
				before, said.became, said.reviewer)
			on conflict (meeting_id, insight_id) do nothing;
		end loop;
	end $$;
revoke all on function private.settle_learning(uuid, jsonb) from public, anon, authenticated;

-- Everything that settling consists of, as one more part of it.
alter function private.settle_meeting(uuid, jsonb) rename to settle_meeting_and_suggestions;

create function private.settle_meeting(meeting uuid, content jsonb) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	begin
		if not private.settle_meeting_and_suggestions(meeting, content) then
			return false;
		end if;
		if content ->> 'state' = 'closed' then
			perform private.settle_learning(meeting, content);
		end if;
		return true;
	end $$;
revoke all on function private.settle_meeting(uuid, jsonb) from public, anon, authenticated;

create trigger announce_change after insert or update or delete on public.assumptions
	for each row execute function private.announce_change();
create trigger announce_change after insert or update or delete on public.insight_subjects
	for each row execute function private.announce_change();
