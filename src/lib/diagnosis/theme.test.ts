import { expect, test } from 'vitest';
import { nameOfPillar, quartersFrom, themeOn, writeQuarter, type Theme } from './theme.ts';

const theme = (quarter: string, pillar: Theme['pillar'], at: string): Theme => ({
	...{ quarter, pillar, at },
	...{ score: 41, by: null }
});

test('a theme is chosen for this quarter or the next, over the end of a year too', () => {
	expect(quartersFrom('2026-11-30')).toEqual(['2026-10-01', '2027-01-01']);
	expect(quartersFrom('2026-07-01')).toEqual(['2026-07-01', '2026-10-01']);
	expect(writeQuarter('2027-01-01')).toBe('Q1 2027');
	expect(writeQuarter('2026-10-01')).toBe('Q4 2026');
});

test('of what was chosen for a quarter the newest counts, and another quarter has none of it', () => {
	const themes = [
		theme('2026-10-01', 'structure', '2026-10-02T09:00:00Z'),
		theme('2026-10-01', 'people', '2026-10-09T09:00:00Z'),
		theme('2027-01-01', 'market', '2026-11-30T09:00:00Z')
	];
	expect(themeOn(themes, '2026-12-31')?.pillar).toBe('people');
	expect(themeOn(themes, '2027-01-01')?.pillar).toBe('market');
	expect(themeOn(themes, '2026-09-30')).toBeUndefined();
	expect(nameOfPillar('people')).toBe('Human capital');
});
