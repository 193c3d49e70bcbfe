import { expect, test } from 'vitest';
import { leftOut, longestLine, mostPasted, pastedLines } from './pasted-lines.ts';

test('pasted text becomes plain lines, without blank ones', () => {
	expect(pastedLines('One\r\n\r\n  Two\tthree\n\u0007Four').lines).toEqual([
		'One',
		'  Two three',
		'Four'
	]);
});

test('markup in pasted text stays the letters it is', () => {
	expect(pastedLines('<b>x</b><script>1</script>').lines).toEqual(['<b>x</b><script>1</script>']);
});

test('5,000 pasted lines leave 500, and it is said how many were left out', () => {
	const pasted = pastedLines(
		Array.from({ length: 5000 }, (_, index) => `line ${index}`).join('\n')
	);

	expect(pasted.lines).toHaveLength(mostPasted);
	expect(leftOut(pasted)).toBe('Pasted the first 500 lines; 4,500 were left out.');
});

test('a line is cut at 20,000 characters, never through an emoji', () => {
	const pasted = pastedLines('x'.repeat(longestLine - 1) + '🚚🚚');

	expect(pasted.lines[0]).toHaveLength(longestLine - 1);
	expect(leftOut(pasted)).toBe('A line holds 20,000 characters; 4 were left out.');
});

test('a paste of 10,000 characters is all there', () => {
	const pasted = pastedLines('x'.repeat(10_000));

	expect(pasted.lines[0]).toHaveLength(10_000);
	expect(leftOut(pasted)).toBeUndefined();
});
