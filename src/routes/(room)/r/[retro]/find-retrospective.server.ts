import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import type { RetrospectiveRows } from '#lib/retrospective/room-rows.ts';
import { loadRetrospectiveRoom } from '#lib/server/rows/retrospective-room.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The rows of a retrospective as whoever asks may see them. @throws a 404 when they may not */
export async function findRetrospective(
	{ db }: App.Locals,
	id: string
): Promise<RetrospectiveRows> {
	const rows = uuid.test(id) ? await loadRetrospectiveRoom(db, id) : undefined;
	if (!rows) error(404, 'There is no such retrospective, or you may not see it.');
	return rows;
}

/** What a page of ours sent. @throws a 400 when it is something else */
export async function readSent<Schema extends v.GenericSchema>(
	request: Request,
	schema: Schema
): Promise<v.InferOutput<Schema>> {
	const sent = v.safeParse(schema, await request.json().catch(() => undefined));
	if (!sent.success) error(400, 'The server did not understand this. Reload the page.');
	return sent.output;
}

/** Refusals of the database that a person can do nothing about but know them. */
export function refuse(failed: { code: string } | null, words: string): void {
	if (!failed) return;
	const known = ['42501', '23514', '54000', '22P02'];
	if (known.includes(failed.code)) error(409, words);
	throw failed;
}

export const Uuid = v.pipe(v.string(), v.uuid());
export const unkept = { headers: { 'cache-control': 'no-store' } };
