-- Once a week whoever is to know how the team stands gets one mail. When and who is the team's to
-- say; each reader may choose another time, switch it off, or be away.

alter table public.teams
	-- 1 for Monday to 7 for Sunday, at this time in the zone of each reader.
	add column alerts_weekday smallint not null default 1 check (alerts_weekday between 1 and 7),
	add column alerts_at time not null default '08:00',
	add column alerts_to text not null default 'leadership'
		check (alerts_to in ('leadership', 'owners', 'everyone', 'nobody'));
grant update (alerts_weekday, alerts_at, alerts_to) on public.teams to authenticated;

alter table public.people
	-- The first and the last day away; no weekly mail comes in between.
	add column away_from date,
	add column away_until date,
	add constraint people_are_away_from_a_day_to_a_day
		check ((away_from is null) = (away_until is null) and away_until >= away_from);
grant update (away_from, away_until) on public.people to authenticated;

-- Pages that say who is away, and when it is eight where they live, follow it.
create function private.announce_person() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		perform pg_notify('changes', json_build_object('team', m.team_id, 'kind', tg_table_name)::text)
		from public.team_members m where m.person_id = new.id and m.left_at is null;
		return null;
	end $$;
revoke all on function private.announce_person() from public, anon, authenticated;
create trigger announce_person after update of away_from, away_until, time_zone on public.people
	for each row execute function private.announce_person();

-- What one reader wants otherwise; without a row, or where it is null, it is as the team says.
create table public.weekly_mail_choices (
	team_id uuid not null,
	person_id uuid not null,
	wants boolean not null default true,
	weekday smallint check (weekday between 1 and 7),
	send_at time,
	primary key (team_id, person_id),
	check ((weekday is null) = (send_at is null)),
	foreign key (team_id, person_id) references public.team_members (team_id, person_id) on delete cascade
);
create index on public.weekly_mail_choices (person_id);
alter table public.weekly_mail_choices enable row level security;
create policy "Everyone in the team sees who gets its weekly mail" on public.weekly_mail_choices
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "People choose for themselves" on public.weekly_mail_choices
	for insert to authenticated
	with check (team_id in (select private.my_teams()) and person_id = (select auth.uid()));
create policy "People choose anew for themselves" on public.weekly_mail_choices
	for update to authenticated
	using (person_id = (select auth.uid()))
	with check (team_id in (select private.my_teams()) and person_id = (select auth.uid()));
grant select, insert (team_id, person_id, wants, weekday, send_at),
	update (team_id, person_id, wants, weekday, send_at) on public.weekly_mail_choices to authenticated;

-- Days on which the team does not work; a mail of such a day comes on the next working day.
create table public.days_off (
	team_id uuid not null references public.teams on delete cascade,
	day date not null,
	name text not null default '' check (char_length(name) <= 80),
	primary key (team_id, day)
);
alter table public.days_off enable row level security;
create policy "Everyone in the team sees its days off" on public.days_off
	for select to authenticated using (team_id in (select private.my_teams()));
create policy "Members add days off" on public.days_off
	for insert to authenticated with check (team_id in (select private.my_writing_teams()));
create policy "Members take days off away" on public.days_off
	for delete to authenticated using (team_id in (select private.my_writing_teams()));
grant select, insert (team_id, day, name), delete on public.days_off to authenticated;

-- One row for each mail that was to be sent, kept so that none is sent twice: whoever has its job,
-- which pg-boss hands out and tries again, says 'sending' here before it sends. It says nothing of
-- what the mail says. What a mail server refused for good is not tried again.
create table private.weekly_mails (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	person_id uuid not null references public.people on delete cascade,
	-- The Monday of the week it is about.
	week date not null check (extract(isodow from week) = 1),
	due_at timestamptz not null,
	state text not null default 'waiting'
		check (state in ('waiting', 'sending', 'sent', 'needless', 'failed', 'refused', 'unsure', 'bounced')),
	tries integer not null default 0,
	-- What went wrong at the last try: the address, the sender, the login, the way there, or else.
	problem text check (problem in ('address', 'sender', 'login', 'unreachable', 'busy', 'other')),
	-- The reply code of the mail server, or that of the network; never its words, which name addresses.
	code text check (char_length(code) <= 40),
	-- When it was made a job, in the same transaction; what has none yet is found by any server.
	queued_at timestamptz,
	next_try_at timestamptz not null default now(),
	changed_at timestamptz not null default now(),
	unique (team_id, person_id, week)
);
create index on private.weekly_mails (person_id, changed_at desc);
create index on private.weekly_mails (person_id) where state = 'bounced';
create index on private.weekly_mails (due_at) where state = 'waiting' and queued_at is null;
alter table private.weekly_mails enable row level security;

-- Whoever holds the key may switch the mail off for its person, and do nothing else. It is the same
-- in every mail, so that it works in an old one too.
create table private.weekly_mail_keys (
	team_id uuid not null,
	person_id uuid not null,
	off_key uuid not null default gen_random_uuid() unique,
	primary key (team_id, person_id),
	foreign key (team_id, person_id) references public.team_members (team_id, person_id) on delete cascade
);
create index on private.weekly_mail_keys (person_id);
alter table private.weekly_mail_keys enable row level security;

create trigger announce_change after insert or update or delete on public.weekly_mail_choices
	for each row execute function private.announce_change();
create trigger announce_change after insert or update or delete on public.days_off
	for each row execute function private.announce_change();
create trigger announce_change after insert or update of state on private.weekly_mails
	for each row execute function private.announce_change();

-- The log as the team may see it: to whom, when, and what became of it.
create function private.read_weekly_mails(of_team uuid) returns json
	language sql stable security definer set search_path = ''
	as $$
		select coalesce(json_agg(json_build_object('id', l.id, 'person', l.person_id, 'week', l.week,
			'dueAt', l.due_at, 'state', l.state, 'tries', l.tries, 'problem', l.problem, 'code', l.code,
			'nextTryAt', l.next_try_at, 'changedAt', l.changed_at)), '[]')
		from (
			select w.* from private.weekly_mails w
			where w.team_id = of_team and of_team in (select private.my_teams())
			order by w.week desc, w.due_at desc, w.id limit 60
		) l
	$$;
revoke all on function private.read_weekly_mails(uuid) from public, anon;
grant execute on function private.read_weekly_mails(uuid) to authenticated;
create function public.read_weekly_mails(of_team uuid) returns json
	language sql stable security invoker set search_path = ''
	as $$ select private.read_weekly_mails(of_team) $$;
revoke all on function public.read_weekly_mails(uuid) from public, anon;
grant execute on function public.read_weekly_mails(uuid) to authenticated;

-- Has a mail that was given up, refused or came back tried again. False when it is neither, or not this admin's
-- to say; one that may have gone out is never sent again.
create function private.retry_weekly_mail(mail uuid) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	begin
		update private.weekly_mails w set state = 'waiting', tries = 0, queued_at = null, next_try_at = now(),
			changed_at = now()
		where w.id = mail and w.state in ('failed', 'refused', 'bounced')
			and w.team_id in (select private.my_admin_teams());
		return found;
	end $$;
revoke all on function private.retry_weekly_mail(uuid) from public, anon;
grant execute on function private.retry_weekly_mail(uuid) to authenticated;
create function public.retry_weekly_mail(mail uuid) returns boolean
	language sql security invoker set search_path = ''
	as $$ select private.retry_weekly_mail(mail) $$;
revoke all on function public.retry_weekly_mail(uuid) from public, anon;
grant execute on function public.retry_weekly_mail(uuid) to authenticated;

-- Everything the weekly mail is made of, as whoever asks may read it. The job that sends the mails
-- asks in the name of each reader, so that nothing is mailed to anybody who could not open it.
create function public.read_week(of_team uuid, today date) returns json
	language sql stable security invoker set search_path = ''
	as $$
		select json_build_object(
			'team', json_build_object('id', t.id, 'name', t.name),
			'people', coalesce((
				select json_agg(json_build_object('id', p.id, 'name', p.name, 'isHere', m.left_at is null))
				from public.team_members m join public.people p on p.id = m.person_id where m.team_id = of_team
			), '[]'),
			'priorities', coalesce((
				select json_agg(json_build_object('id', p.id, 'title', p.title, 'owner', p.owner_id,
					'call', (
						select json_build_object('onTrack', c.on_track, 'on', m.occurs_on)
						from public.status_checks c join public.meetings m on m.id = c.meeting_id
						where c.subject_id = p.id and m.state = 'closed' order by m.occurs_on desc limit 1
					),
					'milestones', coalesce((
						select json_agg(json_build_object('title', s.title, 'due', s.due_on, 'doneOn', s.done_on)
							order by s.position, s.due_on, s.id)
						from public.milestones s where s.priority_id = p.id and s.removed_at is null
					), '[]'),
					'health', coalesce((
						select json_agg(json_build_object('week', h.week, 'score', h.score) order by h.week desc)
						from (
							select x.week, x.score from public.health_snapshots x
							where x.priority_id = p.id and x.week <= today order by x.week desc limit 2
						) h
					), '[]')
				) order by p.position, p.created_at)
				from public.priorities p where p.team_id = of_team and p.ended_at is null
			), '[]'),
			'actions', coalesce((
				select json_agg(json_build_object('title', a.title, 'owner', a.owner_id, 'due', a.due_on)
					order by a.due_on nulls last, a.id)
				from public.action_items a where a.team_id = of_team and a.done_at is null
			), '[]'),
			'risks', coalesce((
				select json_agg(json_build_object('title', r.title, 'priority', p.title, 'likelihood', r.likelihood,
					'impact', r.impact, 'owner', r.owner_id, 'reviewOn', r.review_on) order by r.review_on nulls last, r.id)
				from public.priority_risks r join public.priorities p on p.id = r.priority_id
				where r.team_id = of_team and r.closed_on is null and r.removed_at is null and p.ended_at is null
			), '[]'),
			'insights', coalesce((
				select json_agg(json_build_object('title', i.title, 'by', i.captured_by, 'on', i.occurs_on))
				from (
					select n.title, n.captured_by, m.occurs_on from public.insights n
					join public.meetings m on m.id = n.meeting_id
					where n.team_id = of_team and m.state = 'closed' and n.captured_at >= today - 7
					order by n.captured_at desc, n.id limit 5
				) i
			), '[]'),
			'meetings', coalesce((
				select json_agg(json_build_object('on', m.occurs_on, 'insights', m.insights) order by m.occurs_on desc)
				from (
					select g.occurs_on, (select count(*)::int from public.insights n where n.meeting_id = g.id) as insights
					from public.meetings g where g.team_id = of_team and g.state = 'closed'
					order by g.occurs_on desc limit 4
				) m
			), '[]'),
			'message', (
				select json_build_object('what', l.what, 'why', l.why, 'how', l.how, 'howMuch', l.how_much)
				from public.leadership_messages l where l.team_id = of_team and l.published
				order by l.created_at desc, l.id limit 1
			),
			'recall', (
				select json_build_object('on', (r.revealed_at at time zone 'UTC')::date,
					'message', json_build_object('what', l.what, 'why', l.why, 'how', l.how, 'howMuch', l.how_much),
					'answers', coalesce((
						select json_agg(json_build_object('person', a.person_id, 'what', a.what, 'why', a.why,
							'how', a.how, 'howMuch', a.how_much))
						from public.recall_answers a where a.round_id = r.id
					), '[]'))
				from public.recall_rounds r join public.leadership_messages l on l.id = r.message_id
				where r.team_id = of_team and r.revealed_at is not null order by r.revealed_at desc limit 1
			)
		)
		from public.teams t where t.id = of_team and t.id in (select private.my_teams())
	$$;
revoke all on function public.read_week(uuid, date) from public, anon;
grant execute on function public.read_week(uuid, date) to authenticated;
