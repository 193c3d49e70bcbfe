import { addDays, writeDay } from '#lib/calendar/day.ts';
import { workingDaysAfter } from '#lib/calendar/working-days.ts';
import type { PriorityPicture } from './priority-picture.ts';

/** How far a plan reaches when the team has no cycle: a quarter, our choice. */
const quarter = 91;
/** The packs are written for six weeks of working days; in less, their days move together. */
const writtenFor = 30;

/** The working days a plan may use: after today, within the cycle, oldest first (ISO dates). */
export type PlanDays = { days: readonly string[]; note: string };

export function planDays({ today, cycle, daysOff }: PriorityPicture): PlanDays {
	if (!cycle) {
		const end = addDays(today, quarter);
		const note = `There is no cycle, so the dates reach to ${writeDay(end, 'dated')}.`;
		return { days: workingDaysAfter(today, end, daysOff), note };
	}
	const before = addDays(cycle.startsOn, -1);
	const days = workingDaysAfter(today < before ? before : today, cycle.endsOn, daysOff);
	if (days.length > 0) return { days, note: '' };
	const end = writeDay(cycle.endsOn, 'dated');
	return {
		days,
		note: `The cycle has no working day left before it ends on ${end}, so no row has a date. Set them when the next one begins.`
	};
}

/** The day so many working days ahead, drawn together when fewer are left than the packs expect. */
export function dayAfter({ days }: PlanDays, wanted: number): string | null {
	const squeeze = Math.min(1, days.length / writtenFor);
	return days[Math.max(1, Math.round(wanted * squeeze)) - 1] ?? days.at(-1) ?? null;
}

/** The day at a share of what is left, 0 for the first working day and 1 for the last. */
export function dayAtShare({ days }: PlanDays, share: number): string | null {
	return days[Math.round(share * (days.length - 1))] ?? null;
}

/** Weeks of five working days that are left, to a tenth. */
export function weeksLeft({ days }: PlanDays): number {
	return Math.round((days.length / 5) * 10) / 10;
}
