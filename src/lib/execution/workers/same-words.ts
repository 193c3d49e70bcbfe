const little = new Set(
	'a an and are as at be by for from has have in is it its no not of on one or our that the their them they this to was we what which who with'.split(
		' '
	)
);

/** From this share of common words on, two titles say the same: our choice, tried on the sample company. */
const alikeFrom = 0.6;

/** Whether two titles say the same in nearly the same words, whatever their endings and order. */
export function sayTheSame(one: string, other: string): boolean {
	const [first, second] = [stemsOf(one), stemsOf(other)];
	if (first.size === 0 || second.size === 0) return false;
	const common = [...first].filter((stem) => second.has(stem)).length;
	return common / (first.size + second.size - common) >= alikeFrom;
}

/** Whether two texts share a word that means something. */
export function shareAWord(one: string, other: string): boolean {
	const stems = stemsOf(other);
	return [...stemsOf(one)].some((stem) => stems.has(stem));
}

function stemsOf(text: string): Set<string> {
	const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	return new Set(
		words
			.filter((word) => !little.has(word))
			.map((word) => (word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/u, '') : word))
	);
}
