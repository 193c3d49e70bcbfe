/** About three and a half characters a token: on the safe side for text in English. */
export const tokensIn = (text: string): number => Math.ceil(text.length / 3.5);
