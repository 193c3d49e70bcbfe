import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe } from 'vitest';
import { startEmbedded, type Supabase } from '../../src/lib/server/supabase/embedded.ts';
import { server, type Borrowed } from './borrow.ts';
import { borrowMigrated, copyEmbedded, newFolder } from './template.ts';

export { borrowDatabase, server } from './borrow.ts';
export { borrowMigrated } from './template.ts';

export const migrations = join(import.meta.dirname, '../migrations');

export type Backend = Supabase & {
	/** A browser nobody has signed in on. */
	visitor: () => SupabaseClient;
	/** The newest code that was mailed to this address. */
	code: (email: string) => string;
};

/** Starts Supabase on a database of its own: embedded, or the one at `databaseUrl`. */
export async function startBackend(databaseUrl?: string): Promise<Backend> {
	const codes = new Map<string, string>();
	const keep = async (email: string, _token: string, code: string) => void codes.set(email, code);
	const dataDir = databaseUrl ? undefined : await newFolder();
	if (dataDir) await copyEmbedded(dataDir);
	const supabase = await startEmbedded({
		...(databaseUrl ? { databaseUrl } : {}),
		...(dataDir ? { dataDir } : {}),
		migrations,
		mails: {
			sendConfirmation: keep,
			sendRecovery: keep,
			sendMagicLink: keep,
			sendEmailChange: keep,
			sendReauthentication: async (email, code) => void codes.set(email, code)
		}
	});
	return {
		...supabase,
		close: async () => {
			await supabase.close();
			if (dataDir) await rm(dataDir, { recursive: true, force: true });
		},
		visitor: () =>
			createClient(supabase.url, supabase.key, {
				global: { fetch: supabase.fetch },
				auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false }
			}),
		code: (email) => codes.get(email) ?? ''
	};
}

/** Runs the same tests on the embedded database and on PostgreSQL, each started fresh. */
export function onBothBackends(tests: (backend: () => Backend) => void): void {
	describe('embedded', () => {
		let backend: Backend;
		beforeAll(async () => {
			backend = await startBackend();
		});
		afterAll(() => backend.close());
		tests(() => backend);
	});

	describe.skipIf(!server)(server ? 'PostgreSQL' : 'PostgreSQL (needs TEST_DATABASE_URL)', () => {
		let backend: Backend;
		let database: Borrowed;
		beforeAll(async () => {
			database = await borrowMigrated();
			backend = await startBackend(database.url);
		});
		afterAll(async () => {
			await backend.close();
			await database.drop();
		});
		tests(() => backend);
	});
}

/** How an invitation keeps its token. */
export function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
