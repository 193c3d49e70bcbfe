/**
 * Characters nobody sees: controls but for line breaks, zero-width ones, tags, variation selectors
 * beyond the common ones, and marks that turn the direction of writing. Orders hide in them.
 */
const unseen =
	/[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e0fff}]|(?!\n)\p{Cc}/gu;

/** A text as people see it, on one line unless it has several; at most so many characters. */
export function clean(text: string, longest: number): string {
	return Array.from(text.normalize('NFC').replace(unseen, '').trim()).slice(0, longest).join('');
}
