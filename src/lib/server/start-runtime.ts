import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { pino } from 'pino';
import type { Database } from './database/database.ts';
import type { Asker } from './jobs/ask-for-readings.ts';
import { startJobs } from './jobs/jobs.ts';
import { authMails } from './mail/auth-mails.ts';
import { mailboxMail, smtpMail } from './mail/mail.ts';
import { createRateLimits } from './rate-limits.ts';
import { provideRuntime, type Runtime } from './runtime.ts';
import type { Settings } from './settings.ts';
import { takeDataFolder } from './supabase/data-folder.ts';
import { startEmbedded, type Supabase } from './supabase/embedded.ts';
import { connectHosted } from './supabase/hosted.ts';
import { ChangeFeed } from './sync/change-feed.ts';
import { Nodes } from './sync/nodes.ts';
import { Rooms } from './sync/rooms.ts';

/** Starts everything but HTTP: the database, mails, live documents and jobs. */
export async function startRuntime(
	settings: Settings,
	root: string
): Promise<{ runtime: Runtime; stop: () => Promise<void> }> {
	const log = pino({ level: settings.LOG_LEVEL, base: null });
	const failed = (error: unknown) => log.error({ error: describe(error) }, 'something went wrong');

	const opened: { database?: Database } = {};
	const openedDatabase = () => {
		if (!opened.database) throw new Error('The database is not open yet');
		return opened.database;
	};
	const sendMail = settings.SMTP_URL
		? smtpMail(settings.SMTP_URL, settings.MAIL_FROM)
		: mailboxMail(openedDatabase);

	const migrations = join(root, 'supabase', 'migrations');
	const { supabase, release } = await openSupabase();
	opened.database = supabase.database;

	async function openSupabase(): Promise<{ supabase: Supabase; release: () => void }> {
		const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, DATABASE_URL } = settings;
		if (SUPABASE_URL && SUPABASE_PUBLISHABLE_KEY && DATABASE_URL) {
			const options = { url: SUPABASE_URL, key: SUPABASE_PUBLISHABLE_KEY, migrations };
			return {
				supabase: await connectHosted({ ...options, databaseUrl: DATABASE_URL }),
				release: () => {}
			};
		}
		const mails = authMails(sendMail);
		if (DATABASE_URL)
			return {
				supabase: await startEmbedded({ databaseUrl: DATABASE_URL, migrations, mails }),
				release: () => {}
			};
		const dataDir = isAbsolute(settings.DATA_DIR)
			? settings.DATA_DIR
			: join(root, settings.DATA_DIR);
		const { release } = takeDataFolder(dataDir);
		try {
			return { supabase: await startEmbedded({ dataDir, migrations, mails }), release };
		} catch (error) {
			release();
			throw error;
		}
	}

	const nodes = settings.REDIS_URL ? new Nodes(settings.REDIS_URL, failed) : undefined;
	const rooms = new Rooms({
		database: supabase.database,
		...(nodes ? { nodes } : {}),
		parkAfterMs: settings.PARK_AFTER_SECONDS * 1000,
		onFailure: failed
	});
	await rooms.watchAbandoned();
	const changes = new ChangeFeed(supabase.database, failed);
	const limits = await createRateLimits(settings.REDIS_URL, failed);
	const site = settings.SITE_URL ?? `http://localhost:${settings.PORT}`;
	const asks = Boolean(settings.SITE_URL) || !settings.SMTP_URL;
	if (!asks) log.warn('SITE_URL is not set: nobody is asked for readings by mail');
	const asker: Asker = {
		database: supabase.database,
		sendMail,
		site: site.replace(/\/+$/u, ''),
		tell: (level, what, about) => log[level](about, what)
	};
	const stopJobs = startJobs(asker, asks, failed);
	const runtime: Runtime = {
		version: version(root),
		supabase,
		rooms,
		changes,
		sendMail,
		hasMailbox: !settings.SMTP_URL && supabase.embedded,
		limits,
		log
	};
	provideRuntime(runtime);

	return {
		runtime,
		stop: async () => {
			await stopJobs();
			await changes.close();
			await rooms.close();
			await nodes?.close();
			await limits.close();
			await supabase.close();
			release();
		}
	};
}

function version(root: string): string {
	const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		version: string;
	};
	return version;
}

/** Name, message and code of an error; never the parameters, which are what people typed. */
export function describe(error: unknown): { name: string; message: string; code?: string } {
	if (!(error instanceof Error)) return { name: 'Error', message: 'unknown' };
	const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
	return { name: error.name, message: error.message, ...code };
}
