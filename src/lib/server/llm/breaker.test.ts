import { expect, test } from 'vitest';
import { Breaker } from './breaker.ts';

test('after five failures nobody asks for a minute, then one does', () => {
	const breaker = new Breaker();
	for (let at = 0; at < 4; at++) breaker.failed(at);
	expect(breaker.mayAsk(5)).toBe(true);
	breaker.failed(5);
	expect(breaker.mayAsk(6)).toBe(false);
	expect(breaker.mayAsk(60_004)).toBe(false);
	expect(breaker.mayAsk(60_005)).toBe(true);
	expect(breaker.mayAsk(60_006)).toBe(false);
	breaker.worked();
	expect(breaker.mayAsk(60_007)).toBe(true);
});
