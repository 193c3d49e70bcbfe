import type { IncomingMessage, ServerResponse } from 'node:http';

/** What `build/handler.js` exports; importing it by name would type-check the whole bundle. */
export const handler: (
	request: IncomingMessage,
	response: ServerResponse,
	next: () => void
) => void;
