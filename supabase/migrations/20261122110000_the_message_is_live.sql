-- The leadership message is written together in a live document. Its versions are cut from there, by
-- the server alone: at each publication, at the end of a meeting that changed it, and around a
-- restored version. The newest published one is the message that is read out.

alter table public.leadership_messages
	add column name text not null default '' check (char_length(name) <= 80),
	-- Whether the team put it in force, or it was only kept.
	add column published boolean not null default true,
	-- The meeting at whose end it was kept; one version for each.
	add column meeting_id uuid,
	add constraint leadership_messages_meeting_fkey foreign key (meeting_id, team_id)
		references public.meetings (id, team_id) on delete set null (meeting_id);
create index on public.leadership_messages (meeting_id, team_id);
create unique index on public.leadership_messages (meeting_id);

drop policy "Members write the message in their own name" on public.leadership_messages;
revoke insert on public.leadership_messages from authenticated;

-- Keeps versions for the node that looks after the document, and for nobody else. Their ids are
-- minted in the document, so keeping them twice changes nothing. Members write the document freely:
-- a version without a word or with too many is no version, and who never sat in the team is nobody.
create function private.keep_message_versions(team uuid, versions jsonb, node uuid, epoch bigint) returns void
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
		insert into public.leadership_messages (id, team_id, name, published, what, why, how, how_much, written_by, created_at)
		select (s.version ->> 'id')::uuid, team, left(s.version ->> 'name', 80), (s.version ->> 'published')::boolean,
			s.version ->> 'what', s.version ->> 'why', s.version ->> 'how', s.version ->> 'how_much',
			p.person_id, clock_timestamp() + s.place * interval '1 microsecond'
		from jsonb_array_elements(versions) with ordinality s (version, place)
		left join public.team_members p on p.team_id = team and p.person_id = (s.version ->> 'by')::uuid
		where concat(s.version ->> 'what', s.version ->> 'why', s.version ->> 'how', s.version ->> 'how_much') ~ '\S'
			and greatest(char_length(s.version ->> 'what'), char_length(s.version ->> 'why'),
				char_length(s.version ->> 'how'), char_length(s.version ->> 'how_much')) <= 4000
		on conflict (id) do nothing;
	end $$;

-- Keeps the message as it stands at the end of a meeting, when it says something else than the
-- newest version. Once for each meeting, on whatever node it is asked.
create function private.keep_message_of_meeting(meeting uuid, content jsonb) returns void
	language sql security definer set search_path = ''
	as $$
		insert into public.leadership_messages (team_id, name, published, meeting_id, what, why, how, how_much)
		select m.team_id, 'Meeting ' || m.number, false, m.id, content ->> 'what', content ->> 'why',
			content ->> 'how', content ->> 'how_much'
		from public.meetings m
		where m.id = meeting and m.state not in ('closed', 'cancelled')
			and concat(content ->> 'what', content ->> 'why', content ->> 'how', content ->> 'how_much') ~ '\S'
			and not exists (
				select from (
					select * from public.leadership_messages l where l.team_id = m.team_id
					order by l.created_at desc, l.id limit 1
				) newest
				where (newest.what, newest.why, newest.how, newest.how_much)
					= (content ->> 'what', content ->> 'why', content ->> 'how', content ->> 'how_much'))
		on conflict (meeting_id) do nothing
	$$;

revoke all on function private.keep_message_versions(uuid, jsonb, uuid, bigint),
	private.keep_message_of_meeting(uuid, jsonb) from public, anon, authenticated;
