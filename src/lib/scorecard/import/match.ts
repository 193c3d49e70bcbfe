import type { Counted } from './settings.ts';

/** The metric a name in a file means, or why none is found. */
export type Match = { metric: Counted } | { why: 'unknown' | 'removed' | 'several' };

/** Case, spacing and width of letters do not matter: ` fleet  UPTIME` is Fleet uptime. */
export function plainName(name: string): string {
	return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

/** Finds metrics by their name, or by the key programs use; what is counted now comes first. */
export function matcher(metrics: readonly Counted[]): (name: string) => Match {
	const named = new Map<string, Counted[]>();
	for (const metric of metrics)
		for (const name of new Set([plainName(metric.name), metric.key]))
			named.set(name, [...(named.get(name) ?? []), metric]);
	return (name) => {
		const all = named.get(plainName(name)) ?? [];
		const now = all.filter(({ isRemoved }) => !isRemoved);
		// A key that is another metric's name gives way to the name.
		const byName = now.filter((metric) => plainName(metric.name) === plainName(name));
		const [metric, another] = byName.length > 0 ? byName : now;
		if (metric && !another) return { metric };
		if (another) return { why: 'several' };
		return { why: all.length > 0 ? 'removed' : 'unknown' };
	};
}
