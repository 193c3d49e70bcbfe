import { expect, test } from 'vitest';
import { leftBehind } from './left-behind.ts';

const counts = { decisions: 3, actions: 1, insights: 0, risks: 0, rating: null };

test('a meeting says what it left behind, in the words of the team', () => {
	expect(leftBehind(counts, {})).toBe('3 decisions, 1 action');
	expect(leftBehind(counts, { action: { one: 'to-do', many: 'to-dos' } })).toBe(
		'3 decisions, 1 to-do'
	);
	expect(leftBehind({ ...counts, decisions: 0, actions: 0 }, {})).toBe('Nothing was captured');
});
