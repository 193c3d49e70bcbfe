/** Something that can be picked from a list, by typing a part of its label or hint. */
export type Choice = { value: string; label: string; hint?: string };

/** Letters without case and accents, so that "tomas" finds Tomás. */
function plain(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en-GB');
}

/** What stands between words, in a label as in what is typed. */
const between = /[^\p{L}\p{N}]+/u;

/** Choices in which every typed word begins a word; what was typed first in the label comes first. */
export function matching<T extends Choice>(choices: T[], typed: string): T[] {
	const words = plain(typed).split(between).filter(Boolean);
	const starts = (text: string, word: string) =>
		plain(text)
			.split(between)
			.some((part) => part.startsWith(word));
	const found = choices.filter((choice) =>
		words.every((word) => starts(`${choice.label} ${choice.hint ?? ''}`, word))
	);
	const leading = (choice: T) => (plain(choice.label).startsWith(words[0] ?? '') ? 0 : 1);

	return found.toSorted((one, other) => leading(one) - leading(other));
}
