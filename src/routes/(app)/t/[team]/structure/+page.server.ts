import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { countChart, nextReview } from '#lib/team/chart.ts';
import { listChanges, listReviews, listSeats } from '#lib/server/rows/seats.ts';
import { addSeat, signChart } from '#lib/server/rows/seat-changes.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { SeatForm, SignForm } from './seat-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:seats', 'rows:seat_holders', 'rows:seat_links', 'rows:chart_reviews');
	const { db } = locals;
	const [seats, reviews, changes, today] = await Promise.all([
		listSeats(db, params.team),
		listReviews(db, params.team),
		listChanges(db, params.team),
		findToday(db, locals.person.id)
	]);
	return { seats, reviews, changes, today, review: nextReview(reviews[0], today) };
};

const refusal = 'Only members of the team draw its chart.';

export const actions: Actions = {
	add: async ({ locals: { db }, params: { team }, request }) => {
		const form = v.safeParse(SeatForm, Object.fromEntries(await request.formData()));
		if (!form.success)
			return fail(400, { problems: v.flatten<typeof SeatForm>(form.issues).nested ?? {} });
		const seats = await listSeats(db, team);
		const { reportsTo } = form.output;
		if (reportsTo !== null && !seats.some(({ id }) => id === reportsTo))
			return fail(400, { problems: { reportsTo: ['Pick a seat of this team.'] as [string] } });
		const id = crypto.randomUUID();
		await addSeat(db, team, id, form.output);
		redirect(303, `/t/${team}/structure/${id}`);
	},

	sign: async ({ locals: { db, person }, params: { team }, request }) => {
		if (!person) error(401, 'Sign in first.');
		const form = v.safeParse(SignForm, Object.fromEntries(await request.formData()));
		if (!form.success) return fail(400, { problem: form.issues[0].message });
		const [seats, today] = await Promise.all([listSeats(db, team), findToday(db, person.id)]);
		const { all, vacant } = countChart(seats);
		if (all === 0) return fail(400, { problem: 'There is no seat to sign for yet.' });
		try {
			await signChart(db, team, person.id, {
				...{ on: today, note: form.output.note, seats: all },
				vacant: vacant.length
			});
		} catch (thrown) {
			if ((thrown as { code?: string }).code === '42501') error(403, refusal);
			throw thrown;
		}
	}
};
