import type { Failure } from './answer.ts';

/** What a stream brings next, whichever API it comes from. */
export type Piece = {
	text?: string;
	/** How it ended; a stream without one was broken off. */
	ended?: 'done' | Extract<Failure, 'refused' | 'cut off' | 'failed' | 'no quota' | 'limited'>;
	/** All that it took, where the server counts. */
	tokens?: number;
};

/** What is sent, before either API gives it its own shape. */
export type Sending = {
	messages: readonly Said[];
	schema: { name: string; json: Record<string, unknown> };
	mostTokens: number;
	/** Whoever asks, as a hash. */
	asker: string;
};
export type Said = { role: 'system' | 'user' | 'assistant'; content: string };

/** The task, with the shape of the answer in words where the server does not see to it. */
export function withSchemaInWords(messages: readonly Said[], { json }: Sending['schema']): Said[] {
	const words = `Answer with one JSON object and nothing else. It must match this JSON schema: ${JSON.stringify(json)}`;
	return messages.map((said) =>
		said.role === 'system' ? { ...said, content: `${said.content}\n${words}` } : said
	);
}
