import { writeDay } from '#lib/calendar/day.ts';
import { writeReading } from '#lib/scorecard/number.ts';
import type { PlanRow } from './plan-row.ts';
import type { Person } from './priority-picture.ts';

/** A row of a plan on one line, for tests that people read: kind, words, numbers, days and who. */
export function writeRow(row: PlanRow, people: readonly Person[]): string {
	const [who = 'nobody'] = people.find(({ id }) => id === row.owner)?.name.split(' ') ?? [];
	return `${row.kind}: ${row.title} | ${detailOf(row)}${who}`;
}

function detailOf(row: PlanRow): string {
	const day = (date: string | null) => (date === null ? 'no date' : writeDay(date));
	switch (row.kind) {
		case 'action':
			return `${day(row.due)}, `;
		case 'timeline':
			return row.shape === 'phase'
				? `${day(row.startsOn)} to ${day(row.endsOn)}, `
				: `${day(row.endsOn)}, `;
		case 'resource':
			return row.days === null ? `${row.what}, ` : `${row.days} days, `;
		case 'risk':
			return `${row.likelihood} × ${row.impact}, ${row.mitigation} `;
		case 'kpi': {
			const read = (value: number | null) => (value === null ? '?' : writeReading(value, row));
			return `${read(row.baseline)} to ${read(row.target)} a ${row.cadence}, `;
		}
	}
}
