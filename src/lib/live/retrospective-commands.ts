import type { MeetingEvent } from '#lib/meeting/progress.ts';
import { toTitle } from '#lib/meeting/segment.ts';
import { minutes } from '#lib/meeting/timebox.ts';
import { longestTheme, type Side } from '#lib/retrospective/board.ts';
import type { Carry, Disposition } from '#lib/retrospective/disposition.ts';
import type { Cause } from '#lib/retrospective/grade.ts';
import { longestOutcome, type Outcome } from '#lib/retrospective/outcome.ts';
import type { Stage } from '#lib/retrospective/stages.ts';
import type { Actor } from './meeting-commands.ts';
import type { RetrospectiveDocument } from './retrospective-document.ts';

/** Everything a person may do in a retrospective, by name, but for what is done blind. */
export class RetrospectiveCommands {
	#retrospective: RetrospectiveDocument;
	#actor: Actor;

	constructor(retrospective: RetrospectiveDocument, actor: Actor) {
		this.#retrospective = retrospective;
		this.#actor = actor;
	}

	// The clock, the chair and the stages

	start(): void {
		this.#record({ type: 'started', segment: 'grade' });
	}

	/** Moves on from `from`; does nothing when somebody else already has. */
	enter(from: Stage | null, to: Stage): void {
		this.#record({ type: 'entered', from, to });
	}

	pause(): void {
		this.#record({ type: 'paused' });
	}

	resume(): void {
		this.#record({ type: 'resumed' });
	}

	/** Gives the theme or stage that is running more minutes. */
	extend(target: string, more: number): void {
		this.#record({ type: 'extended', target, by_ms: minutes(more) });
	}

	takeChair(): void {
		this.#record({ type: 'chair taken', from: this.#retrospective.progress().chair });
	}

	unpark(): void {
		this.#record({ type: 'unparked' });
	}

	/** Opens a theme after `from`; does nothing when somebody else already has. */
	openTheme(from: string | null, theme: string): void {
		this.#record({ type: 'item opened', from, item: theme });
	}

	leaveTheme(theme: string): void {
		this.#record({ type: 'item left', item: theme });
	}

	/** Closes it. `passed` says how many objectives were knowingly left undecided. */
	close(passed: number): void {
		this.#record({ type: 'closed', passed });
	}

	arrive(): void {
		const { person, now } = this.#actor;
		const { arrivals } = this.#retrospective;
		if (arrivals.get(person) === undefined) arrivals.set(person, now());
	}

	setHeadline(headline: string): void {
		this.#retrospective.setHeadline(headline.slice(0, 200));
	}

	// Grades

	/** @param grade 0 to 1; null takes it back */
	grade(keyResult: string, grade: number | null): void {
		const { grades } = this.#retrospective;
		if (grade === null) grades.remove(keyResult);
		else grades.set(keyResult, Math.min(1, Math.max(0, grade)));
	}

	setCause(keyResult: string, cause: Cause | null): void {
		const { causes } = this.#retrospective;
		if (cause === null) causes.remove(keyResult);
		else causes.set(keyResult, cause);
	}

	explain(keyResult: string, why: string): void {
		this.#retrospective.whys.set(keyResult, why.slice(0, 300));
	}

	uncover(objective: string): void {
		this.#retrospective.uncovered.set(objective, true);
	}

	// The board

	/** Says, or takes back, that one is finished in a blind stage. */
	finish(stage: Stage, done: boolean): void {
		const key = `${stage}:${this.#actor.person}`;
		if (done) this.#retrospective.finished.set(key, true);
		else this.#retrospective.finished.remove(key);
	}

	moveCard(card: string, theme: string): void {
		this.#retrospective.cards.change(card, { theme });
	}

	/** Lets a card stand for itself, in a column, under a theme of its own. */
	splitCard(card: string, side: Side): string {
		const theme = this.#actor.newId();
		this.#retrospective.doc.transact(() => {
			this.#retrospective.themes.add({ id: theme, side, title: '' });
			this.moveCard(card, theme);
		});
		return theme;
	}

	nameTheme(theme: string, title: string): void {
		this.#retrospective.themes.change(theme, { title: toTitle(title).slice(0, longestTheme) });
	}

	// Outcomes

	record(outcome: Pick<Outcome, 'kind' | 'title'> & Partial<Outcome>): void {
		const { newId, now } = this.#actor;
		this.#retrospective.outcomes.add({
			owner: null,
			due: null,
			theme: this.#retrospective.progress().item?.id ?? null,
			...outcome,
			title: outcome.title.trim().slice(0, longestOutcome),
			id: newId(),
			at: now()
		});
	}

	changeOutcome(id: string, fields: Partial<Omit<Outcome, 'id'>>): void {
		this.#retrospective.outcomes.change(id, fields);
	}

	removeOutcome(id: string): void {
		this.#retrospective.outcomes.remove(id);
	}

	dispose(objective: string, disposition: Disposition): void {
		this.#retrospective.dispositions.set(objective, disposition);
	}

	giveReason(objective: string, reason: string): void {
		this.#retrospective.reasons.set(objective, reason.slice(0, 300));
	}

	/** Says what becomes of one key result, whatever becomes of the others. */
	carry(keyResult: string, carry: Carry): void {
		this.#retrospective.carries.set(keyResult, carry);
	}

	#record(event: WithoutSignature<MeetingEvent>): void {
		this.#retrospective.course.record({
			...event,
			at: this.#actor.now(),
			by: this.#actor.person
		});
	}
}

type WithoutSignature<Event> = Event extends unknown ? Omit<Event, 'at' | 'by'> : never;
