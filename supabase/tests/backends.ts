import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe } from 'vitest';
import { openPostgres } from '../../src/lib/server/database/postgres.ts';
import { startEmbedded, type Supabase } from '../../src/lib/server/supabase/embedded.ts';

export const migrations = join(import.meta.dirname, '../migrations');

/** A PostgreSQL server whose user may create databases. */
export const server = process.env.TEST_DATABASE_URL;

export type Backend = Supabase & {
	/** A browser nobody has signed in on. */
	visitor: () => SupabaseClient;
	/** The newest code that was mailed to this address. */
	code: (email: string) => string;
};

/** Starts Supabase on a database of its own: in memory, or a new one at `databaseUrl`. */
export async function startBackend(databaseUrl?: string): Promise<Backend> {
	const codes = new Map<string, string>();
	const keep = async (email: string, _token: string, code: string) => void codes.set(email, code);
	const supabase = await startEmbedded({
		...(databaseUrl ? { databaseUrl } : {}),
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
		visitor: () =>
			createClient(supabase.url, supabase.key, {
				global: { fetch: supabase.fetch },
				auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false }
			}),
		code: (email) => codes.get(email) ?? ''
	};
}

/** Makes an empty database on the PostgreSQL server; `drop` takes it away again. */
export async function borrowDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
	if (!server) throw new Error('needs TEST_DATABASE_URL');
	const name = `drumbeat_test_${randomBytes(6).toString('hex')}`;
	const admin = openPostgres(server, { connections: 1 });
	await admin.query(`create database ${name}`);
	const url = new URL(server);
	url.pathname = `/${name}`;
	return {
		url: url.href,
		drop: async () => {
			await admin.query(`drop database if exists ${name} with (force)`);
			await admin.close();
		}
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
		let database: Awaited<ReturnType<typeof borrowDatabase>>;
		beforeAll(async () => {
			database = await borrowDatabase();
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
