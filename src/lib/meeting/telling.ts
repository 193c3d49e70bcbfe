import { daysSince } from '#lib/calendar/day.ts';

/** Something a meeting agreed to tell the teams. */
export type ToTell = {
	id: string;
	body: string;
	audience: string;
	/** Who tells it; null when every leader does. */
	teller: string | null;
};

/** Whether this leader tells it: the one who was named, or everybody when nobody was. */
export function isToTell({ teller }: Pick<ToTell, 'teller'>, person: string): boolean {
	return teller === null || teller === person;
}

/** For how long somebody is asked whether they told their team. */
const askedFor = 21; // days

/**
 * What a leader has still to tell their team, and since how many days; what is a week old is chased,
 * after three weeks nobody asks any more.
 *
 * @param messages what closed meetings agreed to tell, with the day of each meeting
 * @param told ids of what this leader told already
 */
export function stillToTell<One extends ToTell & { on: string }>(
	messages: readonly One[],
	told: ReadonlySet<string>,
	person: string,
	today: string
): (One & { isLate: boolean })[] {
	return messages
		.filter(
			(message) =>
				isToTell(message, person) &&
				!told.has(message.id) &&
				daysSince(message.on, today) <= askedFor
		)
		.map((message) => ({ ...message, isLate: daysSince(message.on, today) >= 7 }));
}
