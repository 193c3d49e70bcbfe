import * as v from 'valibot';

/** What an insight is about: a priority, an assumption, or an element of the leadership message. */
export const aboutKinds = ['priority', 'assumption', 'message'] as const;
/** `id` is that of the row; for the message it is the element: `what`, `why`, `how`, `howMuch`. */
export const About = v.object({ kind: v.picklist(aboutKinds), id: v.string() });
export type About = v.InferOutput<typeof About>;

/** What a review may change; an objective can be, though no insight is tagged with one. */
export const Changeable = v.object({
	kind: v.picklist([...aboutKinds, 'objective']),
	id: v.string()
});
export type Changeable = v.InferOutput<typeof Changeable>;

export const elementNames = {
	what: 'What',
	why: 'Why',
	how: 'How',
	howMuch: 'How much'
} as const;
export type ElementKey = keyof typeof elementNames;
export const isElement = (id: string): id is ElementKey => Object.hasOwn(elementNames, id);

/** As the value of a choice; '' for none. */
export const writeAbout = (about: Changeable | null | undefined): string =>
	about ? `${about.kind}:${about.id}` : '';

/** What a choice stands for; null for anything else. */
export function readAbout(choice: string): Changeable | null {
	const [kind, id] = choice.split(':');
	const read = v.safeParse(Changeable, { kind, id });
	return read.success && read.output.id !== '' ? read.output : null;
}

/** The same where an insight is tagged: an objective is no tag. */
export function readTag(choice: string): About | null {
	const read = v.safeParse(About, readAbout(choice));
	return read.success ? read.output : null;
}
