import type { Logger } from 'pino';
import type { RateLimits } from './rate-limits.ts';
import type { SendMail } from './mail/mail.ts';
import type { Supabase } from './supabase/embedded.ts';
import type { ChangeFeed } from './sync/change-feed.ts';
import type { Rooms } from './sync/rooms.ts';

/** What the process around SvelteKit runs, and pages may ask of it. */
export type Runtime = {
	version: string;
	supabase: Supabase;
	rooms: Rooms;
	changes: ChangeFeed;
	sendMail: SendMail;
	/** True when mails land in the mailbox page because there is no SMTP server. */
	hasMailbox: boolean;
	limits: RateLimits;
	log: Logger;
};

declare global {
	var drumbeat: Runtime | undefined;
}

/**
 * The one handover between plain Node and SvelteKit. The built site is a bundle with modules of its
 * own, and development reloads modules; only globalThis is the same on both sides.
 */
export function provideRuntime(runtime: Runtime): void {
	globalThis.drumbeat = runtime;
}

export function runtime(): Runtime {
	if (!globalThis.drumbeat) throw new Error('Start Drumbeat with `npm start` or `npm run dev`');
	return globalThis.drumbeat;
}
