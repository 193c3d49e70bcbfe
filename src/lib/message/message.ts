import * as v from 'valibot';

/** The longest answer; a message that people are to remember is far shorter. */
export const longestAnswer = 4000;

/** What a version may be called beside its number; its column holds as much. */
export const longestVersionName = 80;

/** Lines from a form end in CRLF; what is kept ends in LF, so that versions compare. */
const Answer = v.pipe(
	v.optional(v.string(), ''),
	v.transform((typed) => typed.replace(/\r\n?/gu, '\n').trim()),
	v.maxLength(longestAnswer, 'Please keep it under 4,000 characters.')
);

/** What the company does now and why, told the same way by every leader. */
export const MessageText = v.object({ what: Answer, why: Answer, how: Answer, howMuch: Answer });
export type MessageText = v.InferOutput<typeof MessageText>;

export const questions = [
	{ key: 'what', heading: 'What', asks: 'What are we going to do?' },
	{ key: 'why', heading: 'Why', asks: 'Why is it essential? What happens if we do not?' },
	{ key: 'how', heading: 'How', asks: 'How will we do it?' },
	{ key: 'howMuch', heading: 'How much', asks: 'What does success look like, and by when?' }
] as const satisfies readonly { key: keyof MessageText; heading: string; asks: string }[];

/** The headings whose answers differ between two versions. */
export function changedParts(newer: MessageText, older: MessageText): string[] {
	return questions.filter(({ key }) => newer[key] !== older[key]).map(({ heading }) => heading);
}

export function isBlank(text: MessageText): boolean {
	return questions.every(({ key }) => text[key] === '');
}
