import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	askAdvisors,
	generateTypes,
	pushMigrations,
	typesFile,
	withHostedDatabase
} from '../../scripts/database.js';
import { missingMigrations } from '../../src/lib/server/database/migrate.ts';
import { openPostgres } from '../../src/lib/server/database/postgres.ts';
import { migrations, server } from './backends.ts';
import { columnsOpenTo, functionsOpenTo, mayDelete, unguarded } from './catalogue.ts';
import { expectations, tableOf } from './expectations.ts';

/** What the advisors remark on, below a warning, and why it stays as it is. */
const exceptions: { name: string; detail: RegExp; why: string }[] = [
	{
		name: 'unused_index',
		detail: /^Index `\w+` on table `(public|private)\.\w+` has not been used$/,
		why: 'The database is a second old and nobody has asked it anything.'
	},
	{
		name: 'rls_enabled_no_policy',
		detail:
			/^Table `private\.(documents|updates|mailbox|asking_mails|wanted_mails|weekly_mails|weekly_mail_keys|worker_pictures|silent_cards|silent_health|search_words|calendar_invitations|workspace_uploads|workspace_upload_parts|blind_questions|blind_boxes|blind_answered|notices|notice_keys|told_things|reply_threads|mail_answers|imported_rows)` has RLS enabled, but no policies exist$/,
		why: 'Only the server reads these, over its own connection; no policy means no person does.'
	}
];

const cli = process.env.SUPABASE_CLI;

describe.skipIf(!server || !cli)(
	server && cli
		? 'a hosted project'
		: 'a hosted project (needs TEST_DATABASE_URL and SUPABASE_CLI)',
	() => {
		let url: string;
		let giveBack: () => void;
		let lent: Promise<void>;

		beforeAll(async () => {
			const { promise, resolve } = Promise.withResolvers<void>();
			giveBack = resolve;
			await new Promise<void>((ready, failed) => {
				lent = withHostedDatabase(server ?? '', async (address) => {
					url = address;
					await pushMigrations(url);
					ready();
					await promise;
				});
				lent.catch(failed);
			});
		});
		afterAll(async () => {
			giveBack();
			await lent;
		});

		test('takes every migration from the official CLI, and the server finds none missing', async () => {
			const database = openPostgres(url);
			expect(await missingMigrations(database, migrations)).toEqual([]);
			await database.close();
		});

		test('ends up with the same rights, though it gives the API everything at first', async () => {
			const database = openPostgres(url);
			expect(await unguarded(database)).toEqual([]);
			for (const [name, expected] of Object.entries(expectations)) {
				const table = tableOf(name);
				const rights = [
					await columnsOpenTo(database, 'authenticated', table, 'insert'),
					await columnsOpenTo(database, 'authenticated', table, 'update'),
					await mayDelete(database, 'authenticated', table),
					await columnsOpenTo(database, 'anon', table, 'select')
				];
				expect(rights, name).toEqual([
					expected.enters,
					expected.edits,
					expected.delete.length > 0,
					''
				]);
			}
			expect(await functionsOpenTo(database, 'anon', 'public')).toEqual(['find_invitation']);
			await database.close();
		});

		test('has the types that are committed; `node scripts/database.js` writes them', async () => {
			expect(await generateTypes(url)).toBe(await readFile(typesFile, 'utf8'));
		});

		test('satisfies the advisors of Supabase, but for what is explained here', async () => {
			const { passed, findings } = await askAdvisors(url);
			const unexplained = findings.filter(
				(finding) =>
					!exceptions.some(
						({ name, detail }) => name === finding.name && detail.test(finding.detail)
					)
			);
			expect(unexplained).toEqual([]);
			expect(passed).toBe(true);
			for (const { name } of exceptions)
				expect(findings.map((finding) => finding.name)).toContain(name);
		});

		test('is warned about a table without row-level security', async () => {
			const database = openPostgres(url);
			await database.query('create table public.forgotten (id int primary key)');
			await database.query('grant select on public.forgotten to anon');
			const { passed, findings } = await askAdvisors(url);
			await database.query('drop table public.forgotten');
			await database.close();
			expect(passed).toBe(false);
			expect(findings.map((finding) => finding.name)).toContain('rls_disabled_in_public');
		});
	}
);
