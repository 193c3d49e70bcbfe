import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namedPriorities, overlapOf, readRecall, recallSentence } from './recall.ts';

const message = {
	what: 'We are moving from selling robots to guaranteeing picks per hour.',
	why: 'Operators want orders out of the door. If we wait, we become the integrator’s supplier.',
	how: 'By opening a remote operations centre in Tilburg and moving sites to gateway firmware 4.',
	howMuch: 'By December 2027: 40% of revenue from throughput contracts and 99.2% uptime.'
};
const priorities = [
	'Reach 99% fleet uptime',
	'Open the remote operations centre in Tilburg',
	'Ship gateway firmware 4 to every site',
	'Retrain the sales team to sell outcomes'
];
const answer = (person: string, howMuch: string) => ({
	person,
	priorities: ['tilburg operations centre', 'firmware 4 everywhere', 'Fleet uptime', 'lunch'],
	what: 'From robots to picks per hour, guaranteed',
	why: 'Operators want orders; integrators would make us a supplier',
	how: 'Operations centre in Tilburg, firmware 4',
	howMuch
});

test('an answer in own words matches when half of what it says is in the message', () => {
	const right = answer('ada', '40% of revenue from throughput contracts');
	const other = answer('grace', '45% of revenue from throughput contracts');
	const recall = readRecall(message, priorities, [right, other]);

	expect(recall.answers.map(({ matches }) => matches)).toEqual([true, false]);
	expect(recall.answers[1]?.otherNumbers).toEqual(['45%']);
	expect(
		recallSentence(recall, 'version 3', (person) => (person === 'ada' ? 'Ada' : 'Grace'))
	).toBe('1 of 2 answers match version 3. Grace named a different target for How much.');
	expect(recall.recalled).toBe(1);
});

test('nobody matches an empty message, and nobody answering is said', () => {
	const nothing = { what: '', why: '', how: '', howMuch: '' };
	expect(readRecall(nothing, [], [answer('ada', '')]).answers[0]?.matches).toBe(false);
	expect(recallSentence(readRecall(message, priorities, []), 'version 1', String)).toBe(
		'Nobody answered.'
	);
	expect(readRecall(message, priorities, []).recalled).toBeNull();
});

test('each line names one priority, and small talk names none', () => {
	expect(
		namedPriorities(['uptime of the fleet', 'fleet uptime', 'good coffee'], priorities)
	).toEqual(['Reach 99% fleet uptime']);
});

test('one lucky word is not everything', () => {
	expect(overlapOf('robots', message.what)).toBeCloseTo(1 / 3);
	expect(overlapOf('', '')).toBe(0);
});

test('overlap is between 0 and 1, the same both ways, and 1 with itself', () => {
	fc.assert(
		fc.property(fc.string(), fc.lorem(), (one, other) => {
			const overlap = overlapOf(one, other);
			expect(overlap).toBe(overlapOf(other, one));
			expect(overlap >= 0 && overlap <= 1).toBe(true);
			expect(overlapOf(other, other)).toBe(1);
		}),
		{ seed: 20261122 }
	);
});
