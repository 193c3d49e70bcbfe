import { expect, test } from 'vitest';
import { readRecall, recallSentence } from '#lib/message/recall.ts';
import { messages, recalled, recalledVersion } from './messages.ts';
import { people } from './people.ts';
import { priorities } from './strategy.ts';

test('the round of the sample company reads as it is drawn', () => {
	const version = messages.find(({ weeksAgo }) => weeksAgo === recalledVersion);
	const recall = readRecall(
		version ?? { what: '', why: '', how: '', howMuch: '' },
		priorities.map(({ title }) => title),
		[...recalled]
	);
	const nameOf = (key: string) =>
		people.find((person) => person.key === key)?.name.split(' ')[0] ?? key;
	expect(recallSentence(recall, 'version 3', nameOf)).toBe(
		'5 of 7 answers match version 3. Tomás and Aisha named different targets for How much.'
	);
	expect(recall.recalled).toBeCloseTo(5 / 7);
});
