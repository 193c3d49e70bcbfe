import { expect, test } from 'vitest';
import { drawRadar } from './radar.ts';

const centre = { x: 100, y: 100, radius: 50 };
const none = [null, null, null, null];

test('5 lies on the rim, the first part on top and the others clockwise', () => {
	const { rings, mean } = drawRadar([5, 5, 2.5, 5], none, [], none, centre);
	expect(rings.at(-1)).toBe('100.0,50.0 150.0,100.0 100.0,150.0 50.0,100.0');
	expect(mean).toBe('100.0,50.0 150.0,100.0 100.0,125.0 50.0,100.0');
});

test('each leader is one dot on their level, and one of those on my level is mine', () => {
	const { dots } = drawRadar(
		[3, 3, 3, 3],
		none,
		[[0, 0, 3, 0, 1], [], [], []],
		[3, null, null, null],
		centre
	);
	expect(dots).toHaveLength(4);
	expect(dots.filter(({ isMine }) => isMine)).toHaveLength(1);
	expect(new Set(dots.slice(0, 3).map(({ y }) => y.toFixed(1)))).toEqual(new Set(['70.0']));
});

test('a part nobody can speak of is left out of the line', () => {
	expect(drawRadar([5, null, 5, 5], none, [], none, centre).mean.split(' ')).toHaveLength(3);
	expect(drawRadar([5, 5, 5, 5], none, [], none, centre).before).toBe('');
});
