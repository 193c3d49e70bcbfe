import type {
	ChatCompletionChunk,
	ChatCompletionCreateParamsStreaming
} from 'openai/resources/chat/completions';
import { isHosted, type ModelSettings } from './model-settings.ts';
import { withSchemaInWords, type Piece, type Sending } from './piece.ts';

/** A request of Chat Completions: no tools, nothing kept, one answer. */
export function chatRequest(
	settings: ModelSettings,
	sending: Sending
): ChatCompletionCreateParamsStreaming {
	const { schema, mostTokens, asker } = sending;
	const mode = settings.schema ?? 'strict';
	return {
		model: settings.model,
		messages: [
			...(mode === 'strict' ? sending.messages : withSchemaInWords(sending.messages, schema))
		],
		stream: true,
		stream_options: { include_usage: true },
		...(isHosted(settings)
			? { max_completion_tokens: mostTokens, safety_identifier: asker, store: false }
			: { max_tokens: mostTokens }),
		...(mode === 'strict' && {
			response_format: {
				type: 'json_schema' as const,
				json_schema: { name: schema.name, strict: true, schema: schema.json }
			}
		}),
		...(mode === 'json_object' && { response_format: { type: 'json_object' as const } })
	};
}

export async function* chatPieces(
	stream: AsyncIterable<ChatCompletionChunk>
): AsyncIterable<Piece> {
	let isRefused = false;
	for await (const { choices, usage } of stream) {
		// What servers of all kinds send is seldom all that the types promise.
		const [choice] = choices ?? [];
		if (choice?.delta?.refusal) isRefused = true;
		const ended = choice?.finish_reason;
		yield {
			text: choice?.delta?.content ?? '',
			...(ended && { ended: endOf(ended, isRefused) }),
			...(usage?.total_tokens && { tokens: usage.total_tokens })
		};
	}
}

function endOf(reason: string, isRefused: boolean): Piece['ended'] & string {
	if (isRefused || reason === 'content_filter') return 'refused';
	return reason === 'stop' ? 'done' : 'cut off';
}
