import OpenAI from 'openai';
import type { Failure } from './answer.ts';
import { chatPieces, chatRequest } from './chat.ts';
import type { ModelSettings } from './model-settings.ts';
import type { Piece, Sending } from './piece.ts';
import { responsesPieces, responsesRequest } from './responses.ts';
import { tokensIn } from './tokens.ts';

/** In milliseconds: until the first token, between two, and for all of it. */
export type Patience = { first: number; idle: number; total: number };

/** All that was said, or why there is not more; `tokens` is what it took, counted or estimated. */
export type Heard =
	{ state: 'said'; text: string; tokens: number } | { state: Failure; tokens: number };

/**
 * Sends one request and hears its stream out. The library's own limit ends once a stream begins, and
 * a stream that is stopped ends like one that is done; so time is kept here, and only a stream that
 * says that it is done is.
 *
 * @param onText called with all of the answer so far
 */
export async function say(
	client: OpenAI,
	settings: ModelSettings,
	sending: Sending,
	{ first, idle, total }: Patience,
	signal: AbortSignal,
	onText: (text: string) => void = () => {}
): Promise<Heard> {
	if (signal.aborted) return { state: 'cancelled', tokens: 0 };
	const stop = new AbortController();
	let tooSlow = false;
	const giveUp = () => {
		tooSlow = true;
		stop.abort();
	};
	const cancel = () => stop.abort();
	signal.addEventListener('abort', cancel);
	const all = setTimeout(giveUp, total);
	let next = setTimeout(giveUp, first);
	let text = '';
	let ended: Piece['ended'];
	let counted = 0;
	const sent = tokensIn(JSON.stringify(sending));
	const ends = (state: Failure): Heard => ({
		state: signal.aborted ? 'cancelled' : tooSlow ? 'slow' : state,
		tokens: counted || sent + tokensIn(text)
	});
	try {
		for await (const piece of await open(client, settings, sending, stop.signal)) {
			clearTimeout(next);
			next = setTimeout(giveUp, idle);
			counted = piece.tokens ?? counted;
			ended = piece.ended ?? ended;
			if (!piece.text) continue;
			text += piece.text;
			if (text.length > 20 * sending.mostTokens) {
				stop.abort();
				return ends('cut off');
			}
			onText(text);
		}
	} catch (error) {
		return ends(whyOf(error));
	} finally {
		clearTimeout(all);
		clearTimeout(next);
		signal.removeEventListener('abort', cancel);
	}
	if (stop.signal.aborted) return ends('cut off');
	if (ended !== 'done') return ends(ended ?? 'cut off');
	return { state: 'said', text, tokens: counted || sent + tokensIn(text) };
}

/** Somebody else answers at the address: a gateway with a page of its own, say. */
class NoModel extends Error {}

async function open(
	client: OpenAI,
	settings: ModelSettings,
	sending: Sending,
	signal: AbortSignal
): Promise<AsyncIterable<Piece>> {
	if (settings.api === 'responses') {
		const request = responsesRequest(settings, sending);
		const { data, response } = await client.responses.create(request, { signal }).withResponse();
		mustStream(response);
		return responsesPieces(data);
	}
	const request = chatRequest(settings, sending);
	const { data, response } = await client.chat.completions
		.create(request, { signal })
		.withResponse();
	mustStream(response);
	return chatPieces(data);
}

function mustStream({ headers }: Response): void {
	if (!headers.get('content-type')?.includes('text/event-stream')) throw new NoModel();
}

function whyOf(error: unknown): Failure {
	if (error instanceof NoModel || error instanceof OpenAI.NotFoundError) return 'no model';
	if (error instanceof OpenAI.RateLimitError)
		return error.code === 'insufficient_quota' ? 'no quota' : 'limited';
	if (error instanceof OpenAI.APIConnectionError) return 'unreachable';
	return 'failed';
}
