import * as v from 'valibot';
import type { ReadingTuple } from '#lib/scorecard/import/table-reader.ts';

/** What the server holds against a reading although the page let it pass. */
const refusals = {
	'no metric': 'Its metric is no longer on the scorecard.',
	'no number': 'Its number is larger than any reading.',
	'wrong period': 'Its metric is counted over another period.',
	'too early': 'Its period has not begun yet.',
	twice: 'Another line says the same period.'
};

const Comparison = v.object({
	entered: v.number(),
	known: v.number(),
	corrected: v.number(),
	refused: v.number(),
	corrections: v.array(
		v.object({
			line: v.number(),
			metric: v.string(),
			period: v.string(),
			was: v.number(),
			value: v.number()
		})
	),
	refusals: v.array(
		v.object({
			line: v.number(),
			problem: v.pipe(
				v.picklist(['no metric', 'no number', 'wrong period', 'too early', 'twice']),
				v.transform((problem) => refusals[problem])
			)
		})
	),
	mark: v.string()
});
export type Comparison = v.InferOutput<typeof Comparison>;

const Outcome = v.object({
	outcome: v.picklist(['entered', 'changed', 'refused']),
	entered: v.number(),
	corrected: v.number()
});
export type Outcome = v.InferOutput<typeof Outcome>;

/** What the server said against it, in words for whoever asked; none when no answer came. */
export class NotTaken extends Error {}

/** Readings of one import, on their way to the server. */
export class WaitingReadings {
	#address: string;
	#id = crypto.randomUUID();

	/** @param address of the page they are imported on */
	constructor(address: string) {
		this.#address = `${address}/waiting`;
	}

	async bring(part: number, readings: readonly ReadingTuple[]): Promise<void> {
		await this.#send('POST', { import: this.#id, part, readings });
	}

	async compare(): Promise<Comparison> {
		const answer = await taken(await fetch(`${this.#address}?import=${this.#id}`));
		return v.parse(Comparison, await answer.json());
	}

	async enter(mark: string, note: string): Promise<Outcome> {
		const answer = await this.#send('PUT', { import: this.#id, mark, note });
		return v.parse(Outcome, await answer.json());
	}

	async #send(method: string, body: unknown): Promise<Response> {
		return taken(
			await fetch(this.#address, {
				method,
				headers: { 'content-type': 'application/json', accept: 'application/json' },
				body: JSON.stringify(body)
			})
		);
	}
}

const Message = v.object({ message: v.string() });

async function taken(answer: Response): Promise<Response> {
	if (answer.ok) return answer;
	const said = v.safeParse(Message, await answer.json().catch(() => undefined));
	throw new NotTaken(
		answer.status >= 500 || !said.success
			? 'The server could not do that. Try again in a moment.'
			: said.output.message
	);
}
