import { isBlank, type MessageText } from '#lib/message/message.ts';
import { readAnswer } from './answer-text.ts';
import { MessageCommands } from './message-commands.ts';
import { MessageDocument } from './message-document.ts';
import { OpenDocument, type OpenDocumentOptions } from './open-document.svelte.ts';
import { Reactive, ReactiveValues, Reading } from './reactive.svelte.ts';

/** The leadership message as components see it: its words, what is said about them, who is here. */
export class LiveMessage extends OpenDocument {
	readonly document: MessageDocument;
	readonly commands: MessageCommands;
	readonly comments;
	readonly replies;
	readonly rewordings;
	readonly dismissed;
	#answers: Record<keyof MessageText, Reading<string>>;

	constructor({ team, ...options }: { team: string } & OpenDocumentOptions) {
		super({ kind: 'message', id: team }, options);
		this.document = new MessageDocument(this.doc);
		const { document } = this;
		this.commands = new MessageCommands(document, {
			person: options.person,
			now: () => this.connection.clock.now(),
			newId: () => crypto.randomUUID()
		});
		this.comments = new Reactive(document.comments);
		this.replies = new Reactive(document.replies);
		this.rewordings = new Reactive(document.rewordings);
		this.dismissed = new ReactiveValues(document.dismissed);
		const reading = (key: keyof MessageText) => {
			const fragment = document.answer(key);
			return new Reading(
				() => readAnswer(fragment),
				(update) => {
					fragment.observeDeep(update);
					return () => fragment.unobserveDeep(update);
				}
			);
		};
		this.#answers = {
			what: reading('what'),
			why: reading('why'),
			how: reading('how'),
			howMuch: reading('howMuch')
		};
	}

	protected override get hasContent(): boolean {
		return !isBlank(this.text);
	}

	/** What the answers say now. */
	get text(): MessageText {
		const { what, why, how, howMuch } = this.#answers;
		return { what: what.value, why: why.value, how: how.value, howMuch: howMuch.value };
	}

	answer(key: keyof MessageText): string {
		return this.#answers[key].value;
	}
}
