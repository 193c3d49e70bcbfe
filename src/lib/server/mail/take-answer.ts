import { createHash } from 'node:crypto';
import { convert } from 'html-to-text';
import PostalMime, { type Email } from 'postal-mime';
import type { Person } from '#lib/meeting/person.ts';
import { namedIn } from '#lib/meeting/recap-comment.ts';
import { becomePerson } from '../database/as-person.ts';
import type { Database, Queries } from '../database/database.ts';
import { answerIn } from './answer-text.ts';
import { findThread, type Replies } from './reply-address.ts';

/** A comment has no more characters. */
const longestAnswer = 2000;

/** What came of an answer, over HTTP, and the sentence a mail server may send back. */
export const outcomes = {
	taken: { status: 201, words: 'The answer is a comment now.' },
	known: { status: 200, words: 'This answer is a comment already.' },
	'no mail': { status: 400, words: 'This is no mail. Send one as it came, as message/rfc822.' },
	automatic: { status: 202, words: 'An automatic answer; it is no comment, and nobody was told.' },
	'no address': {
		status: 422,
		words:
			'No recipient is an address to answer to. Answer the mail itself, or comment in Drumbeat.'
	},
	'another sender': {
		status: 422,
		words: 'This address takes answers of whom the mail was sent to, from their own address.'
	},
	empty: { status: 422, words: 'Above the quoted mail there are no words.' },
	'too long': {
		status: 422,
		words: 'A comment has at most 2,000 characters. Nothing was kept; please shorten it.'
	},
	'no right': {
		status: 422,
		words: 'This line takes no comments of yours any more. Nothing was kept.'
	}
} as const;
export type Outcome = keyof typeof outcomes;

/**
 * Makes a mail that answers one of ours a comment, with the rights of whom ours was sent to. The same
 * mail twice is one comment; whatever answers by itself is none.
 *
 * @param raw the mail as it came (RFC 5322)
 * @param envelope whom the mail server took it for, where it says so
 */
export async function takeAnswer(
	database: Database,
	replies: Replies,
	raw: Uint8Array,
	envelope: string | null
): Promise<Outcome> {
	const mail = await parse(raw);
	if (!mail) return 'no mail';
	if (isAutomatic(mail)) return 'automatic';
	const recipients = envelope ? [envelope] : recipientsOf(mail);
	for (const recipient of recipients) {
		const thread = await findThread(database, replies, recipient);
		if (!thread) continue;
		const from = mail.from?.address?.trim().toLowerCase();
		if (from === undefined || from !== thread.email.toLowerCase()) return 'another sender';
		const body = answerIn(mail.text ?? asText(mail.html ?? ''));
		if (body === '') return 'empty';
		if (body.length > longestAnswer) return 'too long';
		const hash = createHash('sha256')
			.update(mail.messageId ?? raw)
			.digest('hex');
		return keepOnce(database, thread, hash, body);
	}
	return 'no address';
}

async function parse(raw: Uint8Array): Promise<Email | undefined> {
	try {
		const mail = await PostalMime.parse(raw, { maxNestingDepth: 20 });
		return mail.from ? mail : undefined;
	} catch {
		return undefined;
	}
}

/** Some programs write HTML alone. Links and pictures say nothing; quotes are marked as in plain text. */
function asText(html: string): string {
	return convert(html, {
		wordwrap: false,
		selectors: [
			{ selector: 'a', options: { ignoreHref: true } },
			{ selector: 'img', format: 'skip' }
		]
	});
}

/** What programs send by themselves, our own mails among it (RFC 3834, and what older programs say). */
function isAutomatic(mail: Email): boolean {
	const said = (name: string) =>
		mail.headers
			.find(({ key }) => key === name)
			?.value.trim()
			.toLowerCase();
	const submitted = said('auto-submitted');
	return (
		(submitted !== undefined && !submitted.startsWith('no')) ||
		/^(bulk|junk|list|auto_reply)$/u.test(said('precedence') ?? '') ||
		said('x-autoreply') !== undefined ||
		said('x-autorespond') !== undefined ||
		said('list-id') !== undefined ||
		said('list-unsubscribe') !== undefined ||
		said('return-path') === '<>' ||
		/^(mailer-daemon|postmaster)@/iu.test(mail.from?.address ?? '')
	);
}

function recipientsOf(mail: Email): string[] {
	const said = [...(mail.to ?? []), ...(mail.cc ?? [])].flatMap((one) =>
		one.group ? one.group.map(({ address }) => address) : [one.address]
	);
	const delivered = mail.headers
		.filter(({ key }) => ['delivered-to', 'x-original-to', 'envelope-to'].includes(key))
		.map(({ value }) => value.replace(/[<>\s]/gu, ''));
	return [...delivered, ...said].slice(0, 50);
}

type FoundThread = NonNullable<Awaited<ReturnType<typeof findThread>>>;

/** In one transaction with the note that it was taken: two tries at once make one comment. */
async function keepOnce(
	database: Database,
	{ id, person, team, meeting, lineKind, line }: FoundThread,
	hash: string,
	body: string
): Promise<Outcome> {
	const mentioned = namedIn(body, await readTeam(database, team));
	try {
		return await database.transaction(async (queries) => {
			const taken = await queries.query(
				`insert into private.mail_answers (thread_id, message_hash) values ($1, $2)
				on conflict do nothing returning thread_id`,
				[id, hash]
			);
			if (taken.length === 0) return 'known';
			await becomePerson(queries, person);
			const [row] = await queries.query<{ comment: string | null }>(
				`select public.comment_on_line($1::uuid, $2, $3::uuid, $4,
					array(select x::uuid from jsonb_array_elements_text($5::text::jsonb) as x)) as comment`,
				[meeting, lineKind, line, body, JSON.stringify(mentioned)]
			);
			if (!row?.comment) throw new NoRight();
			return 'taken';
		});
	} catch (error) {
		if (error instanceof NoRight) return 'no right';
		throw error;
	}
}

/** Takes the note back, so that the same mail may be taken once its sender has the right. */
class NoRight extends Error {}

/** Who can be named by an @. */
async function readTeam(queries: Queries, team: string): Promise<Person[]> {
	const rows = await queries.query<Omit<Person, 'current'>>(
		`select p.id, p.name, m.title, m.hue, m.role from public.team_members m
		join public.people p on p.id = m.person_id where m.team_id = $1::uuid and m.left_at is null`,
		[team]
	);
	return rows.map((row) => ({ ...row, current: true }));
}
