import type { SampleMetric } from './metrics.ts';

const weeksOfChange = 26;

/** One value for each of `weeks` weeks, oldest first; the last ones are those the meetings quote. */
export function readings(metric: SampleMetric, weeks: number): (number | null)[] {
	const next = noise(metric.key);
	const earlier = Array.from({ length: weeks - metric.recent.length }, (_, week) => {
		const progress = Math.min(1, week / weeksOfChange);
		const level = metric.yearAgo + (metric.usual - metric.yearAgo) * progress;
		return Number((level + next() * metric.noise * 2.1).toFixed(metric.decimals));
	});
	return [...earlier, ...metric.recent];
}

/** Between -1 and 1, mostly near 0, and the same every time for the same word (Lehmer's generator). */
function noise(word: string): () => number {
	const largest = 2_147_483_647;
	let state = [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % largest, 7);
	const uniform = () => (state = (state * 16_807) % largest) / largest;
	return () => (uniform() + uniform() + uniform()) / 1.5 - 1;
}
