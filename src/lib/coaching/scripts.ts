import type { SegmentKind } from '#lib/meeting/segment.ts';

/** What a facilitator says and watches for in a step. */
export type Script = {
	/** To open it. */
	open: string;
	/** What to look out for. */
	watch: string;
	/** When it does not move. */
	stuck: string;
	/** To close it and go on. */
	close: string;
};

/** One for each kind of segment; the guide of a format says what the step is, these say the words. */
export const scripts: Record<SegmentKind, Script> = {
	'check-in': {
		open: 'One word for how you arrive, and one piece of good news. I start, then we go round.',
		watch: 'Somebody who answers for others, or starts to solve something.',
		stuck: 'Thank you. Let us hold that for the hot items, and hear the next person.',
		close: 'Thank you all. We go on to the numbers.'
	},
	scorecard: {
		open: 'Only what is off track or has changed. Its owner has one sentence.',
		watch: 'A discussion that begins. A number whose owner is not here.',
		stuck: 'That sounds like a hot item. Shall I raise it?',
		close: 'We have raised what needs time. Does anybody see something we passed over?'
	},
	priorities: {
		open: 'On track or off track, and what changed since last week. Owner by owner.',
		watch: 'On track without a reason, week after week. Answers longer than a minute.',
		stuck: 'What would bring it back on track? If that takes longer, it is a hot item.',
		close: 'Those that are off track are on the list. We go on.'
	},
	message: {
		open: 'One of us reads it out. Is it still true, and did we act on it this week?',
		watch: 'Rewriting in the meeting.',
		stuck: 'Mark the words. Who rewrites them, and by when?',
		close: 'We say it in these words until the next version.'
	},
	headlines: {
		open: 'One sentence each, on customers or people. No questions yet.',
		watch: 'A headline that turns into a story.',
		stuck: 'That needs talk: raise it, and we come to it.',
		close: 'Anything that must not wait? Then we go on.'
	},
	actions: {
		open: 'Done or not done, with a reason in a few words. No excuses, no discussion.',
		watch: 'Almost done. The same action for the third week.',
		stuck: 'Is it done? If not, does it stay, become smaller, or go?',
		close: 'What was not done twice is offered as a hot item.'
	},
	'hot-items': {
		open: 'What matters most comes first, even if it is all we get to. Which is it?',
		watch: 'An item without a question. A quiet person who knows. The clock at three quarters.',
		stuck: 'What decision do we need? Is this fact-finding or resolution?',
		close: 'What exactly did we decide? Who owns it, by when, and how will we see it is done?'
	},
	learning: {
		open: 'One insight at a time. Is what it is about still right: keep, adapt or stop?',
		watch: 'Keeping everything. An insight nobody remembers.',
		stuck: 'What would we do differently on Monday if this is true?',
		close: 'These change when we close. Who tells whom?'
	},
	discussion: {
		open: 'Here is what we want to leave with. Whoever prepared it begins.',
		watch: 'Two people who talk to each other. Circles.',
		stuck: 'What do you need from the room?',
		close: 'What do we take from this, and who does?'
	},
	'wrap-up': {
		open: 'I read out what we decided and who does what. Say so if a word is wrong.',
		watch: 'Actions without a name or a day. People who pack up.',
		stuck: 'Does anybody leave with something they will not do?',
		close: 'Rate the meeting from 1 to 10. What would have made it a 10?'
	}
};
