import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { answers, type Entered, type SentReading } from '#lib/server/readings-api.ts';
import { runtime } from '#lib/server/runtime.ts';

const longestBody = 4096;

export const problem = (status: number, words: string, headers = {}) =>
	json({ problem: words }, { status, headers });

/**
 * Takes one reading from a request and answers what came of it.
 *
 * @param limitedBy whose readings are counted against the limit
 * @param schema what the body must be, and an example of it for whoever sent something else
 * @param enter enters what was sent; gets the body too, as it came
 */
export async function takeReading<Sent extends SentReading>(
	request: Request,
	limitedBy: string,
	{ schema, example }: { schema: v.GenericSchema<unknown, Sent>; example: string },
	enter: (sent: Sent, body: string) => Promise<Entered & { metric: string }>
): Promise<Response> {
	const wait = await runtime().limits.wait('reading', limitedBy);
	if (wait > 0)
		return problem(429, `Too many readings at once. Try again in ${wait} seconds.`, {
			'retry-after': String(wait)
		});
	const body = await request.text();
	if (body.length > longestBody) return problem(413, 'One reading at a time, please.');
	const sent = v.safeParse(schema, parse(body));
	if (!sent.success) return problem(400, `Send JSON such as ${example}.`);
	const { metric, outcome, was } = await enter(sent.output, body);
	const { status, words } = answers[outcome];
	if (status >= 400) return problem(status, words);
	const { period, value } = sent.output;
	return json({ metric, period, value, outcome, was }, { status });
}

function parse(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}
