/** The most characters of one line; what is longer is no line of notes. */
export const longestLine = 20_000;
/** More lines than this are a document, not notes of a meeting. */
export const mostPasted = 500;

export type Pasted = {
	lines: string[];
	/** Lines and characters left out, so that it can be said. */
	linesLeftOut: number;
	charactersLeftOut: number;
};

/** What somebody pastes, as lines of plain words; blank lines are not kept. */
export function pastedLines(text: string): Pasted {
	const lines = text
		.split(/\r\n|[\n\r\u2028\u2029]/u)
		.map((line) => line.replace(/\t/gu, ' ').replace(/\p{Cc}/gu, ''))
		.filter((line) => line.trim() !== '');
	const kept = lines.slice(0, mostPasted);
	const cut = kept.map((line) => line.slice(0, wholeCharacters(line)));

	return {
		lines: cut,
		linesLeftOut: lines.length - kept.length,
		charactersLeftOut: kept.join('').length - cut.join('').length
	};
}

/** One sentence about what was left out of a paste; nothing when all of it is there. */
export function leftOut({ lines, linesLeftOut, charactersLeftOut }: Pasted): string | undefined {
	const number = new Intl.NumberFormat('en-GB');
	if (linesLeftOut > 0)
		return `Pasted the first ${number.format(lines.length)} lines; ${number.format(linesLeftOut)} were left out.`;
	if (charactersLeftOut > 0)
		return `A line holds ${number.format(longestLine)} characters; ${number.format(charactersLeftOut)} were left out.`;
	return undefined;
}

/** Where to cut so that no emoji is halved. */
function wholeCharacters(line: string): number {
	const last = line.charCodeAt(longestLine - 1);
	return last >= 0xd800 && last <= 0xdbff ? longestLine - 1 : longestLine;
}
