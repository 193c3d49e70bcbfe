import { writeDay } from '#lib/calendar/day.ts';
import type { Department } from './departments.ts';
import { factsOfMeasures, type Fact, type MeasureSlot } from './measure-facts.ts';
import { planDays, weeksLeft } from './plan-days.ts';
import type { Source } from './plan-row.ts';
import { headOf, laneNames, personOf } from './priority-picture.ts';
import type { KnownRisk, PriorityPicture } from './priority-picture.ts';
import { aimOf, quote } from './title-words.ts';

/** The names packs may put between braces. */
export type Slot =
	| 'priority'
	| 'aim'
	| 'owner'
	| 'head'
	| 'goal'
	| 'lane'
	| 'end'
	| MeasureSlot
	| 'milestone'
	| 'milestone day'
	| 'late milestone'
	| 'late milestone day'
	| 'risk'
	| 'bare risk'
	| 'late action';
export type Facts = ReadonlyMap<Slot, Fact>;

/** What a department may quote of a priority. What the picture does not say is not in the map. */
export function factsOf(picture: PriorityPicture, department: Department): Facts {
	return new Map([
		...aboutItself(picture, department),
		...factsOfMeasures(picture, department, weeksLeft(planDays(picture))),
		...aboutMilestones(picture),
		...aboutTrouble(picture)
	]);
}

type Entry = [Slot, Fact];

function aboutItself(picture: PriorityPicture, department: Department): Entry[] {
	const { id, title, goal, lane, cycle } = picture;
	const from: Source = { kind: 'priority', id, name: title, said: quote(title) };
	const entries: Entry[] = [];
	if (title.trim() !== '')
		entries.push(
			['priority', { words: quote(title), from }],
			['aim', { words: aimOf(title), from }]
		);
	const [owner, head] = [personOf(picture, picture.owner), headOf(picture, department)];
	if (head) entries.push(['head', { words: head.name }]);
	// A head who is accountable does not agree things with that same person.
	if (owner && owner !== head)
		entries.push(['owner', quoted('owner', owner.id, owner.name, 'is accountable', owner.name)]);
	if (goal) entries.push(['goal', quoted('goal', goal.id, goal.title, quote(goal.title))]);
	if (lane) entries.push(['lane', quoted('lane', lane, laneNames[lane], lane, laneNames[lane])]);
	const last = planDays(picture).days.at(-1);
	if (last) {
		const end = cycle?.endsOn ?? last;
		const said = `ends on ${writeDay(end, 'dated')}`;
		entries.push(['end', quoted('cycle', 'cycle', 'the cycle', said, writeDay(end, 'bare'))]);
	}
	return entries;
}

function aboutMilestones({ milestones, today }: PriorityPicture): Entry[] {
	const dated = milestones
		.flatMap(({ due, done, ...more }) => (due === null || done ? [] : [{ due, ...more }]))
		.toSorted((one, other) => one.due.localeCompare(other.due));
	const slots = [
		['milestone', dated.find(({ due }) => due > today)],
		['late milestone', dated.find(({ due }) => due < today)]
	] as const;
	return slots.flatMap(([slot, found]): Entry[] => {
		if (!found) return [];
		const day = writeDay(found.due, 'bare');
		const fact = quoted('milestone', found.id, found.title, `due ${day}`);
		return [
			[slot, fact],
			[`${slot} day`, { ...fact, words: day }]
		];
	});
}

function aboutTrouble({ risks, actions, today }: PriorityPicture): Entry[] {
	const heaviest = risks.toSorted((one, other) => weightOf(other) - weightOf(one));
	const bare = heaviest.find(({ mitigation, owner }) => mitigation.trim() === '' || owner === null);
	const late = actions.find(({ due }) => due !== null && due < today);
	const entries: Entry[] = [];
	if (heaviest[0]) entries.push(['risk', risky(heaviest[0])]);
	if (bare) entries.push(['bare risk', risky(bare)]);
	if (late?.due)
		entries.push([
			'late action',
			quoted('action', late.id, late.title, `due ${writeDay(late.due, 'bare')}`)
		]);
	return entries;
}

const risky = ({ id, title, likelihood, impact, mitigation, owner }: KnownRisk): Fact =>
	quoted(
		'risk',
		id,
		title,
		`likelihood ${likelihood}, impact ${impact}, ${mitigation.trim() === '' ? 'no mitigation' : quote(mitigation)}, ${owner === null ? 'no owner' : 'owned'}`
	);

const weightOf = ({ likelihood, impact }: KnownRisk) => likelihood * impact;

const quoted = (
	kind: Source['kind'],
	id: string,
	name: string,
	said: string,
	words = quote(name)
): Fact => ({ words, from: { kind, id, name, said } });
