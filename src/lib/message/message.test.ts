import { expect, test } from 'vitest';
import * as v from 'valibot';
import { changedParts, isBlank, MessageText } from './message.ts';

test('a message is kept without stray space, whatever system it was typed on', () => {
	const text = v.parse(MessageText, { what: ' Robots\r\nthat stay up ', why: 'They earn' });

	expect(text).toEqual({ what: 'Robots\nthat stay up', why: 'They earn', how: '', howMuch: '' });
});

test('an answer nobody could remember is refused with a sentence', () => {
	const form = v.safeParse(MessageText, { how: 'a'.repeat(4001) });

	expect(form.issues?.[0]?.message).toBe('Please keep it under 4,000 characters.');
});

test('a version names what it changed', () => {
	const older = { what: 'A', why: 'B', how: 'C', howMuch: 'D' };

	expect(changedParts({ ...older, why: 'E', howMuch: 'F' }, older)).toEqual(['Why', 'How much']);
	expect(changedParts(older, older)).toEqual([]);
});

test('a message without a word is blank', () => {
	expect(isBlank({ what: '', why: '', how: '', howMuch: '' })).toBe(true);
	expect(isBlank({ what: '', why: 'B', how: '', howMuch: '' })).toBe(false);
});
