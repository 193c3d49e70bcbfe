import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { Uploads } from '#lib/server/archive/uploads.ts';
import { Id } from '#lib/server/form.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

const Whole = v.pipe(v.string(), v.digits(), v.transform(Number), v.safeInteger());
const Part = v.object({ id: Id, bytes: Whole, position: Whole });

/** How many parts of an upload of mine are here, so that one that was cut off goes on. */
export const GET: RequestHandler = async ({ locals, url }) => {
	if (!locals.person) error(401, 'Sign in first.');
	const id = url.searchParams.get('id');
	if (!v.is(Id, id)) error(400, 'Say which upload.');
	const had = await new Uploads(runtime().supabase.database).had(locals.person.id, id);
	return json({ had }, { headers: { 'cache-control': 'no-store' } });
};

/** Takes one part of an export that is to be imported. */
export const POST: RequestHandler = async ({ locals, url, request }) => {
	if (!locals.person) error(401, 'Sign in first.');
	if (request.headers.get('content-type') !== 'application/octet-stream')
		error(415, 'Send the bytes as they are.');
	const part = v.safeParse(Part, Object.fromEntries(url.searchParams));
	if (!part.success) error(400, 'Say which part of which upload it is.');
	const { supabase } = runtime();
	const [taken] = await supabase.database.query('select id from public.workspaces limit 1');
	if (taken) error(409, 'This Drumbeat has a workspace already. An import needs an empty one.');
	const { id, bytes, position } = part.output;
	const data = new Uint8Array(await request.arrayBuffer());
	const uploads = new Uploads(supabase.database);
	if (!(await uploads.keep(locals.person.id, id, bytes, position, data)))
		error(400, 'That is no part of this upload. Choose the file again.');
	return new Response(null, { status: 204 });
};
