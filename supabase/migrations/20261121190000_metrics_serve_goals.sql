-- Which annual goal a metric tells of: a balanced scorecard has one for each goal.
alter table public.metrics
	add column goal_id uuid,
	add constraint metrics_goal_fkey foreign key (goal_id, team_id)
		references public.annual_goals (id, team_id) on delete set null (goal_id);
create index on public.metrics (goal_id, team_id);
grant insert (goal_id), update (goal_id) on public.metrics to authenticated;
