import type { PersonKey } from './people.ts';
import type { PriorityKey } from './strategy.ts';

export type SampleSeat = {
	key: string;
	title: string;
	above?: string;
	holders: readonly (PersonKey | { name: string })[];
	answersFor: readonly string[];
	isKey?: true;
	metrics?: readonly string[];
	priorities?: readonly PriorityKey[];
	/** Whether it sits in the weekly meeting. */
	sits?: true;
};

/** The accountability chart: one seat is vacant, one is held by two, and two people hold two. */
export const seats: readonly SampleSeat[] = [
	{
		key: 'ceo',
		title: 'Chief executive',
		holders: ['mo'],
		answersFor: [
			'Where the company goes, and that everybody can say it',
			'The leadership team works as one'
		],
		isKey: true,
		sits: true
	},
	{
		key: 'staff',
		title: 'Chief of staff',
		above: 'ceo',
		holders: ['sw'],
		answersFor: ['The weekly meeting and what becomes of it'],
		sits: true
	},
	{
		key: 'ops',
		title: 'Operations',
		above: 'ceo',
		holders: ['dl'],
		answersFor: [
			'Fleet uptime at every contract site',
			'On-time deployments',
			'Cost of a site visit'
		],
		isKey: true,
		metrics: ['uptime', 'recover', 'deployments'],
		priorities: ['uptime'],
		sits: true
	},
	{
		key: 'field',
		title: 'Field service',
		above: 'ops',
		holders: [{ name: 'Oskar Nyberg' }],
		answersFor: ['Two visits a site and month at most']
	},
	{
		key: 'deploy',
		title: 'Deployments',
		above: 'ops',
		holders: [{ name: 'Femke de Wit' }],
		answersFor: ['A site runs on the day that was promised']
	},
	{
		key: 'parts',
		title: 'Spare parts',
		above: 'ops',
		holders: [],
		answersFor: ['Critical spares lie on site']
	},
	{
		key: 'centre',
		title: 'Remote operations centre',
		above: 'ops',
		holders: ['jb', 'dl'],
		answersFor: ['An answer within 15 minutes, at night too'],
		priorities: ['centre']
	},
	{
		key: 'night',
		title: 'Night lead',
		above: 'centre',
		holders: [],
		answersFor: ['Every night shift is covered'],
		isKey: true
	},
	{
		key: 'finance',
		title: 'Finance',
		above: 'ceo',
		holders: ['pr'],
		answersFor: ['Cash runway', 'Services gross margin'],
		isKey: true,
		metrics: ['runway', 'margin'],
		sits: true
	},
	{
		key: 'people',
		title: 'People',
		above: 'ceo',
		holders: ['ab'],
		answersFor: ['Key seats are filled, and stay filled'],
		sits: true
	},
	{
		key: 'revenue',
		title: 'Revenue',
		above: 'ceo',
		holders: ['th'],
		answersFor: ['New contract ARR', 'Pipeline coverage'],
		isKey: true,
		metrics: ['pipeline', 'arr'],
		priorities: ['pilots'],
		sits: true
	},
	{
		key: 'marketing',
		title: 'Marketing',
		above: 'revenue',
		holders: ['lh'],
		answersFor: ['The market describes us as we do'],
		priorities: ['selling'],
		sits: true
	},
	{
		key: 'enablement',
		title: 'Sales enablement',
		above: 'revenue',
		holders: ['lh'],
		answersFor: ['Everybody who sells can sell outcomes']
	},
	{
		key: 'success',
		title: 'Customer success',
		above: 'ceo',
		holders: ['jb'],
		answersFor: ['Net revenue retention'],
		metrics: ['retention'],
		sits: true
	},
	{
		key: 'product',
		title: 'Product',
		above: 'ceo',
		holders: ['iv'],
		answersFor: ['What is built next, and what is not'],
		sits: true
	},
	{
		key: 'technology',
		title: 'Technology',
		above: 'ceo',
		holders: ['kw'],
		answersFor: ['Gateway firmware 4 on every site', 'Systems the numbers come from'],
		isKey: true,
		priorities: ['firmware'],
		sits: true
	}
];
