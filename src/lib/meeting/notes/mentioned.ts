import { matching } from '#lib/ui/choices.ts';
import { firstName, type Person } from '../person.ts';

/** People whose name begins so, the most likely first; a short list, as it covers the words. */
export function peopleNamed(typed: string, people: readonly Person[]): Person[] {
	const choices = people.map((person) => ({ value: person.id, label: person.name, person }));
	return (typed ? matching(choices, typed) : choices).slice(0, 8).map(({ person }) => person);
}

/** Their first name, or the whole one when two people share the first. */
export function mentionOf(person: Person, people: readonly Person[]): string {
	const first = firstName(person.name);
	const isShared = people.some(({ id, name }) => id !== person.id && firstName(name) === first);
	return `@${isShared ? person.name : first}`;
}
