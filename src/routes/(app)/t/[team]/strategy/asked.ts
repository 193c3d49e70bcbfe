import type { AnnualGoal, Cycle, Imperative, KeyResult, Objective } from '#lib/strategy/cascade.ts';

/** What a dialog was opened for: one to change, or a new one below its parent. */
export type Asked =
	| { level: 'cycle'; one?: Cycle }
	| { level: 'imperative'; one?: Imperative }
	| { level: 'goal'; one?: AnnualGoal; parent?: string }
	| { level: 'objective'; one?: Objective; parent?: string; because?: string }
	| { level: 'key result'; one?: KeyResult; parent?: string };
