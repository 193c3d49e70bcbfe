import type { Call } from '#lib/server/rows/status-checks.ts';

export type Kind = 'priority' | 'objective';

/** A priority, or an objective with its cycle, and the last call on it. */
export type Goal = {
	id: string;
	title: string;
	cycle: string;
	owner: string | null;
	endedAt: string | null;
	call: Call | undefined;
};
