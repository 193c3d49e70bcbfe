import { segmentKinds, type SegmentKind } from './segment.ts';

/** What each kind of segment shows in the room, for whoever picks one. */
const words: Record<SegmentKind, string> = {
	'check-in': 'Check-in: a word from everybody',
	scorecard: 'Scorecard: the team’s readings',
	priorities: 'Priorities and objectives: on or off track',
	message: 'Leadership message: read out',
	headlines: 'Headlines: short news, no discussion',
	actions: 'Actions review: done or not done',
	'hot-items': 'Hot items: one at a time, to a decision',
	learning: 'What we learned: keep, adapt or stop',
	discussion: 'Discussion: notes only',
	'wrap-up': 'Wrap-up: what was agreed, and the rating'
};

export const segmentChoices = segmentKinds.map((kind) => ({ kind, label: words[kind] }));
