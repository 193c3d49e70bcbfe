import { EventEmitter } from 'node:events';

declare global {
	var drumbeatInvitations: EventEmitter | undefined;
}

/** Pages and jobs live in modules of their own; only globalThis is the same on both sides. */
const bell = () => (globalThis.drumbeatInvitations ??= new EventEmitter());

/** Asks the job that tells calendars to look now instead of in some minutes. */
export function sendInvitationsNow(): void {
	bell().emit('now');
}

/** Calls back when somebody asks for it; the returned function stops that. */
export function whenInvitationsAreDue(work: () => void): () => void {
	bell().on('now', work);
	return () => bell().off('now', work);
}
