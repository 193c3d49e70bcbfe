import { expect, test } from 'vitest';
import {
	dueDecisions,
	filterLedger,
	replaceable,
	standingOf,
	successors,
	type Decision
} from './decision.ts';

const today = '2026-11-30';
const decision = (id: string, more: Partial<Decision> = {}): Decision => ({
	id,
	title: `Decision ${id}`,
	owner: null,
	at: `2026-11-${id}T09:00:00.000Z`,
	meeting: { id: `m${id}`, number: 1, occursOn: `2026-11-${id}` },
	from: null,
	why: '',
	rejected: '',
	reviewOn: null,
	supersedes: null,
	...more
});
const first = decision('02', { reviewOn: '2026-11-20', owner: 'ada' });
const second = decision('09', { supersedes: '02' });
const third = decision('16', { reviewOn: '2026-11-30', why: 'Service first.' });
const fourth = decision('23', { reviewOn: '2026-12-01' });
const all = [fourth, third, second, first];

test('a decision stands until it is replaced, and is due from its day on', () => {
	const replaced = successors(all);
	expect(all.map((one) => standingOf(one, replaced, today))).toEqual([
		'stands',
		'due',
		'stands',
		'replaced'
	]);
});

test('the ledger shows what is asked for', () => {
	expect(filterLedger(all, { standing: 'replaced', owner: undefined }, today)).toEqual([first]);
	expect(filterLedger(all, { standing: undefined, owner: 'ada' }, today)).toEqual([first]);
	expect(filterLedger(all, { standing: undefined, owner: undefined }, today)).toHaveLength(4);
});

test('only what was decided before, and not replaced by another, can be replaced', () => {
	expect(replaceable(third, all)).toEqual([second]);
	expect(replaceable(second, all)).toEqual([first]);
	expect(replaceable(first, all)).toEqual([]);
});

test('what is due comes back to the agenda with its reason, and what was replaced does not', () => {
	expect(dueDecisions(all, today)).toEqual([
		{
			decision: '16',
			title: 'Still right? Decision 16',
			words: 'Decided 16 November 2026, to be looked at again Mon 30 Nov. Why: Service first.'
		}
	]);
});
