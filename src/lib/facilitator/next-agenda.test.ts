import { expect, test } from 'vitest';
import { agendaLengths, draftAgenda, usualMinutes } from './next-agenda.ts';

const took = (...all: number[]) => all.map((minutes) => ({ title: 'Hot items', minutes }));
const segment = {
	id: 's',
	kind: 'hot-items' as const,
	title: 'Hot items',
	minutes: 30,
	guide: '',
	order: 'a0'
};

test('a segment that takes more every time is given the median of what it took', () => {
	expect(usualMinutes(segment, took(41, 39, 43))?.minutes).toBe(41);
	expect(usualMinutes(segment, took(20, 22, 21, 19, 20))?.minutes).toBe(20);
	const [found] = agendaLengths([segment], took(41, 39, 43));
	expect(found?.why).toBe('It has 30 min, and took 41, 39 and 43 in the last 3 meetings.');
	expect(found?.effects[0]?.effect).toEqual({ does: 'plan', segment: 's', minutes: 41 });
});

test('two meetings, a change of a minute or two, or now more and now less are no habit', () => {
	expect(usualMinutes(segment, took(41, 39))).toBeUndefined();
	expect(usualMinutes(segment, took(31, 32, 31))).toBeUndefined();
	expect(usualMinutes(segment, took(45, 15, 44))).toBeUndefined();
	expect(usualMinutes({ ...segment, title: 'Scorecard' }, took(41, 39, 43))).toBeUndefined();
});

test('next week begins with what was not reached, then facts, then what was parked or came back undone', () => {
	const offer = (title: string, why: 'parked' | 'not reached' | 'facts due') => ({
		...{ why, isSealed: false },
		item: { title, minutes: 8 } as never
	});
	const draft = draftAgenda(
		[segment],
		[offer('Pilots', 'parked'), offer('Uptime', 'not reached'), offer('Churn', 'facts due')],
		[{ title: 'Call Acme', times: 2 }],
		took(41, 39, 43)
	);
	expect(draft.items.map(({ title }) => title)).toEqual([
		'Uptime',
		'Churn',
		'Pilots',
		'Not done twice: Call Acme'
	]);
	expect(draft.segments).toMatchObject([{ title: 'Hot items', minutes: 41 }]);
});
