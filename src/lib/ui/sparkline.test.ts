import { expect, test } from 'vitest';
import { drawSparkline } from './sparkline.ts';

const frame = { width: 112, height: 26 };

test('a higher reading stands higher, and the last one is marked', () => {
	const { path, last } = drawSparkline([1, 2, 3], frame, {});

	expect(path.match(/[ML]/g)).toEqual(['M', 'L', 'L']);
	expect(last?.x).toBe(108);
	expect(last?.y).toBeLessThan(13);
});

test('a week without a reading leaves a gap instead of a guess', () => {
	expect(drawSparkline([1, null, 3, 4], frame, {}).path.match(/[ML]/g)).toEqual(['M', 'M', 'L']);
});

test('a target beyond every reading still fits inside the frame', () => {
	const { targetY } = drawSparkline([1, 2], frame, { target: 90 });

	expect(targetY).toBeGreaterThanOrEqual(0);
	expect(targetY).toBeLessThanOrEqual(26);
});

test('readings that never change, or none at all, still draw', () => {
	expect(drawSparkline([5, 5], frame, {}).path).not.toContain('NaN');
	expect(drawSparkline([], frame, {}).last).toBeUndefined();
	expect(drawSparkline([null], frame, { target: 3 }).path).toBe('');
});
