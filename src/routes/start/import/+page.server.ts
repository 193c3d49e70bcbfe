import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { importWorkspace } from '#lib/server/archive/import-workspace.ts';
import { mostBytes, partBytes, Uploads } from '#lib/server/archive/uploads.ts';
import type { Wrong } from '#lib/server/archive/zip-reader.ts';
import { Id, readForm, refusal } from '#lib/server/form.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (!locals.person) redirect(303, '/sign-in?to=/start/import');
	const { supabase } = runtime();
	const [taken] = await supabase.database.query('select id from public.workspaces limit 1');
	return {
		isEmpty: taken === undefined,
		isEmbedded: supabase.embedded,
		me: locals.person.email,
		partBytes,
		mostBytes
	};
};

const words: Record<Wrong, string> = {
	'cut off':
		'The file ends too early, or is no zip. Nothing was imported. Export it again, or copy it once more.',
	'not an export': 'This zip is no export of Drumbeat. Nothing was imported.',
	newer:
		'The file is from a newer Drumbeat. Nothing was imported. Update this one, then import it again.',
	damaged:
		'Something in the file is not as it was exported. Nothing was imported. Export it again, and do not change the file.',
	'not empty':
		'This Drumbeat has a workspace already, and nothing in it was touched. An import needs an empty one.',
	'here already': 'This workspace is here already. Nothing was changed.',
	hosted:
		'An import needs Drumbeat’s own accounts, and this one uses a hosted Supabase. Nothing was imported.'
};

const Upload = v.object({ upload: Id });

export const actions: Actions = {
	default: async ({ locals, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const form = readForm(Upload, await request.formData());
		if (form.refused) return fail(400, form.refused);
		const { supabase } = runtime();
		const uploads = new Uploads(supabase.database);
		const person = locals.person.id;
		const folder = await mkdtemp(join(tmpdir(), 'drumbeat-import-'));
		try {
			const file = join(folder, 'workspace.zip');
			if (!(await uploads.write(person, form.output.upload, file)))
				return fail(
					409,
					refusal({
						said: 'The file is not here whole. Choose it again, and the upload goes on where it was.'
					})
				);
			const result = await importWorkspace(supabase, file, person, new Date());
			await uploads.forget(person, form.output.upload);
			if (result.outcome === 'refused') return fail(422, refusal({ said: words[result.why] }));
			if (result.signedOut) await locals.db.auth.signOut({ scope: 'local' });
			return { ...refusal({}), imported: result };
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	}
};
