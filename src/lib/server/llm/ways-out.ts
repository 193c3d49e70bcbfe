/** Where a text leads out: links, mail addresses, markup, telephone numbers. */
export const waysOut =
	/https?:|www\.|\b\S+@\S+\.\S+|<\/?[a-z!]|!?\[[^\]]*\]\(|\+?\d[\d ()-]{9,}\d/iu;

const mailAddress = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+\.[^\s<>()[\]"',;:]+/gu;

/** The text without mail addresses: no model is told one. */
export const withoutAddresses = (text: string): string => text.replace(mailAddress, '(address)');
