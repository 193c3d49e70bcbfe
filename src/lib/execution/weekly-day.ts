import { addDays, dayIn, mondayOf } from '#lib/calendar/day.ts';
import { instantOf } from '#lib/calendar/local-time.ts';
import { isWorkingDay } from '#lib/calendar/working-days.ts';

/** When somebody wants the weekly mail: 1 for Monday to 7 for Sunday, local HH:MM, an IANA zone. */
export type WeeklyTime = { weekday: number; at: string; zone: string };

/** From the first day away to the last one, both ISO dates. */
export type Away = { from: string; until: string };

/** What keeps a mail from its day: days off of the team (ISO dates), and somebody's absence. */
export type Calendar = { daysOff: readonly string[]; away: Away | null };

/** The mail of the week that begins on this Monday: the day it comes on, and the instant. */
export type WeeklyDay = { week: string; on: string; at: string };

/** A mail that is this late says nothing new any more: a server was down, or the setting is new. */
const longestDelay = 24 * 60 * 60_000;

/** How far ahead the next mail is looked for. */
const weeksAhead = 60;

/**
 * When the mail of a week comes: on the day that was chosen, by the clocks of its reader, also where
 * they change. A time they skip comes as much later; one that comes twice is the first of the two.
 * On a day off of the team it comes on the next working day (Monday to Friday), but never on or after
 * the day of the next week's mail. Nobody who is away on that day gets it.
 *
 * @param week the Monday
 * @returns undefined when no mail comes in that week
 */
export function mailOfWeek(
	week: string,
	{ weekday, at, zone }: WeeklyTime,
	{ daysOff, away }: Calendar
): WeeklyDay | undefined {
	const on = Array.from({ length: 7 }, (_, later) => addDays(week, weekday - 1 + later)).find(
		(day, later) => (later === 0 ? !daysOff.includes(day) : isWorkingDay(day, daysOff))
	);
	if (!on || isAway(away, on)) return undefined;
	const instant = instantOf(on, at, zone);
	return instant ? { week, on, at: instant } : undefined;
}

/** The mail whose time has come and is not long past; undefined when none is due. */
export function mailDue(now: Date, time: WeeklyTime, calendar: Calendar): WeeklyDay | undefined {
	const thisWeek = mondayOf(dayIn(time.zone, now));
	// A mail that was put off, or is a little late, may be that of the week before.
	return [thisWeek, addDays(thisWeek, -7)]
		.map((week) => mailOfWeek(week, time, calendar))
		.find((mail) => {
			const late = mail ? now.getTime() - Date.parse(mail.at) : -1;
			return late >= 0 && late < longestDelay;
		});
}

/** The next mail after this moment; undefined when none comes within sixty weeks. */
export function nextMail(now: Date, time: WeeklyTime, calendar: Calendar): WeeklyDay | undefined {
	const before = addDays(mondayOf(dayIn(time.zone, now)), -7);
	for (let later = 0; later < weeksAhead; later += 1) {
		const mail = mailOfWeek(addDays(before, 7 * later), time, calendar);
		if (mail && Date.parse(mail.at) > now.getTime()) return mail;
	}
	return undefined;
}

/** Whether somebody is away on this day. */
export function isAway(away: Away | null, day: string): boolean {
	return away !== null && away.from <= day && day <= away.until;
}
