import { writeDay } from '#lib/calendar/day.ts';
import type { Metric } from './metric.ts';
import { movePeriod, periodOf, type Cadence } from './period.ts';
import { standing } from './status.ts';
import { isGood, type Point } from './verdict.ts';

/** A hot item as its meeting left it, and what was promised because of it. Days are ISO dates. */
export type LeftItem = {
	id: string;
	metric: string | null;
	title: string;
	kind: 'hot' | 'opportunity';
	state: 'open' | 'resolved' | 'fact-finding' | 'parked' | 'dropped' | 'merged';
	meeting: string;
	/** The day of the meeting. */
	occursOn: string;
	/** When the facts are due back. */
	backBy: string | null;
	/** The earlier item it goes on with, and the one of its own meeting it became part of. */
	continues: string | null;
	mergedInto: string | null;
	/** How many periods in a row must be good after its resolution; 0 when it is not watched. */
	watch: number;
	actions: readonly { due: string | null; doneOn: string | null }[];
};

/** How long a resolution is watched unless somebody says otherwise. */
export const usualWatch = 3;

/** What people choose from, with what was chosen before. */
export function watchLengths(chosen: number): number[] {
	return [...new Set([0, 2, usualWatch, 4, 6, 8, 13, chosen])].toSorted((a, b) => a - b);
}

export function writeWatch(length: number, cadence: Cadence): string {
	return length === 0 ? 'no time' : `${length} good ${cadence}${length === 1 ? '' : 's'}`;
}

/** What has become of the hot items of a metric. */
export type Life = { item: LeftItem } & (
	| { state: 'looked into'; until: string; by: 'facts' | 'action' }
	| { state: 'taken up'; until: string }
	| { state: 'watching'; good: number }
	| { state: 'came back'; period: string }
	| { state: 'closed'; period: string }
);

/**
 * What has become of the hot items of a metric; undefined when none of them says anything now.
 * - Facts that are not due back yet, or an open action that is not due yet, are being looked into.
 * - A resolution is watched from the first period that begins after it, and after all its actions
 *   were done or due: so many good ones in a row close it, and a miss brings it back. Good is
 *   within the bounds, and not outside the natural limits on the bad side.
 * - An opportunity that was decided on has been taken up for as long.
 *
 * @param points all readings of the metric, oldest first
 * @param items of its team, in any order
 * @param today ISO date
 */
export function lifeOf(
	metric: Metric,
	points: readonly Point[],
	items: readonly LeftItem[],
	today: string
): Life | undefined {
	const left = lastOnes(metric.id, items);
	const looked = left.flatMap((item) => lookedInto(item, today) ?? []);
	const [longest] = looked.toSorted((a, b) => (a.until < b.until ? 1 : -1));
	if (longest) return longest;
	const [hot] = left.filter(({ kind }) => kind === 'hot');
	const watched = hot?.state === 'resolved' ? watch(metric, points, hot) : undefined;
	if (watched && watched.state !== 'closed') return watched;
	const [chance] = left.filter(({ kind }) => kind === 'opportunity');
	return (chance && takenUp(metric, chance, today)) ?? watched;
}

/** What the items of a metric have come to in the end, the newest first. */
function lastOnes(metric: string, items: readonly LeftItem[]): LeftItem[] {
	const byId = new Map(items.map((item) => [item.id, item]));
	const next = new Map(items.flatMap((item) => (item.continues ? [[item.continues, item]] : [])));
	const found = new Set<LeftItem>();
	for (const item of items) {
		if (item.metric !== metric) continue;
		const seen = new Set<LeftItem>();
		let last: LeftItem | undefined = item;
		while (last && !seen.has(last)) {
			seen.add(last);
			const into: LeftItem | undefined =
				last.state === 'merged' ? byId.get(last.mergedInto ?? '') : next.get(last.id);
			last = into ?? last;
		}
		if (last && last.state !== 'merged' && last.state !== 'dropped') found.add(last);
	}
	return [...found].toSorted((a, b) => (a.occursOn < b.occursOn ? 1 : -1));
}

function lookedInto(
	item: LeftItem,
	today: string
): Extract<Life, { state: 'looked into' }> | undefined {
	if (item.state === 'fact-finding' && item.backBy !== null && item.backBy >= today)
		return { item, state: 'looked into', until: item.backBy, by: 'facts' };
	const due = item.actions
		.flatMap((action) => (action.doneOn === null && action.due ? [action.due] : []))
		.toSorted()
		.at(-1);
	if (due === undefined || due < today) return undefined;
	return { item, state: 'looked into', until: due, by: 'action' };
}

function watch(metric: Metric, points: readonly Point[], item: LeftItem): Life {
	if (item.watch === 0) return { item, state: 'closed', period: item.occursOn };
	const since = [item.occursOn, ...item.actions.map(({ due, doneOn }) => doneOn ?? due ?? '')]
		.toSorted()
		.at(-1)!;
	let good = 0;
	const watched = points.filter(({ period }) => period >= since);
	for (const point of watched) {
		good = isWell(metric, point) ? good + 1 : 0;
		if (good === item.watch) return { item, state: 'closed', period: point.period };
	}
	const newest = watched.at(-1);
	if (newest && good === 0) return { item, state: 'came back', period: newest.period };
	return { item, state: 'watching', good };
}

function isWell(metric: Metric, { value, period, signal }: Point): boolean {
	const { status } = standing(value, metric, period);
	const isOutside = signal?.rule === 'outside' && !isGood(metric, signal.side);
	return (status === 'on' || status === 'none') && !isOutside;
}

function takenUp({ cadence }: Metric, item: LeftItem, today: string): Life | undefined {
	if (item.state !== 'resolved') return undefined;
	const until = movePeriod(periodOf(item.occursOn, cadence), cadence, item.watch + 1);
	return today < until ? { item, state: 'taken up', until } : undefined;
}

/** What has become of it, in one line. */
export function writeLife(life: Life, cadence: Cadence): string {
	const { item } = life;
	const resolution = `the resolution of ${writeDay(item.occursOn)}`;
	const periods = (count: number) => `${cadence}${count === 1 ? '' : 's'}`;
	switch (life.state) {
		case 'looked into':
			return life.by === 'facts'
				? `Being looked into, back on ${writeDay(life.until)}`
				: `In hand: an action is due on ${writeDay(life.until)}`;
		case 'taken up':
			return `Taken up as an opportunity on ${writeDay(item.occursOn)}`;
		case 'watching':
			return `Watching since ${resolution}: ${life.good} of ${item.watch} ${periods(item.watch)} good`;
		case 'came back':
			return `It came back after ${resolution}`;
		case 'closed':
			if (item.watch === 0) return `Closed with ${resolution}`;
			return `Closed: ${item.watch} good ${periods(item.watch)} in a row after ${resolution}`;
	}
}
