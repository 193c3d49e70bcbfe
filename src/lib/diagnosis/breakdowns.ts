import type { Part } from './pillars.ts';

export const breakdownKeys = [
	'plans',
	'alignment',
	'ownership',
	'metrics',
	'visibility',
	'workflow',
	'change'
] as const;
export type BreakdownKey = (typeof breakdownKeys)[number];

/** The guides, by the word in their address. */
export const guideNames = {
	plans: 'Implementation strategy plan',
	forecast: 'Strategic growth forecast',
	elevate: 'Elevate execution',
	kpis: 'KPI blueprint',
	workflow: 'Workflow efficiency',
	systems: 'Systems integration'
} as const;
export type Guide = keyof typeof guideNames;

export type Breakdown = Part<BreakdownKey> & {
	/** The guide that mends it. */
	guide: Guide;
	/** What a priority against it is called, until somebody says it better. */
	priority: string;
};

/** Seven ways in which execution breaks, four items each, said so that 5 is healthy. */
export const breakdowns: readonly Breakdown[] = [
	{
		key: 'plans',
		name: 'Strategy is not translated into plans',
		means: 'Each priority has phases, a first step and resources',
		items: [
			'Each priority has phases with dates.',
			'Those who do it know the first step.',
			'Scope and what we are not doing are written down.',
			'The resources it needs are named.'
		],
		ask: ['Which priority has no first step?', 'What have we not yet said no to?'],
		guide: 'plans',
		priority: 'Give every priority a plan with phases, resources and a first step'
	},
	{
		key: 'alignment',
		name: 'Functions pull different ways',
		means: 'Shared outcomes beat local targets',
		items: [
			'The heads of Sales, Operations, Finance and Customer Success would rank our priorities alike.',
			'Trade-offs are decided here, not in corridors.',
			'Shared outcomes beat local targets.',
			'Dependencies are confirmed by both sides.'
		],
		ask: ['Which local target beats a shared one?', 'Which trade-off was decided elsewhere?'],
		guide: 'forecast',
		priority: 'Agree one outcome and what each function adds to it'
	},
	{
		key: 'ownership',
		name: 'Nobody is accountable',
		means: 'One name per priority, with the authority it needs',
		items: [
			'There is one name per priority.',
			'That person has the authority it needs.',
			'Shared work says who is responsible, accountable, consulted and informed.',
			'Unowned items are found within a week.'
		],
		ask: ['Who lacks the authority for what they own?', 'What did nobody own last month?'],
		guide: 'elevate',
		priority: 'Name one accountable owner for everything that is under way'
	},
	{
		key: 'metrics',
		name: 'Metrics do not drive action',
		means: 'Every KPI has a trigger and a response',
		items: [
			'Every KPI has a trigger and a response.',
			'We know what we do when one goes red.',
			'They are few enough to use.',
			'A number changed our plan this month.'
		],
		ask: ['What did we do when the last one went red?', 'Which number changed a plan?'],
		guide: 'kpis',
		priority: 'Give every KPI a trigger, a response and a responder'
	},
	{
		key: 'visibility',
		name: 'Nobody can see where things stand',
		means: 'Progress, risk and blockers in one place, fresh',
		items: [
			'I can see progress, risk and blockers without asking.',
			'Status is never older than a week.',
			'Surprises are rare.',
			'It is in one place, not five.'
		],
		ask: ['What surprised us last?', 'Which status is older than a week?'],
		guide: 'elevate',
		priority: 'Keep the evidence of every priority fresher than a week'
	},
	{
		key: 'workflow',
		name: 'Work gets stuck on its way',
		means: 'Clear hand-offs, fast approvals, tools that agree',
		items: [
			'Hand-offs are clear.',
			'Approvals are fast.',
			'Our tools agree with each other.',
			'We removed a bottleneck this quarter.'
		],
		ask: ['Where does work wait longest?', 'Which two tools disagree?'],
		guide: 'workflow',
		priority: 'Remove the bottleneck of the process that waits longest'
	},
	{
		key: 'change',
		name: 'Change does not stick',
		means: 'Still in use after sixty days',
		items: [
			'A new process is still used after 60 days.',
			'Leaders coach it.',
			'Incentives match it.',
			'The old way is retired.'
		],
		ask: ['Which change is no longer in use?', 'Which old way is still open?'],
		guide: 'elevate',
		priority: 'Make the last change stick: coach it, and retire the old way'
	}
];

/** Written alone, shown together. */
export const openQuestions = [
	{ key: 'undone', words: 'What did we decide and not do?' },
	{ key: 'slows', words: 'What slows you most?' },
	{ key: 'stop', words: 'What should we stop?' }
] as const;
