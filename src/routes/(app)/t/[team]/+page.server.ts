import { error } from '@sveltejs/kit';
import { findHome } from '#lib/server/rows/home.ts';
import { answerTypedTrigger } from './answer-trigger.server.ts';
import { enterTypedReading } from './enter-reading.ts';
import { finishTypedAction } from './finish-action.ts';
import type { Actions, PageServerLoad } from './$types';

const shown = [
	'meetings',
	'series',
	'metrics',
	'readings',
	'fired_triggers',
	'action_items',
	'priorities'
];

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	for (const table of shown) depends(`rows:${table}`);
	const now = new Date();
	return {
		now: now.getTime(),
		home: await findHome(locals.db, params.team, locals.person.id, now)
	};
};

export const actions: Actions = {
	enter: enterTypedReading,
	finish: finishTypedAction,
	answer: answerTypedTrigger
};
