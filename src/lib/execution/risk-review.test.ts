import { expect, test } from 'vitest';
import { risk } from './a-carried-priority.ts';
import { nominateReviews, writeRisk } from './risk-review.ts';

const today = '2026-11-19';
const priority = { id: 'centre', title: 'Open the centre' };
const of = (...all: Parameters<typeof risk>[0][]) =>
	nominateReviews(
		all.map((more) => ({ ...risk(more), priority })),
		today
	);

test('a risk nobody reviewed on its day is nominated, the gravest first', () => {
	const found = of(
		{ title: 'Small', likelihood: 1, impact: 1, reviewOn: '2026-11-02' },
		{ title: 'Grave', likelihood: 3, impact: 3, reviewOn: '2026-11-18', mitigation: ' ' },
		{ title: 'Today', reviewOn: today },
		{ title: 'Never', reviewOn: null },
		{ title: 'Closed', reviewOn: '2026-11-02', closedOn: '2026-11-03' }
	);
	expect(found.map(({ title }) => title)).toEqual(['Grave', 'Small']);
	expect(found[0]?.words).toBe(
		'Likely, high impact. Its review was due Wed 18 Nov. Nothing is planned against it.'
	);
});

test('"not now" keeps it quiet through its day', () => {
	const late = { reviewOn: '2026-11-02' };
	expect(of({ ...late, quietUntil: today })).toEqual([]);
	expect(of({ ...late, quietUntil: '2026-11-18' })).toHaveLength(1);
});

test('a risk is said in words', () => {
	expect(writeRisk({ likelihood: 1, impact: 2 })).toBe('Unlikely, medium impact');
});
