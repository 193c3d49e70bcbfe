import { departments, departmentNames, subjectWords, type Department } from './departments.ts';
import { kindNames, kindsOf, type Kind, type KindFound } from './kinds.ts';
import { aboutPeople, isOpen } from './measure.ts';
import type { Source } from './plan-row.ts';
import {
	headOf,
	laneNames,
	personOf,
	type Lane,
	type PriorityPicture
} from './priority-picture.ts';
import { quote } from './title-words.ts';

/** Why a worker is worth running, in a sentence, with what in the picture says so. */
export type Reason = { words: string; weight: number; from: Source };
export type Recommendation = {
	worker: Department;
	weight: number;
	/** The weightiest first. */
	reasons: readonly Reason[];
};

/** Which departments carry a kind of priority, the one that carries most first: our choice. */
const carriers: Record<Kind, readonly Department[]> = {
	growth: ['sales', 'marketing', 'customer-success', 'finance'],
	retention: ['customer-success', 'product', 'sales'],
	reliability: ['operations', 'it', 'customer-success'],
	cost: ['finance', 'operations'],
	capacity: ['hr', 'operations', 'finance'],
	launch: ['product', 'project-management', 'it', 'operations'],
	process: ['operations', 'it', 'project-management'],
	compliance: ['it', 'project-management', 'hr'],
	other: ['project-management']
};

/** Who carries most of what a team chose to win on: our choice. */
const laneCarriers: Record<Lane, Department> = {
	cost: 'operations',
	innovation: 'product',
	service: 'customer-success'
};

/** From here on a worker is recommended, and at most so many are: more is no advice. */
const recommendedFrom = 3;
const mostRecommended = 4;

/**
 * The workers a priority should run, the one most speaks for first, by rule: what kind it is, which
 * gaps, KPIs, risks and words are at home in a department, whose seat holds it, how much is planned
 * already. At least one for any priority that has a title.
 */
export function recommendWorkers(picture: PriorityPicture): Recommendation[] {
	const found = kindsOf(picture).slice(0, 2);
	const all = departments
		.map((worker): Recommendation => {
			const reasons = reasonsFor(worker, picture, found).toSorted(
				(one, two) => two.weight - one.weight
			);
			return { worker, reasons, weight: reasons.reduce((sum, { weight }) => sum + weight, 0) };
		})
		.toSorted((one, other) => other.weight - one.weight);
	const strong = all.filter(({ weight }) => weight >= recommendedFrom).slice(0, mostRecommended);
	return strong.length > 0 ? strong : all.filter(({ weight }) => weight > 0).slice(0, 1);
}

function reasonsFor(
	worker: Department,
	picture: PriorityPicture,
	kinds: readonly KindFound[]
): Reason[] {
	const subject = subjectWords[worker];
	const itself = sourceOf('priority', picture.id, picture.title);
	const reasons: Reason[] = [];
	const say = (weight: number, from: Source, words: string) =>
		reasons.push({ weight, from, words });

	for (const [rank, found] of kinds.entries()) {
		const place = carriers[found.kind].indexOf(worker);
		if (place < 0) continue;
		const name = departmentNames[worker];
		const words =
			found.kind === 'other'
				? 'No word says what kind of priority it is; somebody has to sharpen it first.'
				: `${name} ${place === 0 ? 'carries most of' : 'has a part in'} ${kindNames[found.kind]}, and ${quote(found.word)} is in ${found.place}.`;
		say((3 - 0.5 * place) / (rank + 1), itself, words);
	}
	const inTitle = subject.exec(picture.title)?.[0];
	if (inTitle) say(1.5, itself, `Its title speaks of ${quote(inTitle)}.`);
	for (const gap of picture.gaps.filter(isOpen))
		if (worker === 'hr' && aboutPeople(gap))
			say(2, sourceOf('gap', gap.id, gap.name), `The gap ${quote(gap.name)} is about people.`);
		else if (subject.test(gap.name))
			say(1, sourceOf('gap', gap.id, gap.name), `The gap ${quote(gap.name)} is still open.`);
	for (const kpi of picture.kpis.filter(isOpen))
		if (subject.test(kpi.name))
			say(
				0.75,
				sourceOf('kpi', kpi.id, kpi.name),
				`The KPI ${quote(kpi.name)} is short of its target.`
			);
	for (const risk of picture.risks) {
		const word = subject.exec(risk.title)?.[0];
		const bare = risk.mitigation.trim() === '' ? ' and has no mitigation' : '';
		if (word)
			say(
				bare ? 1 : 0.5,
				sourceOf('risk', risk.id, risk.title),
				`The risk ${quote(risk.title)} speaks of ${quote(word)}${bare}.`
			);
	}
	if (worker === 'project-management') reasons.push(...untidy(picture, itself));
	const accountable = personOf(picture, picture.owner);
	// A seat alone makes nobody's department concerned.
	if (accountable && headOf(picture, worker) === accountable)
		say(
			1,
			sourceOf('owner', accountable.id, accountable.name),
			`${accountable.name}, who is accountable, sits in ${departmentNames[worker]}.`
		);
	// The lane makes nobody concerned who is not; among those who are it tips the scales.
	if (picture.lane && reasons.length > 0 && laneCarriers[picture.lane] === worker)
		say(0.5, itself, `The company competes on ${laneNames[picture.lane]}.`);
	return reasons;
}

/** What a coordinator would be needed for. */
function untidy({ milestones, today }: PriorityPicture, itself: Source): Reason[] {
	const late = milestones.find(({ due, done }) => !done && due !== null && due < today);
	if (late)
		return [
			{
				weight: 3,
				from: sourceOf('milestone', late.id, late.title),
				words: `The milestone ${quote(late.title)} is late.`
			}
		];
	const has = milestones.some(({ due, done }) => !done && due !== null);
	return has ? [] : [{ weight: 2, from: itself, words: 'No milestone with a date lies ahead.' }];
}

const sourceOf = (kind: Source['kind'], id: string, name: string): Source => ({
	kind,
	id,
	name,
	said: quote(name)
});
