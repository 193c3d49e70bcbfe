import {
	resourceKinds,
	resourceWords,
	type CarriedPriority
} from '#lib/execution/carried-priority.ts';
import { impacts, likelihoods } from '#lib/execution/risk-review.ts';
import { writeNumber } from '#lib/scorecard/number.ts';
import type { RowKind } from '#lib/server/rows/carried-rows.ts';

type Choice = { id: string; title: string };
/** One field of a row's form. */
export type RowField = {
	name: string;
	label: string;
	as: 'line' | 'area' | 'day' | 'number' | 'owner' | 'choice' | 'tick';
	value: string;
	choices?: Choice[];
	/** What choosing nothing is called. */
	none?: string;
	hint?: string;
	isRequired?: boolean;
	longest?: number;
	/** A day that has passed is said. */
	isAhead?: boolean;
};

/** A form that adds a row, or changes the one with this id. */
export type Asked = { kind: RowKind; of?: 'kpi' | 'gap'; id?: string };

type Around = {
	priority: CarriedPriority;
	others: Choice[];
	metrics: { id: string; name: string }[];
	today: string;
};

const number = (value: number | null | undefined, decimals: number) =>
	value === null || value === undefined ? '' : writeNumber(value, decimals);
const owner = (value: string | null | undefined, label = 'Owner'): RowField => ({
	name: 'owner',
	label,
	as: 'owner',
	value: value ?? ''
});
const title = (value: string | undefined, label: string): RowField => ({
	name: 'title',
	label,
	as: 'line',
	value: value ?? '',
	isRequired: true,
	longest: 300
});

/** The fields of a row's form, with what stands there now. */
export function fieldsOf(
	{ kind, of, id }: Asked,
	{ priority, others, metrics, today }: Around
): RowField[] {
	const isIt = (row: { id: string }) => row.id === id;
	switch (kind) {
		case 'milestone': {
			const row = priority.milestones.find(isIt);
			return [
				title(row?.title, 'Milestone'),
				{ name: 'due', label: 'Due', as: 'day', value: row?.due ?? '', isAhead: !row?.done },
				owner(row?.owner, 'Whose'),
				{
					name: 'isChange',
					label: 'It changes how we work: ask after 30, 60 and 90 days whether it lasts',
					as: 'tick',
					value: row?.isChange ? 'yes' : ''
				}
			];
		}
		case 'measure':
			return measureFields(
				of ?? 'kpi',
				[...priority.kpis, ...priority.gaps].find(isIt),
				metrics,
				today
			);
		case 'risk': {
			const row = priority.risks.find(isIt);
			const grades = (words: readonly string[]) =>
				words.map((word, at) => ({
					id: String(at + 1),
					title: word.slice(0, 1).toUpperCase() + word.slice(1)
				}));
			return [
				title(row?.title, 'Risk'),
				{
					name: 'likelihood',
					label: 'How likely',
					as: 'choice',
					choices: grades(likelihoods),
					value: String(row?.likelihood ?? 2)
				},
				{
					name: 'impact',
					label: 'How bad',
					as: 'choice',
					choices: grades(impacts),
					value: String(row?.impact ?? 2)
				},
				{
					name: 'mitigation',
					label: 'What we do against it',
					as: 'area',
					value: row?.mitigation ?? '',
					longest: 500
				},
				owner(row?.owner),
				{
					name: 'reviewOn',
					label: 'Look at it again',
					as: 'day',
					value: row?.reviewOn ?? '',
					hint: 'A review that is overdue is nominated as a hot item.',
					isAhead: !row?.closedOn
				}
			];
		}
		case 'phase': {
			const row = priority.phases.find(isIt);
			return [
				{
					name: 'name',
					label: 'Phase',
					as: 'line',
					value: row?.name ?? '',
					isRequired: true,
					longest: 120
				},
				{
					name: 'startsOn',
					label: 'From',
					as: 'day',
					value: row?.startsOn ?? '',
					isRequired: true
				},
				{
					name: 'endsOn',
					label: 'Last day',
					as: 'day',
					value: row?.endsOn ?? '',
					isRequired: true,
					isAhead: !row?.doneOn
				}
			];
		}
		case 'resource': {
			const row = priority.resources.find(isIt);
			return [
				title(row?.title, 'What it needs'),
				{
					name: 'of',
					label: 'Kind',
					as: 'choice',
					choices: resourceKinds.map((id) => ({ id, title: resourceWords[id] })),
					value: row?.kind ?? 'people'
				},
				{
					name: 'days',
					label: 'Days of work',
					as: 'number',
					value: number(row?.days, 0),
					hint: 'Where it is somebody’s time.'
				},
				{
					name: 'phase',
					label: 'For the phase',
					as: 'choice',
					none: 'All of it',
					choices: priority.phases.map(({ id, name }) => ({ id, title: name })),
					value: row?.phase ?? ''
				},
				owner(row?.owner, 'Who says yes')
			];
		}
		case 'dependency': {
			const row = priority.dependencies.find(isIt);
			return [
				title(row?.title, 'What it waits for'),
				{
					name: 'other',
					label: 'Of the priority',
					as: 'choice',
					none: 'Something else',
					choices: others,
					value: row?.other ?? ''
				},
				{
					name: 'neededBy',
					label: 'Needed by',
					as: 'day',
					value: row?.neededBy ?? '',
					isAhead: !row?.clearedOn
				},
				owner(row?.owner, 'Who clears it')
			];
		}
	}
}

function measureFields(
	of: 'kpi' | 'gap',
	row: CarriedPriority['kpis'][number] | undefined,
	metrics: Around['metrics'],
	today: string
): RowField[] {
	const isGap = (row?.kind ?? of) === 'gap';
	return [
		{
			name: 'name',
			label: isGap ? 'Gap' : 'KPI',
			as: 'line',
			value: row?.title ?? '',
			isRequired: true,
			longest: 120
		},
		{
			name: 'baseline',
			label: 'From',
			as: 'number',
			value: number(row?.baseline, row?.decimals ?? 0),
			isRequired: isGap,
			hint: 'Where it stood.'
		},
		{
			name: 'target',
			label: 'To',
			as: 'number',
			value: number(row?.target, row?.decimals ?? 0),
			isRequired: isGap,
			hint: 'It may lie below.'
		},
		{
			name: 'unit',
			label: 'Unit',
			as: 'line',
			value: row?.unit ?? '',
			longest: 20,
			hint: '%, sites, €m'
		},
		{
			name: 'direction',
			label: 'Where both are the same',
			as: 'choice',
			choices: [
				{ id: 'up', title: 'Hold it there or above' },
				{ id: 'down', title: 'Hold it there or below' }
			],
			value: row?.direction ?? 'up'
		},
		{
			name: 'metric',
			label: 'Follows the metric',
			as: 'choice',
			none: 'None: we enter its values here',
			choices: metrics.map(({ id, name }) => ({ id, title: name })),
			value: row?.metric ?? ''
		},
		{ ...owner(row?.owner) },
		...(isGap
			? [{ name: 'foundOn', label: 'Found', as: 'day' as const, value: row?.foundOn ?? today }]
			: []),
		{
			name: 'definition',
			label: 'What is counted',
			as: 'area',
			value: row?.definition ?? '',
			longest: 500
		}
	];
}
