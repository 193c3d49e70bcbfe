import { expect, test } from 'vitest';
import { aimKinds, readAim, writeAim } from './aim.ts';

test('what was chosen is what is served, whatever its kind', () => {
	for (const kind of aimKinds)
		expect(readAim(writeAim({ kind, id: 'x-1' }))).toEqual({ kind, id: 'x-1' });
});

test.each(['', 'nothing', 'priority', 'priority:', 'goal:x-1', 'constructor:x'])(
	'“%s” stands for nothing that could be served',
	(choice) => {
		expect(readAim(choice)).toBeNull();
	}
);

test('nothing is served where nothing was chosen', () => {
	expect(writeAim(null)).toBe('');
});
