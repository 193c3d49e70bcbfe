/** The tables whose rows the pages of execution show. */
export const shown = [
	'priorities',
	'priority_parts',
	'milestones',
	'measures',
	'measure_values',
	'priority_risks',
	'phases',
	'resources',
	'dependencies',
	'change_checks',
	'health_snapshots',
	'action_items',
	'lineages',
	'meetings',
	'readings',
	'metrics',
	'cycles',
	'annual_goals',
	'plan_rows',
	'quarter_themes'
];
