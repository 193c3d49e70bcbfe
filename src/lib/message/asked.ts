import { mentions } from '#lib/meeting/mention.ts';
import type { Person } from '#lib/meeting/person.ts';
import type { MessageText } from './message.ts';

/** A comment on the message with its answers, or an answer among them. */
export type Said = { id: string; by: string; at: number; body: string };
export type Thread = Said & {
	on: keyof MessageText;
	/** The words it is about. */
	quote: string;
	isResolved: boolean;
	replies: readonly Said[];
};

/** What somebody is asked by an @ in a comment, as long as they owe an answer. */
export type AskedOf = Pick<Thread, 'on' | 'quote'> & {
	/** The comment it stands in or under. */
	thread: string;
	person: string;
	by: string;
	at: number;
	body: string;
};

/**
 * Who is named by an @ in comments and has not answered: each person once for each thread, by what
 * was said to them last. A resolved comment asks nobody, saying something in the thread is an answer,
 * and whoever names themselves asks nobody either.
 *
 * @param people who may be named
 */
export function askedIn(threads: readonly Thread[], people: readonly Person[]): AskedOf[] {
	return threads
		.filter(({ isResolved }) => !isResolved)
		.flatMap((thread) => {
			const waiting = new Map<string, AskedOf>();
			const { id, on, quote } = thread;
			const said = [thread, ...thread.replies].toSorted((one, other) => one.at - other.at);
			for (const { by, at, body } of said) {
				waiting.delete(by);
				for (const person of namedIn(body, people))
					if (person !== by) waiting.set(person, { thread: id, on, quote, person, by, at, body });
			}
			return [...waiting.values()];
		});
}

function namedIn(body: string, people: readonly Person[]): Set<string> {
	const words = body.split(/\s+/u).filter(Boolean);
	return new Set(mentions(words, people).flatMap((found) => found.people.map(({ id }) => id)));
}
