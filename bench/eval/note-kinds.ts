import { guessKind } from '../../src/lib/facilitator/note-kind.ts';
import type { RecordedMeeting } from './corpus.ts';

export type Score = { shown: number; right: number; of: number };

const kinds = { action: 'action', decision: 'decision', problem: 'hot item' } as const;

/** How often the kind of a written line is guessed, and guessed right. */
export function scoreNoteKinds(meetings: readonly RecordedMeeting[]) {
	const lines = meetings.flatMap(({ notes, people }) => {
		const names = people.flatMap(({ role, id }) => (role ? [role, id] : [id]));
		return notes.map(({ kind, text }) => ({ kind, guess: guessKind(text, names)?.kind }));
	});
	const score = (kind: keyof typeof kinds): Score => {
		const shown = lines.filter(({ guess }) => guess === kinds[kind]);
		return {
			shown: shown.length,
			right: shown.filter((line) => line.kind === kind).length,
			of: lines.filter((line) => line.kind === kind).length
		};
	};
	const told = lines.filter(({ kind }) => kind === 'nothing');
	return {
		action: score('action'),
		decision: score('decision'),
		problem: score('problem'),
		/** Lines that only tell what happened, and were taken for something. */
		falseAlarms: {
			shown: told.filter(({ guess }) => guess !== undefined).length,
			of: told.length,
			aMeeting: told.filter(({ guess }) => guess !== undefined).length / meetings.length
		}
	};
}
