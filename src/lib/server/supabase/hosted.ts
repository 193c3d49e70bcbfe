import { join } from 'node:path';
import { missingMigrations } from '../database/migrate.ts';
import { openPostgres } from '../database/postgres.ts';
import { claimsKnownAt } from './claims.ts';
import { Refusal } from './data-folder.ts';
import type { Supabase } from './embedded.ts';

export type HostedOptions = { url: string; key: string; databaseUrl: string; migrations: string };

/** Connects to a Supabase that runs elsewhere, and refuses one that cannot serve. */
export async function connectHosted(options: HostedOptions): Promise<Supabase> {
	const health = await fetch(new URL('/auth/v1/health', options.url), {
		headers: { apikey: options.key },
		signal: AbortSignal.timeout(10_000)
	}).catch(() => undefined);
	if (!health?.ok)
		throw new Refusal(
			`Supabase at ${options.url} cannot be reached. Check SUPABASE_URL and SUPABASE_PUBLISHABLE_KEY.`
		);

	const database = openPostgres(options.databaseUrl);
	try {
		await database.query('select 1');
	} catch {
		throw new Refusal(
			'The database in DATABASE_URL cannot be reached. Copy the connection string from your Supabase project.'
		);
	}
	const missing = await missingMigrations(database, options.migrations);
	if (missing.length > 0) {
		await database.close();
		throw new Refusal(
			`Supabase at ${options.url} lacks ${missing.length} migrations. Run: npx supabase db push --remote="$DATABASE_URL" (they are in ${join('supabase', 'migrations')}).`
		);
	}
	return {
		url: options.url,
		key: options.key,
		embedded: false,
		fetch,
		claimsOf: claimsKnownAt(options.url, options.key),
		database,
		close: () => database.close()
	};
}
