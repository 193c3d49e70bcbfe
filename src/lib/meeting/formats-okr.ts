import type { Format } from './format.ts';

export const okrCheckIn: Format = {
	key: 'okr-check-in',
	name: 'OKR check-in',
	summary:
		'Numbers are updated before; the meeting is for confidence, for what dropped, and for this week’s commitments.',
	minutes: 30,
	terms: { action: { one: 'commitment', many: 'commitments' } },
	steps: [
		{
			key: 'wins',
			kind: 'check-in',
			title: 'Wins',
			minutes: 3,
			guide: 'What moved a key result since last week? One sentence each, only if there is one.'
		},
		{
			key: 'confidence',
			kind: 'priorities',
			title: 'Confidence round',
			minutes: 7,
			guide:
				'Everyone gives their confidence from 0 to 10 for each key result in private; then reveal all at once. The lowest speaks first, and nobody argues with a number.'
		},
		{
			key: 'dropped',
			kind: 'hot-items',
			title: 'What dropped',
			minutes: 10,
			guide:
				'For each key result that dropped, name one blocker: resources, a dependency, clarity, conflicting priorities, something external, the approach, or other. Then one owner and one next action, due by the next check-in.'
		},
		{
			key: 'commitments',
			kind: 'actions',
			title: 'Commitments',
			minutes: 6,
			guide:
				'Close last week’s: done or not done. Make three or four for this week, each linked to a key result.'
		},
		{
			key: 'protect',
			kind: 'wrap-up',
			title: 'Health to protect and close',
			minutes: 4,
			guide:
				'Which health metrics must not suffer while we push? Read out the commitments, and agree on what goes into the digest.'
		}
	]
};

export const okrRetrospective: Format = {
	key: 'okr-retrospective',
	name: 'OKR retrospective',
	summary:
		'At the end of a cycle: grade against evidence, understand why, and decide about each objective; nothing carries over silently.',
	minutes: 90,
	terms: {},
	steps: [
		{
			key: 'pulse',
			kind: 'check-in',
			title: 'Pulse and one word',
			minutes: 5,
			guide: 'Each gives one word for the cycle that ends. No comments.'
		},
		{
			key: 'grade',
			kind: 'priorities',
			title: 'Grade the key results',
			minutes: 20,
			guide:
				'Grade each key result from 0.0 to 1.0 against its evidence; the objective’s grade stays hidden until all are in. A stretch goal does well at 0.6 to 0.7, a committed one is expected at 1.0. Grades never touch pay.'
		},
		{
			key: 'narratives',
			kind: 'priorities',
			title: 'Owners’ accounts',
			minutes: 12,
			guide:
				'Each owner tells in two minutes what was accomplished, what was not, and what surprised them. The others listen.'
		},
		{
			key: 'recognition',
			kind: 'headlines',
			title: 'Recognition',
			minutes: 5,
			guide: 'Name a person and what they did that made a difference. Be specific.'
		},
		{
			key: 'write-and-vote',
			kind: 'hot-items',
			title: 'What worked, what did not',
			minutes: 10,
			guide:
				'Write in silence for five minutes: what worked, what did not. Then everyone votes; talk about the most voted only.'
		},
		{
			key: 'leadership',
			kind: 'discussion',
			title: 'Four leadership questions',
			minutes: 8,
			guide:
				'Did we choose the right priorities? Did the objectives connect strategy to the work? Did we change how we work? Where did alignment break?'
		},
		{
			key: 'causes',
			kind: 'discussion',
			title: 'Root causes',
			minutes: 8,
			guide:
				'For each low grade name the cause: ambition, the wrong key result, a dependency, capacity, a shifted priority, something external, too many objectives, no owner or cadence, or other.'
		},
		{
			key: 'process',
			kind: 'discussion',
			title: 'How the process served us',
			minutes: 4,
			guide:
				'Each scores the process from 1 to 5 without their name. Talk about the widest spread only.'
		},
		{
			key: 'disposition',
			kind: 'priorities',
			title: 'What becomes of each objective',
			minutes: 8,
			guide:
				'Achieved, keep, modify, defer or abandon: choose one for each, and say why it carries over if it does.'
		},
		{
			key: 'learnings',
			kind: 'discussion',
			title: 'Learnings',
			minutes: 5,
			guide:
				'What did we learn about our customers and ourselves? Write each as an insight that somebody new would understand.'
		},
		{
			key: 'actions',
			kind: 'wrap-up',
			title: 'Actions and close',
			minutes: 5,
			guide: 'What do we start, stop and change? Each action has one owner and a date.'
		}
	]
};

export const okrRetrospectiveShort: Format = {
	key: 'okr-retrospective-short',
	name: 'OKR retrospective, short',
	summary: 'The same in forty-five minutes: grade, understand why, decide, learn.',
	minutes: 45,
	terms: {},
	steps: [
		{
			key: 'grade',
			kind: 'priorities',
			title: 'Grade the key results',
			minutes: 15,
			guide:
				'Owners bring their grades from 0.0 to 1.0 with evidence. Question the evidence, not the person.'
		},
		{
			key: 'why',
			kind: 'discussion',
			title: 'Why',
			minutes: 15,
			guide:
				'What worked, what did not, and what was the cause? Start with the largest gap between what we expected and what happened.'
		},
		{
			key: 'disposition',
			kind: 'priorities',
			title: 'What becomes of each objective',
			minutes: 10,
			guide: 'Achieved, keep, modify, defer or abandon: one for each, with the reason.'
		},
		{
			key: 'learnings',
			kind: 'wrap-up',
			title: 'Learnings and actions',
			minutes: 5,
			guide: 'Two or three learnings, and the actions that follow, each with one owner and a date.'
		}
	]
};
