import type { PlannedStep } from '#lib/live/seed-agenda.ts';
import { dueDate } from '#lib/meeting/due.ts';
import { minutes } from '#lib/meeting/timebox.ts';
import { instant, onDay } from './calendar.ts';
import type { Chronicle } from './chronicle.ts';
import { MeetingPen } from './meeting-pen.ts';
import { personId, team, type PersonKey } from './people.ts';
import type { Leaves, Line, ProcessedItem, Story } from './story.ts';

/** When and with which agenda a story was lived, and what the team looked at. */
export type Occasion = {
	name: string;
	occursOn: string;
	/** ISO instants: the start of this meeting and of the one before. */
	startsAt: string;
	since: string;
	steps: readonly PlannedStep[];
	priorities: readonly { id: string; key: string; owner: PersonKey }[];
	objectives: readonly { id: string; key: string; owner: PersonKey }[];
};

/** Lives a story through from the first arrival to the close, and returns its document. */
export function holdMeeting(story: Story, occasion: Occasion, past: Chronicle): MeetingPen {
	return new HeldMeeting(story, occasion, past).hold();
}

class HeldMeeting {
	#story: Story;
	#occasion: Occasion;
	#past: Chronicle;
	#pen: MeetingPen;
	#present: readonly PersonKey[];
	#startsAt: number;

	constructor(story: Story, occasion: Occasion, past: Chronicle) {
		this.#story = story;
		this.#occasion = occasion;
		this.#past = past;
		this.#startsAt = Date.parse(occasion.startsAt);
		this.#pen = new MeetingPen(occasion.name, occasion.steps, this.#startsAt);
		this.#present = team.map(({ key }) => key).filter((key) => !story.away.includes(key));
	}

	hold(): MeetingPen {
		const items = this.#prepare();
		this.#arrive();
		this.#pen.now = this.#startsAt;
		const chair = this.#pen.as(this.#story.chair);
		chair.start();
		let from: string | null = null;
		for (const step of this.#occasion.steps) {
			if (from) chair.enter(from, step.id);
			this.#live(step, items);
			from = step.id;
		}
		chair.close(0);
		return this.#pen;
	}

	/** Items are raised on the day before, and voted on before the start. */
	#prepare(): { item: ProcessedItem; id: string }[] {
		return this.#story.items.map((item, index) => {
			this.#pen.now = this.#startsAt - minutes(60 * 20 - index * 47);
			const id = this.#pen.raise(item, this.#fill, this.#past.item(item.continues));
			this.#past.keepItem(item.key, id);
			// The votes come round the table, starting at another seat for each item.
			const seats = this.#present.map((_, seat) => seat + index * 3);
			for (const seat of seats.slice(0, item.votes)) {
				const voter = this.#present[seat % this.#present.length];
				if (voter) this.#pen.as(voter).vote(id, true);
			}
			return { item, id };
		});
	}

	#arrive(): void {
		for (const [index, person] of this.#present.entries()) {
			const late = this.#story.late?.[person];
			this.#pen.now = this.#startsAt + minutes(late ?? (index % 4) * 0.8 - 3);
			this.#pen.as(person).arrive();
		}
	}

	#live(step: PlannedStep, items: readonly { item: ProcessedItem; id: string }[]): void {
		const began = this.#pen.now;
		const lines = this.#story.notes[step.kind] ?? [];
		if (step.kind === 'hot-items') {
			for (const { item, id } of items) this.#process(item, id);
			return;
		}
		const took = minutes(lengthOf(this.#story, step.kind) ?? step.minutes);
		if (step.kind === 'check-in') this.#checkIn(took);
		if (step.kind === 'priorities') this.#callStatus();
		if (step.kind === 'actions') this.#review();
		this.#take(step.id, lines, began, took);
		if (step.kind === 'wrap-up') this.#wrapUp();
		this.#pen.now = began + took;
	}

	#checkIn(took: number): void {
		const began = this.#pen.now;
		const round = this.#present.filter((person) => this.#story.checkIns[person]);
		for (const [index, person] of round.entries()) {
			this.#pen.now = began + (took * (index + 1)) / (round.length + 1);
			this.#pen.as(person).checkIn(this.#story.checkIns[person] ?? '');
		}
	}

	#callStatus(): void {
		const { offTrack, chair } = this.#story;
		const speaker = (owner: PersonKey) => (this.#present.includes(owner) ? owner : chair);
		for (const { id, key, owner } of this.#occasion.priorities) {
			const onTrack = !offTrack.priorities.some((off) => off === key);
			this.#pen.as(speaker(owner)).checkStatus('priority', id, onTrack);
		}
		for (const { id, key, owner } of this.#occasion.objectives) {
			const onTrack = !offTrack.objectives.includes(key);
			this.#pen.as(speaker(owner)).checkStatus('objective', id, onTrack);
		}
	}

	#review(): void {
		const chair = this.#pen.as(this.#story.chair);
		for (const { action, done, note } of this.#past.reviews(this.#story, this.#occasion))
			chair.review(action, done, note);
	}

	#process(item: ProcessedItem, id: string): void {
		const chair = this.#pen.as(this.#story.chair);
		if (item.took === 0) {
			if (item.left === 'parked') chair.changeItem(id, { state: 'parked' });
			return;
		}
		const began = this.#pen.now;
		const took = minutes(item.took);
		chair.openItem(id);
		this.#take(id, item.lines, began, took);
		this.#pen.now = began + Math.min(took, minutes(item.minutes));
		if (item.took > item.minutes) chair.extend(id, 2);
		this.#pen.now = began + took;
		if (typeof item.left === 'string') return chair.leaveItem(id, item.left);
		const backBy = dueDate(`in ${item.left.backIn} days`, this.#occasion.occursOn);
		chair.changeItem(id, { factFinder: personId(item.left.factFinder), backBy });
		chair.leaveItem(id, 'fact-finding');
	}

	/** Writes the lines under a segment or item, spread over the time it took. */
	#take(of: string, lines: readonly Line[], began: number, took: number): void {
		for (const [index, [by, words, leaves]] of lines.entries()) {
			this.#pen.now = began + (took * (index + 1)) / (lines.length + 1);
			const note = this.#pen.write(of, by, this.#fill(words));
			if (leaves) this.#capture(by, note, leaves);
		}
	}

	#capture(by: PersonKey, note: string, leaves: Leaves): void {
		const pen = this.#pen.as(by);
		if ('insight' in leaves)
			return void pen.capture({ kind: 'insight', title: this.#fill(leaves.insight), note });
		const owner = personId(leaves.owner);
		if ('decision' in leaves)
			return void pen.capture({
				kind: 'decision',
				title: this.#fill(leaves.decision),
				owner,
				note
			});
		if ('risk' in leaves)
			return void pen.capture({ kind: 'risk', title: this.#fill(leaves.risk), owner, note });

		const { occursOn } = this.#occasion;
		const due = dueDate(leaves.due, occursOn);
		if (!due) throw new Error(`${leaves.due} is no day`);
		const id = pen.capture({ kind: 'action', title: this.#fill(leaves.action), owner, due, note });
		this.#past.actions.push({
			id,
			...(leaves.key ? { key: leaves.key } : {}),
			due,
			doneAt: leaves.done === undefined ? null : instant(occursOn, leaves.done, '16:20')
		});
	}

	#wrapUp(): void {
		const { told, ratings, chair } = this.#story;
		for (const { audience, body, teller } of told)
			this.#pen.as(chair).tell({ audience, body: this.#fill(body), teller: personId(teller) });
		this.#pen.as(chair).callForRating();
		for (const person of this.#present) if (ratings[person]) this.#pen.as(person).markRated();
	}

	#fill = (text: string): string => onDay(text, this.#occasion.occursOn);
}

function lengthOf(story: Story, kind: PlannedStep['kind']): number | undefined {
	const took: Partial<Record<PlannedStep['kind'], number>> = story.took;
	return took[kind];
}
