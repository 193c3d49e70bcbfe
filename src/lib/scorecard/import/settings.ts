import type { Metric } from '../metric.ts';
import type { DecimalMark } from '../number.ts';
import type { Layout } from './layout.ts';
import type { DateOrder } from './period-words.ts';

/** What has to be known of a metric to read its readings. */
export type Counted = Pick<Metric, 'id' | 'name' | 'cadence' | 'unit' | 'decimals'> & {
	/** What programs call it. */
	key: string;
	/** It was taken off the scorecard. */
	isRemoved: boolean;
};

/** How a table is to be read, guessed or chosen. */
export type Settings = {
	layout: Layout;
	/** Which comes first in 03/04/2026; guessed without it. */
	order?: DateOrder;
	/** What stands before decimals; guessed without it. */
	mark?: DecimalMark;
	/** Metrics chosen for names nobody knows; 'none' leaves their rows out. */
	chosen: Readonly<Record<string, string>>;
};
