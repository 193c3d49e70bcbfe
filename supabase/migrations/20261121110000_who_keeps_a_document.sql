-- Many nodes serve one document; one of them at a time looks after it: settles it into rows, parks
-- it, speaks in it for the facilitator. It holds a lease that runs out by itself. A node that was
-- paused past its lease and wakes up is refused, because whoever took over raised the epoch.

alter table private.documents
	-- The node that looks after it, until when, and how often that changed hands.
	add column keeper uuid,
	add column kept_until timestamptz,
	add column keeper_epoch bigint not null default 0;

-- Takes or renews the lease for as many seconds; answers the epoch, or null and who holds it. A
-- node that is alone takes it from anybody: whoever held it was this server before its restart.
create function private.keep_document(document text, node uuid, seconds int, alone boolean)
	returns table (epoch bigint, holder uuid)
	language plpgsql security definer set search_path = ''
	as $$
	begin
		return query
			update private.documents d
			set keeper = node,
				kept_until = clock_timestamp() + make_interval(secs => seconds),
				keeper_epoch = d.keeper_epoch + (d.keeper is distinct from node)::int
			where d.name = document
				and (alone or d.keeper is null or d.keeper = node or d.kept_until < clock_timestamp())
			returning d.keeper_epoch, d.keeper;
		if not found then
			return query select null::bigint, d.keeper from private.documents d where d.name = document;
		end if;
	end $$;

-- Settles for the node that holds the lease, and for nobody else. The row stays locked until the
-- rows are written, so that nobody can take over in between.
create function private.settle_meeting(meeting uuid, content jsonb, node uuid, epoch bigint) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	begin
		perform from private.documents d
			where d.meeting_id = meeting and d.keeper = node and d.keeper_epoch = epoch
				and d.kept_until > clock_timestamp()
			for no key update;
		if not found then
			raise exception 'another node looks after this document' using errcode = 'lock_not_available';
		end if;
		return private.settle_meeting(meeting, content);
	end $$;

revoke all on function private.keep_document(text, uuid, int, boolean) from public, anon, authenticated;
revoke all on function private.settle_meeting(uuid, jsonb, uuid, bigint) from public, anon, authenticated;
