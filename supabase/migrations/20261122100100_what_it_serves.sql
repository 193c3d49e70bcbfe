-- What an action, a decision or a hot item serves: a priority, an objective or a key result. It says
-- so itself, whatever meeting it comes from; what stands above follows from the cascade.

create table public.lineages (
	team_id uuid not null references public.teams on delete cascade,
	-- Plain, because a meeting that is under way may take its row back and bring it again.
	subject_id uuid not null,
	subject text not null check (subject in ('action', 'decision', 'hot item')),
	priority_id uuid,
	objective_id uuid,
	key_result_id uuid,
	linked_by uuid references public.people on delete set null,
	linked_at timestamptz not null default now(),
	primary key (team_id, subject_id),
	check (num_nonnulls(priority_id, objective_id, key_result_id) = 1),
	foreign key (priority_id, team_id) references public.priorities (id, team_id) on delete cascade,
	foreign key (objective_id, team_id) references public.objectives (id, team_id) on delete cascade,
	foreign key (key_result_id, team_id) references public.key_results (id, team_id) on delete cascade
);
create index on public.lineages (priority_id, team_id);
create index on public.lineages (objective_id, team_id);
create index on public.lineages (key_result_id, team_id);
create index on public.lineages (linked_by);

alter table public.lineages enable row level security;
create policy "Everyone in the team reads what serves what" on public.lineages
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members say in their own name what something serves" on public.lineages
	for insert to authenticated
	with check (team_id in (select private.my_writing_teams()) and linked_by = (select auth.uid()));
create policy "Members say anew what something serves" on public.lineages
	for update to authenticated
	using (team_id in (select private.my_writing_teams()))
	with check (team_id in (select private.my_writing_teams()) and linked_by = (select auth.uid()));
create policy "Members unlink" on public.lineages
	for delete to authenticated using (team_id in (select private.my_writing_teams()));
grant select, delete, insert (team_id, subject_id, subject, priority_id, objective_id, key_result_id, linked_by),
	update (team_id, subject_id, subject, priority_id, objective_id, key_result_id, linked_by)
	on public.lineages to authenticated;

create trigger announce_change after insert or update or delete on public.lineages
	for each row execute function private.announce_change();
