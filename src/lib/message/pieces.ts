/** A stretch of text, and whether something is said about it. */
export type Piece = { text: string; isMarked: boolean };

/** Cuts a text where marks begin and end. Marks are offsets; they may touch, overlap or be empty. */
export function piecesOf(text: string, marks: readonly { from: number; to: number }[]): Piece[] {
	const cuts = new Set([0, text.length, ...marks.flatMap(({ from, to }) => [from, to])]);
	const ordered = [...cuts].filter((at) => at >= 0 && at <= text.length).toSorted((a, b) => a - b);
	const pieces: Piece[] = [];
	for (const [index, from] of ordered.slice(0, -1).entries()) {
		const to = ordered[index + 1] ?? text.length;
		const isMarked = marks.some((mark) => mark.from <= from && mark.to >= to);
		const last = pieces.at(-1);
		if (last?.isMarked === isMarked) last.text += text.slice(from, to);
		else pieces.push({ text: text.slice(from, to), isMarked });
	}
	return pieces;
}
