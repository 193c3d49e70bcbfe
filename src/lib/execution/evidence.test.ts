import { expect, test } from 'vitest';
import { action, aPriority, measure, milestone } from './a-carried-priority.ts';
import { evidenceOf } from './evidence.ts';

const told = (more: Parameters<typeof aPriority>[0]) => {
	const found = evidenceOf(aPriority(more));
	return found && `${found.title} ${found.words}, ${found.on}`;
};

test('the latest evidence is what was last measured, reached or done', () => {
	const kpis = [measure([2.2, 2.4])];
	expect(told({ kpis })).toBe('Pipeline coverage at 2.4×, 2026-11-16');
	const milestones = [milestone({ done: '2026-11-17' }), milestone()];
	expect(told({ kpis, milestones })).toBe('Agency chosen reached, 2026-11-17');
	const actions = [action({ doneAt: '2026-11-18T16:00:00Z' }), action()];
	expect(told({ kpis, milestones, actions })).toBe('Call the agency done, 2026-11-18');
});

test('of one day a value says most', () => {
	const gaps = [measure([2.4], { kind: 'gap', title: 'Sites signed' })];
	expect(told({ gaps, milestones: [milestone({ done: '2026-11-16' })] })).toBe(
		'Sites signed at 2.4×, 2026-11-16'
	);
});

test('what is only planned is no evidence', () => {
	expect(told({ milestones: [milestone()], actions: [action()], kpis: [measure()] })).toBe(
		undefined
	);
});
