import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementOn, labelOf, type Counts } from './agreement.ts';

const answers = (...given: (1 | 2 | 3 | 4 | 5 | 'unsure')[]): Counts => {
	const counts: [number, number, number, number, number, number] = [0, 0, 0, 0, 0, 0];
	for (const one of given) counts[one === 'unsure' ? 5 : one - 1]! += 1;
	return counts;
};

describe('the two worked examples of field/assessments.md', () => {
	test('5, 5, 4, 2, 1 is 60 of 100 and split', () => {
		const found = agreementOn(answers(5, 5, 4, 2, 1));
		expect(found.mean).toBeCloseTo(3.4);
		expect(found.score).toBeCloseTo(60);
		expect(found.rwg).toBe(0);
		expect(found.label).toBe('split');
	});

	test('3, 3, 4, 3, 4 is 60 of 100 too, agrees by 0.85 and is aligned', () => {
		const found = agreementOn(answers(3, 3, 4, 3, 4));
		expect(found.mean).toBeCloseTo(3.4);
		expect(found.rwg).toBeCloseTo(0.85);
		expect(found.label).toBe('aligned');
		expect(found.because).toBeNull();
	});
});

test('two low and two high are split, however many stand between them', () => {
	const found = agreementOn(answers(2, 2, 3, 3, 3, 3, 3, 3, 3, 4, 4));
	expect(found.rwg).toBeGreaterThan(0.7);
	expect(found).toMatchObject({
		label: 'split',
		because: '2 answered 1 or 2, and 2 answered 4 or 5'
	});
});

test('more than a fifth who cannot say is no agreement; a fifth still is', () => {
	expect(agreementOn(answers(4, 4, 4, 'unsure'))).toMatchObject({
		label: 'split',
		because: '1 of 4 cannot say'
	});
	expect(agreementOn(answers(4, 4, 4, 4, 'unsure'))).toMatchObject({ label: 'aligned', rwg: 1 });
});

test('when nobody can say there is no score, and no agreement', () => {
	expect(agreementOn(answers('unsure', 'unsure', 'unsure', 'unsure'))).toMatchObject({
		said: 0,
		mean: null,
		score: null,
		rwg: null,
		label: 'split',
		because: 'Nobody can say'
	});
	expect(agreementOn([0, 0, 0, 0, 0, 0])).toMatchObject({ asked: 0, because: 'Nobody answered' });
});

test('everybody the same agrees fully, one alone with nobody', () => {
	expect(agreementOn(answers(2, 2, 2, 2))).toMatchObject({ rwg: 1, score: 25, label: 'aligned' });
	expect(agreementOn(answers(5))).toMatchObject({ rwg: null, score: 100, label: 'split' });
});

test.each([
	[0.7, 'aligned'],
	[0.699, 'mixed'],
	[0.5, 'mixed'],
	[0.499, 'split'],
	[null, 'split']
] as const)('an index of %s is %s', (rwg, label) => {
	expect(labelOf(rwg)).toBe(label);
});

test('whatever is answered, the index lies within 0 and 1 and the score within 0 and 100', () => {
	const count = fc.nat({ max: 12 });
	fc.assert(
		fc.property(fc.tuple(count, count, count, count, count, count), (counts) => {
			const { rwg, score, said, asked } = agreementOn(counts);
			expect(asked).toBe(counts.reduce((sum, one) => sum + one, 0));
			expect(score === null).toBe(said === 0);
			expect(score ?? 0).toBeGreaterThanOrEqual(0);
			expect(score ?? 0).toBeLessThanOrEqual(100);
			expect(rwg ?? 0).toBeGreaterThanOrEqual(0);
			expect(rwg ?? 0).toBeLessThanOrEqual(1);
		})
	);
});
