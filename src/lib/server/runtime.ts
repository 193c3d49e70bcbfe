import type { Logger } from 'pino';
import type { Drafting } from './facilitator/drafting.ts';
import type { RoomAsking } from './facilitator/room-asking.ts';
import type { Sharpening } from './facilitator/sharpen-answer.ts';
import type { Ai } from './llm/ai.ts';
import type { RateLimits } from './rate-limits.ts';
import type { SendMail } from './mail/mail.ts';
import type { Replies } from './mail/reply-address.ts';
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
	/** False when mails that nobody asks for stay unsent, because SITE_URL does not say where links lead. */
	mailsByItself: boolean;
	/** Whether webhooks may reach this machine, as tests need it. */
	webhooksToLoopback: boolean;
	/** What mail servers say that report mails which came back; left out where none may. */
	bouncesSecret?: string;
	/** Where the site is, as links in mails say it: https://drumbeat.example. */
	site: string;
	/** Where answers by mail arrive; left out where none are taken. */
	replies?: Replies;
	limits: RateLimits;
	log: Logger;
	/** Left out where no model is set. */
	ai?: Ai;
	/** What the model is asked in rooms; left out with it. */
	asking?: RoomAsking;
	/** What it drafts outside rooms; left out with it. */
	drafting?: Drafting;
	/** Asks it for sharper words of the leadership message; says in a sentence why there are none. */
	sharpen?: (wanted: Sharpening, signal: AbortSignal) => Promise<string | undefined>;
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
