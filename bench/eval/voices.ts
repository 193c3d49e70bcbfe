import { quietVoices } from '../../src/lib/facilitator/quiet-voices.ts';
import type { RecordedMeeting } from './corpus.ts';

/** In how many meetings somebody would be named as quiet, counted by turns, and how many people. */
export function scoreVoices(meetings: readonly RecordedMeeting[]) {
	const named = meetings.map(({ people }) =>
		quietVoices(people.map(({ id, turns }) => ({ person: id, name: id, acts: turns })))
	);
	return {
		meetings: named.filter((all) => all.length > 0).length,
		of: meetings.length,
		people: named.flat().length,
		ofPeople: meetings.flatMap(({ people }) => people).length
	};
}
