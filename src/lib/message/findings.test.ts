import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allFindings, namedApart } from './findings.ts';

test('the same words twice are two findings, waved aside together and named apart', () => {
	const text = 'We improve, and we improve.';
	const found = namedApart('how', allFindings('how', text, []), text);
	expect(found.map(({ name }) => name)).toEqual([
		'how actor or method  1',
		'how vague phrase improve 1',
		'how vague phrase improve 2'
	]);
});

test('whatever is typed, no two findings of an answer have one name', () => {
	const words = fc.constantFrom(
		'improve ',
		'Improve ',
		'best-in-class ',
		'uptime ',
		'40% ',
		'. ',
		', '
	);
	const goals = [{ title: '99.2% uptime', standing: '98.4%' }];
	fc.assert(
		fc.property(fc.array(words, { maxLength: 24 }), (typed) => {
			const text = typed.join('');
			for (const element of ['what', 'why', 'how', 'howMuch'] as const) {
				const names = namedApart(element, allFindings(element, text, goals), text).map(
					({ name }) => name
				);
				expect(new Set(names).size).toBe(names.length);
			}
		}),
		{ seed: 20261129, numRuns: 300 }
	);
});
