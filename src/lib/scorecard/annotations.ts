import { writeDay } from '#lib/calendar/day.ts';
import type { Metric } from './metric.ts';
import { periodOf, writePeriod } from './period.ts';

/** A hot item that was raised from a metric, in the meeting of a day (ISO date). */
export type RaisedItem = {
	id: string;
	title: string;
	kind: 'hot' | 'opportunity';
	state: string;
	meeting: { id: string; occursOn: string; isClosed: boolean };
	/** What was decided on it. */
	decisions: { id: string; title: string }[];
};

/** The natural limits were started anew, from a period or from the first reading again. */
export type Restart = { id: string; period: string | null; reason: string; at: string };

/** What happened to a metric in a period. */
export type Annotation = {
	id: string;
	kind: 'hot' | 'opportunity' | 'decision' | 'restart';
	period: string;
	words: string;
	/** Where it happened; a restart happens outside meetings. */
	meeting: RaisedItem['meeting'] | null;
};

/** How a mark looks: its shape and letter tell it apart without colour. */
export const markOf = {
	hot: { letter: 'H', shape: 'triangle', name: 'Hot item' },
	opportunity: { letter: 'O', shape: 'circle', name: 'Opportunity' },
	decision: { letter: 'D', shape: 'square', name: 'Decision' },
	restart: { letter: 'R', shape: 'diamond', name: 'Limits restarted' }
} as const satisfies Record<
	Annotation['kind'],
	{ letter: string; shape: 'triangle' | 'circle' | 'square' | 'diamond'; name: string }
>;

/** All that happened to a metric, the newest first; a decision stands in the period it was taken. */
export function annotationsOf(
	{ cadence }: Pick<Metric, 'cadence'>,
	items: readonly RaisedItem[],
	restarts: readonly Restart[],
	firstPeriod: string | undefined
): Annotation[] {
	const fromMeetings = items.flatMap(({ id, kind, title, meeting, decisions }): Annotation[] => {
		const period = periodOf(meeting.occursOn, cadence);
		return [
			{ id, kind, period, words: title, meeting },
			...decisions.map((decision): Annotation => ({
				id: decision.id,
				kind: 'decision',
				period,
				words: decision.title,
				meeting
			}))
		];
	});
	const restarted = restarts.map(({ id, period, reason, at }): Annotation => ({
		id,
		kind: 'restart',
		period: period ?? firstPeriod ?? periodOf(at.slice(0, 10), cadence),
		words: reason,
		meeting: null
	}));
	return [...fromMeetings, ...restarted].toSorted((a, b) => b.period.localeCompare(a.period));
}

export type ChartMark = {
	index: number;
	letter: string;
	shape: (typeof markOf)[Annotation['kind']]['shape'];
	words: string;
};

/** The marks of what happened in the periods a chart shows, oldest first. */
export function chartMarks(
	{ cadence }: Pick<Metric, 'cadence'>,
	annotations: readonly Annotation[],
	periods: readonly string[]
): ChartMark[] {
	return annotations
		.flatMap(({ kind, period, words, meeting }): ChartMark[] => {
			const index = periods.indexOf(period);
			if (index < 0) return [];
			const { letter, shape, name } = markOf[kind];
			const when = meeting ? writeDay(meeting.occursOn) : writePeriod(period, cadence);
			return [{ index, letter, shape, words: `${name}, ${when}: ${words}` }];
		})
		.toSorted((a, b) => a.index - b.index);
}
