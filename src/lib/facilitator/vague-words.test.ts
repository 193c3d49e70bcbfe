import { expect, test } from 'vitest';
import type { Outcome } from '#lib/meeting/outcome.ts';
import { vagueIn, vagueOutcomes } from './vague-words.ts';

test.each([
	['Improve communication with the sites', 'Improve communication'],
	['Send the report soon', 'soon'],
	['Look into it when there is time', 'when there is time'],
	['Leverage synergies', 'Leverage synergies']
])('%s commits to nothing', (title, words) => expect(vagueIn(title)).toBe(words));

test.each([
	'Improve first-pass yield to 98 %',
	'Call Acme before Friday',
	'Stop the December pilot in Brixholm',
	'Two night leads a site from 1 December'
])('%s can be checked', (title) => expect(vagueIn(title)).toBeUndefined());

test('only what binds somebody is asked about: a decision or an action', () => {
	const outcome = (kind: Outcome['kind']): Outcome => ({
		id: kind,
		kind,
		title: 'Improve morale',
		owner: 'ada',
		due: '2026-12-01',
		by: 'ada',
		at: 0,
		segment: null,
		item: null,
		note: null,
		serves: null
	});
	const all = (['decision', 'action', 'insight', 'risk'] as const).map(outcome);
	expect(vagueOutcomes(all).map(({ cites }) => cites[0]?.what)).toEqual(['decision', 'action']);
});
