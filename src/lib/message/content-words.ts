const fillers = new Set(
	`a about above after again all also am an and any are as at be because been before being below
	between both but by can could did do does doing down each every few for from further had has have
	having he her here hers him his how i if in into is it its itself just like may me might more most
	must my no nor not now of off on once one only or other our ours out over own same shall she should
	so some such than that the their theirs them then there these they this those through to too under
	until up upon us very was we were what when where which while who whom why will with within would
	you your yours`.split(/\s+/u)
);

/**
 * The words of a text that carry what it says, each once: lower case, without fillers, plurals and
 * endings cut to a common stem. Numbers stay as they are written, without thousands separators.
 * A light stemmer of our own, after the S-stemmer of Harman (1991) with -ing and -ed beside it.
 */
export function contentWords(text: string): Set<string> {
	const words = text.toLowerCase().match(/\d[\d,]*(?:\.\d+)?%?|[\p{L}\p{M}]+/gu) ?? [];
	return new Set(
		words
			.filter((word) => !fillers.has(word))
			.map((word) => (/^\d/u.test(word) ? word.replaceAll(',', '') : stem(word)))
			.filter((word) => word.length > 1 || /\d/u.test(word))
	);
}

function stem(word: string): string {
	if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
	if (word.length > 3 && word.endsWith('s') && !/(?:ss|us)$/u.test(word))
		return stem(word.slice(0, -1));
	if (word.length > 5 && word.endsWith('ing')) return undouble(word.slice(0, -3));
	if (word.length > 4 && word.endsWith('ed')) return undouble(word.slice(0, -2));
	return word.length > 4 && word.endsWith('e') ? word.slice(0, -1) : word;
}

const undouble = (word: string) => word.replace(/([bdgmnprt])\1$/u, '$1');
