import type { Database } from '../database/database.ts';
import type { Draft } from './drafting.ts';
import { listEarlierRows } from './earlier-rows.ts';
import { keepPlan } from './keep-plan.ts';
import { claimRun, handBack, isWanted, leaveRun, type Claimed } from './runs.ts';

type Options = {
	database: Database;
	draft: Draft;
	onFailure: (error: unknown) => void;
	/** How many are drafted at once on this server. */
	most?: number;
	/** Milliseconds a draft may take. */
	longest?: number;
	/** Milliseconds after which to look for what nobody announced: runs whose server ended. */
	lookAgain?: number;
};

/**
 * Drafts what people ask workers for. Several servers may do so side by side: a run is claimed by
 * one. It hears of new runs and of cancelled ones by the change feed, so an idle server asks the
 * database nothing but twice a minute.
 */
export class WorkerJobs {
	readonly #options: Options;
	readonly #running = new Map<string, { claimed: Claimed; abort: AbortController }>();
	#work: Promise<void> = Promise.resolve();
	#unlisten: (() => Promise<void>) | undefined;
	#timer: NodeJS.Timeout | undefined;
	#isOver = false;
	#isLooking = false;
	#looksAgain = false;

	constructor(options: Options) {
		this.#options = options;
	}

	async start(): Promise<void> {
		const { database, lookAgain = 30_000 } = this.#options;
		this.#unlisten = await database.listen('changes', (said) => {
			if (said.includes('"worker_runs"')) this.#wake();
		});
		this.#timer = setInterval(() => this.#wake(), lookAgain);
		this.#timer.unref();
		this.#wake();
	}

	/** Ends what is under way and hands it back; another server, or the next start, goes on. */
	async stop(): Promise<void> {
		this.#isOver = true;
		clearInterval(this.#timer);
		await this.#unlisten?.();
		for (const { abort } of this.#running.values()) abort.abort();
		await this.#work;
	}

	#wake(): void {
		this.#looksAgain = true;
		if (this.#isLooking || this.#isOver) return;
		this.#isLooking = true;
		this.#also(
			this.#look()
				.catch(this.#options.onFailure)
				.finally(() => (this.#isLooking = false))
		);
	}

	async #look(): Promise<void> {
		const { database, most = 3 } = this.#options;
		while (this.#looksAgain && !this.#isOver) {
			this.#looksAgain = false;
			for (const { claimed, abort } of this.#running.values())
				if (!(await isWanted(database, claimed))) abort.abort();
			while (this.#running.size < most && !this.#isOver) {
				const claimed = await claimRun(database);
				if (!claimed) break;
				this.#also(this.#carryOut(claimed));
			}
		}
	}

	async #carryOut(claimed: Claimed): Promise<void> {
		const { database, draft, onFailure, longest = 90_000 } = this.#options;
		const abort = new AbortController();
		this.#running.set(claimed.run, { claimed, abort });
		const timer = setTimeout(() => abort.abort(), longest);
		try {
			const earlier = await listEarlierRows(database, claimed.picture.id);
			const drafted = await draft({ ...claimed, earlier }, abort.signal);
			await database.transaction((queries) => keepPlan(queries, claimed, claimed.tries, drafted));
		} catch (error) {
			if (this.#isOver) await handBack(database, claimed).catch(onFailure);
			else if (await isWanted(database, claimed).catch(() => false)) {
				onFailure(error);
				await leaveRun(database, claimed).catch(onFailure);
				this.#later(5 * 4 ** (claimed.tries - 1) * 1000 + 200);
			}
		} finally {
			clearTimeout(timer);
			this.#running.delete(claimed.run);
			this.#wake();
		}
	}

	#later(pause: number): void {
		setTimeout(() => this.#wake(), pause).unref();
	}

	/** What `stop` waits for. */
	#also(work: Promise<void>): void {
		this.#work = Promise.all([this.#work, work]).then(() => undefined);
	}
}
