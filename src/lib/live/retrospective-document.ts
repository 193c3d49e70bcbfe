import * as v from 'valibot';
import type * as Y from 'yjs';
import type { Progress } from '#lib/meeting/progress.ts';
import { minutes } from '#lib/meeting/timebox.ts';
import { Card, Theme } from '#lib/retrospective/board.ts';
import { carries, dispositions } from '#lib/retrospective/disposition.ts';
import { causes } from '#lib/retrospective/grade.ts';
import { Outcome } from '#lib/retrospective/outcome.ts';
import { forms, isStage, minutesOf, themeMinutes, type Form } from '#lib/retrospective/stages.ts';
import { Course } from './course.ts';
import { Records, Values } from './records.ts';

const Grade = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/**
 * The names inside the document of a retrospective. Nothing outside lib/live knows them. Cards get
 * here by the server's hand only, all at once: see retrospective-kind.ts.
 */
export class RetrospectiveDocument {
	readonly doc: Y.Doc;
	readonly course: Course;
	readonly cards: Records<Card>;
	readonly themes: Records<Theme>;
	readonly outcomes: Records<Outcome>;
	/** Keyed by key result: whoever grades it last is right. */
	readonly grades: Values<number>;
	readonly causes: Values<(typeof causes)[number]>;
	readonly whys: Values<string>;
	/** Keyed by objective: that its grade may be seen. */
	readonly uncovered: Values<boolean>;
	readonly dispositions: Values<(typeof dispositions)[number]>;
	readonly reasons: Values<string>;
	/** Keyed by key result: what becomes of it, where that was said. */
	readonly carries: Values<(typeof carries)[number]>;
	/** Keyed `stage:person`: who has said that they are finished in a blind stage. */
	readonly finished: Values<boolean>;
	/** Keyed by person: that they were there. */
	readonly arrivals: Values<number>;
	/** Keyed by theme: votes, once the vote has closed. */
	readonly totals: Values<number>;
	readonly #setting: Y.Map<unknown>;

	constructor(doc: Y.Doc) {
		this.doc = doc;
		this.course = new Course(doc.getArray('events'));
		this.cards = new Records(doc.getMap('cards'), Card);
		this.themes = new Records(doc.getMap('themes'), Theme);
		this.outcomes = new Records(doc.getMap('outcomes'), Outcome);
		this.grades = new Values(doc.getMap('grades'), Grade);
		this.causes = new Values(doc.getMap('causes'), v.picklist(causes));
		this.whys = new Values(doc.getMap('whys'), v.string());
		this.uncovered = new Values(doc.getMap('uncovered'), v.boolean());
		this.dispositions = new Values(doc.getMap('dispositions'), v.picklist(dispositions));
		this.reasons = new Values(doc.getMap('reasons'), v.string());
		this.carries = new Values(doc.getMap('carries'), v.picklist(carries));
		this.finished = new Values(doc.getMap('finished'), v.boolean());
		this.arrivals = new Values(doc.getMap('arrivals'), v.number());
		this.totals = new Values(doc.getMap('totals'), v.number());
		this.#setting = doc.getMap('setting');
	}

	get form(): Form {
		return forms.find((form) => form === this.#setting.get('form')) ?? 90;
	}

	setForm(form: Form): void {
		this.#setting.set('form', form);
	}

	get headline(): string {
		const headline = this.#setting.get('headline');
		return typeof headline === 'string' ? headline : '';
	}

	setHeadline(headline: string): void {
		this.#setting.set('headline', headline);
	}

	observeSetting(update: () => void): () => void {
		this.#setting.observe(update);
		return () => this.#setting.unobserve(update);
	}

	progress(): Progress {
		return this.course.progress((id) => this.plannedFor(id));
	}

	/** How long a stage or a theme is meant to take, in milliseconds. */
	plannedFor(id: string): number {
		return minutes(isStage(id) ? minutesOf(this.form, id) : themeMinutes);
	}
}
