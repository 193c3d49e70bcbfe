import * as v from 'valibot';
import { dayIn } from '#lib/calendar/day.ts';
import type { Kind } from '#lib/notices/kinds.ts';
import { NoticeFacts } from '#lib/notices/notice-facts.ts';
import { RecapFacts } from '#lib/notices/recap-facts.ts';
import { asPerson } from '../database/as-person.ts';
import type { Database, Queries } from '../database/database.ts';
import type { Mail } from '../mail/mail.ts';
import { digestMail, noticeMail, type Told } from '../mail/notice-mail.ts';
import { recapMail, toldBy, type Posting } from '../mail/recap-mail.ts';
import { replyAddress, type Replies, type Thread } from '../mail/reply-address.ts';
import { noticeKey } from '../mail/switch-off.ts';
import type { Notice } from './find-notice.ts';

/** What mails of notices are made with. */
export type NoticeWriter = {
	database: Database;
	/** Where the site is, such as https://drumbeat.example. */
	site: string;
	/** Left out where no answers by mail are taken. */
	replies?: Replies | undefined;
};

/** The mail, or what is left where there is none to send. */
export async function compose(
	poster: NoticeWriter,
	notice: Notice,
	now: Date
): Promise<Mail | 'needless' | 'told'> {
	const today = dayIn(notice.reader.zone, now);
	const { kind } = notice;
	if (kind === 'recap') return composeRecap(poster, notice, today);
	if (kind === 'digest') return composeDigest(poster, notice, today, now);
	return composeOne(poster, notice, kind, today);
}

async function composeRecap(
	poster: NoticeWriter,
	notice: Notice,
	today: string
): Promise<Mail | 'needless'> {
	const { database } = poster;
	const read = await askAs(
		database,
		notice.person,
		'select public.read_recap($1::uuid)::text as facts',
		[notice.thing]
	);
	if (read === undefined) return 'needless';
	const facts = v.parse(RecapFacts, read);
	const fresh = await claimThings(database, notice, notice.id, toldBy(facts, notice.person), today);
	const { meeting, team, mayWrite } = facts;
	const line = { lineKind: 'meeting', line: meeting.id };
	return recapMail(
		{ ...facts, asked: facts.asked.filter(({ id }) => fresh.has(id)) },
		notice.person,
		await postingOf(
			poster,
			notice,
			mayWrite && { person: notice.person, team: team.id, meeting: meeting.id, ...line }
		)
	);
}

async function composeOne(
	poster: NoticeWriter,
	notice: Notice,
	kind: Kind,
	today: string
): Promise<Mail | 'needless' | 'told'> {
	const { database } = poster;
	const facts = await readNotice(database, notice.person, kind, notice.thing);
	if (!facts) return 'needless';
	if ((await claimThings(database, notice, notice.id, [notice.thing], today)).size === 0)
		return 'told';
	const { team, meeting, line, lineKind, mayWrite } = facts;
	const isAnswerable = kind === 'mention' && mayWrite && meeting !== null;
	return noticeMail(
		{ kind, thing: notice.thing, facts },
		today,
		await postingOf(
			poster,
			notice,
			isAnswerable && { person: notice.person, team: team.id, meeting, line, lineKind }
		)
	);
}

async function composeDigest(
	poster: NoticeWriter,
	digest: Notice,
	today: string,
	now: Date
): Promise<Mail | 'needless'> {
	const { database } = poster;
	const gathered = await database.query<{ id: string; kind: Kind; thing: string }>(
		`update private.notices set digest_id = $2::uuid
		where person_id = $1::uuid and state = 'digest' and (digest_id = $2::uuid or digest_id is null)
			and next_try_at <= $3::text::timestamptz
		returning id, kind, thing`,
		[digest.person, digest.id, now.toISOString()]
	);
	const told: Told[] = [];
	for (const { id, kind, thing } of gathered) {
		const channel = digest.channel(kind);
		const facts =
			channel === 'app' || channel === 'off'
				? undefined
				: await readNotice(database, digest.person, kind, thing);
		const isFresh =
			facts &&
			!told.some((one) => one.thing === thing) &&
			(await claimThings(database, digest, digest.id, [thing], today)).size > 0;
		if (facts && isFresh) told.push({ kind, thing, facts });
		else
			await database.query('update private.notices set state = $2 where id = $1::uuid', [
				id,
				facts ? 'told' : 'needless'
			]);
	}
	if (told.length === 0) return 'needless';
	return digestMail(told, today, await postingOf(poster, digest, false));
}

/** What a person may read of a thing; undefined when that is nothing any more. */
async function readNotice(
	database: Database,
	person: string,
	kind: Kind,
	thing: string
): Promise<NoticeFacts | undefined> {
	const sql = 'select public.read_notice($1, $2::uuid)::text as facts';
	const read = await askAs(database, person, sql, [kind, thing]);
	return read === undefined ? undefined : v.parse(NoticeFacts, read);
}

async function askAs(
	database: Database,
	person: string,
	sql: string,
	values: string[]
): Promise<unknown> {
	const [row] = await asPerson(database, person, (queries) =>
		queries.query<{ facts: string | null }>(sql, values)
	);
	return row?.facts ? JSON.parse(row.facts) : undefined;
}

/** Takes things to tell somebody today; only those come back that no other mail of the day tells. */
async function claimThings(
	queries: Queries,
	{ person }: Notice,
	mail: string,
	things: readonly string[],
	today: string
): Promise<Set<string>> {
	const rows = await queries.query<{ thing: string }>(
		`insert into private.told_things as t (person_id, thing, told_on, notice_id)
		select $1::uuid, x::uuid, $3::text::date, $4::uuid
		from jsonb_array_elements_text($2::text::jsonb) as x
		on conflict (person_id, thing, told_on) do update set notice_id = excluded.notice_id
			where t.notice_id = excluded.notice_id
		returning t.thing`,
		[person, JSON.stringify(things), today, mail]
	);
	return new Set(rows.map(({ thing }) => thing));
}

async function postingOf(
	{ database, site, replies }: NoticeWriter,
	{ person, email, kind }: Notice,
	thread: Thread | false
): Promise<Posting> {
	return {
		to: email,
		site,
		offKey: await noticeKey(database, person, kind),
		...(replies && thread && { replyTo: await replyAddress(database, replies, thread) })
	};
}
