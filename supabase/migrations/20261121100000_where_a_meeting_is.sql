-- Where a live meeting is, so that people who are not in its room (home, later mails) can see it.

alter table public.meetings
	-- Title of the segment that runs now, as it was when last settled; null unless live.
	add column running_segment text;

comment on column public.metrics.tolerance is
	'How far from the target a reading may be and still count as at risk, in the unit of the metric.';

-- What settling consists of. Each part is idempotent; parts are added here, one per subject.
alter function private.settle_meeting(uuid, jsonb) rename to settle_outcomes;

create function private.settle_meeting(meeting uuid, content jsonb) returns boolean
	language plpgsql security definer set search_path = ''
	as $$
	begin
		if not private.settle_outcomes(meeting, content) then
			return false;
		end if;
		update public.meetings m set running_segment = content ->> 'running_segment' where m.id = meeting;
		return true;
	end $$;

revoke all on function private.settle_meeting(uuid, jsonb) from public, anon, authenticated;
