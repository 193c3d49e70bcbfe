-- Who is named by an @ in a comment on the leadership message and owes an answer. The comments live
-- in the message's document; these rows say it on the pages of whoever is asked. They are written by
-- the server alone, anew whenever somebody says something, and only they read them.

create table public.message_mentions (
	team_id uuid not null references public.teams on delete cascade,
	-- The comment in the document that it stands in or under.
	comment_id uuid not null,
	person_id uuid not null references public.people on delete cascade,
	said_by uuid references public.people on delete set null,
	said_at timestamptz not null,
	-- Which of the four answers it is about, and which words of it.
	about text not null check (about in ('what', 'why', 'how', 'howMuch')),
	quote text not null default '',
	body text not null,
	primary key (team_id, comment_id, person_id)
);
create index on public.message_mentions (person_id);
create index on public.message_mentions (said_by);

alter table public.message_mentions enable row level security;
-- A comment may tell the words that somebody is just asked to recall.
create policy "People read what they are asked, but while they recall the message" on public.message_mentions
	for select to authenticated
	using (person_id = (select auth.uid()) and team_id in (select private.my_teams())
		and team_id not in (select private.my_recalling_teams()));
grant select on public.message_mentions to authenticated;

create trigger announce_change after insert or update or delete on public.message_mentions
	for each row execute function private.announce_change();

-- Makes the rows of a team those that are open now, for the node that looks after the document and
-- for nobody else. Members write the document freely: who does not sit in the team is not asked, and
-- who never did has said nothing.
create function private.keep_message_mentions(team uuid, mentions jsonb, node uuid, epoch bigint) returns void
	language plpgsql security definer set search_path = ''
	as $$
	begin
		perform from private.documents d
			where d.name = 'message:' || team and d.keeper = node and d.keeper_epoch = epoch
				and d.kept_until > clock_timestamp()
			for no key update;
		if not found then
			raise exception 'another node looks after this document' using errcode = 'lock_not_available';
		end if;
		delete from public.message_mentions k where k.team_id = team and not exists (
			select from jsonb_array_elements(mentions) m
			where m ->> 'comment_id' = k.comment_id::text and m ->> 'person_id' = k.person_id::text);
		insert into public.message_mentions as kept (team_id, comment_id, person_id, said_by, said_at, about, quote, body)
		select distinct on (m ->> 'comment_id', m ->> 'person_id') team, (m ->> 'comment_id')::uuid, asked.person_id,
			said.person_id, (m ->> 'said_at')::timestamptz, m ->> 'about', left(m ->> 'quote', 300), left(m ->> 'body', 2000)
		from jsonb_array_elements(mentions) m
		join public.team_members asked on asked.team_id = team and asked.person_id = (m ->> 'person_id')::uuid
			and asked.left_at is null
		left join public.team_members said on said.team_id = team and said.person_id = (m ->> 'said_by')::uuid
		on conflict (team_id, comment_id, person_id) do update set said_by = excluded.said_by,
			said_at = excluded.said_at, about = excluded.about, quote = excluded.quote, body = excluded.body
			where (kept.said_by, kept.said_at, kept.quote, kept.body)
				is distinct from (excluded.said_by, excluded.said_at, excluded.quote, excluded.body);
	end $$;
revoke all on function private.keep_message_mentions(uuid, jsonb, uuid, bigint) from public, anon, authenticated;
