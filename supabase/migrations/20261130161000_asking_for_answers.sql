-- Whoever is asked in a blind round gets one mail that says so, and the admins of a team one when the
-- accountability chart is due for its quarterly review. One row for each mail that was to be sent, so
-- that none is sent twice. It says nothing of what anybody answers, nor whether: everybody asked has a
-- row, and those of a round go once it is revealed.

create table private.wanted_mails (
	-- Whoever holds it may switch these mails off for the person, and do nothing else.
	off_key uuid primary key default gen_random_uuid(),
	person_id uuid not null references public.people on delete cascade,
	team_id uuid not null references public.teams on delete cascade,
	-- The round; null for the review of the chart.
	round_id uuid references public.blind_rounds on delete cascade,
	-- Of the chart: the day it was last signed, or begun; the next review is another mail.
	since date,
	state text not null default 'waiting'
		check (state in ('waiting', 'sending', 'sent', 'needless', 'failed', 'unsure')),
	tries integer not null default 0,
	next_try_at timestamptz not null default now(),
	changed_at timestamptz not null default now(),
	check (num_nonnulls(round_id, since) = 1),
	unique nulls not distinct (person_id, team_id, round_id, since)
);
create index on private.wanted_mails (team_id);
create index on private.wanted_mails (round_id);
create index on private.wanted_mails (next_try_at) where state in ('waiting', 'sending');
alter table private.wanted_mails enable row level security;
