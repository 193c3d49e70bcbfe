import type { Metric } from './metric.ts';

/** A metric for tests and examples, with what matters there said and the rest left plain. */
export function aMetric(said: Partial<Metric> = {}): Metric {
	return {
		id: 'm',
		name: 'Fleet uptime',
		area: 'operations',
		perspective: 'operational',
		leading: true,
		cadence: 'week',
		unit: '%',
		decimals: 1,
		direction: 'up',
		target: 99,
		lower: null,
		upper: null,
		tolerance: 0.3,
		path: [],
		owner: null,
		definition: '',
		formula: '',
		source: '',
		season: '',
		lowMonths: [],
		highMonths: [],
		response: '',
		responder: null,
		leads: null,
		goal: null,
		baselineFrom: null,
		...said
	};
}
