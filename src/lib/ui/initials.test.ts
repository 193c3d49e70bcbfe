import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test('a person is known by the first and last of their names', () => {
	expect(initials('Maren Okafor')).toBe('MO');
	expect(initials('ana maria de souza')).toBe('AS');
});

test('one name gives one letter, and letters outside English count', () => {
	expect(initials('Tomás')).toBe('T');
	expect(initials('élodie Ørsted')).toBe('ÉØ');
	expect(initials('  ')).toBe('');
});
