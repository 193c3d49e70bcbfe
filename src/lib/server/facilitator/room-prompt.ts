import { createHash } from 'node:crypto';
import { addDays } from '#lib/calendar/day.ts';
import type { AskTask, Input } from '#lib/facilitator/proposal.ts';
import { clean } from '../llm/clean.ts';
import { Pseudonyms } from '../llm/pseudonyms.ts';
import { withoutAddresses } from '../llm/ways-out.ts';
import * as capture from './prompts/capture.ts';
import * as options from './prompts/options.ts';
import type { RoomSight } from './room-sight.ts';

/** The prompts of the room, each a file with its version, its words and the shape of its answer. */
export const prompts = { capture, options } satisfies Record<AskTask, unknown>;

export type SentLine = { id: string; text: string; sent: string };

/** What the model is asked, and how what it says is understood. */
export type RoomPrompt = {
	data: string;
	/** The lines by the short ids of this prompt: as they stand in the notes, and as they were sent. */
	lines: ReadonlyMap<string, SentLine>;
	people: Pseudonyms;
	/** Whoever may own something. */
	members: ReadonlySet<string>;
	today: string;
	until: string;
	/** What was said already: it is not proposed again. */
	known: readonly string[];
	inputs: Input[];
};

/** How far ahead an action may be due, in days. */
const furthest = 400;

/** Builds the prompt from what was seen, and from nothing else. */
export function promptForRoom(sight: RoomSight): RoomPrompt {
	const { today } = sight;
	const people = new Pseudonyms(sight.people);
	const words = (text: string, longest: number) =>
		people.hide(withoutAddresses(clean(text, longest)));
	const until = addDays(today, furthest);
	const lines = new Map(
		sight.lines.map(({ id, text }, at): [string, SentLine] => [
			`n${at + 1}`,
			{ id, text: clean(text, 1000), sent: words(text, 1000) }
		])
	);
	const members = sight.people.filter(({ current, role }) => current && role !== 'observer');
	const data = {
		...{ today, until },
		...(sight.item && {
			item: { title: words(sight.item.title, 300), question: words(sight.item.question, 500) }
		}),
		people: members.map(({ id }) => people.of(id)),
		notes: sight.lines.map(({ author, of }, at) => ({
			id: `n${at + 1}`,
			by: people.of(author),
			under: words(of, 200),
			text: lines.get(`n${at + 1}`)?.sent
		})),
		recorded: sight.recorded.map((title) => words(title, 300)),
		proposed: sight.proposed.map((title) => words(title, 300))
	};
	return {
		...{ data: JSON.stringify(data), lines, people, today, until },
		members: new Set(members.map(({ id }) => id)),
		known: [...sight.recorded, ...sight.proposed],
		inputs: [
			...(sight.item ? [inputOf('hot item', sight.item.id, sight.item.title)] : []),
			...sight.lines.map(({ id, text }) => inputOf('note', id, text))
		]
	};
}

/** What something was, without its words: the first 16 hex digits of SHA-256. */
export const hashOf = (text: string): string =>
	createHash('sha256').update(text).digest('hex').slice(0, 16);

const inputOf = (kind: string, id: string, text: string): Input => ({
	...{ kind, id },
	hash: hashOf(text)
});
