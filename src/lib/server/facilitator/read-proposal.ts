import * as v from 'valibot';
import { sayTheSame } from '#lib/execution/workers/same-words.ts';
import type { AskTask, Proposal } from '#lib/facilitator/proposal.ts';
import { clean } from '../llm/clean.ts';
import { waysOut } from '../llm/ways-out.ts';
import type { RoomPrompt } from './room-prompt.ts';

const Item = v.object({
	kind: v.optional(v.picklist(['insight', 'decision', 'action']), 'insight'),
	title: v.string(),
	why: v.nullish(v.string(), ''),
	owner: v.nullish(v.string(), null),
	due: v.nullish(v.string(), null),
	cites: v.array(v.object({ note: v.string(), quote: v.string() }))
});

export type Proposed = Pick<Proposal, 'kind' | 'words' | 'why' | 'owner' | 'due' | 'cites'>;

/**
 * One item of a model's answer if it holds, or what is wrong with it: every line it cites was in this
 * prompt and says what is quoted, the owner is a member, the day lies ahead, and nothing leads out.
 * Sources are given as they stand in the notes.
 */
export function readProposal(said: unknown, task: AskTask, prompt: RoomPrompt): Proposed | string {
	const parsed = v.safeParse(Item, said);
	if (!parsed.success) return 'An item has a wrong shape.';
	const item = parsed.output;
	const { people } = prompt;
	const words = people.show(clean(item.title, 301));
	const why = people.show(clean(item.why ?? '', 300));
	if (words === undefined || why === undefined)
		return 'An item speaks of somebody who is not there.';
	if (!words || words.length > 300) return 'A title is empty or too long.';
	if (waysOut.test(words) || waysOut.test(why)) return 'An item holds a link or an address.';
	if (item.cites.length === 0) return 'An item cites nothing.';
	const cites: Proposed['cites'] = [];
	for (const { note, quote } of item.cites.slice(0, 5)) {
		const line = prompt.lines.get(note.trim().replace(/^\[|\]$/gu, ''));
		if (!line) return 'An item cites what is not in the data.';
		if (!quotes(line.sent, quote)) return 'A quote is not what the note says.';
		if (!cites.some((cited) => cited.note === line.id))
			cites.push({ note: line.id, words: clean(line.text, 300) });
	}
	const owner = item.owner === null ? undefined : people.personOf(item.owner);
	if (item.owner !== null && !(owner && prompt.members.has(owner.id)))
		return 'An owner is no member.';
	if (
		item.due !== null &&
		!(isDay(item.due) && item.due >= prompt.today && item.due <= prompt.until)
	)
		return 'A day is none, or lies behind or too far ahead.';
	const kind = task === 'options' ? 'option' : item.kind;
	const isAction = kind === 'action';
	return {
		...{ kind, words, why, cites },
		owner: (isAction && owner?.id) || null,
		due: isAction ? item.due : null
	};
}

/** Whether somebody has said the same already; two options may differ in one word. */
export const isKnown = ({ kind, words }: Proposed, known: readonly string[]): boolean =>
	known.some(
		(one) =>
			one.toLowerCase() === words.toLowerCase() || (kind !== 'option' && sayTheSame(one, words))
	);

/** Whether the note says the quote, whatever its spaces, dashes and quotation marks look like. */
export function quotes(note: string, quote: string): boolean {
	const said = plain(quote);
	return said.length > 2 && plain(note).includes(said);
}

const plain = (text: string) =>
	clean(text, 2000)
		.toLowerCase()
		.replace(/[‘’‚‛]/gu, "'")
		.replace(/[“”„‟]/gu, '"')
		.replace(/[‐-―]/gu, '-')
		.replace(/\s+/gu, ' ')
		.replace(/^["'…. ]+|["'…. ]+$/gu, '');

function isDay(day: string): boolean {
	const at = /^\d{4}-\d\d-\d\d$/u.test(day) ? new Date(`${day}T00:00:00Z`) : undefined;
	return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}
