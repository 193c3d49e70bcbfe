import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { noteTriggers } from '#lib/server/note-triggers.ts';
import { listMetrics } from '#lib/server/rows/metrics.ts';
import {
	compareImport,
	enterImport,
	forgetParts,
	ImportPart,
	keepPart
} from '#lib/server/rows/reading-imports.ts';
import { runtime } from '#lib/server/runtime.ts';
import { orNotFound } from '../../../../../../or-not-found.server.ts';
import type { RequestHandler } from './$types';

const nothing = { headers: { 'cache-control': 'no-store' } };
const Id = v.pipe(v.string(), v.uuid());

/** Takes a part of what is to be imported; nothing is entered by it. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
	if (!locals.person) error(401, 'Sign in first.');
	const part = await read(request, ImportPart);
	await orNotFound(keepPart(locals.db, params.team, locals.person.id, part).then(() => true));
	return json({ part: part.part }, nothing);
};

/** Says what entering everything that waits would do. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	if (!locals.person) error(401, 'Sign in first.');
	const id = v.safeParse(Id, url.searchParams.get('import'));
	if (!id.success) error(404, 'There is no such import.');
	return json(await orNotFound(compareImport(locals.db, params.team, id.output)), nothing);
};

const Entering = v.object({
	import: Id,
	mark: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
	note: v.pipe(
		v.string(),
		v.transform((typed) => typed.replace(/\p{Cc}+/gu, ' ').trim()),
		v.maxLength(300)
	)
});

/** Enters everything that waits, or nothing. */
export const PUT: RequestHandler = async ({ locals, params, request }) => {
	if (!locals.person) error(401, 'Sign in first.');
	const { import: id, mark, note } = await read(request, Entering);
	const done = await orNotFound(enterImport(locals.db, params.team, id, mark, note));
	if (done.outcome === 'entered') {
		const watched = (await listMetrics(locals.db, params.team)).map((metric) => metric.id);
		await noteTriggers(runtime().supabase.database, params.team, watched);
	}
	return json(done, nothing);
};

/** Forgets what waits. */
export const DELETE: RequestHandler = async ({ locals, params }) => {
	if (!locals.person) error(401, 'Sign in first.');
	await forgetParts(locals.db, params.team, locals.person.id);
	return new Response(null, { status: 204 });
};

async function read<Schema extends v.GenericSchema>(
	request: Request,
	schema: Schema
): Promise<v.InferOutput<Schema>> {
	const sent = v.safeParse(schema, await request.json().catch(() => undefined));
	if (!sent.success) error(400, 'These are no readings. Load the page anew, and try again.');
	return sent.output;
}
