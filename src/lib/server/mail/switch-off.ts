import { about, kinds, type Kind } from '#lib/notices/kinds.ts';
import type { Queries } from '../database/database.ts';
import { askNoMore } from '../jobs/ask-for-readings.ts';

/** Mails that come by themselves, and can be switched off with a key. */
export type SwitchedOff = 'readings' | 'weekly' | 'digest' | Kind;

const isKey = (key: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key);

/** The key that switches off the weekly mail of one team for one person: the same in every mail. */
export async function weeklyMailKey(
	queries: Queries,
	team: string,
	person: string
): Promise<string> {
	const [row] = await queries.query<{ off_key: string }>(
		`insert into private.weekly_mail_keys as k (team_id, person_id) values ($1::uuid, $2::uuid)
		on conflict (team_id, person_id) do update set off_key = k.off_key returning off_key`,
		[team, person]
	);
	if (!row) throw new Error('The key of a weekly mail was not kept');
	return row.off_key;
}

/** The key that switches off one kind of notice for one person, or the digest: the same in every mail. */
export async function noticeKey(
	queries: Queries,
	person: string,
	kind: Kind | 'digest'
): Promise<string> {
	const [row] = await queries.query<{ off_key: string }>(
		`insert into private.notice_keys as k (person_id, kind) values ($1::uuid, $2)
		on conflict (person_id, kind) do update set off_key = k.off_key returning off_key`,
		[person, kind]
	);
	if (!row) throw new Error('The key of a notice was not kept');
	return row.off_key;
}

/** Which mails a key belongs to; undefined when to none. Asking changes nothing. */
export async function findSwitch(queries: Queries, key: string): Promise<SwitchedOff | undefined> {
	if (!isKey(key)) return undefined;
	const [row] = await queries.query<{ kind: SwitchedOff }>(
		`select 'weekly' as kind from private.weekly_mail_keys where off_key = $1::uuid
		union all select kind from private.notice_keys where off_key = $1::uuid
		union all select 'readings' from private.asking_mails where off_key = $1::uuid
		union all select 'readings' from private.wanted_mails where off_key = $1::uuid`,
		[key]
	);
	return row?.kind;
}

/** Switches them off for whom the key was made; which they were, or undefined for no such key. */
export async function switchOff(queries: Queries, key: string): Promise<SwitchedOff | undefined> {
	if (!isKey(key)) return undefined;
	const stopped = await queries.query(
		`insert into public.weekly_mail_choices (team_id, person_id, wants)
		select k.team_id, k.person_id, false from private.weekly_mail_keys k where k.off_key = $1::uuid
		on conflict (team_id, person_id) do update set wants = false returning person_id`,
		[key]
	);
	if (stopped.length > 0) return 'weekly';
	const notice = await stopNotices(queries, key);
	if (notice) return notice;
	return (await askNoMore(queries, key)) ? 'readings' : undefined;
}

/** Nothing of the kind is mailed any more; it is still counted in Drumbeat. */
async function stopNotices(queries: Queries, key: string): Promise<Kind | 'digest' | undefined> {
	const [row] = await queries.query<{ person: string; kind: Kind | 'digest' }>(
		'select person_id as person, kind from private.notice_keys where off_key = $1::uuid',
		[key]
	);
	if (!row) return undefined;
	const usual = kinds.map((kind) => ({ kind, usual: about[kind].usual }));
	await queries.query(
		`insert into public.notice_choices as c (person_id, kind, channel)
		select $1::uuid, u.kind, 'app' from jsonb_to_recordset($3::text::jsonb) as u (kind text, usual text)
		where u.kind = $2 or ($2 = 'digest' and 'digest' = coalesce((
			select x.channel from public.notice_choices x where x.person_id = $1::uuid and x.kind = u.kind), u.usual))
		on conflict (person_id, kind) do update set channel = 'app'`,
		[row.person, row.kind, JSON.stringify(usual)]
	);
	return row.kind;
}
