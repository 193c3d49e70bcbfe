import { largestFile } from '#lib/import/limits.ts';
import { longestPart } from '#lib/scorecard/import/limits.ts';
import type { Checked, Opened } from '#lib/scorecard/import/table-reader.ts';
import type { Counted, Settings } from '#lib/scorecard/import/settings.ts';
import type { Separator } from '#lib/import/table.ts';
import { NotTaken, WaitingReadings, type Comparison, type Outcome } from './waiting-readings.ts';
import { WorkerReader } from './worker-reader.ts';

/** From a chosen file to entered readings: what is known of it, and what may be done next. */
export class Importing {
	/** The file's name, or what stands for it. */
	name = $state('');
	opened = $state.raw<Opened>();
	settings = $state.raw<Settings>();
	checked = $state.raw<Checked>();
	comparison = $state.raw<Comparison>();
	outcome = $state.raw<Outcome>();
	/** Why it does not go on, in words. */
	refused = $state<string>();
	/** Rows that cannot be entered are left out, because somebody said so. */
	isLeavingOut = $state(false);
	/** What is being done; the share of it that is, where that is known. */
	doing = $state.raw<{ words: string; share?: number }>();

	#reader = new WorkerReader();
	#waiting: WaitingReadings | undefined;
	#address: string;
	#metrics: readonly Counted[];
	#today: string;

	constructor(address: string, metrics: readonly Counted[], today: string) {
		this.#address = address;
		this.#metrics = metrics;
		this.#today = today;
	}

	/** True while rows that cannot be entered keep the others out. */
	get isHeld(): boolean {
		const { checked } = this;
		return !checked || checked.readings === 0 || (checked.problems > 0 && !this.isLeavingOut);
	}

	async openFile(file: File): Promise<void> {
		if (file.size > largestFile) {
			this.#forget();
			this.refused = `“${file.name}” has ${Math.round(file.size / 1024 / 1024)} MB; 20 MB is the most, which is more than a scorecard has readings. Split it into smaller files.`;
			return;
		}
		await this.#open(file.name, async () => {
			const bytes = new Uint8Array(await file.arrayBuffer());
			return this.#reader.ask('openFile', bytes, this.#metrics);
		});
	}

	async openText(text: string): Promise<void> {
		await this.#open('Pasted cells', () => this.#reader.ask('openText', text, this.#metrics));
	}

	async separate(by: Separator): Promise<void> {
		await this.#open(this.name, () => this.#reader.ask('separate', by, this.#metrics));
	}

	async #open(name: string, open: () => Promise<Opened | { refused: string }>): Promise<void> {
		const chosen = name === this.name ? this.settings?.chosen : undefined;
		this.#forget();
		this.name = name;
		this.doing = { words: 'Reading it' };
		const opened = await open().catch(() => ({
			refused: 'This file cannot be read. Save the sheet as CSV once more, and choose it again.'
		}));
		this.doing = undefined;
		if ('refused' in opened) {
			this.refused = opened.refused;
			return;
		}
		this.opened = opened;
		await this.settle({ layout: opened.layout, chosen: chosen ?? {} });
	}

	/** Reads the rows by other settings. */
	async settle(settings: Settings): Promise<void> {
		this.settings = settings;
		[this.comparison, this.refused] = [undefined, undefined];
		const checked = await this.#reader
			.ask('check', settings, this.#metrics, this.#today)
			.catch(() => ({ refused: 'Its rows cannot be read. Choose the file again.' }));
		// Another choice was made meanwhile, and its answer is on the way.
		if (this.settings !== settings) return;
		this.isLeavingOut = false;
		this.checked = 'refused' in checked ? undefined : checked;
		if ('refused' in checked) this.refused = checked.refused;
	}

	/** Goes on with the metrics there are now, since some of its names were added to them. */
	async know(metrics: readonly Counted[]): Promise<void> {
		this.#metrics = metrics;
		if (this.settings) await this.settle({ ...this.settings });
	}

	async report(): Promise<string> {
		return this.#reader.ask('report');
	}

	/** Brings the readings to the server and asks what entering them would do. */
	async compare(): Promise<void> {
		await this.#try('Nothing is entered yet: try again.', async () => {
			const all = this.checked?.readings ?? 0;
			const waiting = new WaitingReadings(this.#address);
			for (let sent = 0; sent < all; sent += longestPart) {
				this.doing = { words: 'Comparing with the scorecard', share: sent / all };
				const part = sent / longestPart;
				await waiting.bring(part, await this.#reader.ask('part', part));
			}
			this.doing = { words: 'Comparing with the scorecard', share: 1 };
			this.comparison = await waiting.compare();
			this.#waiting = waiting;
		});
	}

	/** Enters everything at once. */
	async enter(): Promise<void> {
		const { comparison, name } = this;
		if (!comparison) return;
		const unsure =
			'It is not known whether the readings were entered. Compare again: what is in already changes nothing.';
		await this.#try(unsure, async () => {
			this.doing = { words: 'Entering all of them at once' };
			const outcome = await this.#waiting?.enter(comparison.mark, `from ${name}`.slice(0, 300));
			if (outcome?.outcome === 'entered') {
				this.outcome = outcome;
				this.#reader.stop();
				return;
			}
			this.comparison = undefined;
			this.refused =
				'The scorecard has changed since you compared, so nothing is entered. Compare again to see what would change now.';
		});
	}

	/** Makes room for another file. */
	startAgain(): void {
		this.#forget();
		this.name = '';
	}

	stop(): void {
		this.#reader.stop();
	}

	async #try(ifLost: string, work: () => Promise<void>): Promise<void> {
		this.refused = undefined;
		try {
			await work();
		} catch (problem) {
			this.comparison = undefined;
			this.refused = problem instanceof NotTaken ? problem.message : `No answer came. ${ifLost}`;
		} finally {
			this.doing = undefined;
		}
	}

	#forget(): void {
		this.opened = this.settings = this.checked = this.comparison = undefined;
		this.outcome = this.refused = this.doing = undefined;
		this.isLeavingOut = false;
	}
}
