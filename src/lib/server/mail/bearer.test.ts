import { expect, test } from 'vitest';
import { isBearer } from './bearer.ts';

test('only who shows the whole secret is let in', () => {
	const secret = 'a secret of this test only';
	expect(isBearer(`Bearer ${secret}`, secret)).toBe(true);
	for (const said of [
		null,
		'',
		'Bearer',
		'Bearer ',
		`Bearer ${secret}x`,
		`Basic ${secret}`,
		secret
	])
		expect(isBearer(said, secret), String(said)).toBe(false);
});
