import type { PersonKey } from './people.ts';
import type { PriorityKey } from './strategy.ts';

/** Days count from today: -39 lies 39 days back. */
type SampleMilestone = {
	title: string;
	due: number;
	/** The first day promised, where it was moved. */
	planned?: number;
	isDone?: true;
	isChange?: true;
};

type SampleMeasure = {
	kind: 'kpi' | 'gap';
	name: string;
	unit?: string;
	decimals?: number;
	from: number;
	to: number;
	now: number;
	/** The metric it follows; its readings are its values. */
	metric?: string;
};

type SampleRisk = {
	title: string;
	likelihood: 1 | 2 | 3;
	impact: 1 | 2 | 3;
	mitigation?: string;
	owner?: PersonKey;
	raised: number;
	review: number;
};

export type SampleExecution = {
	/** Key of the annual goal it serves. */
	goal: string;
	why: string;
	expectation: string;
	notDoing: string;
	milestones: readonly SampleMilestone[];
	measures: readonly SampleMeasure[];
	risks: readonly SampleRisk[];
	phases: readonly [name: string, from: number, to: number, planned?: number][];
	resources: readonly [
		kind: 'people' | 'money' | 'tool' | 'access',
		title: string,
		owner: PersonKey,
		days?: number
	][];
	waitsFor: readonly { title: string; other?: PriorityKey; needed: number; owner: PersonKey }[];
	parts: readonly [PersonKey, 'responsible' | 'consulted' | 'informed'][];
	/** How the actions of the meetings begin that serve it. */
	actions: readonly string[];
	/** Its score in the weeks before this one, the last of them last. */
	before: readonly number[];
};

const done = (
	title: string,
	due: number,
	more: Partial<SampleMilestone> = {}
): SampleMilestone => ({
	title,
	due,
	isDone: true,
	...more
});
const gap = (
	name: string,
	[from, to, now]: [number, number, number],
	unit = '',
	decimals = 0
): SampleMeasure => ({ kind: 'gap', name, from, to, now, unit, decimals });
const kpi = (
	name: string,
	ends: [number, number, number],
	unit = '',
	decimals = 0
): SampleMeasure => ({ ...gap(name, ends, unit, decimals), kind: 'kpi' });

/** What carries the five priorities out, in the eighth week of the quarter. */
export const execution: Readonly<Record<PriorityKey, SampleExecution>> = {
	uptime: {
		goal: 'uptime',
		why: 'Without it every throughput contract is a penalty with a date.',
		expectation: 'One page a week by site: minutes lost, cause, and what is done about it.',
		notDoing: 'No new site features until the four worst sites hold 99% for three weeks.',
		milestones: [
			done('Loss report by site, first edition', -39),
			done('On-call rota for all contract sites', -32, { isChange: true }),
			done('Firmware 4 field test passed', -11),
			{ title: 'Firmware 4 on the four worst sites', due: 10, planned: -4 },
			{ title: 'Havenport and Brixholm unfrozen', due: 17 },
			{ title: 'First week at 99.0%', due: 24 },
			{ title: 'Three weeks in a row at 99.0%', due: 37 }
		],
		measures: [
			{ ...kpi('Fleet uptime', [98.2, 99, 98.4], '%', 1), metric: 'uptime' },
			kpi('Mean time to recover', [60, 45, 42], 'min'),
			kpi('Visits per site and month', [2.87, 2, 2.6], '', 1),
			gap('Sites on firmware 4', [2, 38, 17], 'sites'),
			gap('Sites with a named on-call lead', [9, 38, 31], 'sites'),
			gap('Critical spares held on site', [48, 90, 74.5], '%')
		],
		risks: [
			{
				title: 'Access windows close on 18 December for peak season.',
				likelihood: 3,
				impact: 3,
				mitigation: 'Ask for two Sunday windows a site.',
				owner: 'jb',
				raised: -20,
				review: 6
			},
			{
				title: 'Firmware 3.8 sites fail before their window.',
				likelihood: 2,
				impact: 3,
				mitigation: 'Remote watchdog on every site that waits.',
				owner: 'kw',
				raised: -14,
				review: 3
			},
			{
				title: 'Overtime through December raises attrition.',
				likelihood: 2,
				impact: 2,
				mitigation: 'Cap at two nights a week.',
				owner: 'ab',
				raised: -9,
				review: 12
			}
		],
		phases: [
			['Find what is lost, and where', -45, -11],
			['Mend the four worst sites', -10, 10, -4],
			['Hold 99% for three weeks', 11, 37]
		],
		resources: [
			['people', 'Two field engineers for Sunday windows', 'dl', 12],
			['access', 'Change-over windows at Havenport and Brixholm', 'jb']
		],
		waitsFor: [
			{
				title: 'Firmware 4 released for sites with planners',
				other: 'firmware',
				needed: 3,
				owner: 'kw'
			}
		],
		parts: [
			['kw', 'responsible'],
			['jb', 'consulted'],
			['mo', 'informed']
		],
		actions: [
			'Send Calder & Finch',
			'Send the Calder & Finch',
			'Find out which sites',
			'Switch on a night alarm',
			'Name one owner for every contract site',
			'Write the on-call rota',
			'Bring the share of lost robot minutes',
			'Name the on-call lead',
			'Order nine spare-part boxes'
		],
		before: [44, 47, 52, 55, 57, 58]
	},
	pilots: {
		goal: 'arr',
		why: 'Hardware-only renewals fell from 94% to 81% in a year.',
		expectation: 'Each pilot has a signer, a date and a price, or is closed.',
		notDoing: 'No eleventh pilot before the ten are decided.',
		milestones: [
			done('List of signers for every pilot', -45),
			done('Price agreed for each of the ten', -32),
			done('First four contracts signed', -18),
			done('Executive visit at every open pilot', -4),
			{ title: 'Mistral Foods contract signed', due: 17 },
			{ title: 'Tenth contract signed', due: 38 }
		],
		measures: [
			{ ...kpi('Pipeline coverage', [2, 3, 2.4], '×', 1), metric: 'pipeline' },
			kpi('Proposals with an outcome price', [0, 50, 41], '%'),
			kpi('Pilots with an executive visit', [0, 100, 61], '%'),
			gap('Pilots converted to contract', [0, 10, 6], 'pilots'),
			gap('Win rate on contract proposals', [20, 35, 30.2], '%', 1),
			gap('Contract clauses agreed with counsel', [0, 25, 16], 'clauses')
		],
		risks: [
			{
				title: 'Finance at two pilots freezes spending in December.',
				likelihood: 2,
				impact: 3,
				mitigation: 'Offer a paid trial month.',
				owner: 'th',
				raised: -16,
				review: 5
			},
			{
				title: 'Mistral Foods waits for the uptime of its sister site.',
				likelihood: 2,
				impact: 2,
				mitigation: 'Send them the loss report of that site every Friday.',
				owner: 'dl',
				raised: -8,
				review: 9
			}
		],
		phases: [
			['Signers and prices', -45, -18],
			['Visits and proposals', -17, 10],
			['Signatures', 11, 38]
		],
		resources: [['money', 'Travel for two more executive visits', 'pr']],
		waitsFor: [],
		parts: [
			['lh', 'responsible'],
			['pr', 'consulted']
		],
		actions: [
			'List for each open pilot',
			'Put the new price',
			'Call the 31 visitors',
			'Write to the other fair visitors',
			'Send Mistral Foods the offer',
			'Split the pipeline',
			'Compare all pilots',
			'Bring the split of the pipeline',
			'Work out the cost per thousand'
		],
		before: [52, 56, 60, 63, 66, 67]
	},
	centre: {
		goal: 'retention',
		why: 'Every contract site has an answer within 15 minutes, at night too.',
		expectation: 'Cover that holds when somebody is ill.',
		notDoing: 'No second language before the first night without a gap.',
		milestones: [
			done('Lease and network signed', -45),
			done('Shift plan agreed with the works council', -39),
			done('First six people hired', -32),
			done('Consoles installed', -25),
			done('Handbook for the ten commonest incidents', -18, { isChange: true }),
			done('Day cover begins', -11),
			done('Practice night with two sites', -1),
			{ title: '24-hour cover begins', due: 14 }
		],
		measures: [
			kpi('Incidents answered within 15 minutes', [0, 100, 78], '%'),
			kpi('Incidents resolved without a visit', [50, 80, 73.6], '%', 1),
			gap('Night cover staffed and signed', [0, 12, 10], 'people'),
			gap('Shifts trained on all consoles', [0, 20, 16], 'shifts'),
			gap('Incidents the handbook covers', [0, 40, 31], 'incidents')
		],
		risks: [{ title: 'Two night leads unsigned', likelihood: 2, impact: 3, raised: 0, review: 7 }],
		phases: [
			['Build and hire', -45, -18],
			['Day cover', -11, 13],
			['Cover day and night', 14, 40]
		],
		resources: [['people', 'Two stand-ins for December nights', 'ab', 16]],
		waitsFor: [{ title: 'Contracts of both night leads', needed: 9, owner: 'ab' }],
		parts: [
			['ab', 'responsible'],
			['dl', 'responsible'],
			['kw', 'consulted']
		],
		actions: [
			'Offer the night roles',
			'Agree the on-call allowance',
			'Bring two options for night cover',
			'Get the two night leads'
		],
		before: [48, 57, 66, 71, 76, 79]
	},
	firmware: {
		goal: 'uptime',
		why: 'Seven in ten lost minutes come from sites on 3.8.',
		expectation: 'A way back in 20 minutes before every change-over.',
		notDoing: 'No new sensors in this release.',
		milestones: [
			done('Watchdog in the release', -39),
			done('Field test at two sites', -25),
			done('Faults of the field test mended', -18),
			done('Way back to 3.8 rehearsed', -4),
			{ title: '30 of 38 sites live', due: 24 },
			{ title: 'Every site live', due: 38 }
		],
		measures: [
			{ ...kpi('Releases on plan', [60, 80, 72], '%'), metric: 'releases' },
			kpi('Roll-backs after a change-over', [12, 2, 4], '%'),
			kpi('Sites live a week', [0, 5, 3.5], 'sites', 1),
			gap('Sites surveyed for the change-over', [0, 38, 32], 'sites'),
			gap('Access windows agreed', [0, 38, 27], 'windows'),
			gap('Time of a change-over', [90, 20, 47.5], 'min')
		],
		risks: [
			{
				title: 'Ostrava Pharma is audited and gives no window.',
				likelihood: 2,
				impact: 2,
				mitigation: 'Agree it with their quality lead.',
				owner: 'dl',
				raised: -12,
				review: 4
			},
			{
				title: 'The vendor of the planners is late with its driver.',
				likelihood: 2,
				impact: 3,
				mitigation: 'Two planner customers come last.',
				owner: 'kw',
				raised: -10,
				review: 8
			}
		],
		phases: [
			['Field test', -39, -18],
			['Roll-out', -17, 38]
		],
		resources: [
			['people', 'Five engineers for the roll-out', 'kw', 60],
			['access', 'One window at each site', 'jb']
		],
		waitsFor: [{ title: 'Driver of the planners', needed: 12, owner: 'kw' }],
		parts: [
			['dl', 'consulted'],
			['jb', 'informed']
		],
		actions: [
			'Choose two field-test sites',
			'Fix the two faults',
			'Agree two Sunday windows',
			'Write and rehearse the way back',
			'Tell the two planner customers',
			'Plan the roll-out again',
			'Agree the firmware 4 access'
		],
		before: [55, 58, 63, 66, 69, 70]
	},
	selling: {
		goal: 'arr',
		why: 'Whoever sells robots is asked for a discount; whoever sells picks is not.',
		expectation: 'Nobody quotes alone before the certificate.',
		notDoing: 'No new sales tool this quarter.',
		milestones: [
			done('Price book for outcomes, first edition', -45),
			done('Trainers chosen', -39),
			done('First cohort certified', -25, { isChange: true }),
			done('Second cohort certified', -18),
			done('Every proposal template changed', -11),
			done('Third cohort certified', -4),
			{ title: 'Final certification cohort', due: 16 }
		],
		measures: [
			kpi('Sellers certified', [0, 24, 20], 'sellers'),
			kpi('Proposals that price an outcome', [10, 60, 50], '%'),
			gap('Pages of the outcome price book', [0, 25, 19], 'pages'),
			gap('Calls where a payback is quoted', [0, 50, 38], '%')
		],
		risks: [],
		phases: [['Cohorts', -39, 16]],
		resources: [['people', 'Two trainers, one day a week', 'lh', 8]],
		waitsFor: [],
		parts: [['th', 'responsible']],
		actions: [],
		before: [58, 64, 70, 74, 78, 80]
	}
};

/** The health of all of them in those weeks. */
export const healthBefore = [51, 56, 62, 66, 69, 71] as const;
