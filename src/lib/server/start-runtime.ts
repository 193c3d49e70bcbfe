import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import type { Database } from './database/database.ts';
import type { Ai } from './llm/ai.ts';
import type { Drafting } from './facilitator/drafting.ts';
import type { RoomAsking } from './facilitator/room-asking.ts';
import type { Asker } from './jobs/ask-for-readings.ts';
import { startBoss, stopBoss } from './jobs/boss.ts';
import { startJobs } from './jobs/jobs.ts';
import type { Inviter } from './jobs/send-invitations.ts';
import type { NoticePoster } from './jobs/send-notices.ts';
import type { WeeklyPoster } from './jobs/send-weekly-mails.ts';
import { startWeeklyMails } from './jobs/weekly-mails.ts';
import { authMails } from './mail/auth-mails.ts';
import { mailboxMail, type Post, type SendMail } from './mail/mail.ts';
import { createRateLimits } from './rate-limits.ts';
import { provideRuntime, type Runtime } from './runtime.ts';
import type { Settings } from './settings.ts';
import { takeDataFolder } from './supabase/data-folder.ts';
import type { Supabase } from './supabase/embedded.ts';
import { connectHosted } from './supabase/hosted.ts';
import { ChangeFeed } from './sync/change-feed.ts';
import type { Nodes } from './sync/nodes.ts';
import { Rooms } from './sync/rooms.ts';
import { draftFromRules, type Draft } from './workers/drafting.ts';
import type { Teller } from './webhooks/deliver.ts';
import { WorkerJobs } from './workers/worker-jobs.ts';

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
	const { SMTP_URL, MAIL_FROM, MAIL_REPLY_TO, MAIL_INBOUND_SECRET } = settings;
	const smtp = SMTP_URL ? await openMail(SMTP_URL, MAIL_FROM) : undefined;
	const sendMail = smtp?.sendMail ?? mailboxMail(openedDatabase);

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
		// It brings Supabase Lite along, which nobody needs beside a hosted one: 40 MB.
		const { startEmbedded } = await import('./supabase/embedded.ts');
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

	const nodes = await openNodes(settings.REDIS_URL, failed);
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
	const mailsByItself = Boolean(settings.SITE_URL) || !settings.SMTP_URL;
	if (!mailsByItself)
		log.warn(
			'SITE_URL is not set: nobody is asked for readings by mail, or gets a recap or a weekly mail'
		);
	const replies =
		MAIL_REPLY_TO && MAIL_INBOUND_SECRET
			? { mailbox: MAIL_REPLY_TO, secret: MAIL_INBOUND_SECRET }
			: undefined;
	const asker: Asker & WeeklyPoster & Inviter & NoticePoster & Teller = {
		database: supabase.database,
		sendMail,
		openPost: smtp?.openPost ?? (() => ({ send: sendMail, close: () => {} })),
		from: MAIL_FROM,
		replies,
		loopback: settings.WEBHOOKS_TO_LOOPBACK === '1',
		site: site.replace(/\/+$/u, ''),
		tell: (level, what, about) => log[level](about, what)
	};
	const stopTimers = startJobs(asker, mailsByItself, failed);
	const ai = await openModel(settings);
	const stopQueues = startQueues(asker, mailsByItself, ai, failed);
	const asking = ai && (await openAsking(ai, supabase.database, rooms, failed));
	const drafting = ai && (await openDrafting(ai, supabase.database, failed));
	const sharpen = ai && (await sharpenWith(ai, supabase.database, rooms));
	const runtime: Runtime = {
		version: version(root),
		supabase,
		rooms,
		changes,
		sendMail,
		hasMailbox: !settings.SMTP_URL && supabase.embedded,
		mailsByItself,
		webhooksToLoopback: settings.WEBHOOKS_TO_LOOPBACK === '1',
		site: asker.site,
		...(replies && { replies }),
		limits,
		log,
		...(settings.MAIL_BOUNCES_SECRET && { bouncesSecret: settings.MAIL_BOUNCES_SECRET }),
		...(ai && { ai }),
		...(asking && { asking }),
		...(drafting && { drafting }),
		...(sharpen && { sharpen })
	};
	provideRuntime(runtime);

	return {
		runtime,
		stop: async () => {
			ai?.stop();
			await Promise.all([stopTimers(), stopQueues(), asking?.stop(), drafting?.stop()]);
			await changes.close();
			await rooms.close();
			await nodes?.close();
			await limits.close();
			await supabase.close();
			release();
		}
	};
}

/** Begins what waits in queues when the first page has had its turn; gives back how to stop. */
function startQueues(
	poster: WeeklyPoster,
	mails: boolean,
	ai: Ai | undefined,
	onFailure: (error: unknown) => void
): () => Promise<void> {
	const { database } = poster;
	const stopping = new AbortController();
	const started = (async () => {
		await pause(1000, undefined, { signal: stopping.signal });
		const boss = await startBoss(database, onFailure);
		const draft = await draftWith(ai, database);
		const workers = new WorkerJobs({ database, boss, draft, onFailure });
		await workers.start();
		const stopMails = mails ? await startWeeklyMails(boss, poster) : undefined;
		return async () => {
			await Promise.all([workers.stop(), stopMails?.()]);
			await stopBoss(boss);
		};
	})();
	started.catch((error: unknown) => stopping.signal.aborted || onFailure(error));
	return async () => {
		stopping.abort();
		await (
			await started.catch(() => undefined)
		)?.();
	};
}

/** What brings the client of mail servers along is only loaded where there is a mail server. */
async function openMail(
	url: string,
	from: string
): Promise<{ sendMail: SendMail; openPost: () => Post }> {
	const { openSmtp, smtpMail } = await import('./mail/smtp.ts');
	return { sendMail: smtpMail(url, from), openPost: () => openSmtp(url, from) };
}

/** What brings the client of Redis along is only loaded where there is a Redis. */
async function openNodes(
	redisUrl: string | undefined,
	onFailure: (error: unknown) => void
): Promise<Nodes | undefined> {
	if (!redisUrl) return undefined;
	const { Nodes } = await import('./sync/nodes.ts');
	return new Nodes(redisUrl, onFailure);
}

/** The model is only loaded where there is one: the client alone is some megabytes. */
async function openModel(settings: Settings): Promise<Ai | undefined> {
	const { OPENAI_MODEL: model, OPENAI_API_KEY: key, OPENAI_BASE_URL: url } = settings;
	const { AI_API: api, AI_SCHEMA: schema, AI_TOKENS_A_MEETING, AI_TOKENS_A_DAY } = settings;
	if (!model) return undefined;
	const { Model } = await import('./llm/ask-model.ts');
	const { Ai } = await import('./llm/ai.ts');
	const asked = new Model({ model, api, schema, ...(key && { key }), ...(url && { url }) });
	const limits = { meeting: AI_TOKENS_A_MEETING, day: AI_TOKENS_A_DAY };
	const ai = new Ai(asked, limits, {
		...{ model, api, schema },
		host: url ? new URL(url).host : 'OpenAI'
	});
	ai.start();
	return ai;
}

async function openAsking(
	ai: Ai,
	database: Database,
	rooms: Rooms,
	onFailure: (error: unknown) => void
): Promise<RoomAsking> {
	const { RoomAsking } = await import('./facilitator/room-asking.ts');
	return new RoomAsking({ ai, database, rooms, onFailure });
}

async function openDrafting(
	ai: Ai,
	database: Database,
	onFailure: (error: unknown) => void
): Promise<Drafting> {
	const { Drafting } = await import('./facilitator/drafting.ts');
	return new Drafting({ ai, database, onFailure });
}

async function sharpenWith(ai: Ai, database: Database, rooms: Rooms): Promise<Runtime['sharpen']> {
	const { sharpenAnswer } = await import('./facilitator/sharpen-answer.ts');
	return (wanted, signal) => sharpenAnswer({ ai, database, rooms }, wanted, signal);
}

async function draftWith(ai: Ai | undefined, database: Database): Promise<Draft> {
	if (!ai) return draftFromRules;
	const { draftFromModel } = await import('./workers/draft-from-model.ts');
	return draftFromModel(ai.model, database, ai.limits.day);
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
