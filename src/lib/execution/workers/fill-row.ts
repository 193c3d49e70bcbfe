import { library } from '#lib/scorecard/library.ts';
import type { Cadence } from '#lib/scorecard/period.ts';
import { departmentNames, type Department } from './departments.ts';
import type { Facts, Slot } from './facts.ts';
import { alternativesOf, fill, lackIn, numberOf, slotsIn } from './fill-words.ts';
import type { Template } from './pack.ts';
import { dayAfter, dayAtShare, weeksLeft, type PlanDays } from './plan-days.ts';
import type { KpiRow, Load, PlanRow, Source } from './plan-row.ts';
import { headOf, personOf, type PriorityPicture } from './priority-picture.ts';

/** What the rows of a plan are filled with. */
export type Filling = {
	picture: PriorityPicture;
	facts: Facts;
	days: PlanDays;
	worker: Department;
};

/** A row with the facts of the picture in it, or the first fact it lacks. */
export function fillRow(template: Template, filling: Filling): { row: PlanRow } | { lacks: Slot } {
	const { facts, picture, worker } = filling;
	const lacks = lackIn(template, facts);
	if (lacks !== undefined) return { lacks };
	const [title, reason] = [fill(template.title, facts), fill(template.reason, facts)];
	const mitigation = template.kind === 'risk' ? fill(template.mitigation, facts) : undefined;
	const used = distinct([...title.used, ...(mitigation?.used ?? []), ...reason.used]);
	const load = loadOf(template, facts);
	const common = {
		key: keyOf(worker, template, facts),
		worker,
		title: title.text,
		reason: reason.text,
		from: used.length > 0 ? used : [itself(picture)],
		...ownerOf(template, filling),
		...(template.gives && { gives: template.gives }),
		...(template.needs && { needs: template.needs }),
		...(load && { load })
	};
	switch (template.kind) {
		case 'action':
			return { row: { ...common, kind: 'action', due: dayAfter(filling.days, template.day) } };
		case 'timeline':
			return { row: { ...common, kind: 'timeline', ...stretchOf(template.share, filling.days) } };
		case 'resource': {
			const { what, perWeek } = template;
			const days = perWeek === undefined ? null : daysOf(perWeek, filling.days);
			return { row: { ...common, kind: 'resource', what, days } };
		}
		case 'risk': {
			const { likelihood, impact } = template;
			const words = mitigation?.text ?? '';
			return { row: { ...common, kind: 'risk', likelihood, impact, mitigation: words } };
		}
		case 'kpi':
			return { row: { ...common, kind: 'kpi', ...countingOf(template, filling) } };
	}
}

type KpiTemplate = Extract<Template, { kind: 'kpi' }>;
type Counting = Omit<KpiRow, keyof PlanRow | 'gives' | 'needs' | 'load'>;

function countingOf(template: KpiTemplate, { facts, picture }: Filling): Counting {
	if ('library' in template) return countingByLibrary(template, facts, picture);
	const { unit, cadence, ...amounts } = template.measures;
	const baseline = numberOf(amounts.baseline, facts);
	const target = numberOf(amounts.target, facts);
	return {
		unit,
		cadence,
		baseline,
		target,
		range: null,
		decimals: Math.max(decimalsIn(baseline), decimalsIn(target)),
		direction: template.direction,
		toSettle: settle(cadence, baseline, target),
		definition: fill(template.definition, facts).text,
		library: null
	};
}

const firstCount = {
	week: 'Count it for two weeks',
	month: 'Count it for one month',
	quarter: 'Count it once'
};

function countingByLibrary(
	template: Extract<KpiTemplate, { library: number }>,
	facts: Facts,
	picture: PriorityPicture
): Counting {
	const metric = library.find(({ number }) => number === template.library);
	if (!metric) throw new Error(`The library has no metric ${template.library}.`);
	const { unit, direction, cadence, definition, lower, upper } = metric;
	const known = picture.kpis.find((one) => one.library === metric.number);
	const baseline = known?.current ?? null;
	const wanted = template.target === undefined ? null : numberOf(template.target, facts);
	const target = known?.target ?? wanted ?? metric.target ?? null;
	return {
		unit,
		direction,
		cadence,
		definition,
		baseline,
		target,
		range: lower !== undefined && upper !== undefined ? [lower, upper] : null,
		decimals: known?.decimals ?? Math.max(decimalsIn(baseline), decimalsIn(target)),
		toSettle: settle(cadence, baseline, direction === 'band' ? 0 : target),
		library: metric.number
	};
}

/** What has to be found out before it can be judged; empty when both numbers are there. */
function settle(cadence: Cadence, baseline: number | null, target: number | null): string {
	if (baseline === null && target === null)
		return `${firstCount[cadence]}, then agree what is good: nobody has counted it yet and it has no target.`;
	if (baseline === null) return `${firstCount[cadence]}: nobody has said where it stands.`;
	return target === null ? 'Agree what is good: it has no target.' : '';
}

function ownerOf(
	template: Template,
	{ picture, worker }: Filling
): Pick<PlanRow, 'owner' | 'ownerReason'> {
	const accountable = personOf(picture, picture.owner);
	const who = template.who ?? worker;
	if (who === 'owner')
		return accountable
			? {
					owner: accountable.id,
					ownerReason: `${accountable.name} is accountable for the priority.`
				}
			: { owner: null, ownerReason: 'Nobody is accountable for the priority yet.' };
	const head = headOf(picture, who);
	if (head) return { owner: head.id, ownerReason: `${head.name} sits in ${departmentNames[who]}.` };
	if (accountable)
		return {
			owner: accountable.id,
			ownerReason: `${nobodyIn(who)} ${accountable.name} is accountable for the priority.`
		};
	return { owner: null, ownerReason: `${nobodyIn(who)} Nobody is accountable either.` };
}

export const nobodyIn = (department: Department) =>
	`Nobody on the team has a seat in ${departmentNames[department]}.`;

/**
 * What a row is known by from run to run: its name, and what in the picture it is about. The same
 * whichever of its wordings the numbers of the day allow.
 */
function keyOf(worker: Department, { kind, name, title }: Template, facts: Facts): string {
	const about = slotsIn(alternativesOf(title).join(' '))
		.map((slot) => facts.get(slot)?.from)
		.find((from) => from && subjects.includes(from.kind));
	return [worker, kind, name, ...(about ? [about.kind, about.id] : [])].join('/');
}

const subjects: readonly Source['kind'][] = ['gap', 'kpi', 'milestone', 'risk', 'action'];

/** The pace a row promises or has room for, of the counted gap its title names. */
function loadOf({ load, title }: Template, facts: Facts): Load | undefined {
	const family = counted.find((one) => alternativesOf(title)[0]?.includes(`{${one}`));
	if (load === undefined || family === undefined) return undefined;
	const measure = facts.get(family)?.from?.id;
	const pace = facts.get(`${family} ${load === 'promise' ? 'pace' : 'so far'}`);
	if (measure === undefined || pace?.number === undefined) return undefined;
	return { measure, side: load, perWeek: pace.number, words: pace.words };
}

const counted = ['count', 'hire', 'learn'] as const;

function stretchOf(share: number | readonly [number, number], days: PlanDays) {
	if (typeof share === 'number')
		return { shape: 'milestone' as const, startsOn: null, endsOn: dayAtShare(days, share) };
	const [from, to] = share;
	return {
		shape: 'phase' as const,
		startsOn: dayAtShare(days, from),
		endsOn: dayAtShare(days, to)
	};
}

/** In half days, and never none. */
const daysOf = (perWeek: number, days: PlanDays): number | null =>
	weeksLeft(days) === 0 ? null : Math.max(0.5, Math.round(perWeek * weeksLeft(days) * 2) / 2);

const decimalsIn = (value: number | null): number =>
	Math.min(2, String(value ?? '').split('.')[1]?.length ?? 0);

const itself = ({ id, title }: PriorityPicture): Source => ({
	kind: 'priority',
	id,
	name: title,
	said: `“${title}”`
});

function distinct(sources: readonly Source[]): Source[] {
	return [...new Map(sources.map((one) => [`${one.kind} ${one.id}`, one])).values()];
}
