import type { Sheet } from '#lib/diagnosis/blind-round.ts';
import { breakdowns, type BreakdownKey } from '#lib/diagnosis/breakdowns.ts';
import { itemKey, pillars, type Lane, type Part, type PillarKey } from '#lib/diagnosis/pillars.ts';

/** What each of ten leaders comes to in a part, in an order that is nobody's. */
type Levels<Key extends string> = Record<Key, readonly number[]>;

const october: Levels<PillarKey> = {
	strategy: [4, 4, 5, 3, 4, 4, 3, 4, 2, 4],
	leadership: [4, 4, 4, 5, 4, 3, 4, 4, 4, 4],
	metrics: [3, 3, 4, 2, 3, 4, 3, 3, 4, 3],
	structure: [2, 4, 3, 5, 2, 4, 1, 2, 4, 3],
	people: [3, 3, 3, 4, 3, 3, 2, 3, 3, 3],
	market: [5, 3, 3, 2, 4, 2, 4, 5, 2, 4]
};
const july: Levels<PillarKey> = {
	strategy: [3, 4, 4, 3, 4, 3, 3, 3, 2, 4],
	leadership: [4, 4, 4, 4, 4, 3, 4, 4, 3, 4],
	metrics: [3, 2, 3, 2, 3, 3, 3, 3, 3, 3],
	structure: [2, 4, 3, 4, 3, 4, 2, 2, 4, 3],
	people: [3, 3, 3, 4, 3, 3, 3, 3, 3, 3],
	market: [4, 3, 3, 3, 4, 3, 4, 4, 2, 4]
};
const april: Levels<PillarKey> = {
	strategy: [3, 3, 4, 3, 3, 3, 3, 3, 2, 4],
	leadership: [4, 3, 4, 4, 4, 3, 4, 4, 3, 4],
	metrics: [2, 2, 3, 2, 3, 3, 2, 3, 3, 2],
	structure: [3, 4, 3, 4, 3, 4, 2, 2, 4, 3],
	people: [3, 3, 4, 4, 3, 3, 3, 3, 3, 3],
	market: [4, 3, 3, 3, 4, 3, 4, 4, 3, 4]
};
const autumn: Levels<BreakdownKey> = {
	plans: [3, 4, 3, 3, 4, 4, 3, 4],
	alignment: [2, 3, 4, 2, 4, 3, 2, 4],
	ownership: [4, 4, 4, 3, 4, 4, 4, 4],
	metrics: [2, 2, 3, 2, 3, 2, 2, 3],
	visibility: [4, 3, 4, 4, 3, 4, 4, 3],
	workflow: [3, 2, 3, 3, 2, 3, 3, 3],
	change: [3, 3, 3, 4, 3, 2, 3, 3]
};

/** Of every fourth person one step up in one item and down in another; the others say the same of all. */
function spread(level: number, person: number, item: number, items: number): number {
	if (person % 4 !== 0) return level;
	const up = person % items;
	const down = (person + 2) % items;
	const value = level + (item === up ? 1 : item === down ? -1 : 0);
	return Math.min(5, Math.max(1, value));
}

function sheetsOf<Key extends string>(parts: readonly Part<Key>[], levels: Levels<Key>): Sheet[] {
	const people = Object.values<readonly number[]>(levels)[0]?.length ?? 0;
	return Array.from({ length: people }, (_, person) =>
		Object.fromEntries(
			parts.flatMap(({ key, items }) =>
				items.map((_, at) => [
					itemKey(key, at),
					spread(levels[key][person] ?? 3, person, at, items.length)
				])
			)
		)
	);
}

const lanesChosen: readonly Lane[] = [
	...Array.from({ length: 7 }, (): Lane => 'service'),
	...(['innovation', 'innovation', 'cost'] as const)
];
const matters: readonly PillarKey[] = [
	...Array.from({ length: 4 }, (): PillarKey => 'structure'),
	...(['market', 'market', 'metrics', 'people', 'strategy', 'structure'] as const)
];

const ofPillars = (levels: Levels<PillarKey>): Sheet[] =>
	sheetsOf(pillars, levels).map((sheet, at) => ({
		...sheet,
		lane: lanesChosen[at] ?? 'service',
		matters: matters[at] ?? 'structure'
	}));

/** Days count from today. */
export const pillarRounds = [
	{ key: 'april', days: -214, sheets: ofPillars(april) },
	{ key: 'july', days: -123, sheets: ofPillars(july) },
	{ key: 'october', days: -31, sheets: ofPillars(october) }
];

const words = [
	{
		undone: 'We decided in September to price spare parts anew.',
		slows: 'Three approvals for one site visit.'
	},
	{
		undone: '',
		slows: 'Numbers from two systems that never agree.',
		stop: 'The monthly slide deck.'
	},
	{ undone: 'The on-call allowance, twice.', slows: '', stop: '' },
	{ undone: '', slows: 'Waiting for change-over windows.', stop: 'Copying readings by hand.' },
	{ undone: 'Retiring the old visit form.', slows: '', stop: '' },
	{ undone: '', slows: 'Nobody knows who answers when uptime goes red at night.', stop: '' },
	{ undone: '', slows: '', stop: 'Reports nobody opens.' },
	{ undone: '', slows: 'Two tools for one ticket.', stop: '' }
];

export const gapRound = {
	days: -38,
	sheets: sheetsOf(breakdowns, autumn).map((sheet, at) => ({ ...sheet, ...words[at] }))
};
