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
