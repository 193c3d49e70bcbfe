/** The six pillars of execution, each asked about with five items (field/assessments.md). */
export const pillarKeys = [
	'strategy',
	'leadership',
	'metrics',
	'structure',
	'people',
	'market'
] as const;
export type PillarKey = (typeof pillarKeys)[number];

export type Part<Key extends string = string> = {
	key: Key;
	name: string;
	/** What it is when it is healthy, in a line. */
	means: string;
	/** Its items, the first of them `a`. */
	items: readonly string[];
	/** What to ask when leaders disagree. */
	ask: readonly [string, string];
};

export const pillars: readonly Part<PillarKey>[] = [
	{
		key: 'strategy',
		name: 'Strategic understanding',
		means: 'Every leader explains the strategy in two sentences',
		items: [
			'I could state our strategy in two sentences right now.',
			'My peers would state it the same way.',
			'People two levels below me can tie their current work to it.',
			'In the last month we turned something down because it did not fit.',
			'Our role designs reflect where we are going.'
		],
		ask: [
			'Which two sentences would each of us write down now?',
			'What did we turn down this month, and who heard why?'
		]
	},
	{
		key: 'leadership',
		name: 'Leadership',
		means: 'Leaders model and repeat the strategy',
		items: [
			'We as a team do what the strategy asks of others.',
			'We repeat the message often enough that people could mimic us.',
			'When plans change, people hear it from us first, with reasons.',
			'Bad news reaches this table early.',
			'We keep promises made in this meeting.'
		],
		ask: [
			'Which piece of bad news came late, and where had it waited?',
			'What did we ask of others this quarter and not do ourselves?'
		]
	},
	{
		key: 'metrics',
		name: 'Balanced metrics',
		means: 'Leading and lagging, across four areas',
		items: [
			'Our numbers include customers, operations and people, not only money.',
			'At least half tell us something before the result is in.',
			'Each number has one owner who can act on it.',
			'Numbers changed a decision in the last four weeks.',
			'We have stopped tracking things that did not matter.'
		],
		ask: [
			'Which number changed a decision this month?',
			'Which number would nobody miss if it stopped?'
		]
	},
	{
		key: 'structure',
		name: 'Activities and structure',
		means: 'Roles and workflows follow the priorities',
		items: [
			'Our structure was drawn from the strategy, not from the people we have.',
			'I know who owns each outcome without asking.',
			'Work crosses departments without waiting for us.',
			'We reviewed the accountability chart in the last quarter.',
			'Reporting lines help our priorities more than they hinder.'
		],
		ask: [
			'Name one workflow that changed this year because a priority asked for it.',
			'Which role has two people who both think they decide?'
		]
	},
	{
		key: 'people',
		name: 'Human capital',
		means: 'The right people, growing',
		items: [
			'Key seats are held by people with the skills needed next year.',
			'We hire for values and behavioural fit, not skills alone.',
			'New people are productive on plan.',
			'Each leader has a growth plan that is being used.',
			'We act on a wrong-seat situation within a quarter.'
		],
		ask: [
			'Which seat will need other skills a year from now?',
			'What did somebody in a key seat learn this quarter?'
		]
	},
	{
		key: 'market',
		name: 'Market alignment',
		means: 'The inside is built for how we win outside',
		items: [
			'We agree which lane we win in: cost, innovation or service.',
			'Our operations can deliver what our brand promises.',
			'We say no to work outside our lane.',
			'Customers describe us as we describe ourselves.',
			'My function’s priorities serve that lane.'
		],
		ask: [
			'Which order did we take that our lane says no to?',
			'How did the last customer we spoke to describe us?'
		]
	}
];

export const letters = ['a', 'b', 'c', 'd', 'e'] as const;

/** What an item is called in an answer: its part, and its letter. */
export const itemKey = (part: string, index: number): string => `${part}.${letters[index] ?? ''}`;

export const lanes = ['cost', 'innovation', 'service'] as const;
export type Lane = (typeof lanes)[number];
export const laneWords: Record<Lane, { name: string; means: string }> = {
	cost: { name: 'Cost', means: 'We win because nobody serves them cheaper.' },
	innovation: { name: 'Innovation', means: 'We win because nobody else has it yet.' },
	service: { name: 'Service', means: 'We win because nobody looks after them better.' }
};
