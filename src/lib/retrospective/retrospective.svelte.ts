import { createContext } from 'svelte';
import type { LiveRetrospective } from '#lib/live/live-retrospective.svelte.ts';
import type { FreshRows } from '#lib/meeting/fresh-rows.svelte.ts';
import type { Person } from '#lib/meeting/person.ts';
import { arrangeBoard, byRank, keepUnchanged, type ThemeAt } from './board.ts';
import { meanGrade } from './grade.ts';
import type { GradedObjective, RetrospectiveRows } from './room-rows.ts';
import { stages, themesToDiscuss, type Stage } from './stages.ts';

/** A retrospective as one person sees it: the live document, and the rows beside it. */
export class Retrospective {
	readonly live: LiveRetrospective;
	readonly #rows: FreshRows<RetrospectiveRows>;
	/** The board as it was last read. */
	#drawn: ThemeAt[] = [];
	/** Themes by column, with votes once nobody can be swayed by them. */
	readonly board: ThemeAt[] = $derived.by(() => {
		const now = arrangeBoard(
			this.live.cards.all,
			this.live.themes.all,
			this.votesShow ? this.live.totals.all : null
		);
		return (this.#drawn = keepUnchanged(this.#drawn, now));
	});
	/** The themes there is time for, the one with most votes first. */
	readonly ranked: ThemeAt[] = $derived.by(() =>
		byRank(this.board.filter(({ votes }) => votes > 0)).slice(0, themesToDiscuss(this.rows.form))
	);

	constructor(live: LiveRetrospective, rows: FreshRows<RetrospectiveRows>) {
		this.live = live;
		this.#rows = rows;
	}

	get rows(): RetrospectiveRows {
		return this.#rows.all;
	}

	get members(): Person[] {
		return this.rows.people.filter(({ current, role }) => current && role !== 'observer');
	}

	get me(): Person | undefined {
		return this.rows.people.find(({ id }) => id === this.live.person);
	}

	get isChair(): boolean {
		return this.live.progress.chair === this.live.person;
	}

	get chair(): Person | undefined {
		return this.rows.people.find(({ id }) => id === this.live.progress.chair);
	}

	get votesShow(): boolean {
		return this.isPast('vote');
	}

	isPast(stage: Stage): boolean {
		const now = this.live.stage;
		return now !== null && stages.indexOf(now) > stages.indexOf(stage);
	}

	/** The grade of an objective, once it may be seen; undefined before that. */
	gradeOf({ id, keyResults }: GradedObjective): number | null | undefined {
		if (!this.isPast('grade') && !this.live.uncovered.get(id)) return undefined;
		return meanGrade(
			keyResults.map((one) => ({ grade: this.live.grades.get(one.id) ?? null, weight: one.weight }))
		);
	}

	/** Objectives nobody has decided on. */
	get undecided(): GradedObjective[] {
		return this.rows.objectives.filter(({ id }) => !this.live.dispositions.get(id));
	}
}

const [useRetrospective, setRetrospective] = createContext<Retrospective>();
export { setRetrospective, useRetrospective };
