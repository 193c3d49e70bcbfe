import type {
	ResponseCreateParamsStreaming,
	ResponseStreamEvent
} from 'openai/resources/responses/responses';
import { isHosted, type ModelSettings } from './model-settings.ts';
import { withSchemaInWords, type Piece, type Sending } from './piece.ts';

/** A request of Responses; without `store: false` it would be kept for thirty days. */
export function responsesRequest(
	settings: ModelSettings,
	sending: Sending
): ResponseCreateParamsStreaming {
	const { schema, mostTokens, asker } = sending;
	const mode = settings.schema ?? 'strict';
	const said = mode === 'strict' ? sending.messages : withSchemaInWords(sending.messages, schema);
	return {
		model: settings.model,
		instructions: said
			.flatMap(({ role, content }) => (role === 'system' ? content : []))
			.join('\n'),
		input: said.flatMap(({ role, content }) => (role === 'system' ? [] : { role, content })),
		stream: true,
		store: false,
		max_output_tokens: mostTokens,
		...(isHosted(settings) && { safety_identifier: asker }),
		...(mode === 'strict' && {
			text: {
				format: {
					type: 'json_schema' as const,
					name: schema.name,
					strict: true,
					schema: schema.json
				}
			}
		}),
		...(mode === 'json_object' && { text: { format: { type: 'json_object' as const } } })
	};
}

export async function* responsesPieces(
	stream: AsyncIterable<ResponseStreamEvent>
): AsyncIterable<Piece> {
	let isRefused = false;
	for await (const event of stream) {
		const { type } = event;
		if (type === 'response.output_text.delta') yield { text: event.delta };
		else if (type === 'response.completed')
			yield { ended: isRefused ? 'refused' : 'done', ...usageOf(event.response) };
		else if (type === 'response.incomplete') {
			const isFiltered = event.response.incomplete_details?.reason === 'content_filter';
			yield { ended: isFiltered ? 'refused' : 'cut off', ...usageOf(event.response) };
		} else if (type === 'response.failed')
			yield { ended: failureOf(event.response.error?.code), ...usageOf(event.response) };
		else if (type === 'error') yield { ended: failureOf(event.code) };
		else {
			isRefused ||= type === 'response.refusal.delta';
			// Thinking, for one: a sign of life.
			yield {};
		}
	}
}

const usageOf = ({ usage }: { usage?: { total_tokens: number } | null | undefined }) =>
	usage?.total_tokens ? { tokens: usage.total_tokens } : {};

function failureOf(code: string | null | undefined): 'no quota' | 'limited' | 'failed' {
	if (code === 'insufficient_quota') return 'no quota';
	return code === 'rate_limit_exceeded' ? 'limited' : 'failed';
}
