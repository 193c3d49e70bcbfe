import { WebhookKind } from '#lib/webhook/event.ts';
import { writeBody } from '#lib/webhook/post.ts';
import * as v from 'valibot';
import type { Database } from '../database/database.ts';
import { oneLine } from '../mail/mail.ts';
import { postSafely, type Answered, type PostOptions } from './post-safely.ts';
import { signatureOf } from './sign.ts';
import { whatHappened } from './tell.ts';

/** The pauses Standard Webhooks advises: the first try at once, the last a good three days later. */
const pausesMs = [
	5,
	5 * 60,
	30 * 60,
	2 * 3600,
	5 * 3600,
	10 * 3600,
	14 * 3600,
	20 * 3600,
	24 * 3600
].map((seconds) => seconds * 1000);
const sendingMs = 60_000;
const atOnce = 8;
const keepForDays = 30;

export type Teller = { database: Database; site: string } & Pick<
	PostOptions,
	'loopback' | 'timeoutMs'
>;

type Claimed = {
	id: string;
	webhook: string;
	team: string;
	event: string;
	subject: string;
	body: string | null;
	tries: number;
	made_at: string;
	kind: string;
	url: string;
	secret: string;
};

/**
 * Sends what waits, at most eight at a time, so that a target that hangs holds up only its own. A
 * message another node is sending is left to it.
 */
export async function deliverWebhooks(teller: Teller, clock: () => Date): Promise<void> {
	const { database } = teller;
	await database.query(
		`delete from public.webhook_deliveries where made_at < $1::text::timestamptz - make_interval(days => $2)
			and state <> 'waiting'`,
		[clock().toISOString(), keepForDays]
	);
	const work = async () => {
		for (let next = await claim(database, clock()); next; next = await claim(database, clock()))
			await deliver(teller, next, clock);
	};
	await Promise.all(Array.from({ length: atOnce }, work));
}

/** One message that is due, of a webhook that is sent nothing else in this moment. */
async function claim(database: Database, now: Date): Promise<Claimed | undefined> {
	const [row] = await database.query<Claimed>(
		`update public.webhook_deliveries d set sending_until = $2::text::timestamptz, tries = tries + 1
		from public.webhooks w
		where w.id = d.webhook_id and d.id = (
			select e.id from public.webhook_deliveries e join public.webhooks o on o.id = e.webhook_id
			where e.state = 'waiting' and e.next_try_at <= $1::text::timestamptz and o.stopped_at is null
				and (e.sending_until is null or e.sending_until < $1::text::timestamptz)
				and not exists (select from public.webhook_deliveries f where f.webhook_id = e.webhook_id
					and f.state = 'waiting' and f.sending_until >= $1::text::timestamptz)
			order by e.next_try_at, e.made_at limit 1 for update of e skip locked
		)
		returning d.id::text as id, d.webhook_id::text as webhook, d.team_id::text as team, d.event,
			d.subject_id::text as subject, d.body, d.tries::int as tries, d.made_at::text as made_at,
			w.kind, w.url, w.secret`,
		[now.toISOString(), new Date(now.getTime() + sendingMs).toISOString()]
	);
	return row;
}

async function deliver(teller: Teller, one: Claimed, clock: () => Date): Promise<void> {
	const { database } = teller;
	const body = one.body ?? (await writeOnce(teller, one));
	if (body === undefined) return leave(database, one, 'dropped', {}, clock());
	try {
		const answer = await send(teller, one, body, clock().getTime());
		if (answer.status >= 200 && answer.status < 300)
			return await leave(database, one, 'delivered', { status: answer.status }, clock());
		if (answer.status === 410) await stop(database, one, clock());
		return await fail(
			database,
			one,
			{ status: answer.status, problem: refusalOf(answer) },
			clock()
		);
	} catch (error) {
		const problem = error instanceof Error ? error.message : 'The connection failed.';
		return fail(database, one, { problem }, clock());
	}
}

async function writeOnce({ database, site }: Teller, one: Claimed): Promise<string | undefined> {
	const at = new Date(one.made_at).toISOString();
	const event = await whatHappened(database, one.event, one.subject, one.team, site, at);
	if (!event) return undefined;
	const body = writeBody(v.parse(WebhookKind, one.kind), event);
	await database.query('update public.webhook_deliveries set body = $2 where id = $1::text::uuid', [
		one.id,
		body
	]);
	return body;
}

function send(teller: Teller, one: Claimed, body: string, now: number): Promise<Answered> {
	const headers = {
		'content-type': 'application/json',
		'user-agent': 'Drumbeat-Webhooks/1',
		...(one.kind === 'signed' ? signatureOf(one.secret, one.id, body, now) : {})
	};
	const { loopback = false, timeoutMs } = teller;
	return postSafely(one.url, headers, body, { loopback, ...(timeoutMs && { timeoutMs }) });
}

function refusalOf({ status, text }: Answered): string {
	if (status >= 300 && status < 400)
		return `It answered ${status}, a redirect, which is not followed. Enter the address it leads to.`;
	return `It answered ${status}${text ? `: ${text}` : '.'}`;
}

type Outcome = { status?: number; problem?: string };

async function fail(database: Database, one: Claimed, outcome: Outcome, now: Date): Promise<void> {
	const pause = pausesMs[one.tries - 1];
	if (pause === undefined) return leave(database, one, 'failed', outcome, now);
	await leave(database, one, 'waiting', outcome, now, new Date(now.getTime() + pause));
}

async function leave(
	database: Database,
	one: Claimed,
	state: string,
	{ status, problem = '' }: Outcome,
	now: Date,
	next = now
): Promise<void> {
	await database.query(
		`update public.webhook_deliveries set state = $2, status = $3, problem = left($4, 300),
			next_try_at = $5::text::timestamptz, sending_until = null,
			done_at = case when $2 = 'waiting' then null else $6::text::timestamptz end
		where id = $1::text::uuid`,
		[one.id, state, status ?? null, oneLine(problem), next.toISOString(), now.toISOString()]
	);
}

/** 410 means that nobody there wants any more of it. */
async function stop(database: Database, one: Claimed, now: Date): Promise<void> {
	await database.query(
		`update public.webhooks set stopped_at = $2::text::timestamptz,
			stopped_because = 'It answered 410: nobody there wants these messages any more.'
		where id = $1::text::uuid and stopped_at is null`,
		[one.webhook, now.toISOString()]
	);
}
