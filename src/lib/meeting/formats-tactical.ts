import type { Format } from './format.ts';

export const tacticalRoles: Format = {
	key: 'tactical-roles',
	name: 'Tactical (role-based)',
	summary:
		'Quick reviews, then an agenda built on the spot: every tension gets its turn, and the role that brought it gets what it needs.',
	minutes: 45,
	allowsEmptyMiddle: true,
	terms: {
		'hot item': { one: 'tension', many: 'tensions' },
		action: { one: 'next action', many: 'next actions' },
		chair: { one: 'facilitator', many: 'facilitators' },
		'wrap-up': { one: 'closing round', many: 'closing rounds' }
	},
	steps: [
		{
			key: 'check-in',
			kind: 'check-in',
			title: 'Check-in round',
			minutes: 4,
			guide: 'One at a time: what has your attention? No reactions, no cross-talk.'
		},
		{
			key: 'checklist',
			kind: 'discussion',
			title: 'Checklist review',
			minutes: 3,
			guide:
				'Read out each recurring task. The role answers “check” or “no check” for the last period, without explaining.'
		},
		{
			key: 'metrics',
			kind: 'scorecard',
			title: 'Metrics review',
			minutes: 5,
			guide: 'Each role states its latest number. Only questions that clarify; no judgement.'
		},
		{
			key: 'projects',
			kind: 'priorities',
			title: 'Project updates',
			minutes: 6,
			guide:
				'For each project its role says “no updates” or what has changed since last time. Not the whole status.'
		},
		{
			key: 'build',
			kind: 'hot-items',
			title: 'Build the agenda',
			minutes: 2,
			guide: 'Everyone adds tensions, one or two words each, without explaining them.'
		},
		{
			key: 'triage',
			kind: 'hot-items',
			title: 'Triage',
			minutes: 21,
			guide:
				'Divide the time by the number of tensions. For each ask whoever brought it: “What do you need?” That is a next action, a project, information or help, or to share something; a standing expectation belongs in the structure. Finish with: “Did you get what you need?”'
		},
		{
			key: 'closing',
			kind: 'wrap-up',
			title: 'Closing round',
			minutes: 4,
			guide: 'One reflection each on the meeting. No discussion.'
		}
	]
};

export const weeklyTactical: Format = {
	key: 'weekly-tactical',
	name: 'Weekly tactical',
	summary:
		'No agenda beforehand: a lightning round and the scoreboard show what matters this week, and the agenda is set there and then.',
	minutes: 75,
	allowsEmptyMiddle: true,
	terms: {
		'hot item': { one: 'topic', many: 'topics' },
		scorecard: { one: 'scoreboard', many: 'scoreboards' },
		'check-in': { one: 'lightning round', many: 'lightning rounds' }
	},
	steps: [
		{
			key: 'lightning',
			kind: 'check-in',
			title: 'Lightning round',
			minutes: 8,
			guide:
				'Sixty seconds each: your two or three priorities this week. No comments, no questions.'
		},
		{
			key: 'progress',
			kind: 'scorecard',
			title: 'Progress review',
			minutes: 10,
			guide:
				'Four to six numbers or defining objectives. Agree on the colour of each, nothing more; why comes later.'
		},
		{
			key: 'real-time',
			kind: 'hot-items',
			title: 'Real-time agenda',
			minutes: 4,
			guide:
				'Now, from what you have just heard: what are the three topics for today? Leave it empty rather than fill it.'
		},
		{
			key: 'tactical',
			kind: 'hot-items',
			title: 'Tactical discussion',
			minutes: 46,
			guide:
				'One topic at a time, to its resolution. Ask for disagreement if nobody offers it. Park what is strategic for a longer meeting.'
		},
		{
			key: 'decisions',
			kind: 'wrap-up',
			title: 'Decisions and what we tell our teams',
			minutes: 7,
			guide:
				'Ask: what exactly did we decide? Write it down in the words we will use. Each tells their team within 24 hours.'
		}
	]
};

export const monthlyStrategic: Format = {
	key: 'monthly-strategic',
	name: 'Monthly strategic',
	summary: 'Two hours or more for one or two topics that the weekly meeting parked as too large.',
	minutes: 120,
	allowsEmptyMiddle: true,
	terms: { 'hot item': { one: 'topic', many: 'topics' } },
	steps: [
		{
			key: 'choose',
			kind: 'hot-items',
			title: 'Choose the topics',
			minutes: 10,
			guide:
				'Look through what was parked. Choose one topic, two at most, and say what we want to have decided by the end.'
		},
		{
			key: 'debate',
			kind: 'hot-items',
			title: 'Work through the topics',
			minutes: 95,
			guide:
				'Whoever prepared it lays out the facts and the options. Hear every view before weighing any. Ask: what would change your mind? End with a decision, or with the question that is still open and who answers it.'
		},
		{
			key: 'close',
			kind: 'wrap-up',
			title: 'Decisions and close',
			minutes: 15,
			guide:
				'Read out what was decided, who owns it and how we will see that it worked. Agree on what we tell our teams.'
		}
	]
};

export const commitments: Format = {
	key: 'commitments',
	name: 'Commitments (scoreboard session)',
	summary:
		'Twenty-five minutes on the one goal that matters most: what I promised, what the scoreboard says, what I promise next.',
	minutes: 25,
	terms: {
		action: { one: 'commitment', many: 'commitments' },
		scorecard: { one: 'scoreboard', many: 'scoreboards' }
	},
	steps: [
		{
			key: 'account',
			kind: 'actions',
			title: 'Account for last week',
			minutes: 8,
			guide:
				'Each reports on last week’s commitments: kept or not. Daily business is not a topic here.'
		},
		{
			key: 'scoreboard',
			kind: 'scorecard',
			title: 'Read the scoreboard',
			minutes: 7,
			guide:
				'Are the measures we can move (leading) moving, and do they move the result (lagging)? Name what worked.'
		},
		{
			key: 'commit',
			kind: 'wrap-up',
			title: 'New commitments',
			minutes: 10,
			guide:
				'Each makes one or two commitments for the coming week that will move a leading measure. Clear help: who can take something out of the way for whom?'
		}
	]
};
