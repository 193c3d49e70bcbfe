import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { exportWorkspace } from '#lib/server/archive/export-workspace.ts';
import { Id } from '#lib/server/form.ts';
import { findWorkspace } from '#lib/server/rows/workspaces.ts';
import { runtime } from '#lib/server/runtime.ts';
import { orNotFound } from '../../../../or-not-found.server.ts';
import { noteProgress } from './progress.server.ts';
import type { RequestHandler } from './$types';

/** The whole workspace as a zip. `?id=` is how the page asks how far it is. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	if (!locals.person) error(401, 'Sign in first.');
	const person = locals.person.id;
	const workspace = await orNotFound(findWorkspace(locals.db, params.workspace));
	const given = url.searchParams.get('id');
	const id = v.is(Id, given) ? given : crypto.randomUUID();
	const { limits, supabase, site } = runtime();
	const wait = await limits.wait('export', person);
	if (wait > 0) error(429, `You made many exports. Try again in ${Math.ceil(wait / 60)} minutes.`);

	const folder = await mkdtemp(join(tmpdir(), 'drumbeat-export-'));
	const file = join(folder, 'workspace.zip');
	const forget = () => void rm(folder, { recursive: true, force: true });
	const now = new Date();
	let progress = { part: 'Beginning', done: 0, of: 1 };
	try {
		await orNotFound(
			exportWorkspace({
				...{ database: supabase.database, workspace: workspace.id, person, id, file, site, now },
				told: (next) => {
					progress = next;
					noteProgress(person, id, { ...next, state: 'being made' });
				}
			}).then(() => true)
		);
		const { size } = await stat(file);
		await supabase.database.query(
			'update public.workspace_exports set bytes = $2 where id = $1::text::uuid',
			[id, size]
		);
		noteProgress(person, id, { ...progress, done: progress.of, state: 'made' });
		const stream = createReadStream(file);
		stream.once('close', forget);
		const day = now.toISOString().slice(0, 10);
		const name = `${workspace.name.replace(/[^\w .-]/g, '').trim() || 'Workspace'} ${day}.zip`;
		return new Response(Readable.toWeb(stream) as ReadableStream, {
			headers: {
				'content-type': 'application/zip',
				'content-length': String(size),
				'content-disposition': `attachment; filename="${name}"`,
				'cache-control': 'no-store'
			}
		});
	} catch (problem) {
		forget();
		noteProgress(person, id, { ...progress, state: 'failed' });
		throw problem;
	}
};
