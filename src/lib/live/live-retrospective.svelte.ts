import { createContext } from 'svelte';
import type { Progress } from '#lib/meeting/progress.ts';
import { isStage, type Stage } from '#lib/retrospective/stages.ts';
import { OpenDocument, type OpenDocumentOptions } from './open-document.svelte.ts';
import { Reactive, ReactiveValues, Reading } from './reactive.svelte.ts';
import { RetrospectiveCommands } from './retrospective-commands.ts';
import { RetrospectiveDocument } from './retrospective-document.ts';

/** A retrospective as components see it. */
export class LiveRetrospective extends OpenDocument {
	readonly id: string;
	readonly document: RetrospectiveDocument;
	readonly commands: RetrospectiveCommands;
	readonly cards;
	readonly themes;
	readonly outcomes;
	readonly grades;
	readonly causes;
	readonly whys;
	readonly uncovered;
	readonly dispositions;
	readonly reasons;
	readonly carries;
	readonly finished;
	readonly totals;
	#progress: Reading<Progress>;
	#headline: Reading<string>;

	constructor({ retrospective, ...options }: { retrospective: string } & OpenDocumentOptions) {
		super({ kind: 'retrospective', id: retrospective }, options);
		this.id = retrospective;
		this.document = new RetrospectiveDocument(this.doc);
		const { document } = this;
		this.commands = new RetrospectiveCommands(document, {
			person: options.person,
			now: () => this.connection.clock.now(),
			newId: () => crypto.randomUUID()
		});
		this.cards = new Reactive(document.cards);
		this.themes = new Reactive(document.themes);
		this.outcomes = new Reactive(document.outcomes);
		this.grades = new ReactiveValues(document.grades);
		this.causes = new ReactiveValues(document.causes);
		this.whys = new ReactiveValues(document.whys);
		this.uncovered = new ReactiveValues(document.uncovered);
		this.dispositions = new ReactiveValues(document.dispositions);
		this.reasons = new ReactiveValues(document.reasons);
		this.carries = new ReactiveValues(document.carries);
		this.finished = new ReactiveValues(document.finished);
		this.totals = new ReactiveValues(document.totals);
		this.#progress = new Reading(
			() => document.progress(),
			(update) => {
				const stops = [document.course.observe(update), document.observeSetting(update)];
				return () => stops.forEach((stop) => stop());
			}
		);
		this.#headline = new Reading(
			() => document.headline,
			(update) => document.observeSetting(update)
		);
		document.course.observe(this.heardMove);
	}

	/** Where it stands; its segments are stages, its items themes. */
	get progress(): Progress {
		return this.#progress.value;
	}

	get stage(): Stage | null {
		const id = this.progress.segment?.id;
		return isStage(id) ? id : null;
	}

	get headline(): string {
		return this.#headline.value;
	}

	/** Who has said that they are finished in a blind stage. */
	finishedIn(stage: Stage): Set<string> {
		const people = [...this.finished.all].flatMap(([key, done]) =>
			done && key.startsWith(`${stage}:`) ? [key.slice(stage.length + 1)] : []
		);
		return new Set(people);
	}
}

const [useLiveRetrospective, setLiveRetrospective] = createContext<LiveRetrospective>();
export { setLiveRetrospective, useLiveRetrospective };
