import type { Department } from './departments.ts';
import { factsOf, type Facts, type Slot } from './facts.ts';
import { alternativesOf, slotsIn } from './fill-words.ts';
import { fillRow, nobodyIn, type Filling } from './fill-row.ts';
import { kindsOf, writeKind } from './kinds.ts';
import type { Template } from './pack.ts';
import { packs } from './packs.ts';
import { planDays } from './plan-days.ts';
import { dayOf, rowKinds, type Plan, type PlanRow } from './plan-row.ts';
import { headOf, type PriorityPicture } from './priority-picture.ts';

/** A second kind colours the plan when this much speaks for it: our choice. */
const secondKindFrom = 3;

/**
 * The plan a department drafts for a priority from its rule pack alone: the same picture gives the
 * same plan. Rows whose facts the picture lacks are left out, and the notes say which facts those
 * are. Actions and timeline are in the order of their days.
 */
export function draftPlan(worker: Department, picture: PriorityPicture): Plan {
	const pack = packs[worker];
	const found = kindsOf(picture);
	const [first, second] = found;
	const facts = factsOf(picture, worker);
	const filling: Filling = {
		picture,
		facts,
		days: planDays(picture),
		worker
	};
	const templates = [
		...pack.always,
		...pack.kinds[first?.kind ?? 'other'],
		...(picture.lane ? [pack.lanes[picture.lane]] : []),
		...(second && second.weight >= secondKindFrom ? coloursOf(pack.kinds[second.kind], facts) : [])
	];
	const filled = templates.map((template) => fillRow(template, filling));
	const rows = filled.flatMap((one) => ('row' in one ? [one.row] : []));
	const lacking = filled.flatMap((one) => ('lacks' in one ? [one.lacks] : []));
	return {
		worker,
		priority: picture.id,
		priorityTitle: picture.title,
		rows: rowKinds.flatMap((kind) => rows.filter((row) => row.kind === kind).toSorted(byDay)),
		notes: [
			...found.slice(0, 1).map(writeKind),
			...(filling.days.note ? [filling.days.note] : []),
			...(headOf(picture, worker) ? [] : [`${nobodyIn(worker)} Say who stands in.`]),
			...lackingInWords(
				lacking.filter((slot) => !(facts.has('gap') && /^(?:felt|count)/u.test(slot)))
			)
		]
	};
}

/**
 * What the second kind of a priority adds: its first action and its first risk that speak of a gap
 * there is. In general words they would speak of another priority.
 */
function coloursOf(templates: readonly Template[], facts: Facts): Template[] {
	const first = (sort: Template['kind']) =>
		templates.find(({ kind, title }) => {
			const asked = slotsIn(alternativesOf(title)[0] ?? '');
			const aboutGap = asked.some((slot) => facts.get(slot)?.from?.kind === 'gap');
			return kind === sort && aboutGap && asked.every((slot) => facts.has(slot));
		});
	return [first('action'), first('risk')].filter((template) => template !== undefined);
}

function byDay(one: PlanRow, other: PlanRow): number {
	return (dayOf(one) ?? '').localeCompare(dayOf(other) ?? '');
}

const lacks: readonly [RegExp, string][] = [
	[/^(?:gap|felt|count)/u, 'no open gap has a baseline, a target and a current value'],
	[/^kpi/u, 'no KPI has a baseline, a target and a current value'],
	[/^milestone/u, 'no milestone with a date lies ahead'],
	[/^risk/u, 'no risk is written down'],
	[/^owner/u, 'nobody is accountable for the priority'],
	[/^goal/u, 'it serves no annual goal'],
	[/^end/u, 'no working day is left in the cycle']
];

/** What is lacking is worth a sentence only when somebody can write it down. */
function lackingInWords(lacking: readonly Slot[]): string[] {
	return lacks.flatMap(([slots, why]) => {
		const count = lacking.filter((slot) => slots.test(slot)).length;
		if (count === 0) return [];
		return [`${count} ${count === 1 ? 'row is' : 'rows are'} left out because ${why}.`];
	});
}
