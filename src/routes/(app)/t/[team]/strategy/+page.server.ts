import { error, fail } from '@sveltejs/kit';
import {
	answerProposal,
	endLevel,
	loadStrategy,
	saveLevel,
	type Saved
} from '#lib/server/rows/strategy.ts';
import { storyOf } from '#lib/scorecard/story.ts';
import { loadScorecard } from '#lib/server/rows/scorecard.ts';
import { listAdaptedObjectives } from '#lib/server/rows/learning.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { doubtsOf, doubtsOfGoal, most } from '#lib/strategy/writing.ts';
import * as v from 'valibot';
import { enterTypedValue } from './enter-value.server.ts';
import { mayOwn, notAnOwner } from '../owner.ts';
import { AnswerForm, decimalsIn, EndForm, LevelForm } from './level-form.ts';
import type { Actions, PageServerLoad } from './$types';

const shown = [
	'cycles',
	'imperatives',
	'annual_goals',
	'objectives',
	'key_results',
	'key_result_values',
	'metrics',
	'readings',
	'hot_items',
	'meetings'
];
const none = 'There is no such part of the strategy in this team, or you may not change it.';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	for (const table of shown) depends(`rows:${table}`);
	const today = await findToday(locals.db, locals.person.id);
	const [strategy, scorecard, adapted] = await Promise.all([
		loadStrategy(locals.db, params.team),
		loadScorecard(locals.db, params.team, today),
		listAdaptedObjectives(locals.db, params.team)
	]);
	return {
		strategy,
		today,
		adapted,
		/** Asked here, so that the page need not bring the rules along. */
		doubts: new Map(
			[
				...strategy.goals.map((goal) => [goal.id, doubtsOfGoal(goal)] as const),
				...strategy.objectives.map((objective) => {
					const keyResults = strategy.keyResults.filter((one) => one.objective === objective.id);
					return [objective.id, doubtsOf({ ...objective, keyResults })] as const;
				})
			].filter(([, doubts]) => doubts.length > 0)
		),
		mostObjectives: most.objectives,
		/** What was hot again and again, and how it stands: for the next objectives to open with. */
		often: scorecard.recurrent.flatMap(({ metric, times, last }) => {
			const row = scorecard.rows.find((one) => one.metric.id === metric);
			return row ? { metric, name: row.metric.name, times, last, trend: storyOf(row) } : [];
		})
	};
};

export const actions: Actions = {
	save: async ({ locals: { db, person }, params: { team }, request }) => {
		if (!person) error(401, 'Sign in first.');
		const typed = Object.fromEntries(await request.formData());
		const form = v.safeParse(LevelForm, typed);
		if (!form.success) {
			const { nested } = v.flatten(form.issues);
			return fail(400, { problems: nested ?? {} });
		}
		const id = typed['id'] ? v.parse(v.pipe(v.string(), v.uuid()), typed['id']) : undefined;
		const strategy = await loadStrategy(db, team);
		if (!isAmong(strategy, form.output)) error(404, none);
		const before =
			form.output.level === 'objective'
				? strategy.objectives.find((one) => one.id === id)
				: undefined;
		if (
			'owner' in form.output &&
			!(await mayOwn(db, team, form.output.owner, ownerOf(strategy, id)))
		)
			return fail(400, { problems: { owner: [notAnOwner] } });
		if (form.output.level === 'cycle' && startsTwice(strategy.cycles, form.output.startsOn, id))
			return fail(400, { problems: { startsOn: ['A cycle starts on this day already.'] } });
		if (!(await saveLevel(db, team, toSaved(form.output, person.id, before), id))) error(404, none);
	},

	end: async ({ locals: { db }, params: { team }, request }) => {
		const form = v.safeParse(EndForm, Object.fromEntries(await request.formData()));
		if (!form.success) error(404, none);
		const { level, id } = form.output;
		if (!(await endLevel(db, team, level, id, new Date()))) error(404, none);
	},

	/** Whoever proposed it may propose it once more; the others accept it or send it back. */
	answer: async ({ locals: { db, person }, params: { team }, request }) => {
		const form = v.safeParse(AnswerForm, Object.fromEntries(await request.formData()));
		if (!form.success || !person) error(404, none);
		const { id, state, answer } = form.output;
		const { objectives } = await loadStrategy(db, team);
		const proposal = objectives.find((one) => one.id === id);
		if (!proposal || proposal.state === 'accepted') error(404, none);
		if ((proposal.proposedBy === person.id) !== (state === 'proposed'))
			error(403, 'Somebody else answers what you propose.');
		if (state === 'sent back' && answer === '')
			return fail(400, { problems: { answer: ['Say what it lacks.'] } });
		if (!(await answerProposal(db, team, id, state, answer))) error(404, none);
	},

	value: enterTypedValue
};

type Strategy = Awaited<ReturnType<typeof loadStrategy>>;

function ownerOf(strategy: Strategy, id: string | undefined): string | null {
	const all = [...strategy.goals, ...strategy.objectives, ...strategy.keyResults];
	return all.find((one) => one.id === id)?.owner ?? null;
}

/** Whether what it hangs below belongs to this team. */
function isAmong(strategy: Strategy, form: v.InferOutput<typeof LevelForm>): boolean {
	const has = (all: readonly { id: string }[], id: string | null) =>
		id === null || all.some((one) => one.id === id);
	if (form.level === 'goal') return has(strategy.imperatives, form.imperative);
	if (form.level === 'objective')
		return has(strategy.goals, form.goal) && has(strategy.cycles, form.cycle);
	return form.level !== 'key result' || has(strategy.objectives, form.objective);
}

const startsTwice = (cycles: Strategy['cycles'], startsOn: string, id: string | undefined) =>
	cycles.some((cycle) => cycle.startsOn === startsOn && cycle.id !== id);

/** What a form leaves unsaid stays as it was. */
function toSaved(
	form: v.InferOutput<typeof LevelForm>,
	me: string,
	before: Strategy['objectives'][number] | undefined
): Saved {
	if (form.level === 'objective') {
		const { level, proposes, ...fields } = form;
		const isProposal = proposes === 'yes' && !before;
		const made = {
			state: isProposal ? ('proposed' as const) : (before?.state ?? ('accepted' as const)),
			proposedBy: isProposal ? me : (before?.proposedBy ?? null),
			answer: before?.answer ?? ''
		};
		return { level, fields: { ...fields, ...made } };
	}
	if (form.level === 'key result') {
		const { level, ...fields } = form;
		return { level, fields: { ...fields, decimals: decimalsIn(fields.baseline, fields.target) } };
	}
	const { level, ...fields } = form;
	return { level, fields } as Saved;
}
