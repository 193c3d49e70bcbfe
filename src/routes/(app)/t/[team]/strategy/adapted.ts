import { createContext } from 'svelte';
import type { Adapted } from '#lib/server/rows/learning.ts';

/** What strategy reviews adapted or stopped, by the objective. */
export const [getAdapted, setAdapted] = createContext<() => ReadonlyMap<string, Adapted>>();
