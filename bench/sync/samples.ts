export type Summary = { count: number; p50: number; p95: number; p99: number; max: number };

/** Times that were measured. Grows without making an object of each. */
export class Samples {
	#values = new Float64Array(4096);
	count = 0;

	add(value: number): void {
		if (this.count === this.#values.length) {
			const bigger = new Float64Array(this.count * 2);
			bigger.set(this.#values);
			this.#values = bigger;
		}
		this.#values[this.count++] = value;
	}

	reset(): void {
		this.count = 0;
	}

	/** Percentiles by nearest rank; not a number where nothing was measured. */
	summary(): Summary {
		const sorted = this.#values.slice(0, this.count).sort();
		const at = (share: number) => sorted[Math.max(0, Math.ceil(share * this.count) - 1)] ?? NaN;
		const none = this.count === 0;
		const [p50, p95, p99, max] = none ? [NaN, NaN, NaN, NaN] : [0.5, 0.95, 0.99, 1].map(at);
		return {
			count: this.count,
			p50: p50 ?? NaN,
			p95: p95 ?? NaN,
			p99: p99 ?? NaN,
			max: max ?? NaN
		};
	}
}

/** The middle of them, or of the two in the middle; not a number when there are none. */
export function median(values: readonly number[]): number {
	const sorted = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
	const half = sorted.length >> 1;
	const [low, high] = [sorted[half - 1] ?? NaN, sorted[half] ?? NaN];
	return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

export const sleep = (ms: number): Promise<void> =>
	new Promise((resolve) => setTimeout(resolve, ms));
