import { createContext } from 'svelte';
import type { Subject } from '#lib/server/rows/lineage.ts';
import type { Serves } from '#lib/strategy/aim.ts';

/** Something that may serve an aim, as its page calls it. */
export type Linked = { subject: Subject; id: string; title: string };

/** What the page knows of what its lines serve. */
export type Linking = {
	team: string;
	serves: ReadonlyMap<string, Serves>;
	/** Asks what it serves; missing for those who may not say. */
	link?: ((linked: Linked) => void) | undefined;
};

export const [getLinking, setLinking] = createContext<() => Linking>();
