/** Somebody the room knows by name. `hue` is one of the ten presence hues, 1 to 10. */
export type Person = {
	id: string;
	name: string;
	title: string;
	hue: number;
	role: 'admin' | 'member' | 'observer';
	/** False once they have left the team; their name stays on what they did. */
	current: boolean;
};

/** `SW` for Sam Whitlock, one letter for one name, whole graphemes for emoji and other scripts. */
export function initials(name: string): string {
	const words = name.trim().split(/\s+/u).filter(Boolean);
	const first = (word: string | undefined) =>
		word ? ([...new Intl.Segmenter().segment(word)][0]?.segment ?? '') : '';
	const letters = words.length > 1 ? first(words[0]) + first(words.at(-1)) : first(words[0]);
	return letters.toLocaleUpperCase('en-GB') || '?';
}

/** What people call each other in the room. */
export function firstName(name: string): string {
	return name.trim().split(/\s+/u)[0] ?? name;
}
