import type { PersonKey } from './people.ts';

export type PriorityKey = 'uptime' | 'pilots' | 'centre' | 'firmware' | 'selling';

export const priorities: readonly { key: PriorityKey; title: string; owner: PersonKey }[] = [
	{ key: 'uptime', title: 'Reach 99% fleet uptime', owner: 'dl' },
	{ key: 'pilots', title: 'Convert ten pilots to throughput contracts', owner: 'th' },
	{ key: 'centre', title: 'Open the remote operations centre in Tilburg', owner: 'jb' },
	{ key: 'firmware', title: 'Ship gateway firmware 4 to every site', owner: 'kw' },
	{ key: 'selling', title: 'Retrain the sales team to sell outcomes', owner: 'lh' }
];

export type SampleObjective = {
	key: string;
	/** The quarter it belongs to: 0 is this one, -1 the last. */
	quarter: 0 | -1;
	title: string;
	owner: PersonKey;
};

export const objectives: readonly SampleObjective[] = [
	{
		key: 'reference',
		quarter: 0,
		title: 'Prove the contract with ten reference sites',
		owner: 'th'
	},
	{ key: 'boring', quarter: 0, title: 'Make uptime boring', owner: 'dl' },
	{ key: 'tilburg', quarter: 0, title: 'Open the remote operations centre', owner: 'jb' },
	{ key: 'outcomes', quarter: 0, title: 'Make outcome selling the default', owner: 'lh' },
	{ key: 'visits', quarter: 0, title: 'Cut the cost of a site visit by a third', owner: 'pr' },
	{ key: 'night', quarter: 0, title: 'Hire the night shift, keep the day shift', owner: 'ab' },
	{ key: 'portal', quarter: 0, title: 'Redesign the partner portal', owner: 'iv' },
	{
		key: 'reference',
		quarter: -1,
		title: 'Prove the contract with ten reference sites',
		owner: 'th'
	},
	{ key: 'boring', quarter: -1, title: 'Make uptime boring', owner: 'dl' },
	{ key: 'tilburg', quarter: -1, title: 'Open the remote operations centre', owner: 'jb' },
	{ key: 'night', quarter: -1, title: 'Hire the night shift, keep the day shift', owner: 'ab' }
];

export type SampleMessage = {
	/** How many weeks ago it was published. */
	weeksAgo: number;
	writtenBy: PersonKey;
	what: string;
	why: string;
	how: string;
	howMuch: string;
};

/** The leadership message, the version in force last. */
export const messages: readonly SampleMessage[] = [
	{
		weeksAgo: 19,
		writtenBy: 'mo',
		what: 'We sell the most reliable picking robots, and we want to become the partner that warehouse operators trust with their output.',
		why: 'Operators buy fewer machines and ask for results. Renewals of hardware-only contracts are falling, and integrators are stepping in between us and our customers.',
		how: 'By opening a remote operations centre, raising the reliability of the fleet, and improving the customer experience.',
		howMuch:
			'By the end of {next year}: a third of revenue from throughput contracts, and world-class uptime.'
	},
	{
		weeksAgo: 6,
		writtenBy: 'mo',
		what: 'We are moving from selling robots to guaranteeing picks per hour.',
		why: 'Warehouse operators no longer want machines; they want orders out of the door. Hardware-only renewals fell from 94% to 81% in a year, and three of our ten largest accounts now buy throughput from an integrator. If we wait, we become that integrator’s supplier.',
		how: 'By opening a remote operations centre in Tilburg, moving every site to gateway firmware 4, and teaching the sales team to sell outcomes. Every contract site has a named engineer and an answer within 15 minutes.',
		howMuch:
			'By December {next year}: 40% of revenue from throughput contracts, 92% gross retention, and 99.2% uptime on every contract site.'
	}
];
