/** How models are spoken to, and what is asked of their servers; all of it from the environment. */
export const apis = ['chat', 'responses'] as const;
export const schemaModes = ['strict', 'json_object', 'prompt'] as const;

export type ModelSettings = {
	/** Left out for a server that asks for none. */
	key?: string;
	/** Where an own server is; OpenAI otherwise. */
	url?: string;
	model: string;
	/** Chat Completions, which every server speaks, or Responses. */
	api?: (typeof apis)[number];
	/**
	 * How the shape of an answer is asked for: enforced by the server, as any JSON object, or in words
	 * alone. The last two also say the schema in words.
	 */
	schema?: (typeof schemaModes)[number];
	/** Whether it is OpenAI’s own service, told by the address when left out. */
	isHosted?: boolean;
};

/** Servers of one's own know fewer parameters, and older names of some (Ollama only those). */
export function isHosted({ url, isHosted: said }: ModelSettings): boolean {
	return said ?? (!url || /(?:^|\.)(?:openai\.com|azure\.com)$/u.test(new URL(url).hostname));
}
