import { expect, test } from 'vitest';
import { hashToken, newToken } from './invitations.ts';

test('an invitation link cannot be guessed, and fits into an address', () => {
	const tokens = Array.from({ length: 50 }, newToken);

	expect(new Set(tokens).size).toBe(50);
	for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
});

test('what is kept of a link is what the database makes of it, and not the link', () => {
	// select encode(sha256(convert_to('token', 'UTF8')), 'hex')
	expect(hashToken('token')).toBe(
		'3c469e9d6c5875d37a43f353d4f88e61fcf812c66eee3457465a40b0da4153e0'
	);
});
