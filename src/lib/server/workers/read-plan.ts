import * as v from 'valibot';
import type { Plan, PlanRow } from '#lib/execution/workers/plan-row.ts';
import type { Degree } from '#lib/execution/workers/priority-picture.ts';
import { sayTheSame } from '#lib/execution/workers/same-words.ts';
import type { Read } from '../llm/answer.ts';
import { clean } from '../llm/clean.ts';
import { waysOut } from '../llm/ways-out.ts';
import type { Task } from './drafting.ts';
import type { Prompt } from './prompt.ts';

const nullable = (type: string) => ({ type: [type, 'null'] });
const fields = {
	kind: { type: 'string', enum: ['action', 'timeline', 'resource', 'risk', 'kpi'] },
	title: { type: 'string' },
	reason: { type: 'string' },
	sources: { type: 'array', items: { type: 'string' } },
	owner: nullable('string'),
	due: nullable('string'),
	starts: nullable('string'),
	likelihood: nullable('integer'),
	impact: nullable('integer'),
	mitigation: nullable('string'),
	what: { type: ['string', 'null'], enum: ['people', 'money', 'tool', 'access', null] },
	days: nullable('number'),
	unit: nullable('string'),
	baseline: nullable('number'),
	target: nullable('number'),
	direction: { type: ['string', 'null'], enum: ['up', 'down', null] },
	definition: nullable('string')
};

/** What the answer must look like: nothing a small server's grammar stumbles over. */
export const planSchema = {
	name: 'plan',
	json: {
		type: 'object',
		properties: {
			rows: {
				type: 'array',
				items: {
					type: 'object',
					properties: fields,
					required: Object.keys(fields),
					additionalProperties: false
				}
			}
		},
		required: ['rows'],
		additionalProperties: false
	}
};

const Text = v.nullish(v.string(), '');
const Amount = v.nullish(
	v.pipe(
		v.number(),
		v.finite(),
		v.check((value) => Math.abs(value) <= 1e12)
	),
	null
);
const Row = v.object({
	kind: v.picklist(['action', 'timeline', 'resource', 'risk', 'kpi']),
	title: v.string(),
	reason: v.string(),
	sources: v.array(v.string()),
	owner: v.nullish(v.string(), null),
	due: v.nullish(v.string(), null),
	starts: v.nullish(v.string(), null),
	likelihood: v.nullish(v.picklist([1, 2, 3]), null),
	impact: v.nullish(v.picklist([1, 2, 3]), null),
	mitigation: Text,
	what: v.nullish(v.picklist(['people', 'money', 'tool', 'access']), null),
	days: v.nullish(v.pipe(v.number(), v.minValue(0), v.maxValue(400)), null),
	unit: Text,
	baseline: Amount,
	target: Amount,
	direction: v.nullish(v.picklist(['up', 'down']), null),
	definition: Text
});
type Row = v.InferOutput<typeof Row>;
const Answer = v.object({ rows: v.array(v.unknown()) });
const mostRows = 40;

/**
 * The rows of a model's answer that hold: every cited id was in this prompt, owners are members, days
 * lie within the cycle, and no address of any kind leads out. A row that fails is left out; an answer
 * without one that holds is wrong.
 */
export function readPlan(answer: unknown, task: Task, prompt: Prompt): Read<Plan> {
	const parsed = v.safeParse(Answer, answer);
	if (!parsed.success) return { wrong: 'It has no list named rows.' };
	const rows: PlanRow[] = [];
	const faults = new Set<string>();
	for (const one of parsed.output.rows.slice(0, mostRows)) {
		const row = v.safeParse(Row, one);
		const read = row.success ? readRow(row.output, task, prompt) : 'A row has a wrong shape.';
		if (typeof read === 'string') faults.add(read);
		else if (!rows.some(({ key }) => key === read.key)) rows.push(read);
	}
	if (rows.length === 0) return { wrong: [...faults].join(' ') || 'It has no rows.' };
	const dropped = Math.min(parsed.output.rows.length, mostRows) - rows.length;
	return {
		value: {
			worker: task.worker,
			priority: task.picture.id,
			priorityTitle: task.picture.title,
			rows,
			notes:
				dropped === 0
					? []
					: [
							`${dropped} ${dropped === 1 ? 'row was' : 'rows were'} left out because they did not hold: ${[...faults].join(' ') || 'they said the same twice.'}`
						]
		}
	};
}

function readRow(row: Row, task: Task, { sources, people, until }: Prompt): PlanRow | string {
	const { picture, worker } = task;
	const isPhase = row.kind === 'timeline' && row.starts !== null;
	const words = (text: string, longest: number) => people.show(clean(text, longest));
	const title = words(row.title, 301);
	const [reason, mitigation] = [words(row.reason, 300), words(row.mitigation, 500)];
	const definition = words(row.definition, 500);
	if ([title, reason, mitigation, definition].includes(undefined))
		return 'A row speaks of somebody who is not there.';
	if (!title || title.length > (isPhase || row.kind === 'kpi' ? 120 : 300))
		return 'A title is empty or too long.';
	if ([title, reason, mitigation, definition].some((text) => waysOut.test(text ?? '')))
		return 'A row holds a link or an address.';
	const from = row.sources.map((id) => sources.get(id.trim()));
	if (from.length === 0 || from.includes(undefined)) return 'A row cites what is not in the data.';
	const owner = row.owner === null ? undefined : people.personOf(row.owner);
	if (row.owner !== null && !owner) return 'An owner is no member.';
	for (const day of [row.due, row.starts])
		if (day !== null && !(isDay(day) && day > picture.today && day <= until))
			return 'A day lies outside the cycle.';
	const common = {
		key: keyFor(row.kind, title, task),
		worker,
		title,
		reason: reason ?? '',
		from: from.flatMap((one) => one ?? []),
		owner: owner?.id ?? null,
		ownerReason: owner ? 'The model proposes it.' : 'The model proposes nobody.'
	};
	switch (row.kind) {
		case 'action':
			return { ...common, kind: 'action', due: row.due };
		case 'timeline':
			if (row.due === null || (row.starts ?? '') > row.due)
				return 'A stretch ends before it begins.';
			return {
				...common,
				kind: 'timeline',
				shape: isPhase ? 'phase' : 'milestone',
				startsOn: row.starts,
				endsOn: row.due
			};
		case 'resource':
			return { ...common, kind: 'resource', what: row.what ?? 'people', days: row.days };
		case 'risk':
			if (row.likelihood === null || row.impact === null) return 'A risk has no weight.';
			return {
				...common,
				kind: 'risk',
				likelihood: row.likelihood satisfies Degree,
				impact: row.impact satisfies Degree,
				mitigation: mitigation ?? ''
			};
		case 'kpi':
			if (row.target === null) return 'A KPI has no target.';
			return {
				...common,
				kind: 'kpi',
				unit: clean(row.unit, 20),
				decimals: Math.max(decimalsIn(row.baseline), decimalsIn(row.target)),
				direction: row.direction ?? 'up',
				baseline: row.baseline,
				target: row.target,
				range: null,
				toSettle: row.baseline === null ? 'Nobody has said where it stands.' : '',
				cadence: 'week',
				definition: definition ?? '',
				library: null
			};
	}
}

/** The key it had when it was proposed in nearly the same words, or one of its own words. */
function keyFor(kind: string, title: string, { worker, earlier }: Task): string {
	const known = earlier.find(
		({ row }) => row.worker === worker && row.kind === kind && sayTheSame(row.title, title)
	);
	const slug = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	return (
		known?.row.key ??
		Array.from(`${worker}/${kind}/said: ${slug.join(' ')}`)
			.slice(0, 250)
			.join('')
	);
}

function isDay(day: string): boolean {
	const at = /^\d{4}-\d\d-\d\d$/u.test(day) ? new Date(`${day}T00:00:00Z`) : undefined;
	return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

const decimalsIn = (value: number | null): number =>
	Math.min(2, String(value ?? '').split('.')[1]?.length ?? 0);
