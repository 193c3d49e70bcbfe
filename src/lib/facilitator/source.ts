/** Who proposes something: a rule, or a model that somebody asked. */
export type Source = { from: 'rule' } | { from: 'ai'; model?: string; askedBy?: string };

export const aRule: Source = { from: 'rule' };

/** The same in words, as it stands on every suggestion. */
export const sourceWords = ({ from }: Source): string =>
	from === 'rule' ? 'From a rule' : 'From AI';

/** Which model it was, and who asked it; empty where that is not known. */
export function modelWords(source: Source): string {
	if (source.from === 'rule') return '';
	const { model = '', askedBy = '' } = source;
	return [model, askedBy && `asked by ${askedBy}`].filter((part) => part !== '').join(', ');
}

/** A line a suggestion rests on, word for word, and where that stands. */
export type Quoted = { words: string; from: string; href?: string | undefined };
