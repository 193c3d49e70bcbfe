import type { Person } from '#lib/meeting/person.ts';
import type { Ambition } from './grade.ts';
import type { Form } from './stages.ts';

export type GradedKeyResult = {
	id: string;
	title: string;
	unit: string;
	decimals: number;
	baseline: number;
	target: number;
	weight: number;
	value: number | null;
	/** ISO date of the newest value, and what was said with it. */
	measuredOn: string | null;
	note: string;
	/** Share of the way, 0 to 1. */
	progress: number | null;
	/** Weeks of the cycle in which somebody said where it stood. */
	checkedWeeks: number;
	confidence: Confidence;
};

/** How sure its owner was at the start, the middle and the end of the cycle, 0 to 10. */
export type Confidence = { start: number | null; middle: number | null; end: number | null };

export type GradedObjective = {
	id: string;
	title: string;
	owner: string | null;
	ambition: Ambition;
	/** The annual goal and the imperative it serves, in a line, or what is missing. */
	serves: string;
	keyResults: GradedKeyResult[];
};

/** What the room of a retrospective shows beside its document. */
export type RetrospectiveRows = {
	id: string;
	team: { id: string; name: string };
	cycle: { id: string; name: string; startsOn: string; endsOn: string };
	form: Form;
	dots: number;
	people: Person[];
	objectives: GradedObjective[];
};
