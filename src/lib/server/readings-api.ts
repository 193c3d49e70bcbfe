import { createHmac, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import type { Queries } from './database/database.ts';
import { noteTriggers } from './note-triggers.ts';
import { hashToken } from './rows/invitations.ts';

/** What a program sends: the day a period starts on, and the number. */
export const SentReading = v.object({
	period: v.pipe(v.string(), v.isoDate()),
	value: v.pipe(
		v.number(),
		v.finite(),
		v.check((value) => Math.abs(value) <= 1e12)
	)
});
export type SentReading = v.InferOutput<typeof SentReading>;

export type ReadingOutcome =
	'entered' | 'corrected' | 'known' | 'no token' | 'no metric' | 'wrong period' | 'too early';

/** What came of a reading, and the value it took the place of. */
export type Entered = { outcome: ReadingOutcome; was: number | null };

/** What each outcome is over HTTP, and the sentence for whoever has to mend it. */
export const answers: Record<ReadingOutcome, { status: number; words: string }> = {
	entered: { status: 201, words: 'The reading is entered.' },
	corrected: { status: 200, words: 'The reading is corrected; the old value is kept beside it.' },
	known: { status: 200, words: 'The reading was there already; nothing changed.' },
	'no token': {
		status: 401,
		words: 'This token is unknown or withdrawn. Make one in the settings.'
	},
	'no metric': { status: 404, words: 'The team has no metric with this key.' },
	'wrong period': {
		status: 422,
		words: 'A period is the day it starts on: a Monday, or the first of a month or quarter.'
	},
	'too early': { status: 422, words: 'This period has not begun yet.' }
};

/** Enters a reading for whoever holds the token. The same value again changes nothing. */
export async function enterByToken(
	database: Queries,
	token: string,
	key: string,
	reading: SentReading,
	now = new Date()
): Promise<Entered> {
	return enterByHash(database, hashToken(token), key, reading, now);
}

async function enterByHash(
	database: Queries,
	hash: string,
	key: string,
	{ period, value }: SentReading,
	now: Date
): Promise<Entered> {
	const [row] = await database.query<{ outcome: ReadingOutcome; was: number | string | null }>(
		`select outcome, was from private.enter_reading_by_token($1, $2, $3::text::date, $4::text::numeric)`,
		[hash, key, period, String(value)]
	);
	if (!row) throw new Error('The database did not say what came of a reading');
	// Also for what is known already: a program sends again what failed on its way to the log.
	if (answers[row.outcome].status < 400) await noteByHash(database, hash, key, now);
	return { outcome: row.outcome, was: row.was === null ? null : Number(row.was) };
}

async function noteByHash(database: Queries, hash: string, key: string, now: Date): Promise<void> {
	const [metric] = await database.query<{ id: string; team: string }>(
		`select m.id::text, m.team_id::text as team from public.metrics m
			join public.team_tokens t on t.team_id = m.team_id
			where t.token_hash = $1 and m.key = $2`,
		[hash, key]
	);
	if (metric) await noteTriggers(database, metric.team, [metric.id], now);
}

/** How old a signed message may be: long enough for slow clocks, too short to be played again. */
const secondsValid = 300;

export type Signed = { timestamp: string; signature: string; body: string };

/**
 * Enters a reading whose message is signed with a token.
 *
 * @param token the id of the token
 * @param now milliseconds since 1970
 */
export async function enterSigned(
	database: Queries,
	token: string,
	signed: Signed,
	key: string,
	reading: SentReading,
	now: number
): Promise<Entered> {
	const [row] = await database.query<{ token_hash: string }>(
		'select token_hash from public.team_tokens where id = $1::text::uuid and revoked_at is null',
		[token]
	);
	if (!row || !isSignedWith(row.token_hash, signed, now)) return { outcome: 'no token', was: null };
	return enterByHash(database, row.token_hash, key, reading, new Date(now));
}

/**
 * Whether a message was signed with a token: HMAC-SHA256 over `<timestamp>.<body>`, whose key is
 * the SHA-256 of the token in hex. That is all that is kept of a token here, so its holder can prove
 * to have it without sending it.
 *
 * @param hash what is kept of the token
 * @param signed seconds since 1970, and the signature as `sha256=<hex>`
 * @param now milliseconds since 1970; older or newer than five minutes is not believed
 */
export function isSignedWith(
	hash: string,
	{ timestamp, signature, body }: Signed,
	now: number
): boolean {
	if (!/^\d{1,12}$/.test(timestamp)) return false;
	if (Math.abs(now / 1000 - Number(timestamp)) > secondsValid) return false;
	const given = Buffer.from(/^sha256=([0-9a-f]{64})$/.exec(signature)?.[1] ?? '', 'hex');
	const right = createHmac('sha256', hash).update(`${timestamp}.${body}`).digest();
	return given.byteLength === right.byteLength && timingSafeEqual(given, right);
}
