/** The APIs a model is spoken to with. */
export type Api = 'chat' | 'responses';

/**
 * All that a request may hold. No tools, no earlier answers, no files: whatever is not here is a way in
 * or out that nobody has thought about.
 */
const allowed: Record<Api, readonly string[]> = {
	chat: [
		...['model', 'messages', 'stream', 'stream_options', 'response_format', 'store'],
		...['max_tokens', 'max_completion_tokens', 'safety_identifier']
	],
	responses: [
		...['model', 'instructions', 'input', 'stream', 'text', 'store'],
		...['max_output_tokens', 'safety_identifier']
	]
};

/** What is wrong with a request: parameters that are not on the list, lacking or of a wrong kind. */
export function strangeIn(api: Api, body: Record<string, unknown>): string[] {
	const strange = Object.keys(body).filter((name) => !allowed[api].includes(name));
	if (typeof body['model'] !== 'string' || body['model'] === '') strange.push('no model');
	if (body['stream'] !== true) strange.push('not a stream');
	const said = api === 'chat' ? body['messages'] : body['input'];
	if (!Array.isArray(said) || said.some((one) => !isWords(one))) strange.push('not only words');
	const limits = ['max_tokens', 'max_completion_tokens', 'max_output_tokens'];
	if (!limits.some((name) => Number(body[name]) > 0)) strange.push('no limit');
	if (api === 'responses' && body['store'] !== false) strange.push('kept by the provider');
	return strange;
}

const isWords = (said: unknown) =>
	typeof said === 'object' &&
	said !== null &&
	Object.keys(said).toSorted().join() === 'content,role' &&
	'content' in said &&
	typeof said.content === 'string';
