import type { Area, Direction, Metric, Perspective } from './metric.ts';
import type { Cadence } from './period.ts';

/** A metric to start from; everything in it may be changed once it is taken. */
export type LibraryMetric = {
	/** Its number in the library, which the packs name. */
	number: number;
	name: string;
	area: Area;
	perspective: Perspective;
	leading: boolean;
	unit: string;
	direction: Direction;
	cadence: Cadence;
	definition: string;
	/** Bounds to start from, where there are some worth starting from. */
	lower?: number;
	upper?: number;
	target?: number;
};

type Kind = 'leading' | 'lagging';
type Shape = [kind: Kind, unit: string, direction: Direction, cadence: Cadence];
type More = Pick<LibraryMetric, 'lower' | 'upper' | 'target'>;

let last = 0;
const metric = (
	[area, perspective]: [Area, Perspective],
	name: string,
	[kind, unit, direction, cadence]: Shape,
	definition: string,
	more: More = {}
): LibraryMetric => ({
	number: ++last,
	name,
	area,
	perspective,
	leading: kind === 'leading',
	unit,
	direction,
	cadence,
	definition,
	...more
});

/** A metric of the library as a team begins to watch it: nobody owns it yet. */
export function fromLibrary({
	number: _,
	...metric
}: LibraryMetric): Omit<Metric, 'id' | 'baselineFrom'> {
	return {
		...metric,
		decimals: 0,
		target: metric.target ?? null,
		lower: metric.lower ?? null,
		upper: metric.upper ?? null,
		tolerance: null,
		path: [],
		owner: null,
		formula: '',
		source: '',
		season: '',
		goal: null,
		lowMonths: [],
		highMonths: [],
		response: '',
		responder: null,
		leads: null
	};
}

/** A metric of which a file tells nothing but the name and its readings; the rest is for its owner. */
export function newlyCounted(name: string, cadence: Cadence): Omit<Metric, 'id' | 'baselineFrom'> {
	const untold = { unit: '', definition: '', direction: 'up', leading: false } as const;
	const filed = { area: 'operations', perspective: 'operational' } as const;
	// As many decimals as most numbers people count come with; a rounded one would look corrected.
	return { ...fromLibrary({ number: 0, name, cadence, ...untold, ...filed }), decimals: 1 };
}

/** Forty-seven metrics of organisational health, in the order their numbers are known by. */
export const library: readonly LibraryMetric[] = [
	metric(
		['growth', 'financial'],
		'Revenue growth',
		['lagging', '%', 'up', 'month'],
		'Revenue, or recurring revenue, of the last three months against the three before, as a yearly rate.'
	),
	metric(
		['growth', 'financial'],
		'New bookings against plan',
		['lagging', '%', 'up', 'week'],
		'Value of the contracts signed so far this quarter, as a share of what the plan has by now.'
	),
	metric(
		['growth', 'customer'],
		'Qualified pipeline coverage',
		['leading', '×', 'up', 'week'],
		'Value of qualified opportunities that could close next quarter, divided by the target of that quarter.'
	),
	metric(
		['growth', 'operational'],
		'Pipeline velocity',
		['leading', '', 'up', 'week'],
		'Value of the open opportunities times the win rate, divided by the days of the sales cycle: money a day.'
	),
	metric(
		['growth', 'customer'],
		'Qualified leads created',
		['leading', '', 'up', 'week'],
		'New leads this week that fit the agreed profile and have agreed to talk.'
	),
	metric(
		['growth', 'customer'],
		'Win rate',
		['lagging', '%', 'up', 'month'],
		'Opportunities won, as a share of those decided either way this month.'
	),
	metric(
		['growth', 'operational'],
		'Sales cycle length',
		['leading', 'days', 'down', 'month'],
		'Median days from a qualified opportunity to a signature, of those signed this month.'
	),
	metric(
		['growth', 'customer'],
		'Net revenue retention',
		['lagging', '%', 'up', 'month'],
		'Recurring revenue today from the customers of a year ago, as a share of theirs then.'
	),
	metric(
		['growth', 'customer'],
		'Customers lost',
		['lagging', '%', 'down', 'month'],
		'Customers who left this month, as a share of those at its start.'
	),
	metric(
		['growth', 'customer'],
		'Accounts at risk',
		['leading', '', 'down', 'week'],
		'Customers whose use or health score has fallen below the agreed line.'
	),
	metric(
		['growth', 'customer'],
		'Time to first value',
		['leading', 'days', 'down', 'week'],
		'Median days from signature to the first result the customer bought it for.'
	),
	metric(
		['growth', 'customer'],
		'Customer recommendation',
		['lagging', 'pts', 'up', 'quarter'],
		'Share of those who would recommend us (9 or 10) minus the share who would not (0 to 6).'
	),
	metric(
		['growth', 'customer'],
		'Customer conversations held by leaders',
		['leading', '', 'up', 'week'],
		'Talks this week in which a member of the team listened to a customer for more than twenty minutes.'
	),
	metric(
		['operations', 'operational'],
		'On-time delivery',
		['lagging', '%', 'up', 'week'],
		'Deliveries, or service levels, met on the day that was promised first.'
	),
	metric(
		['operations', 'customer'],
		'First-response time',
		['leading', 'h', 'down', 'week'],
		'Median hours until a person answers a request for help.'
	),
	metric(
		['operations', 'customer'],
		'Escalations older than a week',
		['leading', '', 'down', 'week'],
		'Open escalations whose first message is more than seven days old.'
	),
	metric(
		['operations', 'operational'],
		'Rework',
		['lagging', '%', 'down', 'week'],
		'Finished work that came back because of a fault, as a share of all that was finished.'
	),
	metric(
		['operations', 'operational'],
		'Cycle time of the core process',
		['leading', 'days', 'down', 'week'],
		'Median days from start to finish of what was finished this week.'
	),
	metric(
		['operations', 'operational'],
		'Capacity in use',
		['leading', '%', 'band', 'week'],
		'Booked hours as a share of the hours there are. Full is as bad as empty: nothing flows.',
		{ lower: 70, upper: 85 }
	),
	metric(
		['operations', 'operational'],
		'Service availability',
		['lagging', '%', 'up', 'week'],
		'Share of the week in which the service did what customers came for.'
	),
	metric(
		['operations', 'operational'],
		'Forecast error',
		['lagging', '%', 'down', 'month'],
		'Difference of forecast and actual, whichever way, as a share of the actual.'
	),
	metric(
		['finance', 'financial'],
		'Cash runway',
		['leading', 'months', 'up', 'month'],
		'Cash in the bank divided by what the last three months burnt on average.'
	),
	metric(
		['finance', 'financial'],
		'Cash against plan',
		['lagging', '%', 'up', 'week'],
		'Cash in the bank, as a share of what the plan has for this week.'
	),
	metric(
		['finance', 'financial'],
		'Gross margin',
		['lagging', '%', 'up', 'month'],
		'Revenue minus what it cost to deliver, as a share of revenue.'
	),
	metric(
		['finance', 'financial'],
		'Operating margin',
		['lagging', '%', 'up', 'month'],
		'Earnings before interest, tax, depreciation and amortisation, as a share of revenue.'
	),
	metric(
		['finance', 'financial'],
		'Burn multiple',
		['lagging', '×', 'down', 'month'],
		'Cash burnt, divided by the recurring revenue it added.'
	),
	metric(
		['finance', 'financial'],
		'Payback of acquisition cost',
		['lagging', 'months', 'down', 'month'],
		'Months of gross margin from a new customer until what winning them cost is earned back.'
	),
	metric(
		['finance', 'financial'],
		'Days sales outstanding',
		['leading', 'days', 'down', 'month'],
		'Receivables divided by the revenue of a day.'
	),
	metric(
		['finance', 'financial'],
		'Revenue from the largest customer',
		['leading', '%', 'down', 'quarter'],
		'What the largest customer brings, as a share of all revenue.'
	),
	metric(
		['finance', 'financial'],
		'Budget variance',
		['lagging', '%', 'band', 'month'],
		'Spending above or below the budget, as a share of the budget.',
		{ lower: -5, upper: 5 }
	),
	metric(
		['talent', 'people'],
		'Days critical roles stand open',
		['leading', 'days', 'down', 'week'],
		'Mean days that the critical roles now open have been open.'
	),
	metric(
		['talent', 'people'],
		'Offers accepted',
		['lagging', '%', 'up', 'month'],
		'Offers accepted, as a share of those answered this month.'
	),
	metric(
		['talent', 'people'],
		'Regretted attrition',
		['lagging', '%', 'down', 'month'],
		'People who left and whom we wanted to keep, over twelve months, as a share of all.'
	),
	metric(
		['talent', 'people'],
		'New people on plan after 90 days',
		['leading', '%', 'up', 'month'],
		'People in their first 90 days who have met what was agreed for them by now.'
	),
	metric(
		['talent', 'people'],
		'Seats with a clear accountability',
		['leading', '%', 'up', 'quarter'],
		'Seats whose accountabilities are written down and accepted by whoever holds them.'
	),
	metric(
		['talent', 'people'],
		'Key seats with a successor',
		['leading', '%', 'up', 'quarter'],
		'Key seats for which somebody could take over within three months.'
	),
	metric(
		['culture', 'people'],
		'Engagement',
		['lagging', 'pts', 'up', 'quarter'],
		'Share of people who would recommend working here minus the share who would not.'
	),
	metric(
		['culture', 'people'],
		'Weekly pulse',
		['leading', '', 'up', 'week'],
		'Mean answer, from 1 to 5, to the one question of the week.'
	),
	metric(
		['culture', 'people'],
		'Strategy recall',
		['leading', '%', 'up', 'month'],
		'Leaders who can name at least three priorities from memory.'
	),
	metric(
		['culture', 'operational'],
		'Commitments kept',
		['leading', '%', 'up', 'week'],
		'Actions of the last meeting that were done within seven days.',
		{ target: 90 }
	),
	metric(
		['culture', 'people'],
		'Meeting rating',
		['leading', '', 'up', 'week'],
		'Median rating of the weekly meeting, from 1 to 10.'
	),
	metric(
		['culture', 'operational'],
		'Trouble raised before its date',
		['leading', '%', 'up', 'month'],
		'Dates at risk that their owner raised before they were missed, as a share of all that were.'
	),
	metric(
		['innovation', 'operational'],
		'Experiments with a written learning',
		['leading', '', 'up', 'week'],
		'Experiments finished this week of which it is written down what was learned.'
	),
	metric(
		['innovation', 'financial'],
		'Revenue from new offerings',
		['lagging', '%', 'up', 'quarter'],
		'Revenue from what is less than 24 months old, as a share of all revenue.'
	),
	metric(
		['innovation', 'operational'],
		'Idea to pilot',
		['leading', 'days', 'down', 'month'],
		'Median days from a written idea to its first use by a customer.'
	),
	metric(
		['innovation', 'operational'],
		'Roadmap outcomes delivered',
		['lagging', '%', 'up', 'quarter'],
		'Outcomes promised for the quarter that customers have, as a share of those promised.'
	),
	metric(
		['innovation', 'operational'],
		'Capacity on strategic work',
		['leading', '%', 'band', 'month'],
		'Hours spent on what moves a priority, as a share of all.',
		{ lower: 15, upper: 30 }
	)
];
