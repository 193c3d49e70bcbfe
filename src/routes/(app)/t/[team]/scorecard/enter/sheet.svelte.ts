import { SvelteMap } from 'svelte/reactivity';
import type { Metric, Reading } from '#lib/scorecard/metric.ts';
import { writeNumber } from '#lib/scorecard/number.ts';
import { entryOf, type Entry, type Typed } from '#lib/scorecard/sheet/entry.ts';

type Cell = { metric: Metric; period: string };
export type Change = Cell & {
	key: string;
	typed: string;
	entry: Exclude<Entry, { does: 'nothing' }>;
};

const keyOf = ({ metric, period }: Cell) => `${metric.id} ${period}`;

/** What was typed into the cells and is not saved yet, over the readings that are there. */
export class Sheet {
	#typed = new SvelteMap<string, Cell & { typed: string }>();
	#refused = new SvelteMap<string, string>();
	#readings: () => readonly Reading[];
	readonly #known = $derived.by(
		() => new Map(this.#readings().map((one) => [`${one.metric} ${one.period}`, one.value]))
	);

	constructor(readings: () => readonly Reading[]) {
		this.#readings = readings;
	}

	/** Everything that differs from what is there, in the order it was typed. */
	readonly changes: Change[] = $derived.by(() =>
		[...this.#typed.entries()].flatMap(([key, { typed, ...cell }]) => {
			const refused = this.#refused.get(key);
			const entry: Entry = refused
				? { does: 'fail', problem: refused }
				: entryOf(typed, cell.metric, this.was(cell));
			return entry.does === 'nothing' ? [] : [{ ...cell, key, typed, entry }];
		})
	);

	was(cell: Cell): number | null {
		return this.#known.get(keyOf(cell)) ?? null;
	}

	shown(cell: Cell): string {
		const was = this.was(cell);
		return (
			this.#typed.get(keyOf(cell))?.typed ??
			(was === null ? '' : writeNumber(was, cell.metric.decimals))
		);
	}

	changeOf(cell: Cell): Change | undefined {
		const key = keyOf(cell);
		return this.changes.find((change) => change.key === key);
	}

	type(cell: Cell, typed: string): void {
		this.#refused.delete(keyOf(cell));
		this.#typed.set(keyOf(cell), { ...cell, typed });
	}

	/** Shows again what is there. */
	restore(cell: Cell): void {
		this.#refused.delete(keyOf(cell));
		this.#typed.delete(keyOf(cell));
	}

	/** Keeps what the server said against cells, by their keys. */
	refuse(problems: Readonly<Record<string, string>>): void {
		for (const [key, problem] of Object.entries(problems)) this.#refused.set(key, problem);
	}

	clear(): void {
		this.#typed.clear();
		this.#refused.clear();
	}

	/** What the server is sent. */
	get cells(): Typed[] {
		return this.changes.map(({ metric, period, typed }) => ({ metric: metric.id, period, typed }));
	}
}
