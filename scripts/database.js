import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import process from 'node:process';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { format, resolveConfig } from 'prettier';

const project = fileURLToPath(new URL('..', import.meta.url));
/**
 * The official Supabase CLI. It is no dependency: the packages of its other platforms are not to be
 * had everywhere, and one that is missing would stop every clean install.
 */
const supabase = process.env.SUPABASE_CLI ?? 'supabase';

/** Where the committed types of the database live. */
export const typesFile = fileURLToPath(
	new URL('../src/lib/server/database-types.ts', import.meta.url)
);

/**
 * What a new project on hosted Supabase has before our migrations run, as far as they touch it.
 * The API roles may do everything by default there, which the migrations have to take back.
 */
const hosted = `
	do $$ begin
		if not exists (select from pg_roles where rolname = 'anon') then create role anon nologin; end if;
		if not exists (select from pg_roles where rolname = 'authenticated') then create role authenticated nologin; end if;
		if not exists (select from pg_roles where rolname = 'service_role') then create role service_role nologin bypassrls; end if;
	exception when duplicate_object or unique_violation then null;
	end $$;
	grant usage on schema public to anon, authenticated, service_role;
	alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
	alter default privileges in schema public grant all on functions to anon, authenticated, service_role;
	alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
	create schema auth;
	create table auth.users (id uuid primary key, email text unique, raw_user_meta_data jsonb);
	alter table auth.users enable row level security;
	create function auth.uid() returns uuid language sql stable
		as $$ select nullif(current_setting('request.jwt.claims', true)::jsonb ->> 'sub', '')::uuid $$;
	grant usage on schema auth to anon, authenticated, service_role;
`;

/**
 * Lends a fresh database that looks like a new hosted project, and drops it afterwards.
 *
 * @template Result
 * @param {string} server The URL of a PostgreSQL server whose user may create databases.
 * @param {(url: string) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withHostedDatabase(server, work) {
	const name = `drumbeat_test_${randomBytes(6).toString('hex')}`;
	const admin = postgres(server, { max: 1, onnotice: () => {} });
	const url = new URL(server);
	url.pathname = `/${name}`;
	try {
		await admin.unsafe(`create database ${name}`);
		const fresh = postgres(url.href, { max: 1, onnotice: () => {} });
		await fresh.unsafe(hosted).simple();
		await fresh.end();
		return await work(url.href);
	} finally {
		await admin.unsafe(`drop database if exists ${name} with (force)`);
		await admin.end();
	}
}

/**
 * Applies supabase/migrations with the official CLI.
 *
 * @param {string} url
 */
export function pushMigrations(url) {
	return run('db', 'push', '--yes', remote(url));
}

/**
 * The types of the database at this address, formatted as the project is.
 *
 * @param {string} url
 */
export async function generateTypes(url) {
	const types = await run(
		'gen',
		'types',
		'--lang',
		'typescript',
		'--schema',
		'public',
		remote(url)
	);
	return format(types, { ...(await resolveConfig(typesFile)), filepath: typesFile });
}

/** @typedef {{ name: string, level: string, detail: string, cache_key: string }} Finding */

/**
 * What Supabase's security and performance advisors say about the database.
 *
 * @param {string} url
 * @returns {Promise<{ passed: boolean, findings: Finding[] }>} Whether nothing was worth a warning,
 *   and everything they found, remarks included.
 */
export async function askAdvisors(url) {
	const ask = ['db', 'advisors', '--type', 'all', '--level', 'info', '--fail-on', 'warn'];
	/** @type {(output: string) => Finding[]} */
	const parse = (output) => (output.trim().startsWith('[') ? JSON.parse(output) : []);
	try {
		return { passed: true, findings: parse(await run(...ask, remote(url))) };
	} catch (error) {
		if (!(error instanceof Error && 'stdout' in error && String(error.stdout).startsWith('[')))
			throw error;
		return { passed: false, findings: parse(String(error.stdout)) };
	}
}

/** @param {string} url */
function remote(url) {
	const address = new URL(url);
	if (!address.searchParams.has('sslmode')) address.searchParams.set('sslmode', 'disable');
	return `--remote=${address.href}`;
}

/** @param {string[]} parameters */
async function run(...parameters) {
	const { stdout } = await promisify(execFile)(process.execPath, [supabase, ...parameters], {
		cwd: project,
		env: { ...process.env, DO_NOT_TRACK: '1' },
		maxBuffer: 2 ** 26
	});
	return stdout;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const server = process.env.TEST_DATABASE_URL;
	if (!server) {
		console.error('Set TEST_DATABASE_URL to a PostgreSQL server whose user may create databases.');
		process.exit(1);
	}
	await withHostedDatabase(server, async (url) => {
		await pushMigrations(url);
		await writeFile(typesFile, await generateTypes(url));
	});
	console.log('Wrote src/lib/server/database-types.ts');
}
