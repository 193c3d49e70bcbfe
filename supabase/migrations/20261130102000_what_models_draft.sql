-- What a model was asked for outside a live room, and what it drafted: from a transcript, for the recap,
-- about a goal, about answers from memory. Each item waits for a person, who accepts it in whatever
-- words they like or dismisses it; accepting does the thing.

create table public.drafts (
	id uuid primary key,
	team_id uuid not null references public.teams on delete cascade,
	-- Null where it is about no meeting.
	meeting_id uuid,
	task text not null check (task in ('transcript', 'recap', 'challenge', 'compare')),
	-- The objective, the key result or the recall round it is about.
	subject_id uuid,
	state text not null default 'running' check (state in ('running', 'done', 'cancelled', 'failed')),
	problem text not null default '' check (char_length(problem) <= 300),
	model text not null default '' check (char_length(model) <= 120),
	prompt_version text not null default '' check (char_length(prompt_version) <= 40),
	-- All that the model was given: kind, id and a hash of what each said.
	inputs jsonb not null default '[]' check (jsonb_typeof(inputs) = 'array'),
	asked_by uuid references public.people on delete set null,
	asked_at timestamptz not null default now(),
	unique (id, team_id),
	foreign key (meeting_id, team_id) references public.meetings (id, team_id) on delete cascade
);
create index on public.drafts (team_id, subject_id);
create index on public.drafts (meeting_id, team_id);
create index on public.drafts (asked_by);

create table public.draft_items (
	id uuid primary key, -- and the id of what it becomes
	draft_id uuid not null,
	team_id uuid not null,
	position integer not null,
	kind text not null check (kind in ('insight', 'decision', 'action', 'recap', 'cascade', 'challenge', 'agreement', 'difference')),
	words text not null check (words <> '' and char_length(words) <= 4000),
	why text not null default '' check (char_length(why) <= 500),
	-- Whom a message is for, or the wording a challenge leads to.
	extra text not null default '' check (char_length(extra) <= 500),
	owner_id uuid references public.people on delete set null,
	due_on date,
	-- What it rests on: kind, id and words.
	cites jsonb not null default '[]' check (jsonb_typeof(cites) = 'array'),
	answer text not null default 'open' check (answer in ('open', 'accepted', 'dismissed')),
	kept text not null default '' check (char_length(kept) <= 4000),
	answered_by uuid references public.people on delete set null,
	answered_at timestamptz,
	-- Of a summary that was accepted and then worded anew.
	edited_by uuid references public.people on delete set null,
	edited_at timestamptz,
	foreign key (draft_id, team_id) references public.drafts (id, team_id) on delete cascade
);
create index on public.draft_items (draft_id, team_id);
create index on public.draft_items (team_id, kind, answered_at);
create index on public.draft_items (owner_id);
create index on public.draft_items (answered_by);
create index on public.draft_items (edited_by);

alter table public.drafts enable row level security;
create policy "Members read what was asked for; all of the team, what became of a recap" on public.drafts
	for select to authenticated
	using (team_id in (select private.my_writing_teams())
		or (task = 'recap' and meeting_id in (select private.my_readable_meetings())));
create policy "Members stop what is being drafted" on public.drafts
	for update to authenticated
	using (team_id in (select private.my_writing_teams()) and state = 'running')
	with check (team_id in (select private.my_writing_teams()) and state = 'cancelled');
alter table public.draft_items enable row level security;
create policy "Members read drafts; all of the team, the recap that was accepted" on public.draft_items
	for select to authenticated
	using (team_id in (select private.my_writing_teams())
		or (kind = 'recap' and answer = 'accepted' and draft_id in (select d.id from public.drafts d)));
grant select, update (state) on public.drafts to authenticated;
grant select on public.draft_items to authenticated;
create trigger announce_change after insert or update or delete on public.drafts
	for each row execute function private.announce_change();
create trigger announce_change after insert or update on public.draft_items
	for each row execute function private.announce_change();

-- What was drafted from a transcript quotes it, and goes with it.
create function private.forget_drafts_of_transcript() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		delete from public.drafts d where d.meeting_id = old.meeting_id and d.task = 'transcript';
		return null;
	end $$;
create trigger forget_drafts after delete on public.transcripts
	for each row execute function private.forget_drafts_of_transcript();
revoke all on function private.forget_drafts_of_transcript() from public, anon, authenticated;

-- Answers an item, and does what accepting it means; `edited` words an accepted summary anew, which is
-- in no other row. Two who accept at once do it once. False for
-- whoever may not, for what was answered already, and where there is nothing to accept it into.
create function private.answer_draft(item uuid, said text, in_words text, to_owner uuid, due date, for_whom text)
	returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	declare
		i public.draft_items;
		d public.drafts;
		new_owner uuid;
		new_words text := coalesce(nullif(left(trim(in_words), 2000), ''), '');
	begin
		select * into i from public.draft_items x
		where x.id = item and x.team_id in (select private.my_writing_teams()) for update;
		if not found or said not in ('accepted', 'dismissed', 'open', 'edited') then
			return false;
		end if;
		if said = 'edited' then
			if i.kind <> 'recap' or i.answer <> 'accepted' or new_words = '' then
				return false;
			end if;
			update public.draft_items x set kept = new_words, edited_by = auth.uid(), edited_at = now() where x.id = i.id;
			return true;
		end if;
		-- Only what was dismissed is put forward again: what was accepted has become something else.
		if (said = 'open') <> (i.answer = 'dismissed') or (said <> 'open' and i.answer <> 'open') then
			return false;
		end if;
		select * into d from public.drafts x where x.id = i.draft_id;
		if said = 'accepted' then
			if new_words = '' or i.kind in ('agreement', 'difference') then
				return false;
			end if;
			if d.meeting_id is not null then
				perform from public.meetings m where m.id = d.meeting_id and m.state = 'closed';
				if not found then
					return false;
				end if;
			end if;
			select t.person_id into new_owner from public.team_members t
			where t.team_id = i.team_id and t.person_id = to_owner and t.left_at is null and t.role <> 'observer';
			case i.kind
				when 'insight' then
					insert into public.insights (id, meeting_id, team_id, title, captured_by, captured_at)
					values (i.id, d.meeting_id, i.team_id, new_words, auth.uid(), now());
				when 'decision' then
					insert into public.decisions (id, meeting_id, team_id, title, owner_id, captured_by, captured_at)
					values (i.id, d.meeting_id, i.team_id, new_words, new_owner, auth.uid(), now());
				when 'action' then
					insert into public.action_items (id, meeting_id, team_id, title, owner_id, due_on, captured_by, captured_at)
					values (i.id, d.meeting_id, i.team_id, new_words, new_owner, due, auth.uid(), now());
				when 'cascade' then
					insert into public.cascade_messages (id, meeting_id, team_id, position, audience, body)
					values (i.id, d.meeting_id, i.team_id,
						(select coalesce(max(c.position) + 1, 0) from public.cascade_messages c where c.meeting_id = d.meeting_id),
						left(coalesce(for_whom, ''), 200), new_words);
				when 'recap' then
					-- A recap has one text.
					update public.draft_items x set answer = 'dismissed'
					from public.drafts o where o.id = x.draft_id and o.meeting_id = d.meeting_id
						and x.kind = 'recap' and x.answer = 'accepted';
				when 'challenge' then
					update public.objectives o set title = left(new_words, 300) where o.id = d.subject_id and o.team_id = i.team_id;
					update public.key_results k set title = left(new_words, 300) where k.id = d.subject_id and k.team_id = i.team_id;
			end case;
		end if;
		update public.draft_items x set answer = said, kept = case when said = 'accepted' then new_words else '' end,
			answered_by = case when said = 'open' then null else auth.uid() end,
			answered_at = case when said = 'open' then null else now() end
		where x.id = i.id;
		return true;
	end $$;
create function public.answer_draft(item uuid, said text, in_words text default '', to_owner uuid default null,
		due date default null, for_whom text default '') returns boolean
	language sql security invoker set search_path = ''
	as $$ select private.answer_draft(item, said, in_words, to_owner, due, for_whom) $$;
revoke all on function private.answer_draft(uuid, text, text, uuid, date, text),
	public.answer_draft(uuid, text, text, uuid, date, text) from public, anon;
grant execute on function private.answer_draft(uuid, text, text, uuid, date, text),
	public.answer_draft(uuid, text, text, uuid, date, text) to authenticated;
