-- Live documents: an append-only log of updates per document, compacted into a snapshot. Only the
-- server writes and reads here, over its own connection; no person ever does.

create table private.documents (
	name text primary key,
	team_id uuid not null references public.teams on delete cascade,
	meeting_id uuid references public.meetings on delete cascade,
	-- Every update up to and including this one is inside the snapshot.
	snapshot bytea,
	snapshot_through bigint not null default 0,
	-- A sealed document takes no more updates: its rows are the truth.
	sealed_at timestamptz
);
create index on private.documents (team_id);
create index on private.documents (meeting_id);

create table private.updates (
	id bigint generated always as identity primary key,
	document text not null references private.documents on delete cascade,
	data bytea not null,
	written_at timestamptz not null default now()
);
create index on private.updates (document, id);

-- Without an SMTP server the mails of the embedded set-up land here.
create table private.mailbox (
	id bigint generated always as identity primary key,
	recipient text not null,
	subject text not null,
	body text not null,
	sent_at timestamptz not null default now()
);

alter table private.documents enable row level security;
alter table private.updates enable row level security;
alter table private.mailbox enable row level security;

-- Says what kind of thing changed in which team, never the content. Pages that listen ask again
-- with their own rights.
create function private.announce_change() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	declare
		changed record;
	begin
		changed := case when tg_op = 'DELETE' then old else new end;
		perform pg_notify('changes', json_build_object('team', changed.team_id, 'kind', tg_table_name)::text);
		return null;
	end $$;

do $$
declare
	watched text;
begin
	foreach watched in array array['team_members', 'metrics', 'readings', 'priorities', 'objectives',
		'leadership_messages', 'meetings', 'action_items', 'series', 'formats']
	loop
		execute format(
			'create trigger announce_change after insert or update or delete on public.%I
				for each row execute function private.announce_change()', watched);
	end loop;
end $$;

-- Settles what the document of a meeting says into rows. Ids are minted in the document, so
-- settling the same content twice changes nothing; what was removed from the document is removed
-- from the rows. A sealed meeting is never settled again. Members write the document freely, so
-- people it names who never sat in the team become nobody, and rows of other meetings stay as
-- they are, whatever ids it claims.
create function private.settle_meeting(meeting uuid, content jsonb) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	declare
		team uuid;
		series_of uuid;
	begin
		select m.team_id, m.series_id into team, series_of from public.meetings m
		where m.id = meeting and m.state not in ('closed', 'cancelled') for update;
		if team is null then
			return false;
		end if;

		update public.meetings m set
			state = content ->> 'state',
			chair_id = (select p.person_id from public.team_members p where p.team_id = team and p.person_id = (content ->> 'chair')::uuid),
			opened_at = (content ->> 'opened_at')::timestamptz,
			closed_at = (content ->> 'closed_at')::timestamptz,
			settled_at = now()
		where m.id = meeting;

		delete from public.agenda_segments where meeting_id = meeting
			and id not in (select (s ->> 'id')::uuid from jsonb_array_elements(content -> 'segments') s);
		insert into public.agenda_segments (id, meeting_id, team_id, position, kind, title, planned_minutes, spent_ms)
		select (s ->> 'id')::uuid, meeting, team, (s ->> 'position')::int, s ->> 'kind', s ->> 'title',
			(s ->> 'planned_minutes')::int, (s ->> 'spent_ms')::bigint
		from jsonb_array_elements(content -> 'segments') s
		on conflict (id) do update set position = excluded.position, kind = excluded.kind, title = excluded.title,
			planned_minutes = excluded.planned_minutes, spent_ms = excluded.spent_ms
			where public.agenda_segments.meeting_id = excluded.meeting_id;

		insert into public.attendances (meeting_id, person_id, team_id, arrived_at, check_in)
		select meeting, p.person_id, team, (s ->> 'arrived_at')::timestamptz, s ->> 'check_in'
		from jsonb_array_elements(content -> 'attendances') s
		join public.team_members p on p.team_id = team and p.person_id = (s ->> 'person_id')::uuid
		on conflict (meeting_id, person_id) do update set check_in = excluded.check_in;

		delete from public.hot_items where meeting_id = meeting
			and id not in (select (s ->> 'id')::uuid from jsonb_array_elements(content -> 'hot_items') s);
		insert into public.hot_items (id, meeting_id, team_id, series_id, position, title, question, kind, wants, state,
			source, planned_minutes, spent_ms, votes, raised_by, fact_finder_id, back_by, continues)
		select (s ->> 'id')::uuid, meeting, team, series_of, (s ->> 'position')::int, s ->> 'title', s ->> 'question',
			s ->> 'kind', s ->> 'wants', s ->> 'state', s ->> 'source', (s ->> 'planned_minutes')::int,
			(s ->> 'spent_ms')::bigint, (s ->> 'votes')::int, p.person_id, f.person_id, (s ->> 'back_by')::date, (s ->> 'continues')::uuid
		from jsonb_array_elements(content -> 'hot_items') s
		left join public.team_members p on p.team_id = team and p.person_id = (s ->> 'raised_by')::uuid
		left join public.team_members f on f.team_id = team and f.person_id = (s ->> 'fact_finder_id')::uuid
		on conflict (id) do update set position = excluded.position, title = excluded.title, question = excluded.question,
			kind = excluded.kind, wants = excluded.wants, state = excluded.state, source = excluded.source,
			planned_minutes = excluded.planned_minutes, spent_ms = excluded.spent_ms, votes = excluded.votes,
			raised_by = excluded.raised_by, fact_finder_id = excluded.fact_finder_id, back_by = excluded.back_by
			where public.hot_items.meeting_id = excluded.meeting_id;

		delete from public.notes where meeting_id = meeting
			and id not in (select (s ->> 'id')::uuid from jsonb_array_elements(content -> 'notes') s);
		insert into public.notes (id, meeting_id, team_id, segment_id, hot_item_id, position, body, author_id, written_at)
		select (s ->> 'id')::uuid, meeting, team, (s ->> 'segment_id')::uuid, (s ->> 'hot_item_id')::uuid,
			(s ->> 'position')::int, s ->> 'body', p.person_id, (s ->> 'written_at')::timestamptz
		from jsonb_array_elements(content -> 'notes') s
		left join public.team_members p on p.team_id = team and p.person_id = (s ->> 'author_id')::uuid
		on conflict (id) do update set position = excluded.position, body = excluded.body
			where public.notes.meeting_id = excluded.meeting_id;

		delete from public.decisions where meeting_id = meeting
			and id not in (select (s ->> 'id')::uuid from jsonb_array_elements(content -> 'decisions') s);
		insert into public.decisions (id, meeting_id, team_id, segment_id, hot_item_id, note_id, title, owner_id, captured_by, captured_at)
		select (s ->> 'id')::uuid, meeting, team, (s ->> 'segment_id')::uuid, (s ->> 'hot_item_id')::uuid, (s ->> 'note_id')::uuid,
			s ->> 'title', o.person_id, c.person_id, (s ->> 'captured_at')::timestamptz
		from jsonb_array_elements(content -> 'decisions') s
		left join public.team_members o on o.team_id = team and o.person_id = (s ->> 'owner_id')::uuid
		left join public.team_members c on c.team_id = team and c.person_id = (s ->> 'captured_by')::uuid
		on conflict (id) do update set title = excluded.title, owner_id = excluded.owner_id
			where public.decisions.meeting_id = excluded.meeting_id;

		delete from public.action_items where meeting_id = meeting
			and id not in (select (s ->> 'id')::uuid from jsonb_array_elements(content -> 'actions') s);
		insert into public.action_items (id, meeting_id, team_id, segment_id, hot_item_id, note_id, title, owner_id, due_on, captured_by, captured_at)
		select (s ->> 'id')::uuid, meeting, team, (s ->> 'segment_id')::uuid, (s ->> 'hot_item_id')::uuid, (s ->> 'note_id')::uuid,
			s ->> 'title', o.person_id, (s ->> 'due_on')::date, c.person_id, (s ->> 'captured_at')::timestamptz
		from jsonb_array_elements(content -> 'actions') s
		left join public.team_members o on o.team_id = team and o.person_id = (s ->> 'owner_id')::uuid
		left join public.team_members c on c.team_id = team and c.person_id = (s ->> 'captured_by')::uuid
		on conflict (id) do update set title = excluded.title, owner_id = excluded.owner_id, due_on = excluded.due_on
			where public.action_items.meeting_id = excluded.meeting_id;

		delete from public.insights where meeting_id = meeting
			and id not in (select (s ->> 'id')::uuid from jsonb_array_elements(content -> 'insights') s);
		insert into public.insights (id, meeting_id, team_id, segment_id, hot_item_id, note_id, title, captured_by, captured_at)
		select (s ->> 'id')::uuid, meeting, team, (s ->> 'segment_id')::uuid, (s ->> 'hot_item_id')::uuid, (s ->> 'note_id')::uuid,
			s ->> 'title', c.person_id, (s ->> 'captured_at')::timestamptz
		from jsonb_array_elements(content -> 'insights') s
		left join public.team_members c on c.team_id = team and c.person_id = (s ->> 'captured_by')::uuid
		on conflict (id) do update set title = excluded.title
			where public.insights.meeting_id = excluded.meeting_id;

		delete from public.risks where meeting_id = meeting
			and id not in (select (s ->> 'id')::uuid from jsonb_array_elements(content -> 'risks') s);
		insert into public.risks (id, meeting_id, team_id, segment_id, hot_item_id, note_id, title, owner_id, captured_by, captured_at)
		select (s ->> 'id')::uuid, meeting, team, (s ->> 'segment_id')::uuid, (s ->> 'hot_item_id')::uuid, (s ->> 'note_id')::uuid,
			s ->> 'title', o.person_id, c.person_id, (s ->> 'captured_at')::timestamptz
		from jsonb_array_elements(content -> 'risks') s
		left join public.team_members o on o.team_id = team and o.person_id = (s ->> 'owner_id')::uuid
		left join public.team_members c on c.team_id = team and c.person_id = (s ->> 'captured_by')::uuid
		on conflict (id) do update set title = excluded.title, owner_id = excluded.owner_id
			where public.risks.meeting_id = excluded.meeting_id;

		-- Only a new answer changes the action: its owner may have finished it since the last one.
		update public.action_items a set done_at = case when (s ->> 'done')::boolean then coalesce(a.done_at, now()) end
		from jsonb_array_elements(content -> 'action_reviews') s
		left join public.action_reviews r on r.meeting_id = meeting and r.action_id = (s ->> 'action_id')::uuid
		where a.id = (s ->> 'action_id')::uuid and a.team_id = team and a.meeting_id <> meeting
			and r.done is distinct from (s ->> 'done')::boolean;
		-- An action of another team cannot be reviewed here, whatever the document claims.
		delete from public.action_reviews where meeting_id = meeting
			and action_id not in (select (s ->> 'action_id')::uuid from jsonb_array_elements(content -> 'action_reviews') s);
		insert into public.action_reviews (meeting_id, action_id, team_id, done, note, reviewed_by)
		select meeting, a.id, team, (s ->> 'done')::boolean, s ->> 'note', p.person_id
		from jsonb_array_elements(content -> 'action_reviews') s
		join public.action_items a on a.id = (s ->> 'action_id')::uuid and a.team_id = team and a.meeting_id <> meeting
		left join public.team_members p on p.team_id = team and p.person_id = (s ->> 'reviewed_by')::uuid
		on conflict (meeting_id, action_id) do update
			set done = excluded.done, note = excluded.note, reviewed_by = excluded.reviewed_by;

		delete from public.status_checks where meeting_id = meeting
			and subject_id not in (select (s ->> 'subject_id')::uuid from jsonb_array_elements(content -> 'status_checks') s);
		insert into public.status_checks (meeting_id, subject_id, subject, team_id, on_track, checked_by)
		select meeting, (s ->> 'subject_id')::uuid, s ->> 'subject', team, (s ->> 'on_track')::boolean, p.person_id
		from jsonb_array_elements(content -> 'status_checks') s
		left join public.team_members p on p.team_id = team and p.person_id = (s ->> 'checked_by')::uuid
		where exists (select from public.priorities x where x.id = (s ->> 'subject_id')::uuid and x.team_id = team)
			or exists (select from public.objectives x where x.id = (s ->> 'subject_id')::uuid and x.team_id = team)
		on conflict (meeting_id, subject_id) do update
			set on_track = excluded.on_track, checked_by = excluded.checked_by;

		delete from public.cascade_messages where meeting_id = meeting
			and id not in (select (s ->> 'id')::uuid from jsonb_array_elements(content -> 'cascade') s);
		insert into public.cascade_messages (id, meeting_id, team_id, position, audience, body, teller_id)
		select (s ->> 'id')::uuid, meeting, team, (s ->> 'position')::int, s ->> 'audience', s ->> 'body', p.person_id
		from jsonb_array_elements(content -> 'cascade') s
		left join public.team_members p on p.team_id = team and p.person_id = (s ->> 'teller_id')::uuid
		on conflict (id) do update set position = excluded.position, audience = excluded.audience, body = excluded.body,
			teller_id = excluded.teller_id
			where public.cascade_messages.meeting_id = excluded.meeting_id;

		if content ->> 'state' = 'closed' then
			update public.meetings m set ratings_revealed_at = coalesce(m.ratings_revealed_at, now()) where m.id = meeting;
			update private.documents d set sealed_at = now() where d.meeting_id = meeting and d.sealed_at is null;
		end if;
		return true;
	end $$;
