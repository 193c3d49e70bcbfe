type Range = { clock: number; len: number };

/** What is deleted, per client, as ranges [from, to) that are in order and never touch. */
export class Deletions {
	#ranges = new Map<number, [from: number, to: number][]>();

	/** How many clocks are deleted. It only grows, and is the same where the same is deleted. */
	total = 0;

	has(client: number, { clock, len }: Range): boolean {
		const ranges = this.#ranges.get(client);
		const range = ranges?.[firstEndingAfter(ranges, clock)];
		return range !== undefined && range[0] <= clock && clock + len <= range[1];
	}

	hasAll(deleted: Map<number, Range[]>): boolean {
		return [...deleted].every(([client, ranges]) =>
			ranges.every((range) => this.has(client, range))
		);
	}

	addAll(deleted: Map<number, Range[]>): void {
		for (const [client, ranges] of deleted) for (const range of ranges) this.#add(client, range);
	}

	#add(client: number, { clock, len }: Range): void {
		const ranges = this.#ranges.get(client) ?? [];
		this.#ranges.set(client, ranges);
		const first = firstEndingAfter(ranges, clock - 1);
		let [from, to] = [clock, clock + len];
		let after = first;
		for (let range; (range = ranges[after]) && range[0] <= to; after += 1) {
			this.total -= range[1] - range[0];
			from = Math.min(from, range[0]);
			to = Math.max(to, range[1]);
		}
		this.total += to - from;
		ranges.splice(first, after - first, [from, to]);
	}
}

/** Where the first range stands that ends after this clock; by halves, there may be thousands. */
function firstEndingAfter(ranges: [number, number][], clock: number): number {
	let [low, high] = [0, ranges.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((ranges[middle]?.[1] ?? 0) > clock) high = middle;
		else low = middle + 1;
	}
	return low;
}
