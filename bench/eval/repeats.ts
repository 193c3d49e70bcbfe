import { History } from '../../src/lib/facilitator/said-before.ts';
import type { Corpus, RecordedMeeting } from './corpus.ts';

type Problem = { id: string; series: string; index: number; text: string };

const problemsOf = (meetings: readonly RecordedMeeting[]): Problem[] =>
	meetings.flatMap(({ id, series, index, notes }) =>
		notes
			.filter(({ kind }) => kind === 'problem')
			.map(({ text }, at) => ({ id: `${id} ${at}`, series, index, text }))
	);

export type Repeat = { now: string; before: string; likeness: number };

/** Problems that resemble one that the same team noted in an earlier meeting. */
export function repeatsIn(meetings: readonly RecordedMeeting[]): { of: number; found: Repeat[] } {
	const all = problemsOf(meetings);
	const found = all.flatMap(({ series, index, text }): Repeat[] => {
		const earlier = all.filter((one) => one.series === series && one.index < index);
		const [like] = new History(earlier).like(text);
		const before = earlier.find(({ id }) => id === like?.id);
		return like && before ? [{ now: text, before: before.text, likeness: like.likeness }] : [];
	});
	return { of: all.length, found };
}

/** Problems that resemble one of another corpus, which no team can have had before: all are wrong. */
export function falseRepeats(one: Corpus, other: Corpus): { of: number; shown: number } {
	const asked = problemsOf(one.meetings);
	const history = new History(problemsOf(other.meetings));
	return {
		of: asked.length,
		shown: asked.filter(({ text }) => history.like(text).length > 0).length
	};
}
