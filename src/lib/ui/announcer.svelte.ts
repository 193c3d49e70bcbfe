import { createContext } from 'svelte';

/**
 * The page's one polite voice for screen readers. Two voices talk over each other, so whoever has
 * something to say says it here.
 */
export class Announcements {
	#text = $state('');
	/** The same, unread by effects: an effect that announces must not run again because it did. */
	#last = '';

	get text(): string {
		return this.#text;
	}

	/** Says it once. A repeated sentence gets an invisible end, or it would not be read again. */
	announce(text: string): void {
		this.#last = this.#last === text ? `${text}\u00A0` : text;
		this.#text = this.#last;
	}
}

export const [getAnnouncer, setAnnouncer, hasAnnouncer] = createContext<Announcements>();

/** Gives everything below this component one announcer; `Announcer.svelte` does it for a page. */
export function createAnnouncer(): Announcements {
	return setAnnouncer(new Announcements());
}
