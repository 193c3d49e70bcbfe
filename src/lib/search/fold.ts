// The same as private.fold in the database, so that what it marks is found in the text again.
const dropped = /[\u0300-\u036f\u200b-\u200f\u00ad\u2019']/gu;
const between =
	/[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f\ue000-\uf8ff]+/gu;
const others: Record<string, string> = {
	ø: 'o',
	ł: 'l',
	đ: 'd',
	ħ: 'h',
	ı: 'i',
	ß: 'ss',
	æ: 'ae',
	œ: 'oe'
};

/** Words without case, accents and punctuation, with one space between them. */
export function fold(words: string): string {
	return words
		.normalize('NFKD')
		.replace(dropped, '')
		.toLowerCase()
		.replace(/[øłđħıßæœ]/gu, (letter) => others[letter] ?? letter)
		.replace(between, ' ')
		.trim();
}
