import { expect, test } from 'vitest';
import { waitSentence } from './wait-sentence.ts';

test.each([
	[1, '1 second'],
	[59, '59 seconds'],
	[60, '1 minute'],
	[61, '2 minutes'],
	[900, '15 minutes']
])('whoever tried too often reads how long to wait (%i s)', (seconds, time) => {
	expect(waitSentence(seconds)).toContain(`Wait ${time},`);
});
