import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { Database } from '../database/database.ts';
import { affectedBy, onQueries, openQueue, workOn } from '../jobs/boss.ts';
import type { Draft } from './drafting.ts';
import { listEarlierRows } from './earlier-rows.ts';
import { keepPlan } from './keep-plan.ts';
import {
	beginRun,
	giveUpRun,
	handBackRun,
	leaveRun,
	runQueue,
	sendRuns,
	whichAreWanted,
	type Begun,
	type RunJob
} from './runs.ts';

type Options = {
	database: Database;
	boss: PgBoss;
	draft: Draft;
	onFailure: (error: unknown) => void;
	/** How many are drafted at once on this server. */
	most?: number;
	/** Seconds a draft may take. */
	longest?: number;
};

/** Jobs that were given up without their server: it was killed in the last of their tries. */
const lostQueue = 'worker-runs-lost';
const lookAgain = 30_000;
const failed = 'It failed three times. Nothing was kept: ask for it again.';
const lost = 'It was begun three times and never ended. Nothing was kept: ask for it again.';

type Run = JobWithMetadata<RunJob>;

/**
 * Drafts what people ask workers for. A run is a job of pg-boss, which gives it to one server, ends
 * it when it takes too long, and tries it again, also when its server was killed. This server hears
 * of new and of cancelled runs by the change feed.
 */
export class WorkerJobs {
	readonly #options: Options;
	readonly #running = new Map<string, AbortController>();
	#looking: Promise<void> | undefined;
	#looksAgain = false;
	#unlisten: (() => Promise<void>) | undefined;
	#timer: NodeJS.Timeout | undefined;
	#isOver = false;

	constructor(options: Options) {
		this.#options = options;
	}

	async start(): Promise<void> {
		const { database, boss, most = 3, longest = 90 } = this.#options;
		await openQueue(boss, lostQueue, {});
		await openQueue(boss, runQueue, {
			...{ expireInSeconds: longest, heartbeatSeconds: 30 },
			...{ retryLimit: 2, retryDelay: 5, retryBackoff: true },
			deadLetter: lostQueue
		});
		await workOn<RunJob>(
			boss,
			runQueue,
			{ atOnce: most, notifyPollingIntervalSeconds: 20 },
			(job) => this.#carryOut(job)
		);
		await workOn<RunJob>(boss, lostQueue, { atOnce: 1 }, ({ data }) =>
			database.transaction((queries) => giveUpRun(queries, data.run, lost))
		);
		const heard = (said: string) => said.includes('"worker_runs"') && this.#look();
		this.#unlisten = await database.listen('changes', heard, () => this.#look());
		this.#timer = setInterval(() => this.#look(), lookAgain);
		this.#timer.unref();
		this.#look();
	}

	/** Ends what is under way and hands it back; another server, or the next start, goes on. */
	async stop(): Promise<void> {
		this.#isOver = true;
		clearInterval(this.#timer);
		await this.#unlisten?.();
		for (const abort of this.#running.values()) abort.abort();
		const { boss } = this.#options;
		await Promise.all([runQueue, lostQueue].map((queue) => boss.offWork(queue)));
		await this.#looking;
	}

	/** Sends what was asked for and stops what was cancelled, never twice at once. */
	#look(): void {
		this.#looksAgain = true;
		if (this.#isOver) return;
		this.#looking ??= this.#lookOnce()
			.catch(this.#options.onFailure)
			.finally(() => {
				this.#looking = undefined;
				if (this.#looksAgain) this.#look();
			});
	}

	async #lookOnce(): Promise<void> {
		const { database, boss } = this.#options;
		while (this.#looksAgain && !this.#isOver) {
			this.#looksAgain = false;
			const runs = [...this.#running.keys()];
			const wanted = runs.length > 0 ? await whichAreWanted(database, runs) : new Set();
			for (const run of runs) if (!wanted.has(run)) this.#running.get(run)?.abort();
			await sendRuns(database, boss);
		}
	}

	async #carryOut(job: Run): Promise<void> {
		const { run } = job.data;
		const abort = new AbortController();
		this.#running.set(run, abort);
		try {
			const begun = await beginRun(this.#options.database, run, job.retryCount + 1);
			if (begun) await this.#draft(job, begun, abort.signal);
		} finally {
			this.#running.delete(run);
		}
	}

	async #draft(job: Run, begun: Begun, cancelled: AbortSignal): Promise<void> {
		const { database, draft } = this.#options;
		try {
			const earlier = await listEarlierRows(database, begun.picture.id);
			const signal = AbortSignal.any([job.signal, cancelled]);
			await this.#keep(job, begun, await draft({ ...begun, earlier }, signal));
		} catch (error) {
			if (this.#isOver) await this.#handBack(job, begun);
			else if (!cancelled.aborted) await this.#fail(job, begun, error);
		}
	}

	/** The plan and the end of its job are one: a job that another server has begun anew keeps none. */
	async #keep(job: Run, begun: Begun, drafted: Awaited<ReturnType<Draft>>): Promise<void> {
		const { database, boss } = this.#options;
		await database.transaction(async (queries) => {
			await keepPlan(queries, begun, begun.tries, drafted);
			const ended = await boss.complete(runQueue, job, null, { db: onQueries(queries) });
			if (affectedBy(ended) === 0) throw new Error('The run was begun again elsewhere meanwhile.');
		});
	}

	/** It does not count as a try: it is sent again as if for the first time. */
	async #handBack(job: Run, begun: Begun): Promise<void> {
		const { database, boss } = this.#options;
		await database.transaction(async (queries) => {
			const taken = await boss.deleteJob(runQueue, job, { db: onQueries(queries) });
			if (affectedBy(taken) > 0) await handBackRun(queries, begun);
		});
	}

	/** pg-boss tries it again; why it failed is for our log, and may name what people wrote. */
	async #fail(job: Run, begun: Begun, error: unknown): Promise<void> {
		const { database, onFailure } = this.#options;
		onFailure(error);
		if (job.retryCount >= job.retryLimit)
			return database.transaction((queries) => giveUpRun(queries, begun.run, failed));
		await leaveRun(database, begun);
		throw new Error('The draft failed.');
	}
}
