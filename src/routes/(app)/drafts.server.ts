import { error, fail, type ActionFailure } from '@sveltejs/kit';
import * as v from 'valibot';
import { draftTaskKinds, type DraftTask } from '#lib/facilitator/draft.ts';
import type { Person } from '#lib/meeting/person.ts';
import type { WantedDraft } from '#lib/server/facilitator/drafting.ts';
import { probeWords } from '#lib/server/llm/probe.ts';
import { answerDraft, stopDraft } from '#lib/server/rows/drafts.ts';
import { offWords } from '#lib/server/llm/answer.ts';
import { listKindsOff } from '#lib/server/rows/suggestions.ts';
import { modelKindOf } from '#lib/facilitator/suggestion.ts';
import { listPeople } from '#lib/server/rows/people.ts';
import { runtime } from '#lib/server/runtime.ts';

const Id = v.pipe(v.string(), v.uuid());
const Answered = v.object({
	item: Id,
	said: v.picklist(['accepted', 'dismissed', 'open', 'edited']),
	words: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(2000)),
	audience: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(200)),
	owner: v.optional(v.union([v.literal(''), Id]), ''),
	due: v.optional(v.union([v.literal(''), v.pipe(v.string(), v.isoDate())]), '')
});

type Refused = ActionFailure<{ problem: string }>;

/** Whether a model can be asked, and what to say where it cannot; nothing where none is set up. */
export function modelOf(): { off: string } | undefined {
	const { ai } = runtime();
	return ai && { off: ai.isUsable ? '' : probeWords(ai.state) };
}

/**
 * Asks the model for a draft in the name of a member of the team.
 *
 * @param make what is asked, made of what this person may read; a sentence where nothing can be
 */
export async function askForDraft(
	{ db, person }: Pick<App.Locals, 'db' | 'person'>,
	about: { task: DraftTask; team: string; meeting: string | null; subject: string | null },
	make: (
		people: Person[]
	) => Promise<
		Pick<WantedDraft, 'questions' | 'inputs' | 'version' | 'isKnown' | 'nothing'> | string
	>
): Promise<Refused | undefined> {
	if (!person) error(401, 'Sign in first.');
	const { drafting } = runtime();
	if (!drafting) return fail(400, { problem: 'No model is set up on this server.' });
	const people = await listPeople(db, about.team);
	const me = people.find(({ id }) => id === person.id);
	if (!me?.current || me.role === 'observer')
		return fail(403, { problem: 'Only members of the team ask the model.' });
	const off = await listKindsOff(db, about.team);
	const isOff = (drafted: string) => {
		const kind = modelKindOf(drafted);
		return kind !== undefined && off.has(kind);
	};
	if (draftTaskKinds[about.task].every(isOff)) return fail(400, { problem: offWords });
	const made = await make(people);
	if (typeof made === 'string') return fail(400, { problem: made });
	const problem = await drafting.ask({
		...{ ...about, ...made, person: me.id },
		// What nobody wants is as good as said already.
		isKnown: (item, before) => isOff(item.kind) || made.isKnown(item, before)
	});
	return problem ? fail(400, { problem }) : undefined;
}

/** Stops what is being drafted. */
export async function stopTyped({ db }: Pick<App.Locals, 'db'>, request: Request): Promise<void> {
	const form = v.safeParse(v.object({ draft: Id }), Object.fromEntries(await request.formData()));
	if (!form.success) error(400, 'There is no such draft.');
	await stopDraft(db, form.output.draft);
}

/** Accepts what was drafted, in the words it was given, dismisses it, or puts it forward again. */
export async function answerTyped(
	{ db }: Pick<App.Locals, 'db'>,
	request: Request
): Promise<Refused | undefined> {
	const form = v.safeParse(Answered, Object.fromEntries(await request.formData()));
	if (!form.success)
		return fail(400, { problem: 'Please keep it under 2,000 characters. Nothing was changed.' });
	const { owner, due, ...answer } = form.output;
	if ((answer.said === 'accepted' || answer.said === 'edited') && answer.words === '')
		return fail(400, { problem: 'Write something, or dismiss it.' });
	const isDone = await answerDraft(db, { ...answer, owner: owner || null, due: due || null });
	if (!isDone) return fail(409, { problem: 'Somebody has answered it already.' });
}
