-- Before a meeting whoever owns a metric whose reading lacks gets one mail that asks for it. When is
-- the team's to say, and whether at all also each person's.

alter table public.series
	-- So many working days before the meeting, at this time in the zone of the series; null is never.
	add column asks_days_before smallint default 1 check (asks_days_before between 0 and 5),
	add column asks_at time not null default '09:00';
grant update (asks_days_before, asks_at) on public.series to authenticated;

alter table public.people add column asked_by_mail boolean not null default true;
grant update (asked_by_mail) on public.people to authenticated;

-- One row for each mail that was to be sent, kept so that none is sent twice. It says nothing of
-- what the mail says. A mail is handed over only after its row says `sending`; a server that ends
-- at that moment leaves it `unsure`, which is told in the log and never sent again.
create table private.asking_mails (
	person_id uuid not null references public.people on delete cascade,
	series_id uuid not null references public.series on delete cascade,
	-- The day of the meeting: meetings that nobody has opened are made anew when the rhythm changes.
	occurs_on date not null,
	state text not null default 'waiting'
		check (state in ('waiting', 'sending', 'sent', 'needless', 'failed', 'unsure')),
	tries integer not null default 0,
	next_try_at timestamptz not null default now(),
	changed_at timestamptz not null default now(),
	-- Whoever holds it may switch these mails off for the person, and do nothing else.
	off_key uuid not null default gen_random_uuid() unique,
	primary key (person_id, series_id, occurs_on)
);
create index on private.asking_mails (series_id);
create index on private.asking_mails (next_try_at) where state in ('waiting', 'sending');
alter table private.asking_mails enable row level security;
