import type { Format } from './format.ts';

/** Our own: a loop is closed when what was learned changes what is done. */
export const strategyReview: Format = {
	key: 'strategy-review',
	name: 'Strategy review',
	summary:
		'Every month or two: what we have learned since the last one, and for each whether we keep, adapt or stop what it is about.',
	minutes: 90,
	terms: {},
	steps: [
		{
			key: 'check-in',
			kind: 'check-in',
			title: 'Check-in',
			minutes: 5,
			guide:
				'Go round once: each says what surprised them most since the last review. Nobody comments yet.'
		},
		{
			key: 'learned',
			kind: 'learning',
			title: 'What we learned',
			minutes: 45,
			guide:
				'Read out one insight at a time and ask: is what it is about still right? Keep it, adapt it or stop it. To adapt means new words now, read out before you go on. What takes more than five minutes becomes a hot item.'
		},
		{
			key: 'message',
			kind: 'message',
			title: 'Leadership message',
			minutes: 10,
			guide:
				'One leader reads the message out. Ask of each part: does what we have just decided change it? Name who rewrites it by when.'
		},
		{
			key: 'topics',
			kind: 'hot-items',
			title: 'What needs more time',
			minutes: 20,
			guide:
				'Take the one or two insights that need a real discussion. Hear every view before weighing any, and end with a decision.'
		},
		{
			key: 'close',
			kind: 'wrap-up',
			title: 'Wrap-up',
			minutes: 10,
			guide:
				'Read out what changes, and who tells whom. Everyone rates the review from 1 to 10 and says what would have made it a 10.'
		}
	]
};
