import { addDays } from '#lib/calendar/day.ts';
import type {
	ActionRow,
	KpiRow,
	PlanRow,
	Source,
	TimelineRow
} from '#lib/execution/workers/plan-row.ts';
import type { ReviewRow } from '#lib/execution/workers/review.ts';
import { personId, type PersonKey } from './people.ts';
import { sampleId } from './sample-ids.ts';

export type SamplePlanRow = Pick<ReviewRow, 'row' | 'change' | 'because'>;

const uptime = sampleId('priority', 'uptime');
const from: Source[] = [
	{ kind: 'priority', id: uptime, name: 'Reach 99% fleet uptime', said: '“Reach 99% fleet uptime”' }
];

/**
 * What Operations drafted for “Reach 99% fleet uptime”, and nobody has answered yet.
 *
 * @param today ISO date
 */
export function samplePlan(today: string): readonly SamplePlanRow[] {
	const day = (days: number) => addDays(today, days);
	const common = (kind: string, name: string, title: string, reason: string, who: PersonKey) => ({
		key: `operations/${kind}/sample ${name}`,
		worker: 'operations' as const,
		...{ title, reason, from },
		...{ owner: personId(who), ownerReason: 'It is their seat.' }
	});
	const action = (
		name: string,
		title: string,
		reason: string,
		who: PersonKey,
		days: number
	): ActionRow => ({
		...common('action', name, title, reason, who),
		kind: 'action',
		due: day(days)
	});
	const milestone = (
		name: string,
		title: string,
		reason: string,
		who: PersonKey,
		days: number
	): TimelineRow => ({
		...common('timeline', name, title, reason, who),
		kind: 'timeline',
		shape: 'milestone',
		startsOn: null,
		endsOn: day(days)
	});
	const kpi = (
		name: string,
		title: string,
		who: PersonKey,
		counts: Pick<KpiRow, 'target' | 'direction' | 'definition'>
	): KpiRow => ({
		...common('kpi', name, title, 'Tells week by week whether the plan works.', who),
		kind: 'kpi',
		unit: '',
		decimals: 0,
		baseline: null,
		range: null,
		cadence: 'week',
		toSettle: 'Count it for two weeks: nobody has said where it stands.',
		library: null,
		...counts
	});
	const rows: readonly (PlanRow | SamplePlanRow)[] = [
		action(
			'watchdog',
			'Put a remote watchdog on the four sites still on firmware 3.8',
			'Restarts a gateway before it drops the fleet.',
			'kw',
			3
		),
		action(
			'windows',
			'Ask each site for two Sunday access windows before peak season',
			'Windows are the limit, not engineering.',
			'jb',
			8
		),
		{
			row: nightCover(common, day(6)),
			change: 'changed',
			because: 'The re-forecast of Priya decides the budget, and lands three days later.'
		},
		action(
			'engineer',
			'Hire a second field engineer for the Benelux',
			'Lands after the quarter ends.',
			'ab',
			59
		),
		{
			row: action(
				'on-call',
				'Name an on-call lead for every site',
				'A site without one waits.',
				'jb',
				4
			),
			change: 'there',
			because: 'Name the on-call lead for each site, one name per site.'
		},
		milestone('watchdog live', 'Watchdog live on four sites', 'Seen in the first week.', 'kw', 3),
		milestone(
			'windows',
			'Every site has two confirmed windows',
			'The firmware waits for them.',
			'jb',
			10
		),
		{
			...common('resource', 'nights', '€18k overtime for December nights', 'Peak season.', 'pr'),
			kind: 'resource',
			what: 'money',
			days: null
		},
		{
			...common('risk', 'hides', 'Watchdog hides a worse fault', 'It restarts what fails.', 'kw'),
			kind: 'risk',
			likelihood: 2,
			impact: 3,
			mitigation: 'Count restarts by site; the third in a week is looked into, not restarted.'
		},
		kpi('restarts', 'Gateway restarts a week', 'dl', {
			...{ target: 12, direction: 'down' },
			definition: 'Restarts of all gateways by the watchdog or by hand, Monday to Sunday.'
		}),
		kpi('confirmed', 'Windows confirmed', 'jb', {
			...{ target: 76, direction: 'up' },
			definition: 'Access windows a site has confirmed in writing.'
		})
	];
	return rows.map((one) => ('row' in one ? one : { row: one, change: 'new', because: '' }));

	function nightCover(of: typeof common, due: string): PlanRow {
		const title = 'Bring two options for December night cover';
		return {
			...of('action', 'night cover', title, 'It needs a budget.', 'dl'),
			kind: 'action',
			due
		};
	}
}

/** The row of the week before that now comes again with a later day. */
export function sampleEarlierRow(today: string): PlanRow {
	const again = samplePlan(today).find(({ change }) => change === 'changed')?.row;
	if (again?.kind !== 'action') throw new Error('The sample plan moves one action');
	return { ...again, due: addDays(today, 3) };
}
