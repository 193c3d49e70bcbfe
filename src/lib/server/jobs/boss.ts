import type {
	Db,
	JobWithMetadata,
	PgBoss,
	QueueOptions,
	ScheduleOptions,
	WorkOptions
} from 'pg-boss';
import type { Database, Parameter, Queries } from '../database/database.ts';

/**
 * Starts pg-boss on the database of this node. It keeps its tables in a schema of its own, makes
 * and migrates it when it starts, and hears of jobs of any node by notification.
 */
export async function startBoss(
	database: Database,
	onFailure: (error: unknown) => void
): Promise<PgBoss> {
	// Loaded when it is started: with its own driver it takes a fifth of a second.
	const { PgBoss } = await import('pg-boss');
	const boss = new PgBoss({
		db: onDatabase(database),
		useListenNotify: true,
		// An idle node asks the database little: the embedded one is in the same process.
		registerInstance: false,
		superviseIntervalSeconds: 30,
		monitorIntervalSeconds: 30,
		flowIntervalSeconds: 3600,
		clockMonitorIntervalSeconds: 600,
		cronMonitorIntervalSeconds: 45,
		cronWorkerIntervalSeconds: 30,
		reindex: false,
		monitorVacuum: false
	});
	boss.on('error', onFailure);
	// Of two nodes that make the schema at once, the second finds it at its next attempt.
	await boss.start({ attempts: 5 });
	return boss;
}

/** Ends the work of this node; what it could not end within the time is begun again by another. */
export const stopBoss = (boss: PgBoss) => boss.stop({ graceful: true, timeout: 5000 });

const scriptOfItsOwn = /^\s*BEGIN;([\s\S]*)COMMIT;\s*$/u;

function onDatabase(database: Database): Db {
	return {
		executeSql: async (text, values) => {
			// Scripts bring their own transaction, which a pool can only keep together by its own.
			const script = values?.length ? undefined : scriptOfItsOwn.exec(text)?.[1];
			if (script !== undefined) return { rows: await database.execute(script) };
			return onQueries(database).executeSql(text, values);
		},
		listen: async (channel, heard, listens) => {
			const close = await database.listen(channel, heard, listens);
			listens();
			return { close };
		}
	};
}

/** Lets pg-boss send and settle jobs in a transaction of ours, so that both hold or neither. */
export const onQueries = (queries: Queries): Db => ({
	// It passes lists of text too, which both drivers take.
	executeSql: async (text, values) => ({ rows: await queries.query(text, values as Parameter[]) })
});

/** How many jobs a command found as it expected them; its types leave that out. */
export const affectedBy = (response: object) => (response as { affected: number }).affected;

/** Makes a queue, or has the one that is there go by these rules from now on. */
export async function openQueue(
	boss: PgBoss,
	name: string,
	options: QueueOptions & { deadLetter?: string }
): Promise<void> {
	const rules = { notify: true, ...options };
	if (await boss.getQueue(name)) await boss.updateQueue(name, rules);
	else await boss.createQueue(name, rules);
}

/**
 * Works on a queue, on so many jobs at once. What is sent is begun at once; looking by itself, twice
 * a minute, is for what is tried again and for lost notifications.
 */
export async function workOn<Data extends object>(
	boss: PgBoss,
	queue: string,
	{ atOnce, ...more }: WorkOptions & { atOnce: number },
	work: (job: JobWithMetadata<Data>) => Promise<void>
): Promise<void> {
	const options = {
		includeMetadata: true,
		pollingIntervalSeconds: 10,
		notifyPollingIntervalSeconds: 30,
		...more
	} as const;
	for (let count = 0; count < atOnce; count += 1) {
		const worker: { id?: string } = {};
		worker.id = await boss.work<Data>(queue, options, async ([job]) => {
			try {
				if (job) await work(job as JobWithMetadata<Data>);
			} finally {
				// There may be more: whoever has ended one looks again at once.
				if (worker.id) boss.notifyWorker(worker.id);
			}
		});
	}
}

/** Does something by the clock, on one node at a time, and once more for times nobody was up. */
export async function workByClock(
	boss: PgBoss,
	queue: string,
	cron: string,
	work: () => Promise<void>,
	options: ScheduleOptions = {}
): Promise<void> {
	await openQueue(boss, queue, { retryLimit: 0, heartbeatSeconds: 30, deleteAfterSeconds: 3600 });
	await boss.schedule(queue, cron, null, { missed: 'once', ...options });
	await workOn(boss, queue, { atOnce: 1 }, work);
}
