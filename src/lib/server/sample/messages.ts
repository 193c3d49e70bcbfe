import type { PersonKey } from './people.ts';

export type SampleMessage = {
	/** How many weeks ago it was cut. */
	weeksAgo: number;
	/** What it is called when it was only kept; empty for a published one. */
	name: string;
	writtenBy: PersonKey | null;
	what: string;
	why: string;
	how: string;
	howMuch: string;
};

const what = 'We are moving from selling robots to guaranteeing picks per hour.';
const why =
	'Warehouse operators no longer want machines; they want orders out of the door. Hardware-only renewals fell from 94% to 81% in a year, and three of our ten largest accounts now buy throughput from an integrator. If we wait, we become that integrator’s supplier.';
const how =
	'By opening a remote operations centre in Tilburg, moving every site to gateway firmware 4, and teaching the sales team to sell outcomes.';

/** The leadership message: three published versions, and the draft the last meeting left. */
export const messages: readonly SampleMessage[] = [
	{
		weeksAgo: 19,
		name: '',
		writtenBy: 'mo',
		what: 'We sell the most reliable picking robots, and we want to become the partner that warehouse operators trust with their output.',
		why: 'Operators buy fewer machines and ask for results. Renewals of hardware-only contracts are falling, and integrators are stepping in between us and our customers.',
		how: 'By opening a remote operations centre, raising the reliability of the fleet, and improving the customer experience.',
		howMuch:
			'By the end of {next year}: a third of revenue from throughput contracts, and world-class uptime.'
	},
	{
		weeksAgo: 12,
		name: '',
		writtenBy: 'iv',
		what: 'We are moving from selling robots to being paid for their output.',
		why,
		how: 'By opening a remote operations centre in Tilburg, raising the reliability of the fleet, and teaching the sales team to sell outcomes.',
		howMuch:
			'By the end of {next year}: a third of revenue from throughput contracts, and 99% uptime.'
	},
	{
		weeksAgo: 6,
		name: '',
		writtenBy: 'mo',
		what,
		why,
		how: `${how} Every contract site has a named engineer and an answer within 15 minutes.`,
		howMuch:
			'By December {next year}: 40% of revenue from throughput contracts, 92% gross retention, and 99.2% uptime on every contract site.'
	},
	{
		weeksAgo: 0,
		name: 'Meeting 45',
		writtenBy: null,
		what,
		why,
		how: `${how} Along the way we will improve the customer experience.`,
		howMuch:
			'By December {next year}: 40% of revenue from throughput contracts, 92% gross retention, and best-in-class uptime on every contract site.'
	}
];

/** Which of them the recall round was held against, by its weeks. */
export const recalledVersion = 6;
/** How many weeks ago the round was. */
export const recallWeeksAgo = 2;

export type SampleAnswer = {
	person: PersonKey;
	priorities: string[];
	what: string;
	why: string;
	how: string;
	howMuch: string;
};

const heart = {
	what: 'From selling robots to guaranteeing picks per hour',
	why: 'Operators want orders, not machines; renewals fell and integrators buy throughput',
	how: 'Remote operations centre in Tilburg, firmware 4, sales team sells outcomes',
	howMuch: '40% of revenue from throughput contracts, 99.2% uptime'
};

/** What seven of the leaders wrote from memory. */
export const recalled: readonly SampleAnswer[] = [
	{
		person: 'mo',
		priorities: ['Fleet uptime 99%', 'Tilburg centre', 'Firmware 4 at every site', 'Sell outcomes'],
		...heart
	},
	{
		person: 'dl',
		priorities: ['99% fleet uptime', 'Operations centre in Tilburg', 'Gateway firmware 4'],
		...heart,
		howMuch: '40% of revenue from contracts, 92% retention'
	},
	{
		person: 'pr',
		priorities: ['Pilots to throughput contracts', 'Fleet uptime', 'Tilburg operations centre'],
		...heart,
		what: 'We guarantee picks per hour instead of selling robots'
	},
	{
		person: 'th',
		priorities: ['Convert pilots to throughput contracts', 'Retrain sales'],
		...heart,
		howMuch: 'Half of revenue, 50%, from throughput contracts'
	},
	{
		person: 'iv',
		priorities: ['Gateway firmware 4', 'Fleet uptime', 'Tilburg operations centre'],
		...heart,
		why: 'Hardware-only renewals fell; integrators would own our customers'
	},
	{
		person: 'kw',
		priorities: ['Firmware 4 to every site', 'Reach fleet uptime', 'Tilburg centre'],
		...heart
	},
	{
		person: 'ab',
		priorities: ['Tilburg centre', 'People'],
		...heart,
		howMuch: '40% of revenue and 98% uptime'
	}
];
