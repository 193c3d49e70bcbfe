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
