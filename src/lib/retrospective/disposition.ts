import { addDays, daysSince } from '#lib/calendar/day.ts';

/** What becomes of an objective; nothing goes on in silence. */
export const dispositions = ['achieved', 'keep', 'modify', 'defer', 'abandon'] as const;
export type Disposition = (typeof dispositions)[number];
export const dispositionNames: Record<Disposition, string> = {
	achieved: 'Achieved',
	keep: 'Keep',
	modify: 'Modify',
	defer: 'Defer',
	abandon: 'Abandon'
};

export function goesOn(disposition: Disposition | null): boolean {
	return disposition === 'keep' || disposition === 'modify';
}

/** What the record says of it, `next` being the name of the next cycle. */
export function whatBecame(disposition: Disposition | null, next: string): string {
	switch (disposition) {
		case 'achieved':
			return 'Done';
		case 'keep':
			return `Carried to ${next}`;
		case 'modify':
			return `Changed for ${next}`;
		case 'defer':
			return 'Deferred';
		case 'abandon':
			return 'Given up';
		case null:
			return 'Not decided';
	}
}

/** What becomes of a key result of an objective that goes on. */
export const carries = ['keep', 'change', 'drop'] as const;
export type Carry = (typeof carries)[number];
export const carryNames: Record<Carry, string> = { keep: 'Keep', change: 'Change', drop: 'Drop' };

type Standing = { value: number | null; baseline: number; target: number };

/** Whether a key result stands at its target or past it. */
export function isReached({ value, baseline, target }: Standing): boolean {
	const stands = value ?? baseline;
	return target > baseline ? stands >= target : stands <= target;
}

/**
 * What becomes of a key result: what was said of it, or else what follows from its objective, and
 * what is reached does not come along. Null when the objective does not go on. The same rule is in
 * private.open_next_cycle.
 */
export function carryOf(
	said: Carry | null,
	disposition: Disposition | null,
	standing: Standing
): Carry | null {
	if (!goesOn(disposition)) return null;
	if (said) return said;
	if (isReached(standing)) return 'drop';
	return disposition === 'modify' ? 'change' : 'keep';
}

/** What the record says of a key result; '' when its objective says it all. */
export function whatBecameOfResult(
	said: Carry | null,
	disposition: Disposition | null,
	standing: Standing,
	next: string
): string {
	const carry = carryOf(said, disposition, standing);
	if (carry === 'keep') return `Carried to ${next}`;
	if (carry === 'change') return `Changed for ${next}`;
	if (isReached(standing)) return 'Done';
	return carry === 'drop' ? 'Dropped' : '';
}

type Cycle = { name: string; startsOn: string; endsOn: string };

/**
 * The cycle after one, from the day that follows it and as long: quarters become quarters, halves
 * halves. It is called as that one, counted on: `Q4 2026` is followed by `Q1 2027`, anything else by
 * the month it starts in.
 */
export function cycleAfter({ name, startsOn, endsOn }: Cycle): Cycle {
	const first = addDays(endsOn, 1);
	const months = Math.min(6, Math.max(3, Math.round((daysSince(startsOn, endsOn) + 1) / 30.4)));
	return {
		name: nameAfter(name, first),
		startsOn: first,
		endsOn: addDays(plusMonths(first, months), -1)
	};
}

function nameAfter(name: string, first: string): string {
	const [, letter, count, year] = /^([QH])(\d) (\d{4})$/.exec(name) ?? [];
	if (letter && count && year) {
		const most = letter === 'Q' ? 4 : 2;
		const next = Number(count) % most;
		return `${letter}${next + 1} ${Number(year) + (next === 0 ? 1 : 0)}`;
	}
	const month = new Intl.DateTimeFormat('en-GB', {
		month: 'long',
		year: 'numeric',
		timeZone: 'UTC'
	});
	return `From ${month.format(new Date(first))}`;
}

/** The same day some months on, or the last one that month has. */
function plusMonths(day: string, months: number): string {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
		.toISOString()
		.slice(0, 10);
}
