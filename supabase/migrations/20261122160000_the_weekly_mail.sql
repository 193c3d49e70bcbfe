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

-- Has a mail that was given up, refused or came back tried again. False when it is none of these, or not
-- this admin's to say; one that may have gone out is never sent again.
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
