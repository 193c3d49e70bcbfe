import type { Story } from './story.ts';

/** An action somebody left a meeting with. Instants are ISO, `due` is a date. */
export type MadeAction = { id: string; key?: string; due: string; doneAt: string | null };

/** What earlier meetings left behind, for the later ones that go on with it. */
export class Chronicle {
	readonly actions: MadeAction[] = [];
	readonly #items = new Map<string, string>();

	keepItem(key: string | undefined, id: string): void {
		if (key) this.#items.set(key, id);
	}

	/** The item a later one continues. A name nobody kept is a slip of the pen in the stories. */
	item(key: string | undefined): string | null {
		if (!key) return null;
		const id = this.#items.get(key);
		if (!id) throw new Error(`No earlier meeting kept an item named ${key}`);
		return id;
	}

	/**
	 * What the actions review of a meeting answers: what was due by then or done since the last
	 * one, and how it stood. Actions that are not due yet are left alone.
	 */
	reviews(
		{ slips = {} }: Pick<Story, 'slips'>,
		{ occursOn, startsAt, since }: { occursOn: string; startsAt: string; since: string }
	): { action: string; done: boolean; note: string }[] {
		return this.actions.flatMap((action) => {
			const done = action.doneAt !== null && action.doneAt < startsAt;
			if (done && action.doneAt !== null && action.doneAt < since) return [];
			if (!done && action.due > occursOn) return [];
			const note = done ? '' : (slips[action.key ?? ''] ?? '');
			return [{ action: action.id, done, note }];
		});
	}
}
