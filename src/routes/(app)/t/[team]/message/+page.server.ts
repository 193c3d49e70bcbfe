import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { insightsBehind } from '#lib/learning/register.ts';
import { longestRecall } from '#lib/message/recall.ts';
import { draftComparison } from '#lib/server/facilitator/drafts/compare-answers.ts';
import { offWords } from '#lib/server/llm/answer.ts';
import { listDrafts } from '#lib/server/rows/drafts.ts';
import { listLearned } from '#lib/server/rows/learning.ts';
import { listGoalWords, listMessages } from '#lib/server/rows/messages.ts';
import { listKindsHidden, listKindsOff } from '#lib/server/rows/suggestions.ts';
import { listPeople } from '#lib/server/rows/people.ts';
import { runtime } from '#lib/server/runtime.ts';
import { findRecallMetric, keepRecall, watchRecall } from '#lib/server/rows/recall-metric.ts';
import {
	answerRecall,
	findOpenRound,
	findRecallEnd,
	listRounds,
	revealRecall,
	startRecall
} from '#lib/server/rows/recall.ts';
import { answerTyped, askForDraft, modelOf, stopTyped } from '../../../drafts.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends, parent }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends(
		'rows:leadership_messages',
		'rows:recall_rounds',
		'rows:recall_answers',
		'rows:annual_goals',
		'rows:metrics',
		'rows:drafts',
		'rows:draft_items'
	);
	const { person } = await parent();
	const [versions, goals, open, rounds, metric, learned, hidden] = await Promise.all([
		listMessages(locals.db, params.team),
		listGoalWords(locals.db, params.team),
		findOpenRound(locals.db, params.team, person.id),
		listRounds(locals.db, params.team),
		findRecallMetric(locals.db, params.team),
		listLearned(locals.db, params.team),
		listKindsHidden(locals.db, params.team)
	]);
	// Whoever writes from memory has neither the words nor what they are made of on the page.
	const isAsked =
		open !== undefined && person.role !== 'observer' && Date.parse(open.closesAt) > Date.now();
	return {
		versions: isAsked ? [] : versions,
		behind: isAsked
			? new Map<string, never>()
			: insightsBehind(
					learned,
					versions
						.filter(({ published }) => published)
						.map((version) => ({ ...version, at: version.writtenAt }))
				),
		goals: isAsked ? [] : goals,
		open: open ?? null,
		isAsked,
		now: Date.now(),
		rounds: isAsked ? [] : rounds,
		comparisons: isAsked ? [] : await listDrafts(locals.db, { team: params.team, task: 'compare' }),
		model: modelOf(),
		metric: metric?.id ?? null,
		/** Kinds of suggestion that are off here, for all or for this person. */
		hidden,
		hasModel: (runtime().ai?.isUsable ?? false) && !hidden.has('ai wording')
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
const Sharpened = v.object({ on: v.picklist(['what', 'why', 'how', 'howMuch']) });
const Round = v.object({ round: v.pipe(v.string(), v.uuid()) });

export const actions: Actions = {
	/** Asks a model where the answers of a round mean the same, and where they do not. */
	draft: async ({ locals, params, request }) => {
		const form = v.safeParse(Round, Object.fromEntries(await request.formData()));
		if (!form.success) return fail(400, { problem: 'There is no such round.' });
		const { round: id } = form.output;
		const about = { task: 'compare', team: params.team, meeting: null, subject: id } as const;
		return askForDraft(locals, about, async (people) => {
			const [rounds, versions] = await Promise.all([
				listRounds(locals.db, params.team),
				listMessages(locals.db, params.team)
			]);
			const round = rounds.find((one) => one.id === id);
			if (!round || round.answers.length < 2) return 'There are not two answers to compare.';
			const message = versions.find((version) => version.id === round.message);
			return draftComparison({ message, answers: round.answers, people });
		});
	},
	stopDraft: ({ locals, request }) => stopTyped(locals, request),
	answerDraft: ({ locals, request }) => answerTyped(locals, request),

	/** Asks the model for sharper words of one answer; they come as suggestions beside it. */
	sharpen: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const form = v.safeParse(Sharpened, Object.fromEntries(await request.formData()));
		if (!form.success) return fail(400, { problem: 'There is no such answer.' });
		const { sharpen } = runtime();
		if (!sharpen) return fail(400, { problem: 'No model is set up on this server.' });
		const [people, goals, recall, off] = await Promise.all([
			listPeople(locals.db, params.team),
			listGoalWords(locals.db, params.team),
			findRecallEnd(locals.db, params.team),
			listKindsOff(locals.db, params.team)
		]);
		if (off.has('ai wording')) return fail(400, { problem: offWords });
		const me = people.find(({ id }) => id === locals.person?.id);
		if (!me?.current || me.role === 'observer')
			return fail(403, { problem: 'Only members of the team ask the model.' });
		if (recall && Date.parse(recall) > Date.now())
			return fail(409, { problem: 'Everybody is writing the message from memory just now.' });
		const wanted = { ...form.output, team: params.team, person: me.id, people, goals };
		const problem = await sharpen(wanted, request.signal);
		if (problem) return fail(400, { problem });
	},

	startRound: async ({ locals, params }) => {
		const isOpen = (await findRecallEnd(locals.db, params.team)) !== undefined;
		if (
			!isOpen &&
			(await listMessages(locals.db, params.team)).every(({ published }) => !published)
		)
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
