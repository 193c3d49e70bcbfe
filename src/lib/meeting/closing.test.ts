import * as v from 'valibot';
import { expect, test } from 'vitest';
import { closingGate } from './closing.ts';
import { Outcome } from './outcome.ts';

const action = (id: string, owner: string | null, due: string | null) =>
	v.parse(Outcome, { id, kind: 'action', title: id, owner, due });

test('a meeting whose actions all have an owner and a date may close', () => {
	expect(closingGate([action('a', 'jonas', '2026-11-23')])).toEqual({ loose: [], mayClose: true });
	expect(closingGate([])).toEqual({ loose: [], mayClose: true });
});

test('the gate names each loose action and what it lacks', () => {
	const { loose, mayClose } = closingGate([
		action('a', 'jonas', '2026-11-23'),
		action('b', null, '2026-11-23'),
		action('c', 'jonas', null),
		action('d', null, null)
	]);

	expect(mayClose).toBe(false);
	expect(loose.map(({ outcome, missing, reason }) => [outcome.id, missing, reason])).toEqual([
		['b', ['owner'], 'No owner'],
		['c', ['due'], 'No due date'],
		['d', ['owner', 'due'], 'No owner and no due date']
	]);
});

test('decisions, insights and risks need neither', () => {
	const others = (['decision', 'insight', 'risk'] as const).map((kind) =>
		v.parse(Outcome, { id: kind, kind, title: kind })
	);

	expect(closingGate(others).mayClose).toBe(true);
});

test('an action whose owner has left the team is loose again', () => {
	const { loose } = closingGate([action('a', 'gone', '2026-11-23')], (person) => person !== 'gone');

	expect(loose[0]).toMatchObject({ missing: ['owner'], reason: 'Its owner has left the team' });
});
