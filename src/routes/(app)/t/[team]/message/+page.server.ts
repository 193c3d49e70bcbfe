import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { longestRecall } from '#lib/message/recall.ts';
import { listGoalWords, listMessages } from '#lib/server/rows/messages.ts';
import { findRecallMetric, keepRecall, watchRecall } from '#lib/server/rows/recall-metric.ts';
import {
	answerRecall,
	findOpenRound,
	listRounds,
	revealRecall,
	startRecall
} from '#lib/server/rows/recall.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends, parent }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends(
		'rows:leadership_messages',
		'rows:recall_rounds',
		'rows:recall_answers',
		'rows:annual_goals',
		'rows:metrics'
	);
	const { person } = await parent();
	const [versions, goals, open, rounds, metric] = await Promise.all([
		listMessages(locals.db, params.team),
		listGoalWords(locals.db, params.team),
		findOpenRound(locals.db, params.team, person.id),
		listRounds(locals.db, params.team),
		findRecallMetric(locals.db, params.team)
	]);
	// Whoever writes from memory does not have the words on the page.
	const isAsked =
		open !== undefined && person.role !== 'observer' && Date.parse(open.closesAt) > Date.now();
	return {
		versions: isAsked ? [] : versions,
		goals,
		open: open ?? null,
		isAsked,
		rounds: isAsked ? [] : rounds,
		metric: metric?.id ?? null
	};
};

const Words = v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(longestRecall));
const Answered = v.object({
	round: v.pipe(v.string(), v.uuid()),
	what: Words,
	why: Words,
	how: Words,
	howMuch: Words
});
const Named = v.array(v.pipe(v.string(), v.trim(), v.maxLength(200)));
const Round = v.object({ round: v.pipe(v.string(), v.uuid()) });

export const actions: Actions = {
	startRound: async ({ locals, params }) => {
		if ((await listMessages(locals.db, params.team)).every(({ published }) => !published))
			return fail(400, { problem: 'Publish the message first: a round is held against it.' });
		await startRecall(locals.db, params.team);
	},

	answer: async ({ locals, request }) => {
		const data = await request.formData();
		const form = v.safeParse(Answered, Object.fromEntries(data));
		const named = v.safeParse(Named, data.getAll('priority'));
		if (!form.success || !named.success)
			return fail(400, { problem: 'Please keep each answer under 1,000 characters.' });
		const { round, ...words } = form.output;
		const priorities = named.output.filter((line) => line !== '');
		if (!(await answerRecall(locals.db, round, { ...words, priorities })))
			return fail(409, {
				problem: 'The round has closed, so this answer came too late. What you typed is still here.'
			});
		return { answered: true };
	},

	reveal: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const form = v.parse(Round, Object.fromEntries(await request.formData()));
		if (!(await revealRecall(locals.db, form.round)))
			return fail(409, { problem: 'Others still have time to answer.' });
		await keepRecall(locals.db, params.team, locals.person.id, form.round);
	},

	watch: async ({ locals, params }) => {
		if (!locals.person) error(401, 'Sign in first.');
		await watchRecall(locals.db, params.team, locals.person.id);
	}
};
