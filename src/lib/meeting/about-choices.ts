import { elementNames, writeAbout, type Changeable } from '#lib/learning/about.ts';
import type { RoomRows } from './room-rows.ts';

/** What an insight can be about, or a review can change: by the value of the choice, its name and kind. */
export type AboutChoice = { value: string; label: string; hint: string };

/**
 * Priorities, assumptions and the four parts of the message.
 *
 * @param nameOf how this team calls a priority or an objective
 * @param withObjectives for what a review may change; no insight is tagged with an objective
 */
export function aboutChoices(
	rows: Pick<RoomRows, 'subjects' | 'assumptions'>,
	nameOf: (kind: 'priority' | 'objective') => string,
	withObjectives = false
): AboutChoice[] {
	const choice = (about: Changeable, label: string, hint: string) => ({
		value: writeAbout(about),
		label,
		hint
	});
	return [
		...rows.subjects
			.filter(({ subject }) => subject === 'priority' || withObjectives)
			.map(({ id, subject, title }) => choice({ kind: subject, id }, title, nameOf(subject))),
		...rows.assumptions.map(({ id, title }) =>
			choice({ kind: 'assumption', id }, title, 'Assumption')
		),
		...Object.entries(elementNames).map(([id, name]) =>
			choice({ kind: 'message', id }, `Our message: ${name}`, 'Leadership message')
		)
	];
}
