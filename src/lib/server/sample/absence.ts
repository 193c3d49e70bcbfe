import type { SegmentKind } from '#lib/meeting/segment.ts';
import type { PersonKey } from './people.ts';

/** What somebody leaves for a meeting they cannot be at; hot items are called by their titles. */
export type SampleAbsence = {
	person: PersonKey;
	onSteps: Partial<Record<SegmentKind, string>>;
	onItems: Record<string, string>;
	votes: readonly string[];
};

const pipeline = 'Pipeline coverage has fallen five weeks running';

/** Leila cannot be at the meeting that is ready to start. */
export const absence: SampleAbsence = {
	person: 'lh',
	onSteps: {
		priorities:
			'Outcome selling is on track: 27 of 32 reps are certified, and the other five take the course on {+9}.',
		message:
			'Please leave “guaranteeing picks per hour” as it is. Three customers said it back to me this month.\nThe line about customer experience says nothing; I would cut it.'
	},
	onItems: {
		[pipeline]:
			'I would stop the spring fair and the monthly newsletter. That gives two people back to the pipeline from {+7}.'
	},
	votes: [pipeline, 'Fleet uptime below 99% for three weeks']
};
