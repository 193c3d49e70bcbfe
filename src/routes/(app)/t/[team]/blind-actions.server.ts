import { error, fail, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import type { RoundKind, Sheet } from '#lib/diagnosis/blind-round.ts';
import { proposeForAgenda } from '#lib/server/rows/agenda-proposals.ts';
import {
	answerBlindRound,
	revealBlindRound,
	startBlindRound
} from '#lib/server/rows/blind-rounds.ts';

const Id = v.pipe(v.string(), v.uuid());
const Start = v.object({
	invited: v.pipe(v.array(Id), v.minLength(1, 'Ask at least one person.')),
	due: v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => typed || null),
		v.nullable(v.pipe(v.string(), v.isoDate('Pick a day.')))
	)
});
const Proposed = v.object({
	title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)),
	source: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(1000))
});

const refused = {
	closed: 'The round was revealed meanwhile. Nothing was kept.',
	elsewhere:
		'You have answered from another browser. What you gave there stays; it can be changed only there.',
	incomplete: 'Something is not answered yet. Tap one answer for each line; “can’t say” is one too.'
} as const;

type Event = RequestEvent<{ team: string }>;

const none = 'There is no such round in this team, or you are not asked in it.';

/** Refusals of the database become pages that say so; what else fails is thrown. */
async function asked<Answer>(work: Promise<Answer>): Promise<Answer> {
	try {
		return await work;
	} catch (thrown) {
		const { code, message } = thrown as { code?: string; message?: string };
		if (code === '42501' || /no such round|not asked|Only members/.test(message ?? ''))
			error(404, none);
		throw thrown;
	}
}

/** What any page with a blind round does: start, answer, reveal, and offer something to the agenda. */
export function blindActions(kind: RoundKind) {
	return {
		start: async ({ locals: { db }, params, request }: Event) => {
			const typed = await request.formData();
			const form = v.safeParse(Start, {
				invited: typed.getAll('invited'),
				due: typed.get('due') ?? ''
			});
			if (!form.success) return fail(400, { problem: form.issues[0].message });
			const { invited, due } = form.output;
			if (!(await asked(startBlindRound(db, params.team, kind, invited, due))))
				return fail(400, { problem: 'Nobody of these is a member any more. Nothing was started.' });
		},

		answer: async ({ locals: { db }, request }: Event) => {
			const typed = await request.formData();
			const round = v.safeParse(Id, typed.get('round'));
			if (!round.success) error(404, none);
			// Without script the browser keeps no key, and the answers cannot be changed later.
			const kept = typed.get('key');
			const key =
				typeof kept === 'string' && kept ? kept : crypto.randomUUID() + crypto.randomUUID();
			const sheet: Sheet = {};
			for (const [name, value] of typed)
				if (name !== 'round' && name !== 'key' && typeof value === 'string')
					sheet[name] = name.includes('.') ? Number(value) : value;
			const answer = await asked(answerBlindRound(db, round.output, key, sheet));
			if (answer !== 'kept') return fail(400, { problem: refused[answer] });
		},

		reveal: async ({ locals: { db }, request }: Event) => {
			const round = v.safeParse(Id, (await request.formData()).get('round'));
			if (!round.success) error(404, none);
			if (!(await asked(revealBlindRound(db, round.output))))
				return fail(403, {
					problem: 'Others are still asked. Whoever began it, or an admin, can close it before.'
				});
		},

		propose: async ({ locals: { db, person }, params, request }: Event) => {
			if (!person) error(401, 'Sign in first.');
			const form = v.safeParse(Proposed, Object.fromEntries(await request.formData()));
			if (!form.success) return fail(400, { problem: 'Say what it is about.' });
			await asked(proposeForAgenda(db, params.team, person.id, form.output));
		}
	};
}
