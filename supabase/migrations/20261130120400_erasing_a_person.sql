-- Somebody has a right to be forgotten. Their account, address and name go; what they decided and
-- did stays, as a former member's. The row of the person stays for that, without anything of them.

alter table public.people add column erased_at timestamptz;

-- What is to be erased, for an admin of the only workspace the person belongs to. Refuses with a hint:
-- 'last_admin', or 'other_workspace' when somebody else's workspace has a say too.
create function private.begin_erasure(workspace uuid, person uuid)
	returns table (name text, email text)
	language plpgsql security definer set search_path = ''
	as $$
	begin
		if not exists (select from private.my_admin_workspaces() mine where mine = workspace) then
			raise exception 'Only admins of a workspace erase its people' using errcode = 'insufficient_privilege';
		end if;
		perform from public.people p where p.id = person and p.erased_at is null
			and (exists (select from public.workspace_members w where w.workspace_id = workspace and w.person_id = p.id)
				or exists (select from public.team_members m where m.workspace_id = workspace and m.person_id = p.id))
			for update;
		if not found then
			return;
		end if;
		if exists (select from public.workspace_members w where w.person_id = person and w.workspace_id <> workspace)
			or exists (select from public.team_members m where m.person_id = person and m.workspace_id <> workspace and m.left_at is null) then
			raise exception 'This person belongs to another workspace too' using errcode = 'check_violation', hint = 'other_workspace';
		end if;
		perform from public.workspaces w where w.id = workspace for no key update;
		if not exists (select from public.workspace_members w
				where w.workspace_id = workspace and w.person_id <> person and w.role = 'admin')
			or exists (select from public.team_members m where m.person_id = person and m.left_at is null and m.role = 'admin'
				and not exists (select from public.team_members o where o.team_id = m.team_id
					and o.person_id <> person and o.role = 'admin' and o.left_at is null)) then
			raise exception 'Somebody else must be an admin first' using errcode = 'check_violation', hint = 'last_admin';
		end if;
		return query select p.name, p.email from public.people p where p.id = person;
	end $$;
grant execute on function private.begin_erasure(uuid, uuid) to authenticated;

-- Replaces words in every text of a workspace's rows, and of what the server keeps beside them.
-- `pattern` is a regular expression. Only the server calls it.
create function private.replace_words(workspace uuid, pattern text, instead text) returns void
	language plpgsql security definer set search_path = ''
	as $$
	declare
		found_table record;
		sets text;
		finds text;
		scope text;
	begin
		for found_table in
			select c.oid, n.nspname as schema, c.relname as name,
				exists (select from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attname = 'team_id' and not a.attisdropped) as in_team,
				exists (select from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped) as in_workspace
			from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			where n.nspname in ('public', 'private') and c.relkind = 'r' and c.relname not in ('boot_settings', 'people')
		loop
			select string_agg(format(case when t.typname = 'jsonb'
					then '%1$I = pg_catalog.regexp_replace(%1$I::text, $1, $2, ''gi'')::jsonb'
					else '%1$I = pg_catalog.regexp_replace(%1$I, $1, $2, ''gi'')' end, a.attname), ', '),
				string_agg(format('%I::text ~* $1', a.attname), ' or ')
			into sets, finds
			from pg_catalog.pg_attribute a join pg_catalog.pg_type t on t.oid = a.atttypid
			where a.attrelid = found_table.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
				and t.typname in ('text', 'varchar', 'jsonb')
				and not exists (select from pg_catalog.pg_constraint k where k.conrelid = a.attrelid
					and k.contype in ('p', 'f') and a.attnum = any (k.conkey));
			scope := case
				when found_table.in_team then 'team_id in (select t.id from public.teams t where t.workspace_id = $3)'
				when found_table.in_workspace then 'workspace_id = $3'
				when found_table.schema = 'private' then '$3 is not null'
			end;
			if sets is not null and scope is not null then
				execute format('update %I.%I set %s where %s and (%s)', found_table.schema, found_table.name, sets, scope, finds)
					using pattern, instead, workspace;
			end if;
		end loop;
	end $$;
revoke all on function private.replace_words(uuid, text, text) from public, anon, authenticated;

-- Takes the person out of their row, their account, and all that was theirs alone. Only the server
-- calls it, in the transaction in which the words were replaced.
create function private.erase_person(person uuid, instead text) returns void
	language plpgsql security definer set search_path = ''
	as $$
	declare
		address text;
	begin
		select p.email into address from public.people p where p.id = person;
		delete from private.mailbox m where m.recipient = address;
		delete from public.calendar_links l where l.person_id = person;
		delete from private.calendar_invitations i where i.person_id = person;
		delete from public.message_mentions m where m.person_id = person;
		delete from public.own_suggestion_switches s where s.person_id = person;
		delete from public.weekly_mail_choices c where c.person_id = person;
		delete from public.reading_import_parts r where r.person_id = person;
		delete from private.asking_mails a where a.person_id = person;
		delete from private.weekly_mails w where w.person_id = person;
		delete from private.weekly_mail_keys k where k.person_id = person;
		delete from private.workspace_uploads u where u.person_id = person;
		update public.invitations i set email = null where lower(i.email) = lower(address) or i.accepted_by = person;
		update public.team_tokens t set revoked_at = coalesce(t.revoked_at, now()) where t.created_by = person;
		delete from public.workspace_members w where w.person_id = person;
		update public.team_members m set left_at = coalesce(m.left_at, now()), title = '' where m.person_id = person;
		update public.people p set name = instead, email = '', time_zone = 'Europe/London', erased_at = now()
			where p.id = person;
		-- The account stays as the anchor of the row, and nobody can sign in to it.
		delete from auth.sessions s where s.user_id = person;
		delete from auth.identities i where i.user_id = person;
		delete from auth.audit_log_entries a where a.payload::text like '%' || person::text || '%';
		update auth.users u set email = null, encrypted_password = null, phone = null, raw_user_meta_data = '{}',
			raw_app_meta_data = '{}', recovery_token = '', confirmation_token = '', reauthentication_token = '',
			email_change = '', email_change_token_new = '', email_change_token_current = '',
			banned_until = '2999-01-01', deleted_at = now()
		where u.id = person;
	end $$;
revoke all on function private.erase_person(uuid, text) from public, anon, authenticated;
