-- Words that go together, as project and manager, are in far more passages than the planner thinks,
-- which takes words to have nothing to do with each other: it fetched all forty thousand by the index of
-- words to keep the newest hundreds. Those are found sooner by reading from the newest back; two hundred
-- of each are enough to choose forty from.

-- Whether so many passages are likely to hold all these words: the rarest counts whole, the next by its
-- root, the third by the root of that (exponential backoff, as SQL Server estimates what goes together).
-- Several words only: of one the planner knows.
create function private.is_common(query tsquery) returns boolean
	language sql stable security definer set search_path = ''
	as $$
		with asked as (
			select replace(m[1], '''''', '''') as word, bool_or(m[2] is not null) as begins
			from regexp_matches(query::text, '''((?:[^'']|'''')*)''(:\*)?', 'g') m group by 1
		), known as (
			select k.word, k.share
			from pg_catalog.pg_stats s,
				unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as k (word, share)
			where s.schemaname = 'public' and s.tablename = 'search_passages' and s.attname = 'words'
				and (select count(*) from asked) between 2 and 12
		), shares as (
			-- Not known is not 1, which least would make of it.
			select a.word, sum(k.share) as share
			from asked a left join known k on k.word = a.word or a.begins and starts_with(k.word, a.word)
			group by a.word
		)
		select coalesce(bool_and(share is not null) and exp(sum(ln(least(1, share)) / 2 ^ (place - 1))) > 0.025, false)
		from (select share, row_number() over (order by share) as place from shares) x
	$$;
revoke all on function private.is_common(tsquery) from public, anon, authenticated;

create or replace function private.find_passages(asked jsonb)
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
		matches text;
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
			-- An operator would be looked up in the index of words, a function is not.
			matches := case when not guessed and private.is_common(query)
				then format('pg_catalog.ts_match_vq(p.words, %L::tsquery)', query::text)
				else format('p.words @@ %L::tsquery', query::text) end;
			return query execute format($find$
				with newest as (
					(select * from public.search_passages p where p.tier = 0 and %2$s and %4$s
						order by p.on_day desc limit 200)
					union all
					(select * from public.search_passages p where p.tier = 1 and %2$s and %4$s
						order by p.on_day desc limit 200)
					union all
					(select * from public.search_passages p where p.tier = 2 and %2$s and %4$s
						order by p.on_day desc limit 200)
				)
				select n.kind, n.subject_id, n.part, n.team_id,
					(ts_rank(n.words, %1$L::tsquery, 1) * case n.tier when 2 then 0.6 when 1 then 1 else 1.2 end
						* (0.5 + 0.5 * exp(least(0, n.on_day - current_date) / 365.0)))::real,
					array(select distinct m[1] from regexp_matches(%1$L, '''((?:[^'']|'''')*)''(?::\*)?', 'g') m), %3$L::boolean
				from newest n order by 5 desc, n.on_day desc, n.subject_id limit 60
				$find$, query::text, limits, guessed, matches);
			-- What is there as it was spelt needs no guess.
			get diagnostics found_rows = row_count;
			exit when found_rows >= 3;
		end loop;
	end $$;
