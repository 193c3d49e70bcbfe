import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { opinionsOf, writeChange, writeConfidence } from './check-in.ts';

const given = (keyResult: string, ...all: number[]) =>
	all.map((confidence, at) => ({ keyResult, person: `p${at}`, confidence }));

describe('a round laid open', () => {
	test('starts with the lowest voice, whatever the others said', () => {
		const opinions = opinionsOf(
			[...given('calm', 6, 7), ...given('split', 9, 2, 9), ...given('grim', 3, 3)],
			[]
		);
		expect(opinions.map(({ keyResult }) => keyResult)).toEqual(['split', 'grim', 'calm']);
		expect(opinions[0]).toMatchObject({ lowest: 2, highest: 9 });
		expect(opinions[0]?.given.map(({ confidence }) => confidence)).toEqual([2, 9, 9]);
	});

	test('says how much the mean moved since the last round, and nothing where there was none', () => {
		const opinions = opinionsOf([...given('a', 4, 6), ...given('b', 8)], given('a', 8, 8, 5));
		expect(opinions.map(({ change }) => change)).toEqual([-2, null]);
		expect(opinions.map(({ change }) => writeChange(change))).toEqual(['down 2', '']);
	});

	test('counts every answer once, and its mean lies between its ends', () => {
		const answer = fc.record({
			keyResult: fc.constantFrom('a', 'b', 'c'),
			person: fc.uuid(),
			confidence: fc.integer({ min: 0, max: 10 })
		});
		fc.assert(
			fc.property(fc.array(answer, { maxLength: 40 }), (answers) => {
				const opinions = opinionsOf(answers, []);
				expect(opinions.flatMap((one) => one.given)).toHaveLength(answers.length);
				for (const { lowest, mean, highest } of opinions) {
					expect(mean).toBeGreaterThanOrEqual(lowest);
					expect(mean).toBeLessThanOrEqual(highest);
				}
			}),
			{ seed: 7, numRuns: 300 }
		);
	});

	test('is written without decimals that say nothing', () => {
		expect([7, 7.25, 7.04].map(writeConfidence)).toEqual(['7', '7.3', '7']);
		expect([0.5, 0.01, -1].map(writeChange)).toEqual(['up 0.5', 'as before', 'down 1']);
	});
});
