-- What people are told of without asking: the recap at close, words to them, actions, decisions they
-- missed. Each says for every kind how they want it, when they want quiet, and when the digest comes.

create table public.notice_choices (
	person_id uuid not null references public.people on delete cascade,
	kind text not null check (kind in ('recap', 'mention', 'assigned', 'due', 'acknowledge', 'readings', 'invitations')),
	-- Without a row it is as `src/lib/notices/kinds.ts` says.
	channel text not null check (channel in ('mail', 'digest', 'app', 'off')),
	primary key (person_id, kind)
);
alter table public.notice_choices enable row level security;
create policy "People see how they want to be told" on public.notice_choices
	for select to authenticated using (person_id = (select auth.uid()));
create policy "People choose how they are told" on public.notice_choices
	for insert to authenticated with check (person_id = (select auth.uid()));
create policy "People choose anew how they are told" on public.notice_choices
	for update to authenticated
	using (person_id = (select auth.uid())) with check (person_id = (select auth.uid()));
grant select, insert (person_id, kind, channel), update (person_id, kind, channel) on public.notice_choices to authenticated;

create table public.quiet_hours (
	person_id uuid primary key references public.people on delete cascade,
	-- By the clocks of the person; both null is never. They may go past midnight.
	quiet_from time,
	quiet_until time,
	digest_at time not null default '08:00',
	check ((quiet_from is null) = (quiet_until is null) and quiet_from is distinct from quiet_until or quiet_from is null)
);
alter table public.quiet_hours enable row level security;
create policy "People see when they want quiet" on public.quiet_hours
	for select to authenticated using (person_id = (select auth.uid()));
create policy "People say when they want quiet" on public.quiet_hours
	for insert to authenticated with check (person_id = (select auth.uid()));
create policy "People change when they want quiet" on public.quiet_hours
	for update to authenticated
	using (person_id = (select auth.uid())) with check (person_id = (select auth.uid()));
grant select, insert (person_id, quiet_from, quiet_until, digest_at),
	update (person_id, quiet_from, quiet_until, digest_at) on public.quiet_hours to authenticated;

-- One row for each thing somebody was to be told, kept so that nothing is mailed twice; see
-- asking_mails. It says what it is about and never what it says: a mail is made of what its reader may
-- read at the moment it goes.
create table private.notices (
	id uuid primary key default gen_random_uuid(),
	-- Null for a digest, which is of all teams.
	team_id uuid references public.teams on delete cascade,
	person_id uuid not null references public.people on delete cascade,
	kind text not null check (kind in ('recap', 'mention', 'assigned', 'due', 'acknowledge', 'digest')),
	-- The meeting, comment or action; of a digest the person.
	thing uuid not null,
	-- Tells occasions of one thing apart: the day before and the day after.
	occasion text not null default '',
	-- `digest` waits for one; `told` was in another mail of the same day.
	state text not null default 'waiting' check (state in ('waiting', 'digest', 'sending', 'sent', 'told',
		'needless', 'failed', 'refused', 'unsure')),
	digest_id uuid references private.notices on delete set null,
	tries integer not null default 0,
	problem text check (problem in ('address', 'sender', 'login', 'unreachable', 'busy', 'other')),
	code text check (char_length(code) <= 40),
	next_try_at timestamptz not null default now(),
	changed_at timestamptz not null default now(),
	unique (person_id, kind, thing, occasion)
);
create index on private.notices (team_id);
create index on private.notices (digest_id);
create index on private.notices (next_try_at) where state in ('waiting', 'digest', 'sending');
alter table private.notices enable row level security;

-- What a mail said to somebody on a day of theirs, so that no other mail of that day says it again.
create table private.told_things (
	person_id uuid not null references public.people on delete cascade,
	thing uuid not null,
	told_on date not null,
	-- Whose mail it was; another try of the same mail may say it again. Null for the weekly mail.
	notice_id uuid references private.notices on delete cascade,
	primary key (person_id, thing, told_on)
);
create index on private.told_things (notice_id);
alter table private.told_things enable row level security;

-- Whoever holds it may switch one kind of mail off for its person, and do nothing else.
create table private.notice_keys (
	person_id uuid not null references public.people on delete cascade,
	kind text not null,
	off_key uuid not null default gen_random_uuid() unique,
	primary key (person_id, kind)
);
alter table private.notice_keys enable row level security;

-- Whose answer by mail goes to which line of which recap. The address that names it is signed.
create table private.reply_threads (
	id text primary key,
	team_id uuid not null,
	meeting_id uuid not null,
	person_id uuid not null references public.people on delete cascade,
	line_kind text not null,
	line_id uuid not null,
	unique (person_id, meeting_id, line_kind, line_id),
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade
);
create index on private.reply_threads (meeting_id, team_id);
alter table private.reply_threads enable row level security;

-- Answers that were taken, so that a mail server that hands one over twice makes one comment of it.
create table private.mail_answers (
	thread_id text not null references private.reply_threads on delete cascade,
	message_hash text not null,
	taken_at timestamptz not null default now(),
	primary key (thread_id, message_hash)
);
alter table private.mail_answers enable row level security;

-- An action that somebody else gives a person between meetings. What a meeting gives is in its recap.
create function private.notice_assignment() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		if new.owner_id is distinct from auth.uid() and (new.meeting_id is null
				or exists (select from public.meetings m where m.id = new.meeting_id and m.state = 'closed')) then
			insert into private.notices (team_id, person_id, kind, thing, occasion, next_try_at)
			select new.team_id, new.owner_id, 'assigned', new.id, to_char(now() at time zone 'UTC', 'YYYY-MM-DD'), now()
			from public.teams t join public.workspaces w on w.id = t.workspace_id
			where t.id = new.team_id and not w.sample
			on conflict do nothing;
		end if;
		return null;
	end $$;
revoke all on function private.notice_assignment() from public, anon, authenticated;
-- What an import brings along was promised long ago, and is no news.
create trigger notice_promise after insert on public.action_items
	for each row when (new.owner_id is not null and new.done_at is null and new.meeting_id is null
		and new.captured_at > now() - interval '1 day')
	execute function private.notice_assignment();
create trigger notice_assignment after update of owner_id on public.action_items
	for each row when (new.owner_id is not null and new.done_at is null and new.owner_id is distinct from old.owner_id)
	execute function private.notice_assignment();

-- What is to be told and is not yet written down; actions that are due are the server's to find, which
-- knows what day it is for whom. It may run at any time, twice at once.
create function private.gather_notices(at timestamptz) returns void
	language sql security definer set search_path = ''
	as $$
		with members as (
			select m.team_id, m.person_id, m.joined_at, m.role from public.team_members m
			join public.teams t on t.id = m.team_id
			join public.workspaces w on w.id = t.workspace_id
			join public.people p on p.id = m.person_id and p.email <> '' and p.erased_at is null
			where m.left_at is null and not w.sample
		), closed as (
			select g.id, g.team_id, g.closed_at from public.meetings g
			where g.state = 'closed' and g.closed_at <= at and g.closed_at > at - interval '4 days'
		), said as (
			select c.* from public.recap_comments c
			where c.said_at <= at and c.said_at > at - interval '1 day' and c.resolved_at is null
		), found as (
			-- Attendees, absentees and observers.
			select m.team_id, m.person_id, 'recap' as kind, g.id as thing, '' as occasion, g.closed_at as due
			from closed g join members m on m.team_id = g.team_id
			where g.closed_at > at - interval '1 day'
			union all
			select m.team_id, m.person_id, 'mention', c.id, '', c.said_at
			from said c join members m on m.team_id = c.team_id
			where m.person_id is distinct from c.author_id and (
				exists (select from public.comment_mentions x where x.comment_id = c.id and x.person_id = m.person_id)
				or exists (select from public.recap_comments e where e.meeting_id = c.meeting_id and e.line_id = c.line_id
					and e.author_id = m.person_id and e.said_at < c.said_at))
			union all
			-- Two days are enough to read a recap in.
			select m.team_id, m.person_id, 'acknowledge', g.id, '', g.closed_at + interval '2 days'
			from closed g join members m on m.team_id = g.team_id
			where g.closed_at <= at - interval '2 days' and m.joined_at <= g.closed_at and m.role <> 'observer'
				and exists (select from public.decisions d where d.meeting_id = g.id and not d.sealed)
				and not exists (select from public.attendances x where x.meeting_id = g.id and x.person_id = m.person_id)
				and not exists (select from public.recap_sign_offs x where x.meeting_id = g.id and x.person_id = m.person_id)
		)
		insert into private.notices (team_id, person_id, kind, thing, occasion, next_try_at, changed_at)
		select f.team_id, f.person_id, f.kind, f.thing, f.occasion, f.due, at from found f
		on conflict do nothing
	$$;
revoke all on function private.gather_notices(timestamptz) from public, anon, authenticated;

-- Everything the recap mail is made of, as whoever asks may read it, and nothing that is sealed. The job
-- asks in the name of each reader.
create function public.read_recap(of_meeting uuid) returns json
	language sql stable security invoker set search_path = ''
	as $$
		select json_build_object(
			'meeting', json_build_object('id', m.id, 'name', m.name, 'number', m.number, 'occursOn', m.occurs_on),
			'team', json_build_object('id', t.id, 'name', t.name),
			'mayWrite', m.team_id in (select private.my_writing_teams()),
			'people', coalesce((
				select json_agg(json_build_object('id', p.id, 'name', p.name))
				from public.team_members s join public.people p on p.id = s.person_id where s.team_id = m.team_id
			), '[]'),
			'there', coalesce((
				select json_agg(a.person_id) from public.attendances a where a.meeting_id = m.id
			), '[]'),
			'signed', exists (select from public.recap_sign_offs s where s.meeting_id = m.id and s.person_id = auth.uid()),
			'decisions', coalesce((
				select json_agg(json_build_object('id', d.id, 'title', d.title, 'why', d.why, 'owner', d.owner_id)
					order by d.captured_at, d.id)
				from public.decisions d where d.meeting_id = m.id and not d.sealed
			), '[]'),
			'actions', coalesce((
				select json_agg(json_build_object('id', a.id, 'title', a.title, 'owner', a.owner_id, 'due', a.due_on)
					order by a.due_on nulls last, a.id)
				from public.action_items a where a.meeting_id = m.id and not a.sealed
			), '[]'),
			'insights', coalesce((
				select json_agg(json_build_object('id', i.id, 'title', i.title, 'owner', i.captured_by) order by i.captured_at, i.id)
				from public.insights i where i.meeting_id = m.id and not i.sealed
			), '[]'),
			'risks', coalesce((
				select json_agg(json_build_object('id', r.id, 'title', r.title, 'owner', r.owner_id) order by r.captured_at, r.id)
				from public.risks r where r.meeting_id = m.id and not r.sealed
			), '[]'),
			'hotItems', coalesce((
				select json_agg(json_build_object('id', h.id, 'title', h.title, 'state', h.state,
					'finder', h.fact_finder_id, 'backBy', h.back_by) order by h.position)
				from public.hot_items h where h.meeting_id = m.id and not h.sealed
			), '[]'),
			'told', coalesce((
				select json_agg(json_build_object('id', c.id, 'body', c.body, 'audience', c.audience, 'teller', c.teller_id)
					order by c.position)
				from public.cascade_messages c where c.meeting_id = m.id
			), '[]'),
			'ratings', coalesce((
				select json_agg(r.rating order by r.rating) from public.meeting_ratings r where r.meeting_id = m.id
			), '[]'),
			'asked', coalesce((
				select json_agg(json_build_object('id', c.id, 'by', c.author_id, 'body', c.body, 'line', c.line_words)
					order by c.said_at, c.id)
				from public.recap_comments c join public.comment_mentions x on x.comment_id = c.id
				where c.meeting_id = m.id and x.person_id = auth.uid() and c.resolved_at is null
					and not private.is_line_sealed(m.id, c.line_kind, c.line_id)
			), '[]')
		)
		from public.meetings m join public.teams t on t.id = m.team_id
		where m.id = of_meeting and m.state = 'closed'
			and m.id in (select private.my_readable_meetings())
	$$;
revoke all on function public.read_recap(uuid) from public, anon;
grant execute on function public.read_recap(uuid) to authenticated;

-- One thing somebody is told of, as they may read it; null when it is gone, done, settled or not theirs.
create function public.read_notice(kind text, thing uuid) returns json
	language sql stable security invoker set search_path = ''
	as $$
		select json_build_object('team', json_build_object('id', t.id, 'name', t.name), 'words', f.words, 'by', p.name,
			'about', f.about, 'due', f.due, 'meeting', f.meeting, 'line', f.line, 'lineKind', f.line_kind,
			'mayWrite', f.team in (select private.my_writing_teams()))
		from (
			select c.team_id as team, c.body as words, c.author_id as by, c.line_words as about, null::date as due,
				c.meeting_id as meeting, c.line_id as line, c.line_kind as line_kind
			from public.recap_comments c
			where read_notice.kind = 'mention' and c.id = thing and c.resolved_at is null
				and not private.is_line_sealed(c.meeting_id, c.line_kind, c.line_id)
			union all
			select a.team_id, case when a.sealed then '' else a.title end, null::uuid, '', a.due_on, a.meeting_id, a.id, 'action'
			from public.action_items a
			where read_notice.kind in ('due', 'assigned') and a.id = thing and a.done_at is null and a.owner_id = auth.uid()
			union all
			select m.team_id, m.name, null, (
					select string_agg(d.title, chr(10) order by d.captured_at, d.id) from public.decisions d
					where d.meeting_id = m.id and not d.sealed
				), m.occurs_on, m.id, m.id, 'meeting'
			from public.meetings m
			where read_notice.kind = 'acknowledge' and m.id = thing
				and not exists (select from public.recap_sign_offs s where s.meeting_id = m.id and s.person_id = auth.uid())
			union all
			select m.team_id, m.name, null, '', m.occurs_on, m.id, m.id, 'meeting'
			from public.meetings m where read_notice.kind = 'recap' and m.id = thing and m.state = 'closed'
		) f
		join public.teams t on t.id = f.team
		left join public.people p on p.id = f.by
	$$;
revoke all on function public.read_notice(text, uuid) from public, anon;
grant execute on function public.read_notice(text, uuid) to authenticated;

-- How many things need whoever asks in a team, for the number beside Catch up: the same that its page
-- lists. Readings are told with their newest period, because their rule is the scorecard's.
create function public.count_needs(of_team uuid, today date) returns json
	language sql stable security invoker set search_path = ''
	as $$
		select json_build_object(
			'missed', (
				select count(*) from (
					select g.id, g.occurs_on from public.meetings g
					where g.team_id = of_team and g.state = 'closed' order by g.starts_at desc limit 20
				) m
				where m.occurs_on >= today - 30 and m.occurs_on >= (
						select t.joined_at::date from public.team_members t where t.team_id = of_team and t.person_id = auth.uid())
					and not exists (select from public.attendances a where a.meeting_id = m.id and a.person_id = auth.uid())
					and not exists (select from public.recap_sign_offs s where s.meeting_id = m.id and s.person_id = auth.uid())
			),
			'words', (
				select count(*) from public.recap_comments c
				where c.team_id = of_team and c.resolved_at is null and c.author_id is distinct from auth.uid()
					and (exists (select from public.comment_mentions x where x.comment_id = c.id and x.person_id = auth.uid())
						or c.line_id in (select e.line_id from public.recap_comments e
							where e.team_id = of_team and e.author_id = auth.uid()))
					and not exists (select from public.recap_comments e where e.team_id = of_team and e.line_id = c.line_id
						and e.author_id = auth.uid() and e.said_at > c.said_at)
			) + (
				select count(*) from public.message_mentions x where x.team_id = of_team and x.person_id = auth.uid()
			),
			'toTell', (
				select count(*) from public.cascade_messages c join public.meetings g on g.id = c.meeting_id
				where c.team_id = of_team and g.state = 'closed' and g.occurs_on >= today - 21
					and (c.teller_id is null or c.teller_id = auth.uid())
					and not exists (select from public.told_teams t where t.message_id = c.id and t.person_id = auth.uid())
			),
			'due', (
				select count(*) from public.action_items a
				where a.team_id = of_team and a.owner_id = auth.uid() and a.done_at is null and a.due_on <= today + 1
			),
			'readings', coalesce((
				select json_agg(json_build_object('cadence', m.cadence, 'since', m.created_at::date,
					'newest', (select max(r.period) from public.readings r where r.metric_id = m.id)))
				from public.metrics m
				where m.team_id = of_team and m.owner_id = auth.uid() and m.removed_at is null
			), '[]'),
			'off', coalesce((
				select json_agg(c.kind) from public.notice_choices c where c.person_id = auth.uid() and c.channel = 'off'
			), '[]')
		)
	$$;
revoke all on function public.count_needs(uuid, date) from public, anon;
grant execute on function public.count_needs(uuid, date) to authenticated;
