import { gap, kpi } from './a-picture.ts';
import type { Degree, Person, PriorityPicture } from './priority-picture.ts';

/** The leadership team of the sample company, as a worker sees it. */
const people: readonly Person[] = [
	['sw', 'Sam Whitlock', 'Chief of staff, facilitator', 1],
	['mo', 'Maren Okafor', 'Chief executive', 1],
	['dl', 'David Lindqvist', 'Chief operating officer', 4],
	['pr', 'Priya Raghunathan', 'Chief financial officer', 2],
	['ab', 'Aisha Bello', 'Chief people officer', 2],
	['jb', 'Jonas Brandt', 'VP customer success', 3],
	['th', 'Tomás Herrera', 'Chief revenue officer', 2],
	['iv', 'Ines Vautrin', 'Chief product officer', 1],
	['kw', 'Kenji Watanabe', 'Chief technology officer', 2],
	['lh', 'Leila Haddad', 'VP marketing', 1]
].map(([id, name, seat, openActions]) => ({
	id: String(id),
	name: String(name),
	seats: [String(seat)],
	openActions: Number(openActions)
}));

const sites = { name: 'Sites on gateway firmware 4', unit: 'sites', decimals: 0 };
const milestone = (title: string, due: string, done = false) => ({ id: title, title, due, done });
const risk = (
	title: string,
	[likelihood, impact]: [Degree, Degree],
	mitigation = '',
	owner: string | null = null
) => ({ id: title, title, likelihood, impact, mitigation, owner });

const company = {
	cycle: { startsOn: '2026-10-01', endsOn: '2026-12-31' },
	lane: 'service',
	people,
	today: '2026-11-19',
	daysOff: ['2026-12-25', '2026-12-26']
} satisfies Partial<PriorityPicture>;

/** The five priorities of the sample company in the week they are shown, for tests and examples. */
export const samplePictures: Record<
	'uptime' | 'pilots' | 'centre' | 'firmware' | 'selling',
	PriorityPicture
> = {
	uptime: {
		...company,
		id: 'uptime',
		title: 'Reach 99% fleet uptime',
		why: 'Without it every throughput contract is a penalty with a date.',
		owner: 'dl',
		goal: { id: 'goal', title: '99.2% uptime on contract sites' },
		gaps: [
			gap(),
			gap({ ...sites, baseline: 2, target: 38, current: 17 }),
			gap({
				name: 'Critical spares held on site',
				decimals: 0,
				baseline: 48,
				target: 90,
				current: 74
			})
		],
		kpis: [
			kpi({
				name: 'Mean time to recover',
				unit: 'min',
				decimals: 0,
				baseline: 60,
				target: 45,
				current: 50
			}),
			kpi({
				name: 'Visits per site and month',
				unit: '',
				baseline: 3.2,
				target: 2,
				current: 2.6
			})
		],
		milestones: [
			milestone('Firmware 4 field test passed', '2026-11-06', true),
			milestone('Firmware 4 on the four worst sites', '2026-11-13'),
			milestone('Havenport and Brixholm unfrozen', '2026-12-04'),
			milestone('First week at 99.0%', '2026-12-11')
		],
		risks: [
			risk(
				'Access windows close on 18 December for peak season.',
				[3, 3],
				'Ask for two Sunday windows a site.',
				'jb'
			),
			risk('Overtime through December raises attrition.', [2, 2])
		],
		actions: [
			{
				id: 'on call',
				title: 'Name the on-call lead for each site, one name per site.',
				owner: 'dl',
				due: '2026-11-19'
			},
			{
				id: 'report',
				title: 'Send the Calder & Finch uptime report',
				owner: 'dl',
				due: '2026-11-15'
			}
		]
	},
	pilots: {
		...company,
		id: 'pilots',
		title: 'Convert ten pilots to throughput contracts',
		why: 'Hardware-only renewals fell from 94% to 81% in a year.',
		owner: 'th',
		goal: { id: 'goal', title: '€24m ARR from throughput contracts' },
		gaps: [
			gap({
				name: 'Pilots converted to contract',
				unit: 'pilots',
				decimals: 0,
				baseline: 0,
				target: 10,
				current: 6
			}),
			gap({
				name: 'Win rate on contract proposals',
				decimals: 0,
				baseline: 20,
				target: 35,
				current: 31
			})
		],
		kpis: [
			kpi({
				name: 'Pipeline coverage',
				unit: '×',
				baseline: 2,
				target: 3,
				current: 2.4,
				library: 3
			})
		],
		milestones: [milestone('Mistral Foods contract signed', '2026-12-04')],
		risks: [
			risk('Finance at two pilots freezes spending in December.', [2, 3], 'Paid trial month.', 'th')
		],
		actions: []
	},
	centre: {
		...company,
		id: 'centre',
		title: 'Open the remote operations centre in Tilburg',
		why: 'Every contract site has an answer within 15 minutes.',
		owner: 'jb',
		goal: { id: 'goal', title: '92% gross retention on contract sites' },
		gaps: [
			gap({
				name: 'Night cover staffed and signed',
				unit: 'people',
				decimals: 0,
				baseline: 0,
				target: 12,
				current: 10
			}),
			gap({
				name: 'Incidents resolved without a visit',
				decimals: 0,
				baseline: 50,
				target: 80,
				current: 71
			})
		],
		kpis: [],
		milestones: [milestone('24-hour cover begins', '2026-12-01')],
		risks: [risk('Two night leads have not signed.', [2, 3])],
		actions: []
	},
	firmware: {
		...company,
		id: 'firmware',
		title: 'Ship gateway firmware 4 to every site',
		why: 'Seven in ten lost minutes come from sites on 3.8.',
		owner: 'kw',
		goal: { id: 'goal', title: '99.2% uptime on contract sites' },
		gaps: [gap({ ...sites, baseline: 0, target: 38, current: 17 })],
		kpis: [
			kpi({ name: 'Releases on plan', decimals: 0, baseline: 86, target: 90, current: 72 }),
			kpi({ name: 'Fleet uptime' })
		],
		milestones: [milestone('30 of 38 sites live', '2026-12-11')],
		risks: [
			risk(
				'Ostrava Pharma is audited and gives no window.',
				[2, 2],
				'Agree it with their quality lead.',
				'dl'
			)
		],
		actions: []
	},
	selling: {
		...company,
		id: 'selling',
		title: 'Retrain the sales team to sell outcomes',
		why: 'Three of our ten largest accounts now buy throughput from an integrator.',
		owner: 'lh',
		goal: { id: 'goal', title: '€24m ARR from throughput contracts' },
		gaps: [
			gap({
				name: 'Reps certified',
				unit: 'reps',
				decimals: 0,
				baseline: 0,
				target: 32,
				current: 27
			}),
			gap({
				name: 'Proposals that lead with throughput',
				decimals: 0,
				baseline: 40,
				target: 70,
				current: 58
			})
		],
		kpis: [
			kpi({ name: 'Win rate', decimals: 0, baseline: 20, target: 35, current: 31, library: 6 })
		],
		milestones: [milestone('Final certification cohort', '2026-12-03')],
		risks: [
			risk(
				'Reps go back to hardware quotes at the end of the quarter.',
				[3, 2],
				'Review each quote in week 12.',
				'lh'
			)
		],
		actions: []
	}
};
