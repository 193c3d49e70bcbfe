import * as v from 'valibot';
import type { Person } from '#lib/meeting/person.ts';
import type { Recap } from '#lib/meeting/recap.ts';
import { isSealedAt } from '#lib/meeting/seal.ts';
import type { WantedDraft } from '../drafting.ts';
import { mostItems, mostTokens, schema, task, version } from '../prompts/recap.ts';
import { hashOf } from '../room-prompt.ts';
import { bringsInNumber, Told } from './told.ts';

const Said = v.object({
	kind: v.picklist(['recap', 'cascade']),
	text: v.string(),
	audience: v.nullish(v.string(), null),
	cites: v.array(v.string())
});
const longest = { recap: 1500, cascade: 700 } as const;
/** What everybody in the company is called as an audience. */
export const everyone = 'Everyone';

type Outcome = {
	kind: string;
	id: string;
	title: string;
	owner: string | null;
	due: string | null;
};

/** What a meeting left that nobody sealed, in the order in which a recap tells it. */
export function openOutcomes(recap: Recap): Outcome[] {
	const open = <One extends { segment: string | null; item: string | null }>(all: readonly One[]) =>
		all.filter((one) => !isSealedAt(recap.sealed, one));
	return [
		...open(recap.decisions).map(({ id, title, owner }) => ({
			kind: 'decision',
			id,
			title,
			owner,
			due: null
		})),
		...open(recap.actions).map(({ id, title, owner, due }) => ({
			kind: 'action',
			id,
			title,
			owner,
			due
		})),
		...open(recap.insights).map(({ id, title }) => ({
			kind: 'insight',
			id,
			title,
			owner: null,
			due: null
		})),
		...open(recap.risks).map(({ id, title, owner }) => ({
			kind: 'risk',
			id,
			title,
			owner,
			due: null
		})),
		...recap.hotItems
			.filter(({ id, state }) => !recap.sealed.has(id) && (state === 'open' || state === 'parked'))
			.map(({ id, title }) => ({ kind: 'left open', id, title, owner: null, due: null }))
	];
}

/**
 * What a model is asked for a recap: its prose, and what each audience is told. It is told what the
 * meeting left behind, no notes, and nothing that is sealed.
 *
 * @param audiences whom messages may be for
 */
export function draftForRecap({
	recap,
	people,
	audiences
}: {
	recap: Recap;
	people: readonly Person[];
	audiences: readonly string[];
}): Pick<WantedDraft, 'questions' | 'inputs' | 'version' | 'isKnown' | 'nothing'> {
	const told = new Told(people);
	const outcomes = openOutcomes(recap).slice(0, 120);
	const byId = new Map(outcomes.map((outcome, at) => [`o${at + 1}`, outcome]));
	const sent = new Map(
		audiences.slice(0, 12).map((audience) => [told.words(audience, 120), audience])
	);
	const data = JSON.stringify({
		outcomes: [...byId].map(([id, { kind, title, owner, due }]) => ({
			...{ id, kind, text: told.words(title, 300), owner: told.people.of(owner), due }
		})),
		audiences: [...sent.keys()]
	});
	const read = (said: unknown) => {
		const parsed = v.safeParse(Said, said);
		if (!parsed.success) return 'An item has a wrong shape.';
		const { kind, text, audience, cites } = parsed.output;
		const heard = told.heard(text, longest[kind]);
		if ('wrong' in heard) return heard.wrong;
		const whom = kind === 'cascade' ? sent.get(audience?.trim() ?? '') : '';
		if (whom === undefined) return 'A message is for nobody on the list.';
		const on = [...new Set(cites)].flatMap((id) => byId.get(id.trim()) ?? []);
		if (on.length === 0 || on.length < new Set(cites).size)
			return 'An item cites nothing, or what is not in the data.';
		// Whatever it says of numbers stands in what it cites, not somewhere else in the meeting.
		const rests = JSON.stringify(on.map(({ title, due }) => [told.words(title, 300), due]));
		if (bringsInNumber(text, withDays(rests)))
			return 'An item brings in a number it does not cite.';
		return {
			...{ kind, words: heard.text, why: '', extra: whom, owner: null, due: null },
			cites: on.map(({ kind: what, id, title }) => ({ kind: what, id, words: title }))
		};
	};
	return {
		version,
		questions: outcomes.length === 0 ? [] : [{ task, schema, mostTokens, mostItems, data, read }],
		inputs: outcomes.map(({ kind, id, title }) => ({ kind, id, hash: hashOf(title) })),
		isKnown: (one, before) =>
			before.some(({ kind, extra }) => kind === one.kind && extra === one.extra),
		nothing: 'It had nothing to say about this meeting.'
	};
}

/** A day may be said as a date, or as its day, month and year. */
const withDays = (text: string): string =>
	text.replace(/(\d{4})-(\d\d)-(\d\d)/gu, (day, year: string, month: string, date: string) =>
		[day, year, month, date, Number(month), Number(date)].join(' ')
	);
