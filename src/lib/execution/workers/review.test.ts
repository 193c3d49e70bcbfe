import { expect, test } from 'vitest';
import type { ActionRow, PlanRow } from './plan-row.ts';
import {
	changeInWords,
	countInWords,
	effectsOf,
	isTakenAtFirst,
	lackOf,
	whoCarries,
	type ReviewRow
} from './review.ts';

const action: ActionRow = {
	...{ key: 'operations/action/x', worker: 'operations', kind: 'action', title: 'Call the sites' },
	...{ reason: '', from: [], owner: 'ada', ownerReason: '', due: '2026-11-25' }
};
const reviewed = (row: Partial<PlanRow> = {}, more: Partial<ReviewRow> = {}): ReviewRow => ({
	...{ id: 'x', change: 'new', because: '', before: null, isEdited: false },
	row: { ...action, ...row } as PlanRow,
	...more
});

test('an action needs a person and a day before it can become real', () => {
	expect(lackOf(reviewed())).toBeUndefined();
	expect(lackOf(reviewed({ owner: null }))).toBe('person');
	expect(lackOf(reviewed({ due: null }))).toBe('day');
	expect(lackOf(reviewed({ title: '  ' }))).toBe('title');
	expect(lackOf(reviewed({ kind: 'risk', owner: null }))).toBeUndefined();
});

test('what lacks something, costs something, comes too late or is there already is not taken by itself', () => {
	expect(isTakenAtFirst(reviewed())).toBe(true);
	expect(isTakenAtFirst(reviewed({ owner: null }))).toBe(false);
	expect(isTakenAtFirst(reviewed({ kind: 'resource' }))).toBe(false);
	expect(isTakenAtFirst(reviewed({}, { change: 'there' }))).toBe(false);
	expect(isTakenAtFirst(reviewed(), '2026-11-25')).toBe(true);
	expect(isTakenAtFirst(reviewed(), '2026-11-24')).toBe(false);
});

test('a row that comes again says which day it moves from and to, or from whom to whom', () => {
	const before = { ...action, due: '2026-11-20' };
	const names = (id: string | null) => id ?? 'nobody';
	expect(changeInWords(reviewed({}, { before }), names)).toEqual({ from: '20 Nov', to: '25 Nov' });
	const other = { ...action, owner: 'grace' };
	expect(changeInWords(reviewed({}, { before: other }), names)).toEqual({
		from: 'grace',
		to: 'ada'
	});
	expect(changeInWords(reviewed(), names)).toBeUndefined();
});

test('applying adds what is new, moves what changed, and leaves the rest', () => {
	const taken = [reviewed(), reviewed({ kind: 'risk' }), reviewed({}, { change: 'changed' })];
	const counts = { action: 9, timeline: 7, resource: 0, risk: 3, kpi: 3 };
	expect(effectsOf(taken, counts)).toEqual([
		{ kind: 'action', before: 9, after: 10 },
		{ kind: 'risk', before: 3, after: 4 },
		{ kind: 'moved', before: 0, after: 1 }
	]);
});

test('a moved action weighs on its owner once', () => {
	const people = [
		{ id: 'ada', openActions: 4 },
		{ id: 'grace', openActions: 1 }
	];
	const moved = reviewed({}, { change: 'changed', before: action });
	expect(whoCarries([moved], people)).toEqual([{ person: 'ada', open: 4, then: 4 }]);
	expect(whoCarries([moved, reviewed()], people)).toEqual([{ person: 'ada', open: 4, then: 5 }]);
});

test('a section says what it holds', () => {
	const rows = [reviewed(), reviewed({}, { change: 'changed' }), reviewed({}, { change: 'there' })];
	expect(countInWords(rows)).toBe('1 new, 1 change, 1 already there');
});
