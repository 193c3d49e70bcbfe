import { expect, test } from 'vitest';
import { aMetric } from './a-metric.ts';
import { inSeason } from './season.ts';

const metric = aMetric({ lowMonths: [8], highMonths: [12], season: 'sites are shut' });

test('what is usual in a month is said with its note, and only on its side', () => {
	expect(inSeason(metric, '2026-08-10', 'low')).toBe('Usually low in August: sites are shut');
	expect(inSeason(metric, '2026-08-10', 'high')).toBeUndefined();
	expect(inSeason({ ...metric, season: '' }, '2026-12-07', 'high')).toBe(
		'Usually high in December'
	);
});

test('a week counts for the month of its Thursday, a quarter for each of its months', () => {
	expect(inSeason(metric, '2026-07-27', 'low')).toBeUndefined();
	expect(inSeason(metric, '2026-08-31', 'low')).toBeUndefined();
	expect(inSeason(metric, '2027-08-30', 'low')).toBeUndefined();
	expect(inSeason(metric, '2024-07-29', 'low')).toContain('August');
	const quarterly = { ...metric, cadence: 'quarter' } as const;
	expect(inSeason(quarterly, '2026-07-01', 'low')).toContain('August');
	expect(inSeason({ ...metric, cadence: 'month' }, '2026-09-01', 'low')).toBeUndefined();
});
