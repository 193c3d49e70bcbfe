import type { ServerResponse } from 'node:http';

/** Writes the events of a Responses stream, numbered as the service does. */
export function eventsTo(response: ServerResponse): (type: string, more?: object) => void {
	let number = 0;
	response.writeHead(200, { 'content-type': 'text/event-stream' });
	return (type, more = {}) =>
		void response.write(
			`event: ${type}\ndata: ${JSON.stringify({ type, sequence_number: number++, ...more })}\n\n`
		);
}

export type Ending = {
	status: 'completed' | 'incomplete' | 'failed';
	reason?: 'max_output_tokens' | 'content_filter';
	code?: string;
};

/** All of an answer in pieces of forty characters; `as` is how it is said: as text or as a refusal. */
export function streamResponse(
	response: ServerResponse,
	text: string,
	{ status, reason, code }: Ending = { status: 'completed' },
	as: 'output_text' | 'refusal' = 'output_text'
): void {
	const send = eventsTo(response);
	const whole = {
		...{ id: 'resp_x', object: 'response', created_at: 0, model: 'stand-in', status },
		...{ instructions: null, tools: [], tool_choice: 'auto', parallel_tool_calls: false },
		...{ metadata: {}, temperature: 1, top_p: 1, output: [] },
		error: code ? { code, message: code } : null,
		incomplete_details: reason ? { reason } : null,
		usage: {
			...{ input_tokens: 900, output_tokens: 100, total_tokens: 1000 },
			input_tokens_details: { cached_tokens: 0 },
			output_tokens_details: { reasoning_tokens: 0 }
		}
	};
	const place = { item_id: 'msg_x', output_index: 0, content_index: 0 };
	send('response.created', { response: { ...whole, status: 'in_progress', usage: null } });
	send('response.output_item.added', {
		output_index: 0,
		item: { id: 'msg_x', type: 'message', role: 'assistant', status: 'in_progress', content: [] }
	});
	send('response.content_part.added', {
		...place,
		part: as === 'refusal' ? { type: as, refusal: '' } : { type: as, text: '', annotations: [] }
	});
	for (let at = 0; at < text.length; at += 40)
		send(`response.${as}.delta`, { ...place, delta: text.slice(at, at + 40), logprobs: [] });
	send(`response.${status}`, { response: whole });
	response.end();
}
