import type { Metric } from '#lib/scorecard/metric.ts';
import type { Terms } from '#lib/team/terms.ts';
import type { EarlierAction, Offer } from './carry-over.ts';
import type { Person } from './person.ts';

/** A metric as the room shows it, with the readings of the last weeks, oldest first. */
export type RoomMetric = Metric & { readings: { period: string; value: number }[] };

/** A priority or objective, and how its owner called it in the last meeting that asked. */
export type RoomSubject = {
	id: string;
	subject: 'priority' | 'objective';
	title: string;
	owner: string | null;
	onTrackBefore: boolean | null;
};

export type RoomMessage = { what: string; why: string; how: string; howMuch: string };

/** What the room reads from rows; all that happens in the meeting is in its document. */
export type RoomRows = {
	meeting: {
		id: string;
		number: number;
		name: string;
		state: string;
		startsAt: string;
		minutes: number;
		place: string;
		facilitator: string | null;
	};
	team: { id: string; name: string; terms: Terms };
	people: Person[];
	metrics: RoomMetric[];
	/** The Monday of the week readings are due for. */
	period: string;
	subjects: RoomSubject[];
	message: RoomMessage | null;
	actions: EarlierAction[];
	offers: Offer[];
	/** After the reveal: every rating, without names. */
	ratings: { rating: number; improvement: string }[] | null;
};
