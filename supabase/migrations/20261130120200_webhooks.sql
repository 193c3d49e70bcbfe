-- What other systems are told: addresses of a team that get a message when something happens, signed,
-- or as a post in Slack or Microsoft Teams. Each message waits here until it is delivered, and the
-- log of it stays for thirty days.

create table public.webhooks (
	id uuid primary key default gen_random_uuid(),
	team_id uuid not null references public.teams on delete cascade,
	name text not null check (name <> '' and char_length(name) <= 80),
	kind text not null check (kind in ('signed', 'slack', 'teams')),
	url text not null check (url ~ '^https?://' and char_length(url) <= 1000),
	-- What it is told of.
	events text[] not null check (events <@ array['meeting.started', 'meeting.closed', 'hot_item.raised', 'hot_item.ended']
		and cardinality(events) between 1 and 4),
	-- What messages are signed with (Standard Webhooks); nobody reads it again.
	secret text not null default '' check (char_length(secret) <= 100),
	made_by uuid references public.people on delete set null,
	made_at timestamptz not null default now(),
	stopped_at timestamptz,
	stopped_because text not null default '' check (char_length(stopped_because) <= 300),
	unique (id, team_id)
);
create index on public.webhooks (team_id);
create index on public.webhooks (made_by);
alter table public.webhooks enable row level security;
create policy "Admins see the webhooks of their teams" on public.webhooks
	for select to authenticated using (team_id in (select private.my_admin_teams()));
create policy "Admins add webhooks in their own name" on public.webhooks
	for insert to authenticated
	with check (team_id in (select private.my_admin_teams()) and made_by = (select auth.uid()));
create policy "Admins stop webhooks and start them again" on public.webhooks
	for update to authenticated
	using (team_id in (select private.my_admin_teams())) with check (team_id in (select private.my_admin_teams()));
create policy "Admins remove webhooks" on public.webhooks
	for delete to authenticated using (team_id in (select private.my_admin_teams()));
grant select (id, team_id, name, kind, url, events, made_by, made_at, stopped_at, stopped_because),
	insert (id, team_id, name, kind, url, events, secret, made_by), update (stopped_at, stopped_because), delete
	on public.webhooks to authenticated;

create table public.webhook_deliveries (
	id uuid primary key default gen_random_uuid(),
	webhook_id uuid not null,
	team_id uuid not null,
	event text not null,
	-- The meeting or hot item it tells of; each is told once.
	subject_id uuid not null,
	-- What was sent, made at the first try and sent again as it was.
	body text,
	state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed', 'dropped')),
	tries integer not null default 0,
	next_try_at timestamptz not null default now(),
	-- One node at a time sends it.
	sending_until timestamptz,
	-- What the other side answered, or what kept the message from it.
	status integer,
	problem text not null default '' check (char_length(problem) <= 300),
	made_at timestamptz not null default now(),
	done_at timestamptz,
	unique (webhook_id, event, subject_id),
	foreign key (webhook_id, team_id) references public.webhooks (id, team_id) on delete cascade
);
create index on public.webhook_deliveries (webhook_id, team_id, made_at desc);
create index on public.webhook_deliveries (next_try_at) where state = 'waiting';
alter table public.webhook_deliveries enable row level security;
create policy "Admins see what was told to whom" on public.webhook_deliveries
	for select to authenticated using (team_id in (select private.my_admin_teams()));
grant select (id, webhook_id, team_id, event, subject_id, body, state, tries, next_try_at, status, problem, made_at, done_at)
	on public.webhook_deliveries to authenticated;

-- Puts a message on its way for each webhook of the team that wants it. Its words are written when it
-- is sent: a trigger that fails would keep a meeting from being settled.
create function private.tell_webhooks(team uuid, said text, subject uuid) returns void
	language sql security definer set search_path = ''
	as $$
		insert into public.webhook_deliveries (webhook_id, team_id, event, subject_id)
		select w.id, w.team_id, said, subject from public.webhooks w
		where w.team_id = team and w.stopped_at is null and said = any (w.events)
		on conflict (webhook_id, event, subject_id) do nothing
	$$;
revoke all on function private.tell_webhooks(uuid, text, uuid) from public, anon, authenticated;

create function private.tell_of_meeting() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		if new.state = 'live' and old.state = 'draft' then
			perform private.tell_webhooks(new.team_id, 'meeting.started', new.id);
		elsif new.state = 'closed' and old.state <> 'closed' then
			perform private.tell_webhooks(new.team_id, 'meeting.closed', new.id);
		end if;
		return null;
	end $$;
create trigger tell_of_meeting after update of state on public.meetings
	for each row when (old.state is distinct from new.state) execute function private.tell_of_meeting();

create function private.tell_of_hot_item() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		-- Settled rows stay as they are when they are settled again; only what is new is news.
		if tg_op = 'INSERT' then
			perform private.tell_webhooks(new.team_id, 'hot_item.raised', new.id);
		end if;
		if new.state <> 'open' and (tg_op = 'INSERT' or old.state = 'open') then
			perform private.tell_webhooks(new.team_id, 'hot_item.ended', new.id);
		end if;
		return null;
	end $$;
create trigger tell_of_hot_item after insert or update of state on public.hot_items
	for each row execute function private.tell_of_hot_item();

-- Sends a message again as it was, whatever became of it; a test tells of nothing but itself.
create function public.replay_delivery(delivery uuid) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	begin
		update public.webhook_deliveries d set state = 'waiting', tries = 0, next_try_at = now(),
			sending_until = null, status = null, problem = '', done_at = null
		where d.id = delivery and d.state <> 'waiting' and d.team_id in (select private.my_admin_teams());
		return found;
	end $$;
create function public.test_webhook(webhook uuid) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	begin
		insert into public.webhook_deliveries (webhook_id, team_id, event, subject_id)
		select w.id, w.team_id, 'test', gen_random_uuid() from public.webhooks w
		where w.id = webhook and w.stopped_at is null and w.team_id in (select private.my_admin_teams());
		return found;
	end $$;
grant execute on function public.replay_delivery(uuid), public.test_webhook(uuid) to authenticated;

create trigger announce_change after insert or update or delete on public.webhooks
	for each row execute function private.announce_change();
create trigger announce_change after insert or update on public.webhook_deliveries
	for each row execute function private.announce_change();
