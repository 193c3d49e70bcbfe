import type { Cause } from '#lib/retrospective/grade.ts';
import type { Carry, Disposition } from '#lib/retrospective/disposition.ts';
import type { OutcomeKind } from '#lib/retrospective/outcome.ts';
import type { Side } from '#lib/retrospective/board.ts';
import type { PersonKey } from './people.ts';

/** What the team said in a line of its last quarter. */
export const headline = 'We built the centre and missed the sites';

type SampleGrade = {
	title: string;
	grade: number;
	cause: Cause | null;
	why: string;
	carry: Carry | null;
};

const of = (
	title: string,
	grade: number,
	cause: Cause | null,
	why: string,
	carry: Carry | null = null
): SampleGrade => ({ title, grade, cause, why, carry });

/** The objectives of the last quarter, by key, with the grades of their key results. */
export const graded: readonly {
	objective: string;
	owner: PersonKey;
	disposition: Disposition;
	reason: string;
	keyResults: readonly SampleGrade[];
}[] = [
	{
		objective: 'reference',
		owner: 'th',
		disposition: 'keep',
		reason: 'The contract is right; buyers have to meet us',
		keyResults: [
			of('Pilots converted to contract', 0.4, 'dependency', 'Three waited for a signature'),
			of(
				'Win rate on contract proposals',
				0.6,
				null,
				'New offer only in the second half',
				'change'
			),
			of('Pipeline coverage', 0.6, 'ambition', 'Target was too high for one quarter', 'change')
		]
	},
	{
		objective: 'boring',
		owner: 'dl',
		disposition: 'modify',
		reason: 'Count weeks in a row, and let the sites sign the dates',
		keyResults: [
			of('Weeks in a row at 99.0% or more', 0.2, 'external', 'Firmware 3.8 reconnect loop'),
			of('Sites on gateway firmware 4', 0.3, 'dependency', 'Access windows', 'keep'),
			of('Mean time to recover', 0.8, null, 'One owner per site', 'keep')
		]
	},
	{
		objective: 'tilburg',
		owner: 'jb',
		disposition: 'modify',
		reason: 'The site stands; from here on it is about cover and visits',
		keyResults: [
			of('Site leased and fitted', 1, null, 'Leased before the plan was perfect'),
			of('Night cover staffed and signed', 0.6, 'capacity', 'Roles opened late')
		]
	},
	{
		objective: 'night',
		owner: 'ab',
		disposition: 'keep',
		reason: 'Notice periods are two months; it was on its way',
		keyResults: [
			of('Critical roles filled', 0.5, 'capacity', 'Two months of notice'),
			of('Weekly pulse', 0.7, null, 'Overtime in the last month', 'change')
		]
	}
];

export const themes: readonly { side: Side; title: string; votes: number; cards: string[] }[] = [
	{
		side: 'worked',
		title: 'One owner per site made incidents short',
		votes: 8,
		cards: ['Calling one name instead of a channel', 'Jonas’s team answered within 15 minutes']
	},
	{
		side: 'worked',
		title: 'Leasing Tilburg before the plan was perfect',
		votes: 5,
		cards: ['We had keys in week 5', 'Fitting out and hiring ran side by side']
	},
	{
		side: 'worked',
		title: 'Reading the scorecard before the meeting',
		votes: 2,
		cards: ['Ten minutes saved every week']
	},
	{
		side: 'did not',
		title: 'Pilots stall without an executive in the room',
		votes: 11,
		cards: [
			'Three pilots waited six weeks for a signature',
			'Site managers love us, buyers have not met us',
			'We send engineers to a buying decision'
		]
	},
	{
		side: 'did not',
		title: 'Roll-out dates came from engineering only',
		votes: 7,
		cards: ['Nobody asked the sites about access', 'Three dates moved on the day']
	},
	{
		side: 'did not',
		title: 'Night roles opened too late',
		votes: 4,
		cards: ['Notice periods here are two months']
	},
	{
		side: 'learned',
		title: 'The site’s calendar is the real constraint',
		votes: 9,
		cards: [
			'Access windows decide the roll-out, not code',
			'Peak season locks sites from the middle of December'
		]
	},
	{
		side: 'learned',
		title: 'A number in the message changes behaviour',
		votes: 3,
		cards: ['“15 minutes” was repeated by every team']
	},
	{
		side: 'learned',
		title: 'Regional managers want the draft first',
		votes: 1,
		cards: ['They hear it from the field before us']
	}
];

export const outcomes: readonly {
	kind: OutcomeKind;
	title: string;
	owner: PersonKey;
	votes: number;
}[] = [
	{
		kind: 'decision',
		title: 'Every open pilot gets an executive sponsor and one site visit within three weeks.',
		owner: 'th',
		votes: 11
	},
	{
		kind: 'insight',
		title: 'Access windows decide a roll-out, not code.',
		owner: 'kw',
		votes: 9
	},
	{ kind: 'action', title: 'Name one owner for every contract site.', owner: 'jb', votes: 8 },
	{
		kind: 'risk',
		title: 'Roll-out dates set without the sites will slip.',
		owner: 'kw',
		votes: 7
	}
];

/** How often each answer from 1 to 5 was given. */
export const health = {
	focus: [0, 3, 4, 2, 1],
	'check-ins': [0, 1, 2, 5, 2],
	honesty: [0, 0, 3, 4, 3],
	alignment: [0, 1, 3, 4, 2]
};
