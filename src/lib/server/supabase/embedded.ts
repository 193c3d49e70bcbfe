import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fuzzystrmatch } from '@electric-sql/pglite/contrib/fuzzystrmatch';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { App, type Connection } from '@supabase/lite';
import { PgliteConnection } from '@supabase/lite/pglite';
import { PostgresConnection } from '@supabase/lite/postgres';
import { Kysely } from 'kysely';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { wrapPglite } from '../database/pglite.ts';
import { openPostgres } from '../database/postgres.ts';
import type { AuthMails } from '../mail/auth-mails.ts';
import { pgliteDialect } from './pglite-dialect.ts';
import { claimsSignedWith, type Claims } from './claims.ts';
import { Refusal } from './data-folder.ts';

/** What the rest of Drumbeat needs to know of a Supabase, embedded or hosted. */
export type Supabase = {
	url: string;
	/** The publishable key: a person without a session. */
	key: string;
	fetch: typeof fetch;
	/** Whose access token it is; undefined when nobody made it here, or when it has run out. */
	claimsOf: (token: string) => Promise<Claims | undefined>;
	database: Database;
	embedded: boolean;
	close: () => Promise<void>;
};

export type EmbeddedOptions = {
	/** Where PGlite keeps its files; left out, everything is in memory. */
	dataDir?: string;
	/** A PostgreSQL server to use instead of PGlite. */
	databaseUrl?: string;
	migrations: string;
	mails: AuthMails;
};

const roles = `
	do $$ begin
		if not exists (select from pg_roles where rolname = 'anon') then create role anon nologin; end if;
		if not exists (select from pg_roles where rolname = 'authenticated') then create role authenticated nologin; end if;
		if not exists (select from pg_roles where rolname = 'service_role') then create role service_role nologin bypassrls; end if;
	exception when duplicate_object or unique_violation then null;
	end $$;
	grant usage on schema public to anon, authenticated, service_role;
`;

const settings = `
	create schema if not exists private;
	create table if not exists private.boot_settings (key text primary key, value text not null);
	revoke all on private.boot_settings from public;
`;

/**
 * Lite prints failed statements with their parameters, which are what people typed. Whoever asked
 * gets the error all the same, so inside its requests console.error says nothing.
 */
const insideLite = new AsyncLocalStorage<boolean>();
const printError = console.error;
console.error = (...parts: unknown[]) => {
	if (!insideLite.getStore()) printError(...parts);
};

/** Starts Supabase Lite in this process, on PGlite or on a PostgreSQL server, and migrates it. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Supabase> {
	const { connection, database } = open(options);
	try {
		await database.query('select 1');
	} catch {
		throw new Refusal(
			'The database in DATABASE_URL cannot be reached. Check the address, and that it is running.'
		);
	}
	const boot = () => prepare(options, connection, database);
	return options.databaseUrl ? oneAtATime(database, boot) : boot();
}

/** Nodes that start at once on one server wait for each other; PGlite has one process anyway. */
function oneAtATime<Result>(database: Database, work: () => Promise<Result>): Promise<Result> {
	return database.transaction(async (queries) => {
		await queries.query("select pg_advisory_xact_lock(hashtext('drumbeat start'))");
		return work();
	});
}

async function prepare(
	options: EmbeddedOptions,
	connection: Connection,
	database: Database
): Promise<Supabase> {
	await database.execute(roles + settings);
	const secret = await setting(database, 'session key', () =>
		randomBytes(32).toString('base64url')
	);
	const key = await setting(
		database,
		'publishable key',
		() => `sb_publishable_${randomBytes(16).toString('base64url')}`
	);

	const app = new App({
		connection,
		auth: {
			enabled: true,
			jwt_secret: secret,
			jwt_expiry: 3600,
			publishable_key: key,
			minimum_password_length: 10,
			site_url: 'http://localhost',
			email: { enable_confirmations: true, otp_length: 6, otp_expiry: 900 }
		},
		options: {}
	});
	app._mailer = options.mails;
	await app.ensureSystemSchema();
	// Lite would grant everything to everyone on the first request; our migrations say who may what.
	Reflect.set(connection, 'rlsState', 'active');
	await database.execute(
		'grant usage on schema auth to anon, authenticated, service_role; grant execute on all functions in schema auth to anon, authenticated, service_role;'
	);
	await migrate(database, options.migrations);

	return {
		url: 'http://supabase.embedded',
		key,
		embedded: true,
		database,
		claimsOf: claimsSignedWith(secret),
		fetch: (input, init) => insideLite.run(true, () => app.fetch(new Request(input, init))),
		close: async () => {
			await database.close();
			if (options.databaseUrl) await connection.close();
		}
	};
}

function open(options: EmbeddedOptions): { connection: Connection; database: Database } {
	if (options.databaseUrl) {
		const connection = new PostgresConnection({
			url: options.databaseUrl,
			postgresOptions: { onnotice: () => {}, max: 10 }
		});
		return { connection, database: openPostgres(options.databaseUrl) };
	}
	const connection = new PgliteConnection({
		...(options.dataDir ? { url: join(options.dataDir, 'database') } : {}),
		// What the search guesses misspelt words with; hosted databases have both.
		pgliteOptions: { extensions: { fuzzystrmatch, pg_trgm } }
	});
	connection.kysely = new Kysely({ dialect: pgliteDialect(connection.driver) });
	return { connection, database: wrapPglite(connection.driver) };
}

/** A value that is made once and then stays, the same on every node that shares the database. */
async function setting(database: Database, key: string, make: () => string): Promise<string> {
	await database.query(
		'insert into private.boot_settings (key, value) values ($1, $2) on conflict do nothing',
		[key, make()]
	);
	const [row] = await database.query<{ value: string }>(
		'select value from private.boot_settings where key = $1',
		[key]
	);
	if (!row) throw new Error(`The setting ${key} was not kept`);
	return row.value;
}
