import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { listBlockers } from '#lib/server/rows/check-ins.ts';
import { loadHistory } from '#lib/server/rows/key-result.ts';
import { listServing } from '#lib/server/rows/lineage.ts';
import { loadStrategy } from '#lib/server/rows/strategy.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { arrange, lineageOf, objectivesOf } from '#lib/strategy/cascade.ts';
import { forecastOf, paceOf } from '#lib/strategy/forecast.ts';
import { clearTypedBlocker, raiseTypedBlocker } from '../../blocker.server.ts';
import { enterTypedValue } from '../../enter-value.server.ts';
import type { Actions, PageServerLoad } from './$types';

const shown = [
	'cycles',
	'imperatives',
	'annual_goals',
	'objectives',
	'key_results',
	'key_result_values',
	'check_in_rounds',
	'blockers',
	'action_items',
	'lineages'
];
const none = 'There is no such key result in this team, or it is ended.';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	for (const table of shown) depends(`rows:${table}`);
	const { team, keyResult: id } = params;
	if (!v.is(v.pipe(v.string(), v.uuid()), id)) error(404, none);
	const [today, strategy, history, serving, blockers] = await Promise.all([
		findToday(locals.db, locals.person.id),
		loadStrategy(locals.db, team),
		loadHistory(locals.db, team, id),
		listServing(locals.db, team, id),
		listBlockers(locals.db, team)
	]);
	const objective = strategy.objectives.find((one) =>
		strategy.keyResults.some((result) => result.id === id && result.objective === one.id)
	);
	const cycle = strategy.cycles.find((one) => one.id === objective?.cycle);
	const cascade = arrange(strategy, cycle, today);
	const keyResult = objectivesOf(cascade)
		.flatMap((one) => one.keyResults)
		.find((one) => one.id === id);
	if (!keyResult || !objective) error(404, none);
	return {
		today,
		keyResult,
		above: [...lineageOf(objective, strategy), objective],
		cycle,
		...history,
		pace: cycle ? paceOf(keyResult, history.values, cycle) : [],
		forecast: cycle
			? forecastOf(keyResult, history.values, cycle, today)
			: { none: 'Its objective belongs to no cycle, so there is no day to reach it by.' },
		serving,
		blocker: blockers.find((one) => one.keyResult === id)
	};
};

export const actions: Actions = {
	value: enterTypedValue,
	block: raiseTypedBlocker,
	clear: clearTypedBlocker
};
