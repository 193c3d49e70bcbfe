import { expect, test } from 'vitest';
import { drawTrend } from './trend-chart.ts';

const frame = { width: 260, height: 80, right: 0, bottom: 6 };
const values = (...taken: (number | null)[]) => taken.map((value) => ({ value }));

test('the first reading stands left, the last right, the highest on top', () => {
	const { points } = drawTrend(values(1, 3, 2), { targets: [] }, frame);

	expect(points.map(({ x }) => x)).toEqual([5, 130, 255]);
	const [low, high, middle] = points.map(({ y }) => y) as [number, number, number];
	expect(high).toBeLessThan(middle);
	expect(middle).toBeLessThan(low);
});

test('a period without a reading breaks the line', () => {
	const { path, points } = drawTrend(values(1, 2, null, 3, 4), { targets: [] }, frame);

	expect(points).toHaveLength(4);
	expect(path.match(/[ML]/g)?.join('')).toBe('MLML');
});

test('nothing is drawn outside the frame, whatever the numbers are', () => {
	for (const taken of [[], [5], [7, 7, 7], [0, 0], [-1e9, 1e9], [null, null]])
		for (const usual of [null, { lower: -3, upper: 12 }]) {
			const points = taken.map((value) => ({ value, usual }));
			const drawn = drawTrend(points, { targets: [{ value: 2, from: 0 }] }, frame);
			expect(drawn.points.every(({ y }) => y >= 0 && y <= frame.height)).toBe(true);
			expect(`${drawn.targets}${drawn.band}${drawn.limits}`).not.toContain('NaN');
		}
});

test('natural limits are a band, straight where they stand still', () => {
	const usual = { lower: 1, upper: 3 };
	const points = [{ value: 2 }, { value: 2, usual }, { value: 2, usual }];
	const { band, limits } = drawTrend(points, { targets: [] }, frame);

	expect(band).toMatch(/^M.*Z$/);
	const heights = [...limits.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map(([, y]) => y);
	expect(new Set(heights).size).toBe(2);
	expect(drawTrend(values(1, 2), { targets: [] }, frame).band).toBe('');
});

test('a target that changes is a staircase', () => {
	const bounds = {
		targets: [
			{ value: 2, from: 0 },
			{ value: 3, from: 2 }
		]
	};
	const { targets } = drawTrend(values(1, 2, 3, 4), bounds, frame);

	expect(targets.match(/M/g)).toHaveLength(2);
	expect(targets.startsWith('M0 ')).toBe(true);
});

test('labels that would touch are moved apart', () => {
	const usual = { lower: 4.99, upper: 5 };
	const points = [0, 10].map((value) => ({ value, usual }));
	const { labels } = drawTrend(points, { targets: [{ value: 5.01, from: 0 }] }, frame);

	expect(labels).toHaveLength(3);
	const ys = labels.map(({ y }) => y);
	expect(ys[1]! - ys[0]!).toBeGreaterThan(11);
	expect(ys[2]! - ys[1]!).toBeGreaterThan(11);
});

const mark = (index: number, letter = 'H') => ({
	index,
	letter,
	shape: 'triangle' as const,
	words: `${letter}${index}`
});
const marksOf = (...marks: ReturnType<typeof mark>[]) =>
	drawTrend(values(...Array.from({ length: 51 }, () => 1)), { targets: [] }, frame, marks).marks;

test('a mark stands below its point with its letter', () => {
	expect(marksOf(mark(50), mark(0, 'D'))).toEqual([
		{ x: 5, shape: 'triangle', text: 'D', words: 'D0' },
		{ x: 255, shape: 'triangle', text: 'H', words: 'H50' }
	]);
});

test('marks that would touch are one, with their count and all their words', () => {
	expect(marksOf(mark(10), mark(10, 'D'), mark(12, 'R'))).toEqual([
		{ x: 60, shape: 'several', text: '3', words: 'H10\nD10\nR12' }
	]);
	const crowd = Array.from({ length: 51 }, (_, index) => mark(index));
	const counts = marksOf(...crowd).map(({ text }) => Number(text));
	expect(counts.length).toBeGreaterThan(1);
	expect(counts.reduce((sum, count) => sum + count, 0)).toBe(51);
});

test('no two marks touch, whatever was merged', () => {
	const crowd = Array.from({ length: 51 }, (_, index) => mark(index));
	for (const some of [crowd, [0, 4, 20, 24, 40].map((index) => mark(index))])
		for (const [index, { x }] of marksOf(...some).entries())
			expect((marksOf(...some)[index + 1]?.x ?? Infinity) - x).toBeGreaterThanOrEqual(24);
});
