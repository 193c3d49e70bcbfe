-- What a team wrote, found again: one row for each passage, kept in step by triggers. What a passage
-- is stands in one view; a new kind (a line of a transcript) is one more branch there and one trigger.

create schema if not exists extensions;
create extension if not exists pg_trgm with schema extensions;
create extension if not exists fuzzystrmatch with schema extensions;

-- English endings fall, and no word is too common to be asked for.
create text search dictionary private.stems (template = pg_catalog.snowball, language = english);
create text search configuration private.words (copy = pg_catalog.simple);
alter text search configuration private.words
	alter mapping for asciiword, word, numword, hword, asciihword, numhword, hword_part, hword_asciipart,
		hword_numpart with private.stems;

-- Words without case, accents and punctuation. src/lib/search/fold.ts does the same, for highlighting.
create function private.fold(words text) returns text
	language sql immutable parallel safe set search_path = ''
	as $$
		select btrim(regexp_replace(
			replace(replace(replace(translate(
				lower(regexp_replace(normalize(words, NFKD), '[\u0300-\u036f\u200b-\u200f\u00ad\u2019'']', '', 'g')),
				'øłđħı', 'oldhi'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
			'[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f\ue000-\uf8ff]+', ' ', 'g'))
	$$;
revoke all on function private.fold(text) from public, anon;
grant execute on function private.fold(text) to authenticated;

create table public.search_passages (
	kind text not null,
	subject_id uuid not null,
	-- A long text has several.
	part integer not null default 0,
	team_id uuid not null references public.teams on delete cascade,
	meeting_id uuid,
	-- 0 for what stands, 1 for what a meeting left, 2 for what was only said: each is searched by itself,
	-- so that no outcome drowns in notes.
	tier smallint not null,
	on_day date not null,
	title text not null,
	body text not null,
	words tsvector generated always as (
		setweight(to_tsvector('private.words'::regconfig, private.fold(title)), 'A')
		|| setweight(to_tsvector('private.words'::regconfig, private.fold(body)), 'B')) stored,
	primary key (subject_id, kind, part, team_id)
);
-- One for each tier, so that looking through notes reads no outcome. Without the list of what is
-- pending: nobody tidies it up in the embedded database.
create index search_passages_standing on public.search_passages using gin (words) with (fastupdate = off) where tier = 0;
create index search_passages_outcomes on public.search_passages using gin (words) with (fastupdate = off) where tier = 1;
create index search_passages_said on public.search_passages using gin (words) with (fastupdate = off) where tier = 2;
-- A common word is looked for from the newest day back, until there is enough.
create index search_passages_newest on public.search_passages (tier, on_day desc);
create index search_passages_newest_of_team on public.search_passages (team_id, tier, on_day desc);
alter table public.search_passages alter column words set statistics 1000;

-- Whoever may read the row may find its passage, and nobody else.
alter table public.search_passages enable row level security;
create policy "The team finds what it may read, observers nothing of drafts" on public.search_passages
	for select to authenticated
	using (team_id in (select private.my_teams())
		and (meeting_id is null or meeting_id in (select private.my_readable_meetings()))
		-- What was said word by word is the members' alone, as the transcript is.
		and (kind <> 'said' or team_id in (select private.my_writing_teams())));
revoke all on public.search_passages from public, anon, authenticated;
grant select (kind, subject_id, part, team_id, meeting_id, tier, on_day, title, body) on public.search_passages to authenticated;

-- Which words a company ever wrote, so that a misspelt one finds its neighbours. No two transactions
-- wait for each other here: a word that two bring at once is kept twice.
create table private.search_words (
	id bigint generated always as identity primary key,
	workspace_id uuid not null references public.workspaces on delete cascade,
	word text not null
);
create index search_words_known on private.search_words (workspace_id, word);
create index search_words_alike on private.search_words using gin (word extensions.gin_trgm_ops) with (fastupdate = off);
alter table private.search_words enable row level security;
revoke all on private.search_words from public, anon, authenticated;

-- What is sealed is never found; sealing marks a place and all that was recorded there.
create view private.passages_now with (security_invoker = true) as
	select 'meeting' as kind, m.id as subject_id, 0 as part, m.team_id, m.id as meeting_id, 0::smallint as tier,
		m.occurs_on as on_day, m.name || ' ' || m.number as title, m.place as body
	from public.meetings m where m.state <> 'cancelled'
	union all
	select 'note', n.id, 0, n.team_id, n.meeting_id, 2::smallint, m.occurs_on, '', n.body
	from public.notes n join public.meetings m on m.id = n.meeting_id where not n.sealed
	union all
	select 'decision', d.id, 0, d.team_id, d.meeting_id, 1::smallint, m.occurs_on, d.title,
		concat_ws(E'\n', nullif(d.why, ''), nullif(d.rejected, ''))
	from public.decisions d join public.meetings m on m.id = d.meeting_id where not d.sealed
	union all
	select 'action', a.id, 0, a.team_id, a.meeting_id, 1::smallint, coalesce(m.occurs_on, a.captured_at::date), a.title,
		a.dropped_because
	from public.action_items a left join public.meetings m on m.id = a.meeting_id
	where not a.sealed
	union all
	select 'insight', i.id, 0, i.team_id, i.meeting_id, 1::smallint, m.occurs_on, i.title, ''
	from public.insights i join public.meetings m on m.id = i.meeting_id where not i.sealed
	union all
	select 'risk', r.id, 0, r.team_id, r.meeting_id, 1::smallint, m.occurs_on, r.title, ''
	from public.risks r join public.meetings m on m.id = r.meeting_id where not r.sealed
	union all
	select 'hot item', h.id, 0, h.team_id, h.meeting_id, 1::smallint, m.occurs_on, h.title, h.question
	from public.hot_items h join public.meetings m on m.id = h.meeting_id where not h.sealed
	union all
	select 'told', c.id, 0, c.team_id, c.meeting_id, 1::smallint, m.occurs_on, '', concat_ws(' ', c.body, c.audience)
	from public.cascade_messages c join public.meetings m on m.id = c.meeting_id
	union all
	select 'metric', m.id, 0, m.team_id, null::uuid, 0::smallint, m.created_at::date, m.name, m.definition
	from public.metrics m where m.removed_at is null
	union all
	select 'goal', i.id, 0, i.team_id, null::uuid, 0::smallint, i.created_at::date, i.title, '' from public.imperatives i
	union all
	select 'goal', g.id, 0, g.team_id, null::uuid, 0::smallint, g.created_at::date, g.title, g.standing
	from public.annual_goals g
	union all
	select 'objective', o.id, 0, o.team_id, null::uuid, 0::smallint, o.created_at::date, o.title,
		coalesce(c.name, o.cycle)
	from public.objectives o left join public.cycles c on c.id = o.cycle_id
	union all
	-- A transcript does not say which of its words belong to something sealed: then none is found, and
	-- none before the meeting has said what is.
	select 'said', w.transcript_id, w.position, w.team_id, t.meeting_id, 2::smallint, m.occurs_on, '', w.body
	from public.transcript_turns w join public.transcripts t on t.id = w.transcript_id
	join public.meetings m on m.id = t.meeting_id
	where m.state = 'closed'
		and not exists (select from public.agenda_segments x where x.meeting_id = m.id and x.sealed)
		and not exists (select from public.hot_items x where x.meeting_id = m.id and x.sealed)
		and not exists (select from public.notes x where x.meeting_id = m.id and x.sealed)
	union all
	select 'key result', k.id, 0, k.team_id, null::uuid, 0::smallint, current_date, k.title, '' from public.key_results k
	union all
	select 'priority', p.id, 0, p.team_id, null::uuid, 0::smallint, p.created_at::date, p.title,
		concat_ws(E'\n', nullif(p.why, ''), nullif(p.expectation, ''), nullif(p.not_doing, ''))
	from public.priorities p
	union all
	select 'message', l.id, 0, l.team_id, null::uuid, 0::smallint, l.created_at::date, l.name,
		concat_ws(E'\n', nullif(l.what, ''), nullif(l.why, ''), nullif(l.how, ''), nullif(l.how_much, ''))
	from public.leadership_messages l where l.published
	union all
	select 'assumption', a.id, 0, a.team_id, null::uuid, 0::smallint, a.created_at::date, a.title, ''
	from public.assumptions a
	union all
	-- What a retrospective promises is an action already.
	select 'learning', o.id, 0, o.team_id, null::uuid, 1::smallint, coalesce(r.closed_at, r.created_at)::date, o.title, ''
	from public.retrospective_outcomes o join public.retrospectives r on r.id = o.retrospective_id
	where o.kind <> 'action' and r.state = 'closed'
	union all
	select 'person', t.person_id, 0, t.team_id, null::uuid, 0::smallint, t.joined_at::date, p.name, t.title
	from public.team_members t join public.people p on p.id = t.person_id where t.left_at is null;
revoke all on private.passages_now from public, anon, authenticated;

-- Brings the passages of these rows in step with what they say now; rows that are new have none to lose.
create function private.refresh_passages(of_kind text, subjects uuid[], are_new boolean default false) returns void
	-- Planned once: planning all branches of the view takes longer than running the one that is meant.
	language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan'
	as $$
	begin
		if not are_new then
			delete from public.search_passages s
			where s.subject_id = any(subjects) and s.kind = of_kind
				and not exists (
					select from private.passages_now n where n.kind = of_kind and n.subject_id = s.subject_id
						and n.part = s.part and n.team_id = s.team_id and (n.title || n.body) ~ '\S');
		end if;
		insert into public.search_passages as s (kind, subject_id, part, team_id, meeting_id, tier, on_day, title, body)
		select n.kind, n.subject_id, n.part, n.team_id, n.meeting_id, n.tier, n.on_day, n.title, n.body
		from private.passages_now n
		where n.kind = of_kind and n.subject_id = any(subjects) and (n.title || n.body) ~ '\S'
		on conflict (subject_id, kind, part, team_id) do update
			set meeting_id = excluded.meeting_id, on_day = excluded.on_day, title = excluded.title, body = excluded.body
			where (s.meeting_id, s.on_day, s.title, s.body)
				is distinct from (excluded.meeting_id, excluded.on_day, excluded.title, excluded.body);
	end $$;
revoke all on function private.refresh_passages(text, uuid[], boolean) from public, anon, authenticated;

-- The words of new passages, once for each statement. Numbers and very short or long words are not
-- guessed at.
create function private.learn_words() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		insert into private.search_words (workspace_id, word)
		select distinct t.workspace_id, w.word
		from fresh f
		join public.teams t on t.id = f.team_id
		cross join lateral regexp_split_to_table(private.fold(f.title || ' ' || f.body), ' ') w (word)
		where char_length(w.word) between 4 and 30 and w.word !~ '[0-9]'
			and not exists (select from private.search_words k where k.workspace_id = t.workspace_id and k.word = w.word);
		return null;
	end $$;
revoke all on function private.learn_words() from public, anon, authenticated;
create trigger learn_words after insert on public.search_passages
	referencing new table as fresh for each statement execute function private.learn_words();
create trigger learn_words_again after update on public.search_passages
	referencing new table as fresh for each statement execute function private.learn_words();

-- Unlearns the words of a text that no passage of the company has any more: of a name that was erased.
create function private.forget_words(workspace uuid, said text) returns void
	language sql security definer set search_path = ''
	as $$
		delete from private.search_words k
		where k.workspace_id = workspace and k.word = any(regexp_split_to_array(private.fold(said), ' '))
			and not exists (
				select from public.search_passages s join public.teams t on t.id = s.team_id
				where t.workspace_id = workspace and s.words @@ plainto_tsquery('private.words', k.word)
					and k.word = any(regexp_split_to_array(private.fold(s.title || ' ' || s.body), ' ')))
	$$;
revoke all on function private.forget_words(uuid, text) from public, anon, authenticated;

-- Once for each statement and not for each row: whatever enters hundreds of rows at once, as settling
-- or an import, would wait for search at every one of them.
create function private.keep_passages() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	declare
		subjects uuid[];
	begin
		if tg_op = 'INSERT' then
			subjects := array(select distinct (to_jsonb(f) ->> tg_argv[1])::uuid from fresh f);
		elsif tg_op = 'DELETE' then
			subjects := array(select distinct (to_jsonb(g) ->> tg_argv[1])::uuid from gone g);
		else
			subjects := array(select distinct (x.changed ->> tg_argv[1])::uuid from (
				select to_jsonb(f) as changed from fresh f except select to_jsonb(g) from gone g) x);
		end if;
		if cardinality(subjects) > 0 then
			perform private.refresh_passages(tg_argv[0], subjects, tg_op = 'INSERT');
		end if;
		return null;
	end $$;
revoke all on function private.keep_passages() from public, anon, authenticated;

do $$
declare
	source record;
begin
	for source in
		select * from (values ('meetings', 'meeting', 'id'), ('notes', 'note', 'id'), ('decisions', 'decision', 'id'),
			('action_items', 'action', 'id'), ('insights', 'insight', 'id'), ('risks', 'risk', 'id'),
			('hot_items', 'hot item', 'id'), ('cascade_messages', 'told', 'id'),
			('transcript_turns', 'said', 'transcript_id'), ('metrics', 'metric', 'id'),
			('imperatives', 'goal', 'id'), ('annual_goals', 'goal', 'id'), ('objectives', 'objective', 'id'),
			('key_results', 'key result', 'id'), ('priorities', 'priority', 'id'), ('leadership_messages', 'message', 'id'),
			('assumptions', 'assumption', 'id'), ('retrospective_outcomes', 'learning', 'id'),
			('team_members', 'person', 'person_id')) s (name, kind, key)
	loop
		execute format('create trigger keep_passages after insert on public.%I referencing new table as fresh
			for each statement execute function private.keep_passages(%L, %L)', source.name, source.kind, source.key);
		execute format('create trigger keep_passages_again after update on public.%I
			referencing old table as gone new table as fresh
			for each statement execute function private.keep_passages(%L, %L)', source.name, source.kind, source.key);
		execute format('create trigger keep_passages_no_more after delete on public.%I referencing old table as gone
			for each statement execute function private.keep_passages(%L, %L)', source.name, source.kind, source.key);
	end loop;
end $$;

-- What goes with other rows: a meeting that is moved takes its outcomes along, a retrospective that is closed what came out of it, and a person their name.
create function private.keep_passages_of_meeting() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		update public.search_passages s set on_day = new.occurs_on where s.meeting_id = new.id;
		return null;
	end $$;
revoke all on function private.keep_passages_of_meeting() from public, anon, authenticated;
create index search_passages_meeting on public.search_passages (meeting_id);
create trigger keep_passages_of_meeting after update of occurs_on on public.meetings
	for each row when (old.occurs_on <> new.occurs_on) execute function private.keep_passages_of_meeting();

create function private.keep_passages_of_retrospective() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		perform private.refresh_passages('learning',
			array(select o.id from public.retrospective_outcomes o where o.retrospective_id = new.id));
		return null;
	end $$;
revoke all on function private.keep_passages_of_retrospective() from public, anon, authenticated;
create trigger keep_passages_of_retrospective after update of state on public.retrospectives
	for each row when (old.state <> new.state) execute function private.keep_passages_of_retrospective();

create function private.keep_passages_of_person() returns trigger
	language plpgsql security definer set search_path = ''
	as $$
	begin
		perform private.refresh_passages('person', array[new.id]);
		perform private.forget_words(w.workspace_id, old.name)
		from public.workspace_members w where w.person_id = new.id;
		return null;
	end $$;
revoke all on function private.keep_passages_of_person() from public, anon, authenticated;
create trigger keep_passages_of_person after update of name on public.people
	for each row when (old.name <> new.name) execute function private.keep_passages_of_person();

-- All passages of a workspace: of what was written before, and of rows that an import brought without
-- triggers.
create function private.make_passages(workspace uuid) returns void
	language sql security definer set search_path = ''
	as $$
		insert into public.search_passages (kind, subject_id, part, team_id, meeting_id, tier, on_day, title, body)
		select n.kind, n.subject_id, n.part, n.team_id, n.meeting_id, n.tier, n.on_day, n.title, n.body
		from private.passages_now n join public.teams t on t.id = n.team_id
		where t.workspace_id = workspace and (n.title || n.body) ~ '\S'
		on conflict do nothing
	$$;
revoke all on function private.make_passages(uuid) from public, anon, authenticated;
select private.make_passages(w.id) from public.workspaces w;

-- The query for one word: as it is spelt, as the beginning of a longer one while it is being typed,
-- and near spellings of it when it is to be guessed at.
create function private.query_of_word(said text, is_beginning boolean, guesses boolean, workspaces uuid[]) returns tsquery
	language plpgsql stable security definer set search_path = ''
	as $$
	declare
		folded text := private.fold(left(said, 100));
		asked tsquery := phraseto_tsquery('private.words', folded);
		near text;
	begin
		if is_beginning and folded ~ '^\S{2,}$' then
			asked := asked || (quote_literal(folded) || ':*')::tsquery;
		end if;
		if guesses and folded ~ '^\D{4,30}$' and folded !~ '\s' then
			for near in
				select k.word from private.search_words k
				where k.workspace_id = any(workspaces) and k.word operator(extensions.%) folded
					and extensions.levenshtein_less_equal(k.word, folded, case when char_length(folded) < 6 then 1 else 2 end)
						<= case when char_length(folded) < 6 then 1 else 2 end
				group by k.word
				order by extensions.levenshtein(k.word, folded), extensions.similarity(k.word, folded) desc limit 6
			loop
				asked := asked || plainto_tsquery('private.words', near);
			end loop;
		end if;
		return asked;
	end $$;
revoke all on function private.query_of_word(text, boolean, boolean, uuid[]) from public, anon, authenticated;

-- The passages that match, the best first, as ids. Row-level security cannot use an index of words, so
-- this looks by team itself; what may be read of it is decided once more by whoever joins it.
create function private.find_passages(asked jsonb)
	returns table (kind text, subject_id uuid, part integer, team_id uuid, rank real, lexemes text[], guessed boolean)
	language plpgsql stable security definer set search_path = ''
	as $$
	declare
		teams uuid[] := array(select t from private.my_teams() t
			where coalesce(asked ->> 'team', '') in ('', t::text));
		workspaces uuid[] := array(select distinct t.workspace_id from public.teams t where t.id = any(teams));
		kinds text[] := array(select jsonb_array_elements_text(asked -> 'kinds'));
		words text[] := (array(select jsonb_array_elements_text(asked -> 'words')))[1:12];
		phrases text[] := (array(select jsonb_array_elements_text(asked -> 'phrases')))[1:4];
		is_typing boolean := coalesce((asked ->> 'typing')::boolean, false);
		query tsquery;
		one tsquery;
		place integer;
		found_rows integer;
		limits text;
	begin
		if cardinality(teams) = 0 then
			return;
		end if;
		-- One team is one value, so that its newest are read in order.
		limits := case when cardinality(teams) = 1 then format('p.team_id = %L::uuid', teams[1])
			else format('p.team_id = any(%L::uuid[])', teams) end
			|| case when cardinality(kinds) > 0 then format(' and p.kind = any(%L::text[])', kinds) else '' end
			|| case when asked ->> 'since' is not null then format(' and p.on_day >= %L::date', asked ->> 'since') else '' end
			|| case when asked ->> 'until' is not null then format(' and p.on_day <= %L::date', asked ->> 'until') else '' end;
		foreach guessed in array array[false, true] loop
			query := null;
			for place in 1..cardinality(phrases) loop
				one := phraseto_tsquery('private.words', private.fold(left(phrases[place], 300)));
				query := case when numnode(one) = 0 then query when query is null then one else query && one end;
			end loop;
			for place in 1..cardinality(words) loop
				one := private.query_of_word(words[place], is_typing and place = cardinality(words), guessed, workspaces);
				query := case when numnode(one) = 0 then query when query is null then one else query && one end;
			end loop;
			if query is null then
				return;
			end if;
			return query execute format($find$
				with newest as (
					(select * from public.search_passages p where p.tier = 0 and %2$s and p.words @@ %1$L::tsquery
						order by p.on_day desc limit 200)
					union all
					(select * from public.search_passages p where p.tier = 1 and %2$s and p.words @@ %1$L::tsquery
						order by p.on_day desc limit 300)
					union all
					(select * from public.search_passages p where p.tier = 2 and %2$s and p.words @@ %1$L::tsquery
						order by p.on_day desc limit 300)
				)
				select n.kind, n.subject_id, n.part, n.team_id,
					(ts_rank(n.words, %1$L::tsquery, 1) * case n.tier when 2 then 0.6 when 1 then 1 else 1.2 end
						* (0.5 + 0.5 * exp(least(0, n.on_day - current_date) / 365.0)))::real,
					array(select distinct m[1] from regexp_matches(%1$L, '''((?:[^'']|'''')*)''(?::\*)?', 'g') m), %3$L::boolean
				from newest n order by 5 desc, n.on_day desc, n.subject_id limit 60
				$find$, query::text, limits, guessed);
			-- What is there as it was spelt needs no guess.
			get diagnostics found_rows = row_count;
			exit when found_rows >= 3;
		end loop;
	end $$;
revoke all on function private.find_passages(jsonb) from public, anon;
grant execute on function private.find_passages(jsonb) to authenticated;

-- What is found, the best first, with the folded words to mark in it. `asked` has words, phrases, kinds,
-- team, since, until and typing; see src/lib/search/query.ts.
create function public.search(asked jsonb) returns json
	language sql stable security invoker set search_path = ''
	as $$
		select coalesce(json_agg(json_build_object('kind', s.kind, 'id', s.subject_id, 'part', s.part,
			'team', s.team_id, 'teamName', t.name, 'on', s.on_day, 'title', s.title, 'body', s.body,
			'meeting', case when m.id is not null then
				json_build_object('id', m.id, 'name', m.name, 'number', m.number, 'state', m.state) end,
			'guessed', f.guessed,
			'marks', array(
				select distinct w from regexp_split_to_table(private.fold(s.title || ' ' || s.body), ' ') w
				where ts_lexize('private.stems', w) && f.lexemes)
			) order by f.guessed, f.rank desc, s.on_day desc, s.subject_id), '[]')
		from (
			select p.kind, p.subject_id, p.part, p.team_id, p.rank, p.guessed, p.lexemes
			from (
				-- A guess finds again what was there as it was spelt.
				select distinct on (g.kind, g.subject_id, g.part, g.team_id) g.*
				-- Some backends hand JSON over as a string of JSON.
				from private.find_passages(case jsonb_typeof(asked) when 'string' then (asked #>> '{}')::jsonb else asked end) g
				order by g.kind, g.subject_id, g.part, g.team_id, g.guessed
			) p
			order by p.guessed, p.rank desc
			limit 40
		) f
		join public.search_passages s on s.subject_id = f.subject_id and s.kind = f.kind and s.part = f.part
			and s.team_id = f.team_id
		join public.teams t on t.id = s.team_id
		left join public.meetings m on m.id = s.meeting_id
	$$;
revoke all on function public.search(jsonb) from public, anon;
grant execute on function public.search(jsonb) to authenticated;
