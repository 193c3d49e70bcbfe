import { addDays, dayIn } from '#lib/calendar/day.ts';
import { instantOf } from '#lib/calendar/local-time.ts';
import type { Channel } from './kinds.ts';
import { afterQuiet, type Quiet } from './quiet.ts';

/** When somebody can be told, by the clocks they live by. */
export type Reachable = {
	zone: string;
	quiet: Quiet | null;
	/** When the daily digest comes, local HH:MM. */
	digestAt: string;
	/** The first and the last day away, ISO dates. */
	away: { from: string; until: string } | null;
};

/** By which way somebody is told, and from which instant on. */
export type Way = { by: 'mail' | 'digest'; at: string } | { by: 'nothing' };

/**
 * How and when somebody is told of a thing that is ready now. A mail waits until quiet hours are over.
 * Whoever is away finds one digest on the first morning back instead of a mail for each thing.
 *
 * @param more `isForMorning` says that a mail is not to come in the night, even without quiet hours
 */
export function wayToTell(
	channel: Channel,
	now: Date,
	reader: Reachable,
	{ isForMorning = false } = {}
): Way {
	if (channel === 'app' || channel === 'off') return { by: 'nothing' };
	const ready = isForMorning ? afterMorning(now, reader) : now.toISOString();
	const at = afterQuiet(ready, reader.quiet, reader.zone);
	const isAway = awayOn(reader, dayIn(reader.zone, new Date(at)));
	if (channel === 'mail' && !isAway) return { by: 'mail', at };
	return { by: 'digest', at: nextDigest(now, reader) };
}

/** What is ready in the night waits for the morning, and lets the mails of the morning go first. */
function afterMorning(now: Date, { zone, digestAt }: Reachable): string {
	const morning = instantOf(dayIn(zone, now), digestAt, zone);
	const wanted = morning ? Date.parse(morning) + afterDigest : 0;
	return new Date(Math.max(now.getTime(), wanted)).toISOString();
}

const afterDigest = 15 * 60_000;

/** The next digest after this moment, on a day on which its reader is there. */
export function nextDigest(now: Date, reader: Reachable): string {
	const today = dayIn(reader.zone, now);
	const { away } = reader;
	const days = [today, addDays(today, 1), addDays(today, 2)];
	if (away && awayOn(reader, today)) days.unshift(addDays(away.until, 1));
	else if (away) days.push(addDays(away.until, 1), addDays(away.until, 2));
	for (const day of days) {
		if (awayOn(reader, day)) continue;
		const wanted = instantOf(day, reader.digestAt, reader.zone);
		const at = wanted && afterQuiet(wanted, reader.quiet, reader.zone);
		if (at && Date.parse(at) > now.getTime()) return at;
	}
	throw new RangeError('No digest comes within three days');
}

function awayOn({ away }: Reachable, day: string): boolean {
	return away !== null && away.from <= day && day <= away.until;
}

/** Which reminder of an action is due today: the day before, or the day after. */
export function reminderOn(due: string, today: string): 'before' | 'after' | undefined {
	if (due === addDays(today, 1)) return 'before';
	if (due === addDays(today, -1)) return 'after';
	return undefined;
}
