import type { Priority } from '#lib/server/rows/priorities.ts';
import type { Call } from '#lib/server/rows/status-checks.ts';

/** A priority, and the last call on it. */
export type Goal = Priority & { call: Call | undefined };
