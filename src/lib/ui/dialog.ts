import type { Snippet } from 'svelte';

export type DialogProps = {
	open: boolean;
	title: string;
	description?: string;
	wide?: boolean;
	children?: Snippet;
	/** Buttons, the one that goes on last. */
	footer?: Snippet;
	onclose?: () => void;
};
