-- A workspace is taken along as one file by its admins. Rows are read with their rights; here stands
-- what they could not ask for themselves: that an export was made, and which live documents are theirs.

create table public.workspace_exports (
	id uuid primary key default gen_random_uuid(),
	workspace_id uuid not null references public.workspaces on delete cascade,
	made_by uuid references public.people on delete set null,
	made_at timestamptz not null default now(),
	-- How many bytes the file has; none while it is being made, or when that failed.
	bytes bigint
);
create index on public.workspace_exports (workspace_id, made_at desc);
create index on public.workspace_exports (made_by);
alter table public.workspace_exports enable row level security;
create policy "Workspace admins see which exports were made" on public.workspace_exports
	for select to authenticated using (workspace_id in (select private.my_admin_workspaces()));
grant select on public.workspace_exports to authenticated;

-- Notes that an export begins, and refuses it to whoever is no admin of the workspace.
create function private.begin_export(workspace uuid, export uuid) returns void
	language plpgsql security definer set search_path = ''
	as $$
	begin
		if workspace is null or not exists (select from private.my_admin_workspaces() mine where mine = workspace) then
			raise exception 'Only admins of a workspace take it along' using errcode = 'insufficient_privilege';
		end if;
		insert into public.workspace_exports (id, workspace_id, made_by) values (export, workspace, auth.uid());
	end $$;
grant execute on function private.begin_export(uuid, uuid) to authenticated;

-- The live documents an admin of the workspace may read as a person of its teams. The message is
-- hidden from them too while a recall round asks them for it.
create function private.my_live_documents(workspace uuid)
	returns table (name text, team_id uuid, kind text, state text)
	language sql stable security definer set search_path = ''
	as $$
		select d.name, d.team_id, s.kind, s.state
		from private.documents d
		join private.live_subjects s on d.name = s.kind || ':' || s.id
		join public.teams t on t.id = s.team_id and t.workspace_id = workspace
		join public.team_members m on m.team_id = s.team_id and m.person_id = auth.uid() and m.left_at is null
		where workspace in (select private.my_admin_workspaces())
			and s.state <> 'cancelled' and (m.role <> 'observer' or s.state <> 'draft')
			and not (s.kind = 'message' and exists (
				select from public.recall_rounds r
				where r.team_id = s.team_id and r.revealed_at is null and r.closes_at > now()))
		order by d.name
	$$;
grant execute on function private.my_live_documents(uuid) to authenticated;

-- An export on its way in, in parts, so that an upload that was cut off goes on where it was. Only
-- the server writes and reads here.
create table private.workspace_uploads (
	id uuid primary key,
	person_id uuid not null references public.people on delete cascade,
	bytes bigint not null check (bytes between 1 and 268435456),
	begun_at timestamptz not null default now()
);
create index on private.workspace_uploads (person_id);
create table private.workspace_upload_parts (
	upload_id uuid not null references private.workspace_uploads on delete cascade,
	position integer not null check (position >= 0),
	data bytea not null,
	primary key (upload_id, position)
);
alter table private.workspace_uploads enable row level security;
alter table private.workspace_upload_parts enable row level security;
