import EmailReplyParser from 'email-reply-parser';

/** Longer answers are cut before anybody looks for quotes in them; a comment has far fewer. */
const mostRead = 20_000;
/** As our mails say it, up to where mail programs break lines. */
const above = /Answer above this line/u;

/**
 * What somebody wrote into a mail, without what it quotes and how it is signed.
 *
 * @param text the plain text of the mail
 */
export function answerIn(text: string): string {
	const lines = text.slice(0, mostRead).replace(/\r\n?/gu, '\n').split('\n');
	const marker = lines.findIndex((line) => above.test(line));
	const own = (marker < 0 ? lines : withoutIntroduction(lines.slice(0, marker))).join('\n');
	return new EmailReplyParser()
		.parseReply(own)
		.replace(/\n{3,}/gu, '\n\n')
		.trim();
}

/**
 * Takes off how mail programs introduce what they quote (`On … wrote:`, `Von: … Gesendet: …`), in
 * whatever language: the last block right above our own words, when it ends in a colon or looks like headers.
 */
function withoutIntroduction(lines: readonly string[]): string[] {
	const kept = [...lines];
	const isEmpty = (line: string | undefined) => line !== undefined && /^[\s>_-]*$/u.test(line);
	while (isEmpty(kept.at(-1))) kept.pop();
	const start = kept.findLastIndex((line) => isEmpty(line)) + 1;
	const block = kept.slice(start);
	const isIntroduction =
		block.length <= 8 &&
		(/:\s*$/u.test(block.at(-1) ?? '') ||
			(block.length > 1 && block.every((line) => /^[>\s*]*\p{L}[\p{L} ]{0,20}:\s?\S/u.test(line))));
	return isIntroduction ? kept.slice(0, start) : kept;
}
