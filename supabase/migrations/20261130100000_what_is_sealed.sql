-- What is sealed: a hot item or a step of the agenda whose text reaches nobody but the team's members.
-- Its notes and what was recorded on it are sealed with it. Observers do not read it, and no mail, no
-- export and no language model is told of it.

alter table public.agenda_segments add column sealed boolean not null default false;
alter table public.hot_items add column sealed boolean not null default false;
alter table public.notes add column sealed boolean not null default false;
alter table public.decisions add column sealed boolean not null default false;
alter table public.action_items add column sealed boolean not null default false;
alter table public.insights add column sealed boolean not null default false;
alter table public.risks add column sealed boolean not null default false;
-- What was said of a sealed action in a later meeting.
alter table public.action_reviews add column sealed boolean not null default false;
alter table public.model_suggestions add column sealed boolean not null default false;

alter policy "The team reads its hot items" on public.hot_items
	using (meeting_id in (select private.my_readable_meetings())
		and (not sealed or team_id in (select private.my_writing_teams())));
alter policy "The team reads its hot items" on public.hot_items
	rename to "The team reads its hot items, observers none that is sealed";
alter policy "The team reads its notes" on public.notes
	using (meeting_id in (select private.my_readable_meetings())
		and (not sealed or team_id in (select private.my_writing_teams())));
alter policy "The team reads its notes" on public.notes
	rename to "The team reads its notes, observers none that is sealed";
alter policy "The team reads its decisions" on public.decisions
	using (meeting_id in (select private.my_readable_meetings())
		and (not sealed or team_id in (select private.my_writing_teams())));
alter policy "The team reads its decisions" on public.decisions
	rename to "The team reads its decisions, observers none that is sealed";
alter policy "The team reads its actions" on public.action_items
	using ((meeting_id in (select private.my_readable_meetings())
			or (meeting_id is null and team_id in (select private.my_teams())))
		and (not sealed or team_id in (select private.my_writing_teams())));
alter policy "The team reads its actions" on public.action_items
	rename to "The team reads its actions, observers none that is sealed";
alter policy "The team reads its insights" on public.insights
	using (meeting_id in (select private.my_readable_meetings())
		and (not sealed or team_id in (select private.my_writing_teams())));
alter policy "The team reads its insights" on public.insights
	rename to "The team reads its insights, observers none that is sealed";
alter policy "The team reads its risks" on public.risks
	using (meeting_id in (select private.my_readable_meetings())
		and (not sealed or team_id in (select private.my_writing_teams())));
alter policy "The team reads its risks" on public.risks
	rename to "The team reads its risks, observers none that is sealed";
alter policy "The team reads its action reviews" on public.action_reviews
	using (meeting_id in (select private.my_readable_meetings())
		and (not sealed or team_id in (select private.my_writing_teams())));
alter policy "The team reads its action reviews" on public.action_reviews
	rename to "The team reads its action reviews, observers none of a sealed action";
alter policy "The team reads what models suggested in its meetings" on public.model_suggestions
	using (meeting_id in (select private.my_readable_meetings())
		and (not sealed or team_id in (select private.my_writing_teams())));
alter policy "The team reads what models suggested in its meetings" on public.model_suggestions
	rename to "The team reads what models suggested, observers none that is sealed";

-- Whether something a model proposed cites a sealed note.
create function private.cites_sealed(meeting uuid, cites jsonb) returns boolean
	language sql stable security definer set search_path = ''
	as $$
		select exists (
			select from jsonb_array_elements(cites) c join public.notes n on n.id::text = c ->> 'id'
			where n.meeting_id = meeting and n.sealed
		)
	$$;

-- Makes exactly these segments and hot items of a meeting the sealed ones, with all that hangs on them.
create function private.seal_places(meeting uuid, places uuid[]) returns void
	language plpgsql security definer set search_path = ''
	as $$
	begin
		update public.agenda_segments x set sealed = not x.sealed
			where x.meeting_id = meeting and x.sealed <> (x.id = any (places));
		update public.hot_items x set sealed = not x.sealed
			where x.meeting_id = meeting and x.sealed <> (x.id = any (places));
		update public.notes x set sealed = not x.sealed where x.meeting_id = meeting
			and x.sealed <> (coalesce(x.segment_id = any (places), false) or coalesce(x.hot_item_id = any (places), false));
		update public.decisions x set sealed = not x.sealed where x.meeting_id = meeting
			and x.sealed <> (coalesce(x.segment_id = any (places), false) or coalesce(x.hot_item_id = any (places), false));
		update public.action_items x set sealed = not x.sealed where x.meeting_id = meeting
			and x.sealed <> (coalesce(x.segment_id = any (places), false) or coalesce(x.hot_item_id = any (places), false));
		update public.insights x set sealed = not x.sealed where x.meeting_id = meeting
			and x.sealed <> (coalesce(x.segment_id = any (places), false) or coalesce(x.hot_item_id = any (places), false));
		update public.risks x set sealed = not x.sealed where x.meeting_id = meeting
			and x.sealed <> (coalesce(x.segment_id = any (places), false) or coalesce(x.hot_item_id = any (places), false));
		update public.action_reviews x set sealed = a.sealed from public.action_items a
			where a.id = x.action_id and x.sealed <> a.sealed and (x.meeting_id = meeting or a.meeting_id = meeting);
		update public.model_suggestions x set sealed = not x.sealed
			where x.meeting_id = meeting and x.sealed <> private.cites_sealed(meeting, x.cites);
		-- What was suggested names what it is about; of something sealed only its kind is kept.
		update public.suggestion_showings x set words = '' where x.meeting_id = meeting and x.words <> '' and exists (
			select from (
				select h.title as text from public.hot_items h where h.meeting_id = meeting and h.sealed
				union all select n.body from public.notes n where n.meeting_id = meeting and n.sealed
				union all select d.title from public.decisions d where d.meeting_id = meeting and d.sealed
				union all select a.title from public.action_items a where a.meeting_id = meeting and a.sealed
				union all select i.title from public.insights i where i.meeting_id = meeting and i.sealed
				union all select r.title from public.risks r where r.meeting_id = meeting and r.sealed
			) s where strpos(x.words, left(s.text, 40)) > 0
		);
		-- The words of a transcript are found only where nothing is sealed.
		perform private.refresh_passages('said', array(select t.id from public.transcripts t where t.meeting_id = meeting));
	end $$;

-- Everything that settling consists of, as one more part of it: nobody ever reads the rows unsealed.
alter function private.settle_meeting(uuid, jsonb) rename to settle_meeting_and_learning;

create function private.settle_meeting(meeting uuid, content jsonb) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	begin
		if not private.settle_meeting_and_learning(meeting, content) then
			return false;
		end if;
		perform private.seal_places(meeting, coalesce(
			(select array_agg(s::uuid) from jsonb_array_elements_text(coalesce(content -> 'sealed', '[]')) s), '{}'));
		return true;
	end $$;
revoke all on function private.cites_sealed(uuid, jsonb), private.seal_places(uuid, uuid[]),
	private.settle_meeting(uuid, jsonb) from public, anon, authenticated;

-- Seals a hot item or a step of a meeting that is over, or opens it again. False for whoever is no
-- member of its team; while a meeting is held its document says what is sealed.
create function private.seal_place(of_place uuid, is_sealed boolean) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	declare
		of_meeting uuid;
	begin
		select m.id into of_meeting from public.meetings m
		where m.state = 'closed' and m.team_id in (select private.my_writing_teams()) and m.id in (
			select h.meeting_id from public.hot_items h where h.id = of_place
			union all select s.meeting_id from public.agenda_segments s where s.id = of_place
		) for update;
		if not found then
			return false;
		end if;
		perform private.seal_places(of_meeting, coalesce((
			select array_agg(x.id) from (
				select h.id, h.sealed from public.hot_items h where h.meeting_id = of_meeting
				union all select s.id, s.sealed from public.agenda_segments s where s.meeting_id = of_meeting
			) x where case when x.id = of_place then is_sealed else x.sealed end
		), '{}'));
		return true;
	end $$;
create function public.seal_place(of_place uuid, is_sealed boolean) returns boolean
	language sql security invoker set search_path = ''
	as $$ select private.seal_place(of_place, is_sealed) $$;
revoke all on function private.seal_place(uuid, boolean), public.seal_place(uuid, boolean) from public, anon;
grant execute on function private.seal_place(uuid, boolean), public.seal_place(uuid, boolean) to authenticated;

-- Everything the weekly mail is made of, as whoever asks may read it, and nothing that is sealed. The job
-- that sends the mails asks in the name of each reader, so that nothing is mailed to anybody who could not
-- open it.
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
				select json_agg(json_build_object('id', a.id, 'title', a.title, 'owner', a.owner_id, 'due', a.due_on)
					order by a.due_on nulls last, a.id)
				from public.action_items a where a.team_id = of_team and a.done_at is null and not a.sealed
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
					where n.team_id = of_team and m.state = 'closed' and not n.sealed and n.captured_at >= today - 7
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
