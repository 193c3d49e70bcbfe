import { expect, test } from 'vitest';
import { annotationsOf, chartMarks, markOf, type RaisedItem } from './annotations.ts';

const week = { cadence: 'week' } as const;
const item = (said: Partial<RaisedItem> = {}): RaisedItem => ({
	id: 'i',
	title: 'Uptime falls',
	kind: 'hot',
	state: 'resolved',
	meeting: { id: 'm', occursOn: '2026-11-19', isClosed: true },
	decisions: [],
	...said
});

test('a hot item and its decisions stand in the period of their meeting', () => {
	const decided = item({ decisions: [{ id: 'd', title: 'Buy spare parts' }] });
	const found = annotationsOf(week, [decided], [], '2026-01-05');

	expect(found.map(({ kind, period, words }) => [kind, period, words])).toEqual([
		['hot', '2026-11-16', 'Uptime falls'],
		['decision', '2026-11-16', 'Buy spare parts']
	]);
	expect(found[1]?.meeting?.id).toBe('m');
	expect(annotationsOf({ cadence: 'quarter' }, [decided], [], undefined)[0]?.period).toBe(
		'2026-10-01'
	);
});

test('a restart stands at its period, from the first reading again at the first', () => {
	const restart = { id: 'r', reason: 'A new line', at: '2026-11-20T09:00:00Z' };
	const at = (period: string | null, first?: string) =>
		annotationsOf(week, [], [{ ...restart, period }], first)[0];

	expect(at('2026-09-07')).toMatchObject({ kind: 'restart', period: '2026-09-07', meeting: null });
	expect(at(null, '2026-01-05')?.period).toBe('2026-01-05');
	expect(at(null)?.period).toBe('2026-11-16');
});

test('a chart marks only the periods it shows, each with a letter and words', () => {
	const old = item({ id: 'o', meeting: { id: 'x', occursOn: '2025-11-20', isClosed: true } });
	const annotations = annotationsOf(week, [old, item()], [], undefined);

	expect(chartMarks(week, annotations, ['2026-11-09', '2026-11-16'])).toEqual([
		{ index: 1, letter: 'H', shape: 'triangle', words: 'Hot item, Thu 19 Nov: Uptime falls' }
	]);
});

test('no two kinds share a letter or a shape', () => {
	const looks = Object.values(markOf);
	expect(new Set(looks.map(({ letter }) => letter)).size).toBe(looks.length);
	expect(new Set(looks.map(({ shape }) => shape)).size).toBe(looks.length);
});
