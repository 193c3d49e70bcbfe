import { setImmediate } from 'node:timers/promises';
import { fuzzystrmatch } from '@electric-sql/pglite/contrib/fuzzystrmatch';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { App } from '@supabase/lite';
import { PgliteConnection } from '@supabase/lite/pglite';
import { createClient } from '@supabase/supabase-js';
import { expect, test } from 'vitest';
import { migrations, startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import { found, join, type Person, type Team } from '../../../../supabase/tests/people.ts';
import { migrate } from '../database/migrate.ts';
import { wrapPglite } from '../database/pglite.ts';
import { claimsSignedWith } from './claims.ts';

const patience = { timeout: 90_000 };

test(
	'people never get a row of another, while the server writes on the same database',
	patience,
	async () => {
		const backend = await startBackend();
		const { answered, foreign, written } = await crowd(backend, 1800);
		await backend.close();
		expect({ answered, foreign }).toEqual({ answered: 1800, foreign: 0 });
		expect(written).toBeGreaterThan(100);
	}
);

test('the driver that comes with Supabase Lite would leak rows of another', async () => {
	const backend = await startWithStockDriver();
	const { foreign } = await crowd(backend, 120);
	await backend.close();
	expect(foreign).toBeGreaterThan(0);
});

/**
 * Two people of different workspaces ask at once, between transactions of the server's own. Says
 * how many got their own row, how many got a foreign one, and how often the server wrote.
 */
async function crowd(
	backend: Backend,
	requests: number
): Promise<{ answered: number; foreign: number; written: number }> {
	const ada = await join(backend, 'Ada');
	const grace = await join(backend, 'Grace');
	const sides: [Person, Team][] = [
		[ada, await found(ada, 'Northwind Robotics', 'Leadership team')],
		[grace, await found(grace, 'Contoso', 'Board')]
	];
	for (const [, team] of sides)
		await backend.database.query('insert into public.metrics (team_id, name) values ($1, $2)', [
			team.id,
			'Robots shipped'
		]);

	let answered = 0;
	let foreign = 0;
	let written = 0;
	const ask = async ([person, team]: [Person, Team]) => {
		const { data, error } = await person.client.from('metrics').select('team_id');
		if (!error && data.some((row) => row.team_id === team.id)) answered += 1;
		if ((data ?? []).some((row) => row.team_id !== team.id)) foreign += 1;
	};
	let asking = true;
	const write = async () => {
		while (asking)
			await backend.database
				.transaction(async (queries) => {
					await queries.query('select count(*) from public.metrics');
					// Real transactions wait for something now and then, and requests line up meanwhile.
					await setImmediate();
					await queries.query('update public.metrics set position = position + 1');
				})
				.then(() => (written += 1))
				// With the stock driver our own transactions break as well.
				.catch(() => setImmediate());
	};

	const writers = [write(), write(), write()];
	for (let sent = 0; sent < requests; sent += 60)
		await Promise.all(Array.from({ length: 30 }, () => sides.map(ask)).flat());
	asking = false;
	await Promise.all(writers);
	return { answered, foreign, written };
}

/** Supabase Lite as it comes, on the same migrations. */
async function startWithStockDriver(): Promise<Backend> {
	const codes = new Map<string, string>();
	const keep = async (email: string, _token: string, code: string) => void codes.set(email, code);
	const connection = new PgliteConnection({
		pgliteOptions: { extensions: { fuzzystrmatch, pg_trgm } }
	});
	const database = wrapPglite(connection.driver);
	await database.execute(`
		create role anon nologin;
		create role authenticated nologin;
		create role service_role nologin bypassrls;
		grant usage on schema public to anon, authenticated, service_role;
	`);
	const key = 'sb_publishable_test';
	const secret = 'a secret of at least thirty-two characters';
	const app = new App({
		connection,
		auth: {
			enabled: true,
			jwt_secret: secret,
			publishable_key: key,
			minimum_password_length: 10,
			site_url: 'http://localhost',
			email: { enable_confirmations: true, otp_length: 6, otp_expiry: 900 }
		}
	});
	app._mailer = {
		sendConfirmation: keep,
		sendRecovery: keep,
		sendMagicLink: keep,
		sendEmailChange: keep,
		sendReauthentication: async () => {}
	};
	await app.ensureSystemSchema();
	Reflect.set(connection, 'rlsState', 'active');
	await database.execute(
		'grant usage on schema auth to anon, authenticated; grant execute on all functions in schema auth to anon, authenticated;'
	);
	await migrate(database, migrations);
	const url = 'http://supabase.embedded';
	const send: typeof fetch = async (input, init) => app.fetch(new Request(input, init));
	return {
		url,
		key,
		fetch: send,
		claimsOf: claimsSignedWith(secret),
		database,
		embedded: true,
		close: () => database.close(),
		visitor: () =>
			createClient(url, key, {
				global: { fetch: send },
				auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false }
			}),
		code: (email) => codes.get(email) ?? ''
	};
}
