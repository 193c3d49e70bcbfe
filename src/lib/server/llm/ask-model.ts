import OpenAI from 'openai';
import type { Answer, Failure, Read } from './answer.ts';
import { Breaker } from './breaker.ts';
import type { ModelSettings } from './model-settings.ts';
import type { Said } from './piece.ts';
import { say, type Patience } from './say.ts';

export type { Patience };
const patience: Patience = { first: 25_000, idle: 10_000, total: 60_000 };

export type Question<Value> = {
	/** What the model is to do; ours alone, never a word of a person's. */
	task: string;
	/** What it is to do it with, as JSON: people's words are data in here. */
	data: string;
	/** The name and JSON schema of the answer: objects, arrays, strings, enums and nullable only. */
	schema: { name: string; json: Record<string, unknown> };
	mostTokens: number;
	/** Whoever asks, as a hash (`askerOf`). */
	asker: string;
	/** Called with all of the answer so far; with an empty one when it begins anew. */
	onText?: (text: string) => void;
	/** Reads the answer anew, whatever the schema promised. */
	read: (answer: unknown) => Read<Value>;
};

/**
 * The one place that talks to a language model. It has no tools, keeps nothing at the provider, and
 * logs nothing. Whatever goes wrong is a value; nothing throws and nothing hangs.
 */
export class Model {
	readonly name: string;
	readonly #settings: ModelSettings;
	readonly #client: OpenAI;
	readonly #patience: Patience;
	readonly #breaker = new Breaker();

	constructor(settings: ModelSettings, waits: Partial<Patience> = {}) {
		this.name = settings.model;
		this.#settings = settings;
		this.#patience = { ...patience, ...waits };
		this.#client = new OpenAI({
			apiKey: settings.key ?? 'none',
			baseURL: settings.url ?? 'https://api.openai.com/v1',
			// What stands in the environment for other programs is not meant for this one.
			organization: null,
			project: null,
			maxRetries: 0,
			timeout: this.#patience.total,
			logLevel: 'off'
		});
	}

	/** Asks, and once more with what is wrong when the answer cannot be used. */
	async ask<Value>(question: Question<Value>, signal: AbortSignal): Promise<Answer<Value>> {
		if (!this.#breaker.mayAsk(Date.now())) return { state: 'resting', tokens: 0 };
		const { schema, mostTokens, asker, onText } = question;
		const messages: Said[] = [
			{ role: 'system', content: question.task },
			{ role: 'user', content: question.data }
		];
		let tokens = 0;
		let state: Failure = 'wrong';
		for (let tries = 0; tries < 2; tries++) {
			onText?.('');
			const sending = { messages, schema, mostTokens, asker };
			const heard = await say(
				...([this.#client, this.#settings, sending, this.#patience, signal] as const),
				onText
			);
			tokens += heard.tokens;
			if (heard.state !== 'said') {
				state = heard.state;
				break;
			}
			const read = readJson(heard.text, question.read);
			if ('value' in read) {
				this.#breaker.worked();
				return { state: 'answered', value: read.value, tokens };
			}
			state = read.wrong === noJson ? 'no JSON' : 'wrong';
			messages.push(
				{ role: 'assistant', content: heard.text },
				{ role: 'user', content: `That answer cannot be used: ${read.wrong} Answer once more.` }
			);
		}
		if (state !== 'cancelled') this.#breaker.failed(Date.now());
		return { state, tokens };
	}
}

const noJson = 'It is no JSON.';

function readJson<Value>(text: string, read: (answer: unknown) => Read<Value>): Read<Value> {
	let answer: unknown;
	try {
		answer = JSON.parse(unfenced(text));
	} catch {
		return { wrong: noJson };
	}
	return read(answer);
}

/** Models that were asked in words alone like to set their JSON as code. */
export const unfenced = (text: string): string =>
	text.replace(/^\s*```(?:json)?\s*/u, '').replace(/\s*```\s*$/u, '');
