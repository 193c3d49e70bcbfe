import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMigrations } from '../../src/lib/server/database/migrate.ts';
import { openPostgres } from '../../src/lib/server/database/postgres.ts';
import { startEmbedded } from '../../src/lib/server/supabase/embedded.ts';
import { borrowDatabase, type Borrowed } from './borrow.ts';

// Migrating takes seconds, and nearly every test wants a database that has been: the first to ask
// makes a template, named by what went into it, and everybody takes copies.

const migrations = join(import.meta.dirname, '../migrations');
const root = join(import.meta.dirname, '../..');
const kept = 24 * 60 * 60 * 1000; // ms a template of other migrations is kept

const silent = async () => {};
const mails = {
	sendConfirmation: silent,
	sendRecovery: silent,
	sendMagicLink: silent,
	sendEmailChange: silent,
	sendReauthentication: silent
};

/** Fills a data folder with a migrated embedded database in which nobody is. */
export async function copyEmbedded(folder: string): Promise<void> {
	await cp(await embeddedTemplate(), folder, {
		recursive: true,
		mode: constants.COPYFILE_FICLONE
	});
}

/** A migrated database on the PostgreSQL server in which nobody is; `drop` takes it away again. */
export async function borrowMigrated(): Promise<Borrowed> {
	return borrowDatabase({ template: await serverTemplate() });
}

let embedded: Promise<string> | undefined;
let onServer: Promise<string> | undefined;

const embeddedTemplate = () => (embedded ??= makeEmbedded());
const serverTemplate = () => (onServer ??= makeOnServer());

async function makeEmbedded(): Promise<string> {
	const folder = join(tmpdir(), `drumbeat-template-${await fingerprint()}`);
	if (await exists(folder)) return folder;
	await removeOld();
	const own = await mkdtemp(`${folder}-`);
	const supabase = await startEmbedded({ dataDir: own, migrations, mails });
	await supabase.close();
	// Of several test processes that made one at the same time, the first wins.
	await rename(own, folder).catch(() => rm(own, { recursive: true, force: true }));
	return folder;
}

async function removeOld(): Promise<void> {
	const names = (await readdir(tmpdir())).filter((name) => name.startsWith('drumbeat-template-'));
	for (const name of names) {
		const path = join(tmpdir(), name);
		const made = await stat(path).catch(() => undefined);
		if (made && Date.now() - made.mtimeMs > kept) await rm(path, { recursive: true, force: true });
	}
}

async function makeOnServer(): Promise<string> {
	const name = `drumbeat_template_${await fingerprint()}`;
	const admin = openPostgres(process.env.TEST_DATABASE_URL ?? '', { connections: 2 });
	try {
		await admin.transaction(async (queries) => {
			await queries.query("select pg_advisory_xact_lock(hashtext('drumbeat test template'))");
			const all = await queries.query<{ name: string; age: number }>(
				`select datname::text as name,
					extract(epoch from now() - shobj_description(oid, 'pg_database')::timestamptz) * 1000 as age
				from pg_database where datname like 'drumbeat\\_template\\_%'`
			);
			if (all.some((one) => one.name === name)) return;
			// Another checkout may be testing on this server, with migrations of its own.
			for (const old of all)
				if (Number(old.age) > kept) await admin.query(`drop database if exists ${old.name}`);
			const borrowed = await borrowDatabase();
			const supabase = await startEmbedded({ databaseUrl: borrowed.url, migrations, mails });
			await supabase.close();
			await admin.query(`comment on database ${borrowed.name} is '${new Date().toISOString()}'`);
			await admin.query(`alter database ${borrowed.name} rename to ${name}`);
		});
	} finally {
		await admin.close();
	}
	return name;
}

/** The same for the same migrations on the same versions of what applies them. */
async function fingerprint(): Promise<string> {
	const hash = createHash('sha256');
	for (const { version, statements } of await readMigrations(migrations))
		hash.update(version).update(statements);
	for (const file of ['package.json', 'src/lib/server/supabase/embedded.ts'])
		hash.update(await readFile(join(root, file)));
	return hash.digest('hex').slice(0, 16);
}

const exists = (path: string) =>
	stat(path).then(
		() => true,
		() => false
	);

/** A new folder for the data of one test. */
export const newFolder = () => mkdtemp(join(tmpdir(), 'drumbeat-data-'));
