import { movePeriod, periodOf } from '#lib/scorecard/period.ts';
import { pillars, type PillarKey } from './pillars.ts';

/** What a team gives a quarter to. A quarter is known by its first day (ISO date). */
export type Theme = {
	quarter: string;
	pillar: PillarKey;
	/** What the pillar stood at when it was chosen, of 100. */
	score: number | null;
	by: string | null;
	/** An instant. */
	at: string;
};

/** The quarter `today` lies in, and the one after it: a theme is chosen for either. */
export function quartersFrom(today: string): [string, string] {
	const current = periodOf(today, 'quarter');
	return [current, movePeriod(current, 'quarter', 1)];
}

/** `Q4 2026` */
export function writeQuarter(quarter: string): string {
	const [year = '', month = '1'] = quarter.split('-');
	return `Q${Math.floor((Number(month) - 1) / 3) + 1} ${year}`;
}

/** The newest that was chosen for the quarter of a day; undefined where none was. */
export function themeOn(themes: readonly Theme[], day: string): Theme | undefined {
	const quarter = periodOf(day, 'quarter');
	return themes
		.filter((theme) => theme.quarter === quarter)
		.toSorted((one, other) => (one.at < other.at ? 1 : -1))[0];
}

export const nameOfPillar = (key: PillarKey): string =>
	pillars.find((one) => one.key === key)?.name ?? key;
