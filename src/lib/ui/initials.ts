/** Up to two letters that stand for a name: first and last word, as people sign a whiteboard. */
export function initials(name: string): string {
	const words = name.trim().split(/\s+/u);
	const ends = words.length > 1 ? [words.at(0), words.at(-1)] : [words.at(0)];

	return ends
		.map((word) => Array.from(word ?? '').at(0) ?? '')
		.join('')
		.toLocaleUpperCase('en-GB');
}
