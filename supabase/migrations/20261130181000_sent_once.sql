-- What a device wrote without a connection is sent when it is back, and again when no answer came. The
-- device mints an id for each; what came under it once is not done a second time.
create table private.sent_once (
	id uuid primary key,
	person_id uuid not null references public.people on delete cascade,
	sent_at timestamptz not null default now()
);
create index on private.sent_once (person_id);
revoke all on private.sent_once from public, anon, authenticated;

-- Comments on a line of a recap, once. True when it stands, now or from an earlier attempt; false when
-- there is no such line, or this person may not.
create function private.comment_once(sent uuid, of_meeting uuid, kind text, line uuid, said text, mentioned uuid[]) returns boolean
	language plpgsql volatile security definer set search_path = ''
	as $$
	begin
		insert into private.sent_once (id, person_id) values (sent, auth.uid()) on conflict (id) do nothing;
		if not found then
			return exists (select from private.sent_once s where s.id = sent and s.person_id = auth.uid());
		end if;
		if private.comment_on_line(of_meeting, kind, line, said, mentioned) is null then
			delete from private.sent_once s where s.id = sent;
			return false;
		end if;
		return true;
	end $$;
revoke all on function private.comment_once(uuid, uuid, text, uuid, text, uuid[]) from public, anon;
grant execute on function private.comment_once(uuid, uuid, text, uuid, text, uuid[]) to authenticated;
create function public.comment_once(sent uuid, of_meeting uuid, kind text, line uuid, said text, mentioned uuid[]) returns boolean
	language sql security invoker set search_path = ''
	as $$ select private.comment_once(sent, of_meeting, kind, line, said, mentioned) $$;
revoke all on function public.comment_once(uuid, uuid, text, uuid, text, uuid[]) from public, anon;
grant execute on function public.comment_once(uuid, uuid, text, uuid, text, uuid[]) to authenticated;
