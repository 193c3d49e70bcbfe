import * as v from 'valibot';
import * as Y from 'yjs';
import type { Thread } from '#lib/message/asked.ts';
import {
	longestAnswer,
	longestVersionName,
	questions,
	type MessageText
} from '#lib/message/message.ts';
import { readAnswer, replaceWords, spanOf } from './answer-text.ts';
import { Records, Values } from './records.ts';

const Key = v.picklist(['what', 'why', 'how', 'howMuch']);
const nobody = v.nullish(v.string(), null);

/** What one remark is about: some words of one answer, kept as they were when it was made. */
const about = { on: Key, from: v.string(), to: v.string(), quote: v.string() };

export const Comment = v.object({
	id: v.string(),
	...about,
	body: v.string(),
	by: v.string(),
	at: v.number(),
	resolvedBy: nobody
});
export type Comment = v.InferOutput<typeof Comment>;

/** An answer to a comment, under it. A record of its own, so that two people can answer at once. */
export const Reply = v.object({
	id: v.string(),
	comment: v.string(),
	body: v.string(),
	by: v.string(),
	at: v.number()
});
export type Reply = v.InferOutput<typeof Reply>;

/** Other words for some of an answer. Nothing changes until somebody accepts it. */
export const Rewording = v.object({
	id: v.string(),
	...about,
	text: v.string(),
	/** Who suggests it, or asked the model for it; null for a rule. */
	by: nobody,
	/** The model that found it, with the version of its prompt and why it is sharper. */
	fromModel: v.exactOptional(
		v.object({ model: v.string(), promptVersion: v.string(), why: v.string() })
	),
	/** As the model had it, where somebody changed that before it was taken. */
	drafted: v.exactOptional(v.string()),
	at: v.number(),
	state: v.picklist(['open', 'accepted', 'rejected']),
	answeredBy: nobody
});
export type Rewording = v.InferOutput<typeof Rewording>;

const Answer = v.pipe(v.string(), v.maxLength(longestAnswer));
/** What is being written may be longer than what is published. */
const Draft = v.pipe(v.string(), v.maxLength(10 * longestAnswer));
const signed = {
	id: v.pipe(v.string(), v.uuid()),
	at: v.number(),
	by: v.pipe(v.string(), v.uuid())
};

/** What the facilitator suggests beside the message, and what is counted of it. */
const answeredKinds = ['unclear message', 'ai wording'] as const;
export type AnsweredKind = (typeof answeredKinds)[number];

/** What a person asked of the server, which takes it out once it is done. */
const Event = v.variant('type', [
	v.object({
		...signed,
		type: v.literal('published'),
		name: v.pipe(v.string(), v.maxLength(longestVersionName)),
		/** The answers as whoever published saw them. */
		text: v.object({ what: Answer, why: Answer, how: Answer, howMuch: Answer })
	}),
	v.object({
		...signed,
		type: v.literal('restored'),
		version: v.pipe(v.string(), v.uuid()),
		/** The id under which the words that were there before are kept. */
		kept: v.pipe(v.string(), v.uuid()),
		/** The answers as whoever restored saw them: what others type meanwhile stays. */
		over: v.object({ what: Draft, why: Draft, how: Draft, howMuch: Draft })
	}),
	v.object({
		...signed,
		type: v.literal('accepted'),
		rewording: v.string(),
		/** The words as whoever accepted saw them: others are not written over. */
		over: v.string()
	}),
	/** Somebody waved aside what a rule found, or what a model worded. */
	v.object({ ...signed, type: v.literal('dismissed'), kind: v.picklist(answeredKinds) }),
	/** Somebody said or resolved something that may ask a person by name, or answer them. */
	v.object({ ...signed, type: v.literal('remarked') })
]);
export type MessageEvent = v.InferOutput<typeof Event>;

/** The names inside the document of a leadership message. Nothing outside lib/live knows them. */
export class MessageDocument {
	readonly doc: Y.Doc;
	readonly comments: Records<Comment>;
	readonly replies: Records<Reply>;
	readonly rewordings: Records<Rewording>;
	/** Keyed by what a rule found: who waved it aside. */
	readonly dismissed: Values<string>;
	readonly #events: Y.Array<unknown>;

	constructor(doc: Y.Doc) {
		this.doc = doc;
		this.#events = doc.getArray('events');
		this.comments = new Records(doc.getMap('comments'), Comment);
		this.replies = new Records(doc.getMap('replies'), Reply);
		this.rewordings = new Records(doc.getMap('rewordings'), Rewording);
		this.dismissed = new Values(doc.getMap('dismissed'), v.string());
	}

	answer(key: keyof MessageText): Y.XmlFragment {
		return this.doc.getXmlFragment(`answer:${key}`);
	}

	text(): MessageText {
		const answers = questions.map(({ key }) => [key, readAnswer(this.answer(key))] as const);
		return Object.fromEntries(answers) as MessageText;
	}

	/** Where the words of a remark are now; undefined when they are gone. */
	placeOf(remark: Pick<Comment, 'on' | 'from' | 'to' | 'quote'>) {
		return spanOf(this.answer(remark.on), remark, remark.quote);
	}

	/** Comments with their answers. */
	threads(): Thread[] {
		const replies = this.replies.all();
		return this.comments.all().map(({ resolvedBy, ...comment }) => ({
			...comment,
			isResolved: resolvedBy !== null,
			replies: replies.filter((reply) => reply.comment === comment.id)
		}));
	}

	/** What is still to be done. */
	events(): MessageEvent[] {
		return this.#events.toArray().flatMap((event) => {
			const parsed = v.safeParse(Event, event);
			return parsed.success ? [parsed.output] : [];
		});
	}

	record(event: MessageEvent): void {
		this.#events.push([event]);
	}

	/** Takes out what is done, and whatever else was never an event. */
	settled(ids: ReadonlySet<string>): void {
		for (const [index, event] of [...this.#events.toArray().entries()].toReversed()) {
			const parsed = v.safeParse(Event, event);
			if (!parsed.success || ids.has(parsed.output.id)) this.#events.delete(index);
		}
	}

	/**
	 * Puts accepted words in their place. Where somebody changed the words meanwhile, or accepted
	 * them in the same moment, nothing happens: the suggestion stays as it is.
	 */
	accept(event: MessageEvent & { type: 'accepted' }): void {
		const found = this.acceptable(event);
		if (!found) return;
		replaceWords(this.answer(found.rewording.on), found.place, found.rewording.text);
		this.rewordings.change(event.rewording, { state: 'accepted', answeredBy: event.by });
	}

	/** What accepting would put in place, and where; undefined when it would do nothing. */
	acceptable({ rewording: id, over }: MessageEvent & { type: 'accepted' }) {
		const rewording = this.rewordings.get(id);
		if (rewording?.state !== 'open') return undefined;
		const place = this.placeOf(rewording);
		const isThere =
			place && readAnswer(this.answer(rewording.on)).slice(place.from, place.to) === over;
		return isThere ? { rewording, place } : undefined;
	}

	observe(update: () => void): () => void {
		const shared = questions.map(({ key }) => this.answer(key));
		for (const type of shared) type.observeDeep(update);
		return () => {
			for (const type of shared) type.unobserveDeep(update);
		};
	}
}
