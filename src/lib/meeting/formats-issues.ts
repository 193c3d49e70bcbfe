import type { Format } from './format.ts';

export const issueDriven: Format = {
	key: 'ten-style',
	name: 'Issue-driven (L10-style)',
	summary:
		'Five short reviews that only say on or off track, then an hour on the issues that matter most, one at a time, to the end.',
	minutes: 90,
	terms: {
		'hot item': { one: 'issue', many: 'issues' },
		action: { one: 'to-do', many: 'to-dos' },
		'wrap-up': { one: 'conclusion', many: 'conclusions' }
	},
	steps: [
		{
			key: 'good-news',
			kind: 'check-in',
			title: 'Good news',
			minutes: 5,
			guide:
				'Each shares one personal and one professional piece of good news from the week. No discussion: it turns attention from the day to the room.'
		},
		{
			key: 'scorecard',
			kind: 'scorecard',
			title: 'Scorecard',
			minutes: 5,
			guide:
				'Each measurable is on track or off track; its owner says which. What is off track drops to the issues list. No discussion here.'
		},
		{
			key: 'quarter',
			kind: 'priorities',
			title: 'Quarterly priorities',
			minutes: 5,
			guide:
				'Each owner says on track or off track: will it be done by the end of the quarter? Off track drops to the issues list.'
		},
		{
			key: 'headlines',
			kind: 'headlines',
			title: 'Customer and employee headlines',
			minutes: 5,
			guide:
				'One sentence each about customers or colleagues, good or bad. What needs talk drops to the issues list.'
		},
		{
			key: 'to-dos',
			kind: 'actions',
			title: 'To-dos',
			minutes: 5,
			guide:
				'Each seven-day to-do is done or not done; about nine in ten done is healthy. What was twice not done becomes an issue.'
		},
		{
			key: 'issues',
			kind: 'hot-items',
			title: 'Issues',
			minutes: 60,
			guide:
				'Pick the top three and take them in order. Identify the root: what is the real issue? Discuss it once, everybody heard, nobody twice. Solve it: a to-do with one owner. Then pick the next three.'
		},
		{
			key: 'conclude',
			kind: 'wrap-up',
			title: 'Conclude',
			minutes: 5,
			guide:
				'Read back the new to-dos. Agree on what we tell our teams. Everyone rates the meeting from 1 to 10; below 8, say why.'
		}
	]
};

export const scalingRhythm: Format = {
	key: 'scaling-rhythm',
	name: 'Scaling rhythm',
	summary:
		'Good news, the numbers of the quarter and what customers and employees tell us, then one big topic thought through together.',
	minutes: 60,
	terms: { 'check-in': { one: 'good news', many: 'good news' } },
	steps: [
		{
			key: 'good-news',
			kind: 'check-in',
			title: 'Good news',
			minutes: 5,
			guide: 'Each shares one personal and one business piece of good news. Keep it moving.'
		},
		{
			key: 'numbers',
			kind: 'scorecard',
			title: 'Priorities and numbers',
			minutes: 10,
			guide:
				'First the priority and the critical number of the quarter, then each owner’s own priorities and indicators by colour. Say the colour, not the story.'
		},
		{
			key: 'voices',
			kind: 'headlines',
			title: 'Customer and employee voices',
			minutes: 10,
			guide:
				'What did we hear this week that came up more than once? Look for patterns; nobody defends an anecdote.'
		},
		{
			key: 'collective',
			kind: 'hot-items',
			title: 'Collective intelligence',
			minutes: 30,
			guide:
				'One big topic, two at most. Gather every view before anyone argues for one, the quiet ones first. Then decide, or name who decides and by when.'
		},
		{
			key: 'close',
			kind: 'wrap-up',
			title: 'Who, what, when',
			minutes: 5,
			guide:
				'Read out who does what by when; each confirms theirs. Then each closes with a word or a phrase.'
		}
	]
};
