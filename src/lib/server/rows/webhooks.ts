import * as v from 'valibot';
import { WebhookKind, type EventKind } from '#lib/webhook/event.ts';
import { newSecret } from '../webhooks/sign.ts';
import type { Db } from './db.ts';

export type Webhook = {
	id: string;
	name: string;
	kind: WebhookKind;
	url: string;
	events: string[];
	stoppedAt: string | null;
	stoppedBecause: string;
};

export type Delivery = {
	id: string;
	webhook: string;
	event: string;
	body: string | null;
	state: 'waiting' | 'delivered' | 'failed' | 'dropped';
	tries: number;
	nextTryAt: string;
	status: number | null;
	problem: string;
	madeAt: string;
};

const State = v.picklist(['waiting', 'delivered', 'failed', 'dropped']);

/** The webhooks of a team by name; empty for whoever is no admin of it. */
export async function listWebhooks(db: Db, team: string): Promise<Webhook[]> {
	const { data } = await db
		.from('webhooks')
		.select('id, name, kind, url, events, stopped_at, stopped_because')
		.eq('team_id', team)
		.order('name')
		.throwOnError();
	return data.map((row) => ({
		id: row.id,
		name: row.name,
		kind: v.parse(WebhookKind, row.kind),
		url: row.url,
		events: row.events,
		stoppedAt: row.stopped_at,
		stoppedBecause: row.stopped_because
	}));
}

/** What the webhooks of a team were told last, the newest first. */
export async function listDeliveries(db: Db, team: string, count: number): Promise<Delivery[]> {
	const { data } = await db
		.from('webhook_deliveries')
		.select('id, webhook_id, event, body, state, tries, next_try_at, status, problem, made_at')
		.eq('team_id', team)
		.order('made_at', { ascending: false })
		.limit(count)
		.throwOnError();
	return data.map((row) => ({
		id: row.id,
		webhook: row.webhook_id,
		event: row.event,
		body: row.body,
		state: v.parse(State, row.state),
		tries: row.tries,
		nextTryAt: row.next_try_at,
		status: row.status,
		problem: row.problem,
		madeAt: row.made_at
	}));
}

type NewWebhook = { name: string; kind: WebhookKind; url: string; events: EventKind[] };

/** Adds a webhook; answers the secret of one that signs, which is nowhere to be had again. */
export async function addWebhook(
	db: Db,
	team: string,
	person: string,
	webhook: NewWebhook
): Promise<{ secret: string }> {
	const secret = webhook.kind === 'signed' ? newSecret() : '';
	await db
		.from('webhooks')
		.insert({ team_id: team, made_by: person, secret, ...webhook })
		.throwOnError();
	return { secret };
}

/** The changes below answer false when there is no such thing, or it is not theirs to change. */
export async function stopWebhook(
	db: Db,
	team: string,
	id: string,
	now: Date | null
): Promise<boolean> {
	const { data } = await db
		.from('webhooks')
		.update({ stopped_at: now?.toISOString() ?? null, stopped_because: '' })
		.eq('team_id', team)
		.eq('id', id)
		.select('id')
		.throwOnError();
	return data.length > 0;
}

export async function removeWebhook(db: Db, team: string, id: string): Promise<boolean> {
	const { data } = await db
		.from('webhooks')
		.delete()
		.eq('team_id', team)
		.eq('id', id)
		.select('id')
		.throwOnError();
	return data.length > 0;
}

export async function testWebhook(db: Db, webhook: string): Promise<boolean> {
	const { data } = await db.rpc('test_webhook', { webhook }).throwOnError();
	return data;
}

export async function replayDelivery(db: Db, delivery: string): Promise<boolean> {
	const { data } = await db.rpc('replay_delivery', { delivery }).throwOnError();
	return data;
}
