import { expect, test } from 'vitest';
import { sayRows } from './say-rows.ts';

test('one is not said as many, and things are called what the team calls them', () => {
	expect(sayRows({}, 'actions', 1)).toBe('1 action');
	expect(sayRows({}, 'people', 1)).toBe('1 person');
	expect(sayRows({}, 'readings', 1200)).toBe('1,200 readings');
	expect(sayRows({ 'hot item': { one: 'issue', many: 'issues' } }, 'issues', 2)).toBe('2 issues');
});
