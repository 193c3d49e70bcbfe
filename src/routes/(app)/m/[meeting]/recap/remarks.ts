import { createContext } from 'svelte';
import type { Person } from '#lib/meeting/person.ts';
import type { RecapComment } from '#lib/meeting/recap-comment.ts';

/** What the lines of a recap know of what is said about them. */
export type Remarks = {
	threads: ReadonlyMap<string, RecapComment[]>;
	people: Person[];
	me: string;
	zone: string;
	mayWrite: boolean;
	/** What went wrong with the last word, and at which line. */
	problem: { line: string; words: string } | undefined;
};

export const [getRemarks, setRemarks] = createContext<() => Remarks>();
