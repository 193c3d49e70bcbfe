import { createContext } from 'svelte';
import type { Doubt } from '#lib/strategy/writing.ts';

/** What a rule asks about goals and objectives, by their ids; those that are well put are missing. */
export const [getDoubts, setDoubts] = createContext<() => ReadonlyMap<string, Doubt[]>>();
