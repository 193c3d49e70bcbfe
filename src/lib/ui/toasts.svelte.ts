import { createContext, untrack } from 'svelte';

/** A notice of something that happened, with a way back when there is one. */
export type Toast = { id: number; text: string; undo?: () => void };

const most = 3; // notices at once: more would cover the work

export class ToastList {
	#toasts = $state.raw<Toast[]>([]);
	#made = 0;
	#announce: (text: string) => void;

	constructor(announce: (text: string) => void) {
		this.#announce = announce;
	}

	get all(): Toast[] {
		return this.#toasts;
	}

	show(text: string, undo?: () => void): void {
		this.#made += 1;
		const toasts = untrack(() => this.#toasts);
		this.#toasts = [...toasts, { id: this.#made, text, undo }].slice(-most);
		this.#announce(undo ? `${text} Undo is at the end of the page.` : text);
	}

	dismiss(id: number): void {
		this.#toasts = this.#toasts.filter((toast) => toast.id !== id);
	}
}

export const [getToasts, setToasts] = createContext<ToastList>();
