import type { Format } from './format.ts';
import { issueDriven, scalingRhythm } from './formats-issues.ts';
import { leadershipRhythm, structureLed } from './formats-leadership.ts';
import { okrCheckIn, okrRetrospective, okrRetrospectiveShort } from './formats-okr.ts';
import { strategyReview } from './formats-review.ts';
import {
	commitments,
	monthlyStrategic,
	tacticalRoles,
	weeklyTactical
} from './formats-tactical.ts';

/** Every format a team may choose, the default first. */
export const formats: readonly Format[] = [
	leadershipRhythm,
	structureLed,
	issueDriven,
	scalingRhythm,
	tacticalRoles,
	weeklyTactical,
	okrCheckIn,
	commitments,
	monthlyStrategic,
	strategyReview,
	okrRetrospective,
	okrRetrospectiveShort
];

export const defaultFormat: Format = leadershipRhythm;

/** The format of that key; the default for one that is gone or was never there. */
export function formatOf(key: string): Format {
	return formats.find((format) => format.key === key) ?? defaultFormat;
}

/**
 * What a facilitator says to get from complaining to deciding. `{minutes}` is what is left.
 */
export const structuringPrompts: readonly string[] = [
	'What decision do we need?',
	'What do you need from the room?',
	'Is this short-range or long-range?',
	'Fact-finding or resolution?',
	'Who owns it, by when, and how will we see it is done?',
	'What would change your mind?',
	'We have {minutes}: decide, park, or extend?'
];
