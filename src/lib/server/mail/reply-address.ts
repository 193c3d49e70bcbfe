import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Queries } from '../database/database.ts';

/** Where answers by mail arrive, as replies@drumbeat.example, and what their addresses are signed with. */
export type Replies = { mailbox: string; secret: string };

/** The line of a recap that somebody may answer. */
export type Thread = {
	person: string;
	team: string;
	meeting: string;
	lineKind: string;
	line: string;
};

/**
 * The address at which this person answers this line: the mailbox with a signed token, as
 * replies+token@drumbeat.example. It is the same in every mail about the line.
 */
export async function replyAddress(
	queries: Queries,
	{ mailbox, secret }: Replies,
	{ person, team, meeting, lineKind, line }: Thread
): Promise<string> {
	const [row] = await queries.query<{ id: string }>(
		`insert into private.reply_threads as t (id, team_id, meeting_id, person_id, line_kind, line_id)
		values ($1, $2::uuid, $3::uuid, $4::uuid, $5, $6::uuid)
		on conflict (person_id, meeting_id, line_kind, line_id) do update set id = t.id returning id`,
		[base32(randomBytes(10)), team, meeting, person, lineKind, line]
	);
	if (!row) throw new Error('The thread of an answer by mail was not kept');
	const [name, host] = halves(mailbox);
	return `${name}+${row.id}${sign(row.id, secret)}@${host}`;
}

/** The thread an address belongs to; undefined for another mailbox, and for a token that is not ours. */
export async function findThread(
	queries: Queries,
	{ mailbox, secret }: Replies,
	address: string
): Promise<(Thread & { id: string; email: string }) | undefined> {
	const [name, host] = halves(mailbox.toLowerCase());
	const [local, at] = halves(address.trim().toLowerCase());
	const token = new RegExp(`^[a-z2-7]{${2 * idLength}}$`, 'u').exec(
		local.slice(name.length + 1)
	)?.[0];
	if (at !== host || !local.startsWith(`${name}+`) || !token) return undefined;
	const [id, signature] = [token.slice(0, idLength), token.slice(idLength)];
	if (!timingSafeEqual(Buffer.from(signature), Buffer.from(sign(id, secret)))) return undefined;
	const [row] = await queries.query<Thread & { id: string; email: string }>(
		`select t.id, t.person_id as person, p.email, t.team_id as team, t.meeting_id as meeting,
			t.line_kind as "lineKind", t.line_id as line
		from private.reply_threads t join public.people p on p.id = t.person_id where t.id = $1`,
		[id]
	);
	return row;
}

/** Ten bytes as letters and digits, without case, which mail servers may change. */
const idLength = 16;

const sign = (id: string, secret: string) =>
	base32(createHmac('sha256', secret).update(`reply ${id}`).digest().subarray(0, 10));

function halves(address: string): [string, string] {
	const at = address.lastIndexOf('@');
	return [address.slice(0, at), address.slice(at + 1)];
}

function base32(bytes: Uint8Array): string {
	const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
	return (bits.match(/.{5}/gu) ?? [])
		.map((five) => 'abcdefghijklmnopqrstuvwxyz234567'[Number.parseInt(five, 2)])
		.join('');
}
