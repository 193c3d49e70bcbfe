import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { listMetrics } from '#lib/server/rows/metrics.ts';
import { listPriorities } from '#lib/server/rows/priorities.ts';
import {
	editSeat,
	endSeat,
	giveSeat,
	linkSeat,
	seatInSeries,
	takeSeat,
	unlinkSeat
} from '#lib/server/rows/seat-changes.ts';
import { findSeatNotes, permitNotes, writeSeatNotes } from '#lib/server/rows/seat-notes.ts';
import { listSeats } from '#lib/server/rows/seats.ts';
import { listObjectiveNames, listSeriesNames } from '#lib/server/rows/names.ts';
import { Id, line } from '../../execution/priority-form.ts';
import { mayOwn, notAnOwner } from '../../owner.ts';
import { LinkForm, NotesForm, SeatForm } from '../seat-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const none = 'There is no such seat in this team, or it was closed.';

export const load: PageServerLoad = async ({ locals, params, depends, parent }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:seats', 'rows:seat_holders', 'rows:seat_links', 'rows:series_seats');
	if (!v.is(Id, params.seat)) error(404, none);
	const { db } = locals;
	const { person: me } = await parent();
	const [seats, metrics, priorities, objectives, series, notes] = await Promise.all([
		listSeats(db, params.team),
		listMetrics(db, params.team),
		listPriorities(db, params.team),
		listObjectiveNames(db, params.team),
		listSeriesNames(db, params.team),
		findSeatNotes(db, params.team, params.seat, me)
	]);
	const seat = seats.find(({ id }) => id === params.seat);
	if (!seat) error(404, none);
	return {
		seats,
		seat,
		series,
		notes,
		rows: [
			...metrics.map(({ id, name }) => ({ kind: 'metric' as const, row: id, name })),
			...priorities
				.filter(({ endedAt }) => endedAt === null)
				.map(({ id, title }) => ({ kind: 'priority' as const, row: id, name: title })),
			...objectives.map(({ id, name }) => ({ kind: 'objective' as const, row: id, name }))
		]
	};
};

async function typed({ request }: RequestEvent) {
	return Object.fromEntries(await request.formData());
}

export const actions: Actions = {
	save: async (event) => {
		const { db } = event.locals;
		const form = v.safeParse(SeatForm, await typed(event));
		if (!form.success)
			return fail(400, { problems: v.flatten<typeof SeatForm>(form.issues).nested ?? {} });
		const answer = await editSeat(db, event.params.team, event.params.seat, form.output);
		if (answer === 'none') error(404, none);
		if (answer === 'loop')
			return fail(400, {
				problems: { reportsTo: ['That seat stands below this one. Pick another.'] as [string] }
			});
	},

	close: async ({ locals: { db }, params: { team, seat } }) => {
		if (!(await endSeat(db, team, seat, new Date()))) error(404, none);
		redirect(303, `/t/${team}/structure`);
	},

	give: async (event) => {
		const { db } = event.locals;
		const { team, seat } = event.params;
		const said = await typed(event);
		if (typeof said['person'] === 'string' && said['person'] !== '') {
			if (!(await mayOwn(db, team, said['person'])))
				return fail(400, { problems: { person: [notAnOwner] as [string] } });
			await giveSeat(db, team, seat, { person: said['person'] });
			return;
		}
		const name = v.safeParse(line(120, 'Pick somebody, or write a name.'), said['name'] ?? '');
		if (!name.success)
			return fail(400, { problems: { name: [name.issues[0].message] as [string] } });
		await giveSeat(db, team, seat, { name: name.output });
	},

	take: async (event) => {
		const holder = v.safeParse(Id, (await typed(event))['holder']);
		if (!holder.success) error(404, none);
		await takeSeat(event.locals.db, event.params.team, holder.output);
	},

	link: async (event) => {
		const form = v.safeParse(LinkForm, await typed(event));
		if (!form.success) return fail(400, { problems: { link: ['Pick one.'] as [string] } });
		await linkSeat(event.locals.db, event.params.team, event.params.seat, form.output.link);
	},

	unlink: async (event) => {
		const link = v.safeParse(Id, (await typed(event))['link']);
		if (!link.success) error(404, none);
		await unlinkSeat(event.locals.db, event.params.team, link.output);
	},

	sits: async (event) => {
		const said = await typed(event);
		const series = v.safeParse(Id, said['series']);
		if (!series.success) error(404, none);
		const { team, seat } = event.params;
		await seatInSeries(event.locals.db, team, seat, series.output, said['sits'] === 'yes');
	},

	notes: async (event) => {
		const { db, person } = event.locals;
		if (!person) error(401, 'Sign in first.');
		const form = v.safeParse(NotesForm, await typed(event));
		if (!form.success) return fail(400, { problem: form.issues[0].message });
		const { team, seat } = event.params;
		if (!(await writeSeatNotes(db, team, seat, person.id, form.output))) error(404, none);
	},

	permit: async (event) => {
		const said = await typed(event);
		const reader = v.safeParse(Id, said['reader']);
		if (!reader.success) return fail(400, { problem: 'Pick somebody.' });
		const { team, seat } = event.params;
		await permitNotes(event.locals.db, team, seat, reader.output, said['may'] === 'yes');
	}
};
