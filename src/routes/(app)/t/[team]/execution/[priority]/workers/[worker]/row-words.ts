import { writeDay } from '#lib/calendar/day.ts';
import type { PlanRow } from '#lib/execution/workers/plan-row.ts';
import type { Lack } from '#lib/execution/workers/review.ts';
import { writeReading } from '#lib/scorecard/number.ts';

/** Said on a row that cannot be applied yet. */
export const lackWords: Record<Lack, string> = {
	person: 'needs a person',
	day: 'needs a day',
	title: 'needs words'
};

const degrees = { 1: 'low', 2: 'medium', 3: 'high' };

/** What a row says beside its title and reason: numbers, weight, or how long it takes. */
export function detailOf(row: PlanRow): string {
	switch (row.kind) {
		case 'action':
			return '';
		case 'timeline':
			return row.shape === 'phase' && row.startsOn ? `From ${writeDay(row.startsOn, 'bare')}.` : '';
		case 'resource':
			return row.days === null ? '' : `${row.days} days.`;
		case 'risk':
			return `Likelihood ${degrees[row.likelihood]}, impact ${degrees[row.impact]}. ${row.mitigation}`;
		case 'kpi': {
			const read = (value: number | null, none: string) =>
				value === null ? none : writeReading(value, row);
			return `From ${read(row.baseline, 'not counted yet')} to ${read(row.target, 'no target yet')}.`;
		}
	}
}

/** What a row rests on, with what that says; the priority itself goes without saying. */
export function citedIn({ from }: PlanRow): string {
	return from
		.filter(({ kind }) => kind !== 'priority')
		.map(({ name, said }) => (said.includes(name) ? name : `${name} (${said})`))
		.join(', ');
}
