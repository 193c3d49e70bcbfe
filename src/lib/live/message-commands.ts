import {
	isBlank,
	longestAnswer,
	longestVersionName,
	questions,
	type MessageText
} from '#lib/message/message.ts';
import { anchorAt, readAnswer } from './answer-text.ts';
import type { Actor } from './meeting-commands.ts';
import type { AnsweredKind, MessageDocument, Rewording } from './message-document.ts';

type Place = { on: keyof MessageText; from: number; to: number };

const longestRemark = 2000;

/** Everything a person may do with the leadership message, by name, but for writing it. */
export class MessageCommands {
	#message: MessageDocument;
	#actor: Actor;

	constructor(message: MessageDocument, actor: Actor) {
		this.#message = message;
		this.#actor = actor;
	}

	/**
	 * Makes the words that stand there now a version, and the one that is read out.
	 *
	 * @param name what to remember it by, beside its number
	 * @returns what stands in the way, in a sentence; undefined when nothing does
	 */
	publish(name = ''): string | undefined {
		const text = this.#message.text();
		const problem = unpublishable(text);
		if (problem) return problem;
		const called = name.replace(/\s+/gu, ' ').trim().slice(0, longestVersionName);
		this.#message.record({ ...this.#signed(), type: 'published', name: called, text });
		return undefined;
	}

	/** Brings an earlier version back into the text; what was there is kept as a version. */
	restore(version: string): void {
		const kept = this.#actor.newId();
		const over = this.#message.text();
		this.#message.record({ ...this.#signed(), type: 'restored', version, kept, over });
	}

	comment(place: Place, body: string): string | undefined {
		const words = body.trim().slice(0, longestRemark);
		if (words === '') return undefined;
		const { id, at, by } = this.#signed();
		const about = this.#about(place);
		this.#remark(() =>
			this.#message.comments.add({ ...about, id, at, by, body: words, resolvedBy: null })
		);
		return id;
	}

	reply(comment: string, body: string): void {
		const words = body.trim().slice(0, longestRemark);
		if (words === '') return;
		const reply = { ...this.#signed(), comment, body: words };
		this.#remark(() => this.#message.replies.add(reply));
	}

	resolve(comment: string, isResolved: boolean): void {
		const resolvedBy = isResolved ? this.#actor.person : null;
		this.#remark(() => this.#message.comments.change(comment, { resolvedBy }));
	}

	/** Suggests other words. Nothing changes until somebody accepts them. */
	suggest(
		place: Place,
		text: string,
		from: 'person' | 'rule' | NonNullable<Rewording['fromModel']> = 'person'
	): string {
		const { id, at, by } = this.#signed();
		this.#message.rewordings.add({
			...this.#about(place),
			id,
			at,
			by: from === 'rule' ? null : by,
			...(typeof from === 'object' && { fromModel: from }),
			text: text.replace(/\r\n?/gu, '\n').slice(0, longestAnswer),
			state: 'open',
			answeredBy: null
		});
		return id;
	}

	/** Asks for the suggested words in the place of those that stand there now. */
	accept(rewording: string): void {
		const found = this.#message.rewordings.get(rewording);
		const place = found && this.#message.placeOf(found);
		if (!place) return;
		const over = readAnswer(this.#message.answer(found.on)).slice(place.from, place.to);
		this.#message.record({ ...this.#signed(), type: 'accepted', rewording, over });
	}

	/** The same in other words than the model's own. */
	acceptAs(rewording: string, text: string): void {
		const found = this.#message.rewordings.get(rewording);
		const words = text.replace(/\r\n?/gu, '\n').slice(0, longestAnswer);
		if (found?.state !== 'open' || words.trim() === '') return;
		this.#message.doc.transact(() => {
			if (words !== found.text)
				this.#message.rewordings.change(rewording, { text: words, drafted: found.text });
			this.accept(rewording);
		});
	}

	reject(rewording: string): void {
		const answeredBy = this.#actor.person;
		const found = this.#message.rewordings.get(rewording);
		if (found?.state !== 'open') return;
		this.#message.doc.transact(() => {
			this.#message.rewordings.change(rewording, { state: 'rejected', answeredBy });
			if (found.fromModel) this.#dismissed('ai wording');
		});
	}

	/** Puts before everybody again what was rejected. */
	reopen(rewording: string): void {
		if (this.#message.rewordings.get(rewording)?.state !== 'rejected') return;
		this.#message.rewordings.change(rewording, { state: 'open', answeredBy: null });
	}

	/** Takes the words a rule offers: a suggestion and its acceptance in one. */
	take(place: Place, text: string): void {
		this.#message.doc.transact(() => this.accept(this.suggest(place, text, 'rule')));
	}

	/** Waves aside what a rule found, for everybody. */
	dismiss(finding: string): void {
		this.#message.doc.transact(() => {
			this.#message.dismissed.set(finding, this.#actor.person);
			this.#dismissed('unclear message');
		});
	}

	/** Lets a rule say again what was waved aside. */
	sayAgain(finding: string): void {
		this.#message.dismissed.remove(finding);
	}

	/** What is hardly ever of use is counted, and turns itself off. */
	#dismissed(kind: AnsweredKind): void {
		this.#message.record({ ...this.#signed(), type: 'dismissed', kind });
	}

	/** Says something, and asks the server to see whom it asks. */
	#remark(say: () => void): void {
		this.#message.doc.transact(() => {
			say();
			this.#message.record({ ...this.#signed(), type: 'remarked' });
		});
	}

	#about({ on, ...span }: Place) {
		const fragment = this.#message.answer(on);
		const quote = readAnswer(fragment).slice(span.from, span.to);
		return { on, ...anchorAt(fragment, span), quote };
	}

	#signed() {
		const { person, now, newId } = this.#actor;
		return { id: newId(), at: now(), by: person };
	}
}

/** Why a message cannot be published, in a sentence; undefined when it can. */
export function unpublishable(text: MessageText): string | undefined {
	const trimmed = Object.fromEntries(questions.map(({ key }) => [key, text[key].trim()]));
	if (isBlank(trimmed as MessageText)) return 'Write at least one of the four before publishing.';
	const long = questions.find(({ key }) => text[key].length > longestAnswer);
	if (!long) return undefined;
	const count = text[long.key].length.toLocaleString('en-GB');
	return `${long.heading} has ${count} characters; a version holds 4,000 for each answer. Nothing is lost: shorten it, then publish.`;
}
