import { objectivesOf, type Cascade, type KeyResultAt, type ObjectiveAt } from './cascade.ts';
import type { Standing } from './progress.ts';

/** One line of the list: a key result, or an objective that has none. */
export type Line = {
	id: string;
	title: string;
	objective: ObjectiveAt;
	keyResult: KeyResultAt | undefined;
	/** The annual goal it serves; null for what serves none. */
	goal: string | null;
	isOrphan: boolean;
	owner: string | null;
	progress: number | null;
	at: Standing;
};

export const columns = ['title', 'objective', 'goal', 'owner', 'grade', 'status'] as const;
export type Column = (typeof columns)[number];
export type Order = { by: Column; isFalling: boolean };
/** Everything, where nothing is said. */
export type Filter = { owner?: string; status?: Standing['status']; orphansOnly?: boolean };

const urgency: Record<Standing['status'], number> = { off: 0, risk: 1, none: 2, on: 3 };

/** The cascade as lines, in the order of the tree. What hangs loose anywhere above is an orphan. */
export function linesOf(cascade: Cascade): Line[] {
	const linked = new Map(
		cascade.imperatives.flatMap(({ goals }) => goals).map(({ id, title }) => [id, title])
	);
	const loose = new Map(cascade.looseGoals.map(({ id, title }) => [id, title]));
	return objectivesOf(cascade).flatMap((objective): Line[] => {
		const goal = objective.goal ?? '';
		const shared = {
			objective,
			goal: linked.get(goal) ?? loose.get(goal) ?? null,
			isOrphan: !linked.has(goal)
		};
		if (objective.keyResults.length === 0) {
			const { id, title, owner, progress, at } = objective;
			return [{ ...shared, id, title, owner, progress, at, keyResult: undefined }];
		}
		return objective.keyResults.map((keyResult) => {
			const { id, title, owner, progress, at } = keyResult;
			return { ...shared, id, title, owner, progress, at, keyResult };
		});
	});
}

/**
 * The lines that pass, in order; what is equal stays in the order of the tree, and what has nothing
 * to sort by comes last either way.
 *
 * @param nameOf the name of a person's id
 */
export function list(
	lines: readonly Line[],
	{ owner, status, orphansOnly }: Filter,
	{ by, isFalling }: Order,
	nameOf: (person: string) => string
): Line[] {
	const key = (line: Line): string | number | null => {
		switch (by) {
			case 'title':
				return line.title;
			case 'objective':
				return line.objective.title;
			case 'goal':
				return line.goal;
			case 'owner':
				return line.owner && nameOf(line.owner);
			case 'grade':
				return line.progress;
			case 'status':
				return urgency[line.at.status];
		}
	};
	return lines
		.filter((line) => owner === undefined || (line.owner ?? '') === owner)
		.filter((line) => status === undefined || line.at.status === status)
		.filter((line) => !orphansOnly || line.isOrphan)
		.toSorted((one, other) => {
			const [a, b] = [key(one), key(other)];
			if (a === null || b === null) return Number(a === null) - Number(b === null);
			const order =
				typeof a === 'number' && typeof b === 'number'
					? a - b
					: String(a).localeCompare(String(b), 'en-GB', { numeric: true });
			return isFalling ? -order : order;
		});
}
