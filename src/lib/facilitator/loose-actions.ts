import type { Outcome } from '#lib/meeting/outcome.ts';
import type { Suggestion } from './suggestion.ts';

/** More open actions than this are not carried but kept on a list: our choice. */
export const mostOpenActions = 10;

/** Words that name nobody: who `we` is, nobody knows next week. */
const group =
	/^(?:we|all of us|everyone|everybody|somebody|someone|the (?:team|group)|all|sales|operations|finance|marketing|product|engineering|hr|it)\b/iu;

/** `Ada and Grace send it`: what two own, neither does. */
const several = /^@?\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*)?(?:,| and| &) @?\p{Lu}[\p{L}.’'-]*/u;

/**
 * Actions of this meeting that will not be done as they stand: nobody owns them, a group or two people
 * do, or no day is named or it has gone by.
 *
 * @param mayOwn whether a person is still in the team and may own something
 * @param today ISO date
 */
export function looseActions(
	outcomes: readonly Outcome[],
	mayOwn: (person: string) => boolean,
	today: string
): Suggestion[] {
	return outcomes
		.filter(({ kind }) => kind === 'action')
		.flatMap((action): Suggestion[] => {
			const { id, title, owner, due } = action;
			const hasOwner = owner !== null && mayOwn(owner);
			const lacks = [...(hasOwner ? [] : [nobody(action)]), ...undated(due, today)];
			if (lacks.length === 0) return [];
			return [
				{
					key: `loose ${id} ${lacks.join(' ')}`,
					kind: 'loose action',
					audience: 'room',
					words: hasOwner ? `By when: ${title}?` : `Who takes it: ${title}?`,
					why: `${capital(lacks.join(', and '))}.`,
					cites: [{ what: 'action', id, words: title }],
					effects: [
						{
							words: hasOwner ? 'Give it a day' : 'Give it to somebody',
							effect: { does: 'give', action: id }
						}
					]
				}
			];
		});
}

function nobody({ title, owner }: Outcome): string {
	if (owner !== null) return 'its owner has left the team';
	const named = group.exec(title)?.[0];
	if (named) return `“${named}” names nobody`;
	return several.test(title) ? 'what two people own, neither does' : 'it has no owner';
}

function undated(due: string | null, today: string): string[] {
	if (due === null) return ['it has no date'];
	return due < today ? ['its date has gone by'] : [];
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Who would leave this meeting with more than anybody can carry. */
export function overloadedOwners(
	outcomes: readonly Outcome[],
	people: readonly { id: string; name: string; openActions: number }[],
	most = mostOpenActions
): Suggestion[] {
	return people.flatMap(({ id, name, openActions }): Suggestion[] => {
		const given = outcomes.filter(({ kind, owner }) => kind === 'action' && owner === id);
		const total = openActions + given.length;
		const last = given.at(-1);
		if (total <= most || !last) return [];
		return [
			{
				key: `too much ${id} ${total}`,
				kind: 'too much for one',
				audience: 'room',
				words: `Give something of ${name}’s to somebody else`,
				why: `${name} would have ${total} open actions, and ${most} is the most one person can carry.`,
				cites: given.map((action) => ({ what: 'action', id: action.id, words: action.title })),
				effects: [{ words: `Give “${last.title}” away`, effect: { does: 'give', action: last.id } }]
			}
		];
	});
}
