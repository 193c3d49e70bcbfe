const least = 6_000; // ms to notice a sentence and read it
const perWord = 333; // ms: 180 words in a minute, slow readers of a second language

/** @returns for how many milliseconds a notice has to stand to be read */
export function readingTime(text: string): number {
	const words = text.split(/\s+/u).filter(Boolean).length;
	return Math.max(least, 2_000 + words * perWord);
}
