import type { PersonKey } from './people.ts';

/** A process with its steps: work and wait in hours, rework in percent and the place it goes back to. */
export const process = {
	name: 'From incident to a site that runs',
	owner: 'dl' as PersonKey,
	steps: [
		{
			name: 'Alarm is seen',
			work: 0.1,
			wait: 0.4,
			doer: 'Remote operations centre',
			handOff: 'Ticket with site and robot',
			rework: 0
		},
		{
			name: 'Find the cause from afar',
			work: 0.8,
			wait: 0.5,
			doer: 'Remote operations centre',
			handOff: 'Cause, or “needs a visit”',
			rework: 10
		},
		{
			name: 'Approve the visit',
			work: 0.2,
			wait: 22,
			doer: 'Operations, Finance',
			handOff: 'Order with a window',
			rework: 15,
			backTo: 1
		},
		{
			name: 'Fetch the spare part',
			work: 0.5,
			wait: 9,
			doer: 'Spare parts',
			handOff: 'Part at the van',
			rework: 5
		},
		{
			name: 'Travel and mend',
			work: 5,
			wait: 6,
			doer: 'Field service',
			handOff: 'Robot runs',
			rework: 8,
			backTo: 3
		},
		{
			name: 'Tell the customer',
			work: 0.2,
			wait: 1.5,
			doer: 'Customer success',
			handOff: 'Site is told what was done',
			rework: 0
		}
	],
	fix: {
		what: 'Field service approves visits up to 1,500 euros itself',
		owner: 'dl' as PersonKey,
		before: 50.2,
		due: 12
	}
};

/** Where the numbers come from; one feeds the same metric as another, one has no owner. */
export const systems: readonly {
	name: string;
	holds: string;
	owner?: PersonKey;
	filling: 'by hand' | 'automatic';
	feeds: readonly string[];
}[] = [
	{
		name: 'Fleet monitor',
		holds: 'Robot minutes by site',
		owner: 'kw',
		filling: 'by hand',
		feeds: ['uptime', 'recover']
	},
	{
		name: 'Service desk',
		holds: 'Incidents and visits',
		owner: 'jb',
		filling: 'by hand',
		feeds: ['recover']
	},
	{
		name: 'CRM',
		holds: 'Pilots, proposals, contracts',
		owner: 'th',
		filling: 'by hand',
		feeds: ['pipeline', 'arr']
	},
	{
		name: 'Ledger',
		holds: 'Cash, margin, invoices',
		owner: 'pr',
		filling: 'by hand',
		feeds: ['runway', 'margin', 'retention']
	},
	{
		name: 'Deployment sheet',
		holds: 'Sites and promised days',
		filling: 'by hand',
		feeds: ['deployments']
	}
];

/** A shared outcome, in the unit of its metric, and what each function adds. */
export const outcome = {
	title: 'New contract ARR of 7.5 million a quarter by the end of March',
	metric: 'arr',
	target: 7.5,
	days: 130,
	assumptions: 'No new competitor in throughput contracts. Prices stay as agreed in September.',
	contributions: [
		{ department: 'sales', what: 'Four pilots become contracts', amount: 0.7, owner: 'th' },
		{ department: 'operations', what: 'Uptime of 99% lets pilots renew', amount: 0.3, owner: 'dl' },
		{ department: 'customer-success', what: 'Two sites extend', amount: 0.2, owner: 'jb' }
	] as const
};

/** The five priorities by their place, as four functions rank them. */
export const rankings: readonly [PersonKey, readonly number[]][] = [
	['th', [1, 4, 0, 3, 2]],
	['dl', [0, 3, 2, 1, 4]],
	['pr', [1, 0, 4, 3, 2]],
	['jb', [2, 0, 3, 4, 1]]
];

/** What is done when a metric leaves its bounds, and how it is worked out; of the others nobody has said. */
export const responses: readonly {
	metric: string;
	formula: string;
	response: string;
	responder: PersonKey;
}[] = [
	{
		metric: 'uptime',
		formula: 'Minutes picked ÷ minutes due, over all contract sites',
		response: 'Call the on-call lead of the worst site within the hour',
		responder: 'kw'
	},
	{
		metric: 'recover',
		formula: 'Sum of minutes to recover ÷ incidents',
		response: 'Go through the three longest incidents on Friday',
		responder: 'jb'
	},
	{
		metric: 'pipeline',
		formula: 'Qualified value ÷ target of next quarter',
		response: 'Two executive visits more in the coming week',
		responder: 'lh'
	},
	{
		metric: 'margin',
		formula: '(Revenue − cost of service) ÷ revenue',
		response: 'Stop the two least profitable visits a site',
		responder: 'dl'
	},
	{
		metric: 'runway',
		formula: 'Cash ÷ mean burn of three months',
		response: 'Freeze hiring outside key seats',
		responder: 'mo'
	},
	{
		metric: 'retention',
		formula: 'Recurring revenue now ÷ that of the same customers a year ago',
		response: 'Call every customer that shrank',
		responder: 'jb'
	}
];

/** Breaches that fired and were answered; weeks count back from the one of today. */
export const breaches: readonly {
	metric: string;
	weeks: number;
	reason: string;
	answer: string;
	by: PersonKey;
}[] = [
	{
		metric: 'uptime',
		weeks: 2,
		reason: '98.7% misses min 99.0% by 0.3.',
		answer: 'Called Havenport; planner restarted every four hours until firmware 4.',
		by: 'kw'
	},
	{
		metric: 'pipeline',
		weeks: 3,
		reason: '2.7× misses min 3.0× by 0.3.',
		answer: 'Visits at Mistral Foods and Calder & Finch agreed.',
		by: 'lh'
	}
];
