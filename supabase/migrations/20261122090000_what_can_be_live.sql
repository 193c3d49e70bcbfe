-- What a live document can belong to. Members write it unless it is closed, observers read it unless
-- it is a draft, nobody comes into what is cancelled; the server asks here, whatever the kind.
create view private.live_subjects as
	select 'meeting' as kind, meetings.id, meetings.team_id, meetings.state from public.meetings
	union all
	select 'message', teams.id, teams.id, 'live' from public.teams;

revoke all on private.live_subjects from public, anon, authenticated;
