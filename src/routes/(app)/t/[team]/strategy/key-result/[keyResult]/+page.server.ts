import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { draftChallenge } from '#lib/server/facilitator/drafts/challenge.ts';
import { listBlockers } from '#lib/server/rows/check-ins.ts';
import { listDrafts } from '#lib/server/rows/drafts.ts';
import { loadHistory } from '#lib/server/rows/key-result.ts';
import { listServing } from '#lib/server/rows/lineage.ts';
import { loadStrategy } from '#lib/server/rows/strategy.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { arrange, lineageOf, objectivesOf } from '#lib/strategy/cascade.ts';
import { forecastOf, paceOf } from '#lib/strategy/forecast.ts';
import { doubtsOf, doubtsOfKeyResult } from '#lib/strategy/writing.ts';
import { answerTyped, askForDraft, modelOf, stopTyped } from '../../../../../drafts.server.ts';
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
	'lineages',
	'drafts',
	'draft_items'
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
	const lineage = lineageOf(objective, strategy);
	return {
		today,
		keyResult,
		lineage,
		above: [...lineage, objective],
		cycle,
		...history,
		pace: cycle ? paceOf(keyResult, history.values, cycle) : [],
		forecast: cycle
			? forecastOf(keyResult, history.values, cycle, today)
			: { none: 'Its objective belongs to no cycle, so there is no day to reach it by.' },
		serving,
		blocker: blockers.find((one) => one.keyResult === id),
		objective,
		siblings: strategy.keyResults.filter((one) => one.objective === objective.id),
		...(await challengesOf(locals.db, team, id, objective.id)),
		model: modelOf()
	};
};

/** What a model asked of the key result, and of its objective. */
async function challengesOf(db: App.Locals['db'], team: string, id: string, objective: string) {
	const [ofKeyResult, ofObjective] = await Promise.all(
		[id, objective].map(async (subject) => (await listDrafts(db, { team, subject }))[0])
	);
	return { challenge: ofKeyResult, objectiveChallenge: ofObjective };
}

const Asked = v.object({ about: v.picklist(['key result', 'objective']) });

export const actions: Actions = {
	/** Asks a model for questions to the key result, or to its objective. */
	draft: async ({ locals, params, request }) => {
		const { team, keyResult: id } = params;
		const form = v.safeParse(Asked, Object.fromEntries(await request.formData()));
		if (!form.success || !v.is(v.pipe(v.string(), v.uuid()), id)) error(404, none);
		const strategy = await loadStrategy(locals.db, team);
		const keyResult = strategy.keyResults.find((one) => one.id === id);
		const objective = strategy.objectives.find((one) => one.id === keyResult?.objective);
		if (!keyResult || !objective) error(404, none);
		const isObjective = form.output.about === 'objective';
		const subject = isObjective ? objective.id : id;
		return askForDraft(
			locals,
			{ task: 'challenge', team, meeting: null, subject },
			async (people) => {
				const nameOf = (person: string | null) =>
					people.find((one) => one.id === person)?.name ?? 'nobody';
				const cycle = strategy.cycles.find((one) => one.id === objective.cycle);
				const below = strategy.keyResults.filter((one) => one.objective === objective.id);
				const numbers = (one: typeof keyResult) =>
					`${one.title}, from ${one.baseline} to ${one.target} ${one.unit}`.trim();
				const goal: Record<string, string> = isObjective
					? {
							title: objective.title,
							owner: nameOf(objective.owner),
							...Object.fromEntries(below.map((one, at) => [`keyResult${at + 1}`, numbers(one)]))
						}
					: {
							title: keyResult.title,
							baseline: String(keyResult.baseline),
							target: String(keyResult.target),
							unit: keyResult.unit,
							owner: nameOf(keyResult.owner),
							objective: objective.title
						};
				return draftChallenge({
					...{ id: subject, people },
					goal: { ...goal, until: cycle?.endsOn ?? '' },
					doubts: isObjective
						? doubtsOf({ ...objective, keyResults: below })
						: doubtsOfKeyResult(keyResult)
				});
			}
		);
	},
	stopDraft: ({ locals, request }) => stopTyped(locals, request),
	answerDraft: ({ locals, request }) => answerTyped(locals, request),

	value: enterTypedValue,
	block: raiseTypedBlocker,
	clear: clearTypedBlocker
};
