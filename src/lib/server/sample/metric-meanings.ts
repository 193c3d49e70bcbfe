import type { Perspective } from '#lib/scorecard/metric.ts';

type Meaning = { perspective: Perspective; definition: string; source: string };

/** What each sample metric means and where its number comes from, by its key. */
export const meanings: Record<string, Meaning> = {
	pipeline: {
		perspective: 'customer',
		definition: 'Qualified opportunities that could close next quarter, divided by its target.',
		source: 'Customer system, Monday morning'
	},
	arr: {
		perspective: 'financial',
		definition: 'Yearly value of the contracts signed in the last thirteen weeks.',
		source: 'Contract register'
	},
	retention: {
		perspective: 'customer',
		definition:
			'Recurring revenue today from the customers of a year ago, as a share of theirs then.',
		source: 'Ledger'
	},
	uptime: {
		perspective: 'operational',
		definition: 'Minutes in which the robots picked, as a share of those in which they should.',
		source: 'Fleet telemetry, all sites'
	},
	recover: {
		perspective: 'operational',
		definition: 'Mean minutes from an alarm to the robot picking again.',
		source: 'Service desk'
	},
	deployments: {
		perspective: 'operational',
		definition: 'Go-lives on the day that was promised first.',
		source: 'Deployment plan'
	},
	runway: {
		perspective: 'financial',
		definition: 'Cash in the bank divided by what the last three months burnt on average.',
		source: 'Bank, and ledger'
	},
	margin: {
		perspective: 'financial',
		definition: 'Service revenue minus what the service cost, as a share of service revenue.',
		source: 'Ledger'
	},
	overdue: {
		perspective: 'financial',
		definition: 'Invoices more than thirty days past their date.',
		source: 'Ledger'
	},
	roles: {
		perspective: 'people',
		definition: 'Roles the plan cannot do without, and nobody has.',
		source: 'Hiring list'
	},
	attrition: {
		perspective: 'people',
		definition:
			'People who left and whom we wanted to keep, over twelve months, as a share of all.',
		source: 'People register'
	},
	pulse: {
		perspective: 'people',
		definition: 'Mean answer, from 1 to 10, to the one question of the week.',
		source: 'Pulse mail on Fridays'
	},
	closed: {
		perspective: 'operational',
		definition: 'Actions of the last four meetings that were done by their date.',
		source: 'Drumbeat'
	},
	pilots: {
		perspective: 'customer',
		definition: 'Pilots of the last year that became contracts.',
		source: 'Customer system'
	},
	releases: {
		perspective: 'operational',
		definition: 'Releases that customers had in the month that was promised first.',
		source: 'Release plan'
	}
};
