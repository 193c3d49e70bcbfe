import { addDays } from '#lib/calendar/day.ts';
import type { Person } from '#lib/meeting/person.ts';
import { clockFace } from '#lib/meeting/timebox.ts';
import { clean } from '../../llm/clean.ts';
import type { WantedDraft } from '../drafting.ts';
import { mostItems, mostTokens, schema, task, version } from '../prompts/transcript.ts';
import { isKnown, readProposal } from '../read-proposal.ts';
import { hashOf, type RoomPrompt } from '../room-prompt.ts';
import { Told } from './told.ts';

export type SaidTurn = {
	position: number;
	speaker: string;
	person: string | null;
	at: number | null;
	text: string;
};

/** How much of a transcript is asked about at once, in characters: some ten minutes of speech. */
const windowChars = 11_000;
/** How far ahead an action may be due, in days. */
const furthest = 400;

/**
 * What a model is asked about a transcript: window by window, in the order in which it was said.
 * Speakers are told as pseudonyms, whether they are members or not.
 *
 * @param today ISO date of the meeting, which what was said counts from
 */
export function draftFromTranscript({
	turns,
	people,
	today,
	recorded
}: {
	turns: readonly SaidTurn[];
	people: readonly Person[];
	today: string;
	recorded: readonly string[];
}): Pick<WantedDraft, 'questions' | 'inputs' | 'version' | 'isKnown' | 'nothing'> {
	const strangers = [...new Set(turns.flatMap(({ person, speaker }) => (person ? [] : speaker)))]
		.filter((name) => name !== '' && !people.some((person) => person.name === name))
		.map((name) => ({ id: `speaker ${name}`, name }));
	const told = new Told([...people, ...strangers]);
	const members = new Set(
		people.filter(({ current, role }) => current && role !== 'observer').map(({ id }) => id)
	);
	const until = addDays(today, furthest);
	const known = recorded.map((title) => told.words(title, 300));
	const questions = windows(turns).map((window) => {
		const lines = new Map(
			window.map(({ position, text }) => [
				`t${position}`,
				{ id: String(position), text: clean(text, 4000), sent: told.words(text, 4000) }
			])
		);
		const prompt: RoomPrompt = {
			...{ data: '', lines, people: told.people, members, today, until },
			...{ known: recorded, inputs: [] }
		};
		const last = window.at(-1);
		return {
			...{ task, schema, mostTokens, mostItems },
			data: JSON.stringify({
				...{ today, until },
				people: [...members].map((id) => told.people.of(id)),
				notes: window.map(({ position, person, speaker }) => ({
					id: `t${position}`,
					by: told.people.of(person ?? `speaker ${speaker}`),
					text: lines.get(`t${position}`)?.sent
				})),
				recorded: known
			}),
			upTo: last?.at ? `It was read up to ${clockFace(last.at)}.` : 'It was read in part.',
			read: (said: unknown) => {
				const read = readProposal(said, 'capture', prompt);
				if (typeof read === 'string') return read;
				const { kind, words, why, owner, due, cites } = read;
				if (kind === 'option') return 'An item has a wrong shape.';
				return {
					...{ kind, words, why, owner, due, extra: '' },
					cites: cites.map((cite) => ({ kind: 'turn', id: cite.note, words: cite.words }))
				};
			}
		};
	});
	return {
		...{ version, questions },
		inputs: turns.map(({ position, text }) => ({
			...{ kind: 'turn', id: String(position), hash: hashOf(text) }
		})),
		isKnown: ({ kind, words }, before) =>
			kind !== 'recap' &&
			isKnown({ kind: 'insight', words, why: '', owner: null, due: null, cites: [] }, [
				...recorded,
				...before.map((one) => one.words)
			]),
		nothing: 'It found nothing in the transcript that is not recorded yet.'
	};
}

function windows(turns: readonly SaidTurn[]): SaidTurn[][] {
	const all: SaidTurn[][] = [];
	let size = Infinity;
	for (const turn of turns) {
		if (size + turn.text.length > windowChars) {
			all.push([]);
			size = 0;
		}
		all.at(-1)?.push(turn);
		size += turn.text.length;
	}
	return all;
}
