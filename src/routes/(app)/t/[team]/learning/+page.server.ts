import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { readTag } from '#lib/learning/about.ts';
import type { Learned } from '#lib/learning/register.ts';
import {
	addAssumption,
	endAssumption,
	listAssumptions,
	listLearned,
	listSubjectTitles,
	listVersions,
	tagInsight
} from '#lib/server/rows/learning.ts';
import { findRecallEnd } from '#lib/server/rows/recall.ts';
import { listSubjects } from '#lib/server/rows/room.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends(
		'rows:meetings',
		'rows:insight_subjects',
		'rows:assumptions',
		'rows:priorities',
		'rows:leadership_messages'
	);
	const { db } = locals;
	const [all, versions, assumptions, titles, subjects, recallEnd] = await Promise.all([
		listLearned(db, params.team),
		listVersions(db, params.team),
		listAssumptions(db, params.team),
		listSubjectTitles(db, params.team),
		listSubjects(db, params.team),
		findRecallEnd(db, params.team)
	]);
	// While everybody writes the message from memory, its words stand nowhere.
	const isRecalling = recallEnd !== undefined && Date.parse(recallEnd) > Date.now();
	const learned = isRecalling ? all.map(withoutMessage) : all;
	return { learned, versions, assumptions, titles, subjects };
};

const withoutMessage = (learned: Learned): Learned => ({
	...learned,
	reviews: learned.reviews.map((review) =>
		review.subject?.kind === 'message' ? { ...review, was: '', became: '' } : review
	)
});

const Id = v.pipe(v.string(), v.uuid());
const Tag = v.object({ insight: Id, about: v.string() });
const Title = v.pipe(
	v.string(),
	v.trim(),
	v.minLength(1, 'Say what you take for granted.'),
	v.maxLength(300, 'Keep it to 300 characters.')
);

export const actions: Actions = {
	tag: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const form = v.safeParse(Tag, Object.fromEntries(await request.formData()));
		if (!form.success) error(404, 'There is no such insight.');
		const { insight, about } = form.output;
		const known = (await listLearned(locals.db, params.team)).some(({ id }) => id === insight);
		if (!known) error(404, 'There is no such insight.');
		const kept = await tagInsight(
			locals.db,
			params.team,
			locals.person.id,
			insight,
			readTag(about)
		);
		if (!kept) return fail(403, { problem: 'That was not kept: it is gone, or not yours to say.' });
	},
	assume: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const title = v.safeParse(Title, (await request.formData()).get('title'));
		if (!title.success) return fail(400, { problem: title.issues[0].message });
		if (!(await addAssumption(locals.db, params.team, locals.person.id, title.output)))
			return fail(403, { problem: 'Observers read; a member can write it down.' });
	},
	end: async ({ locals, params, request }) => {
		const id = v.safeParse(Id, (await request.formData()).get('id'));
		if (!id.success || !(await endAssumption(locals.db, params.team, id.output)))
			error(404, 'There is no such assumption, or you may not end it.');
	}
};
