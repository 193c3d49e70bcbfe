-- What a team gives a quarter to: the pillar that needs it most, as the six pillars suggest it and the
-- team chooses it. Of several for one quarter the newest counts.

create table public.quarter_themes (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	-- Its first day.
	quarter date not null check (quarter = date_trunc('quarter', quarter)::date),
	pillar text not null check (pillar in ('strategy', 'leadership', 'metrics', 'structure', 'people', 'market')),
	-- What the pillar stood at when it was chosen, of 100.
	score smallint check (score between 0 and 100),
	chosen_by uuid references public.people on delete set null,
	chosen_at timestamptz not null default now()
);
create index on public.quarter_themes (team_id, quarter, chosen_at desc);
create index on public.quarter_themes (chosen_by);
alter table public.quarter_themes enable row level security;
create policy "Everyone in the team reads its themes" on public.quarter_themes
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members choose a theme in their own name" on public.quarter_themes
	for insert to authenticated
	with check (team_id in (select private.my_writing_teams()) and chosen_by = (select auth.uid()));
grant select, insert (id, team_id, quarter, pillar, score, chosen_by) on public.quarter_themes to authenticated;
create trigger announce_change after insert on public.quarter_themes
	for each row execute function private.announce_change();
