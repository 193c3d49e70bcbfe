import type { Format } from './format.ts';

/** The rhythm a new team starts with. */
export const leadershipRhythm: Format = {
	key: 'leadership-rhythm',
	name: 'Leadership rhythm',
	summary:
		'Look at the numbers and the plan first, keep the message fresh, then give the hot items the time they need.',
	minutes: 90,
	terms: {},
	steps: [
		{
			key: 'check-in',
			kind: 'check-in',
			title: 'Check-in',
			minutes: 5,
			guide:
				'Go round once: each says one word for how they arrive, and one piece of good news. Nobody comments or asks back. Call on people who are remote first.'
		},
		{
			key: 'scorecard',
			kind: 'scorecard',
			title: 'Scorecard',
			minutes: 15,
			guide:
				'Readings were entered before the meeting. Look only at what is off track or changed: its owner says what is happening in one sentence. What needs talk becomes a hot item or an opportunity; nobody solves it here.'
		},
		{
			key: 'priorities',
			kind: 'priorities',
			title: 'Priorities & OKRs',
			minutes: 15,
			guide:
				'Each owner says on track or off track, and what changed since last week. Where confidence dropped, ask what would bring it back. If the answer takes more than a minute, raise a hot item.'
		},
		{
			key: 'message',
			kind: 'message',
			title: 'Leadership message',
			minutes: 5,
			guide:
				'One leader reads the message out as it stands. Ask: is it still true, and did we act on it this week? Note the words that need changing; rewrite them after the meeting.'
		},
		{
			key: 'actions',
			kind: 'actions',
			title: 'Actions review',
			minutes: 10,
			guide:
				'Read out each action that was due: its owner says done or not done, with a reason in a few words. No excuses and no discussion. What was twice not done is offered as a hot item.'
		},
		{
			key: 'hot-items',
			kind: 'hot-items',
			title: 'Hot items',
			minutes: 30,
			guide:
				'Agree on the order first: what matters most comes first, even if it is all we get to. For each ask: fact-finding or resolution? Fact-finding ends with a person, a question and a date; resolution ends with a decision and an owner. When the time is up, decide, park or extend.'
		},
		{
			key: 'wrap-up',
			kind: 'wrap-up',
			title: 'Wrap-up',
			minutes: 10,
			guide:
				'Read out the decisions and actions; each owner confirms theirs and the date. Agree on what we tell our teams, and by when. Then everyone rates the meeting from 1 to 10 and says what would have made it a 10.'
		}
	]
};

/** Our reconstruction: the elements are sourced, their order and minutes are ours. */
export const structureLed: Format = {
	key: 'ultp-style',
	name: 'Structure-led (ULTP-style)',
	summary:
		'People sit by their roles in the structure. Health metrics surface hot items and opportunities, which are given to fact-finding or to resolution.',
	minutes: 90,
	terms: { scorecard: { one: 'health metrics', many: 'health metrics' } },
	steps: [
		{
			key: 'check-in',
			kind: 'check-in',
			title: 'Check-in round',
			minutes: 5,
			guide:
				'Note who is here, and which roles they speak for today. Each gives one word for their energy. No replies.'
		},
		{
			key: 'health',
			kind: 'scorecard',
			title: 'Organisational health',
			minutes: 12,
			guide:
				'Go through the six areas, exceptions only. The role that is accountable says what the number means. Raise a hot item for what threatens us and an opportunity for what goes better than expected; do not discuss either yet.'
		},
		{
			key: 'objectives',
			kind: 'priorities',
			title: 'Objectives and priorities',
			minutes: 8,
			guide:
				'Name the key results in which confidence dropped, then the priorities, owner by owner. On track needs no words. Flag the rest for the agenda.'
		},
		{
			key: 'returns',
			kind: 'actions',
			title: 'Actions due and facts found',
			minutes: 5,
			guide:
				'Actions that were due: done or not done. Then whoever was asked to find facts says what they found in three sentences; what now needs a decision goes on the agenda.'
		},
		{
			key: 'build',
			kind: 'hot-items',
			title: 'Build and order the agenda',
			minutes: 4,
			guide:
				'Add what is missing, one or two words each. For every item ask: short-range or long-range, fact-finding or resolution? Put them in order and see that at least one long-range item is near the top.'
		},
		{
			key: 'process',
			kind: 'hot-items',
			title: 'Process items',
			minutes: 46,
			guide:
				'Fact-finding takes three minutes at most: the question, who answers it, and the date. Resolution goes in steps: clarify, propose, ask for objections, decide, name one owner. Who decides is the role that is accountable, after it has heard the others.'
		},
		{
			key: 'cascade',
			kind: 'discussion',
			title: 'Cascade',
			minutes: 5,
			guide:
				'Agree on what each of us tells their team within a day, in the same words. Note trends that should shape the objectives of the next cycle.'
		},
		{
			key: 'closing',
			kind: 'wrap-up',
			title: 'Closing round and rating',
			minutes: 5,
			guide:
				'Each rates the meeting from 1 to 10 and names one improvement. Give the facilitator one thing to keep and one to try next week.'
		}
	]
};
