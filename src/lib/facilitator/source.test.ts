import { expect, test } from 'vitest';
import { aRule, modelWords, sourceWords } from './source.ts';

test('a suggestion says whether a rule or a model makes it, which model, and who asked', () => {
	expect(sourceWords(aRule)).toBe('From a rule');
	expect(modelWords(aRule)).toBe('');
	const ai = { from: 'ai', model: 'llama 9', askedBy: 'Ada' } as const;
	expect(sourceWords(ai)).toBe('From AI');
	expect(modelWords(ai)).toBe('llama 9, asked by Ada');
	expect(modelWords({ from: 'ai', askedBy: 'Ada' })).toBe('asked by Ada');
	expect(modelWords({ from: 'ai' })).toBe('');
});
