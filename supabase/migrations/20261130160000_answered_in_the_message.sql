-- What became of the suggestions beside the leadership message: of what rules find unclear, and of the
-- words a model was asked for. Their words stay in the live message; a row tells only which kind it
-- was, what was answered and by whom, so that a kind nobody takes up is found and turns itself off.

create table public.message_suggestions (
	id uuid primary key, -- minted with the answer, so that keeping it twice changes nothing
	team_id uuid not null references public.teams on delete cascade,
	kind text not null check (kind in ('unclear message', 'ai wording')),
	ended_as text not null check (ended_as in ('accepted', 'dismissed')),
	-- Whether somebody changed the words before they took them.
	edited boolean not null default false,
	answered_by uuid references public.people on delete set null,
	answered_at timestamptz not null default now()
);
create index on public.message_suggestions (team_id, answered_at);
create index on public.message_suggestions (answered_by);

alter table public.message_suggestions enable row level security;
create policy "Members read what was answered beside the message" on public.message_suggestions
	for select to authenticated using (team_id in (select private.my_writing_teams()));
grant select on public.message_suggestions to authenticated;

-- Keeps answers for the node that looks after the document, and for nobody else. Members write the
-- document freely: who never sat in the team is nobody.
create function private.keep_message_suggestions(team uuid, answers jsonb, node uuid, epoch bigint) returns void
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
		insert into public.message_suggestions (id, team_id, kind, ended_as, edited, answered_by)
		select (a ->> 'id')::uuid, team, a ->> 'kind', a ->> 'ended_as', (a ->> 'edited')::boolean, m.person_id
		from jsonb_array_elements(answers) a
		left join public.team_members m on m.team_id = team and m.person_id = (a ->> 'by')::uuid
		on conflict (id) do nothing;
	end $$;
revoke all on function private.keep_message_suggestions(uuid, jsonb, uuid, bigint) from public, anon, authenticated;
