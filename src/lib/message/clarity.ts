import { questions, type MessageText } from './message.ts';
import { jargon, vague, weaselVerbs } from './vague-words.ts';

export type Element = keyof MessageText;

export type ClarityRule =
	| 'one sentence'
	| 'from and to'
	| 'stakes'
	| 'actor or method'
	| 'number'
	| 'date'
	| 'vague phrase'
	| 'jargon'
	| 'length'
	/** A number that is not the one of an annual goal. */
	| 'goal'
	/** A claim without a number for which an annual goal has one. */
	| 'claim';

/** Something in an answer that people will not understand alike, and what would mend it. */
export type Finding = {
	rule: ClarityRule;
	/** Where the phrase stands in the answer; nothing is quoted when something is missing. */
	from: number;
	to: number;
	words: string;
	/** Other words for the phrase, where a rule has them. */
	use?: string;
};

type Clause = { text: string; at: number };
type Phrase = { from: number; to: number };

/** The most words of an answer that people can still say after hearing it twice: our choice. */
const longest: Record<Element, number> = { what: 30, why: 90, how: 90, howMuch: 60 };

const missing = { from: 0, to: 0 };
const amount =
	/\d|\b(?:half|third|quarter|twice|double|triple|two|three|four|five|six|seven|eight|nine|ten|twelve|hundred|thousand|million|billion|dozen|every|zero|none|no)\b/iu;
const number =
	/\d|\b(?:half|third|twice|double|triple|two|three|four|five|six|seven|eight|nine|ten|twelve|hundred|thousand|million|billion|dozen|zero)\b/iu;
const date =
	/\b(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d|q[1-4]|spring|summer|autumn|winter|(?:this|next) (?:week|month|quarter|year)|within|by the end of|in (?:a|one|two|three|four|five|six|\d+) (?:days?|weeks?|months?|quarters?|years?)|(?:first|second|third|fourth) (?:quarter|half))\b/iu;
const fromTo =
	/\bfrom\b.+\bto\b|→|->|\binstead of\b|\brather than\b|\bno longer\b|\bstop\b.+\b(?:start|and)\b|\breplac(?:e|es|ing)\b.+\b(?:by|with)\b|\bturn(?:s|ing)?\b.+\binto\b|\bbecom(?:e|es|ing)\b/isu;
const stakes =
	/\bif (?:we|they|nothing|not|the)\b|\bunless\b|\botherwise\b|\bor else\b|\bwithout (?:it|this|them)\b|\bat stake\b|\b(?:lose|lost|losing|risk|cost|costs|miss|fail|shrink|decline|declined|declining|fall|fell|falling|drop|dropped|shut|close|closed|run out|too late|overtake|overtaken|bankrupt|leave|left|leaving|threat|threatens)\b/iu;
const method =
	/\bby \w+ing\b|\bthrough\b|\bwith\b|\busing\b|\bvia\b|\bfirst\b|\bthen\b|\beach\b|\bevery\b|\bteams?\b|\bwe (?:open|build|move|teach|sell|hire|stop|start|put|give|train|ship|write|call|ask|run|make|close|cut|buy|merge|replace)\b/iu;

/**
 * What a rule finds unclear in one answer of the leadership message. Empty answers have no findings.
 * The rules look at words, not at meaning; what they say is a question to the writers.
 */
export function findingsIn(element: Element, answer: string): Finding[] {
	const text = answer.trim() === '' ? '' : answer;
	if (text === '') return [];
	return [...shapeOf(element, text), ...tooLong(element, text), ...emptyWords(text)].toSorted(
		(one, other) => one.from - other.from || one.to - other.to
	);
}

/** Findings by answer, in the order of the questions. */
export function checkClarity(message: MessageText): Record<Element, Finding[]> {
	const checked = questions.map(({ key }) => [key, findingsIn(key, message[key])] as const);
	return Object.fromEntries(checked) as Record<Element, Finding[]>;
}

/** In a few words, how an answer stands: what is good about it, or how much is found. */
export function verdictOn(element: Element, findings: readonly Finding[]): string {
	if (findings.length === 0) return good[element];
	const [only] = findings;
	if (only && findings.length === 1) return short[only.rule];
	return `${findings.length} things to look at`;
}

const good: Record<Element, string> = {
	what: 'One sentence',
	why: 'Stakes are named',
	how: 'Says how',
	howMuch: 'A number and a date'
};

const short: Record<ClarityRule, string> = {
	'one sentence': 'More than one sentence',
	'from and to': 'No from and to',
	stakes: 'No stakes',
	'actor or method': 'No actor or method',
	number: 'No number',
	date: 'No date',
	'vague phrase': 'One vague phrase',
	jargon: 'One phrase of jargon',
	length: 'Too long to remember',
	goal: 'Not the number of the goal',
	claim: 'One claim, no number'
};

function shapeOf(element: Element, text: string): Finding[] {
	const found: Finding[] = [];
	const ask = (rule: ClarityRule, words: string, at: Phrase = missing) =>
		found.push({ rule, words, ...at });
	if (element === 'what') {
		const [, second] = sentencesOf(text);
		if (second)
			ask('one sentence', 'People remember one sentence. Which of these is it?', spanOf(second));
		if (!fromTo.test(text)) ask('from and to', 'Say what changes: from what, to what?');
	}
	if (element === 'why' && !stakes.test(text))
		ask('stakes', 'Say what happens if we do not, or what it costs us already.');
	if (element === 'how' && !method.test(text))
		ask('actor or method', 'Say who does what, or by which means.');
	if (element === 'howMuch') {
		if (!number.test(text.replace(/\b(?:19|20)\d\d\b/gu, '')))
			ask('number', 'Say by which number we will know.');
		if (!date.test(text)) ask('date', 'Say by when.');
	}
	return found;
}

function tooLong(element: Element, text: string): Finding[] {
	const words = [...text.matchAll(/\S+/gu)];
	const limit = longest[element];
	const next = words[limit];
	if (!next) return [];
	return [
		{
			rule: 'length',
			from: next.index,
			to: text.trimEnd().length,
			words: `${words.length} words are hard to repeat; ${limit} can be said by heart.`
		}
	];
}

/** Words that commit to nothing and jargon, in any text; in a clause with a number vague words may stand. */
export function emptyWords(text: string): Finding[] {
	return clausesOf(text).flatMap((clause): Finding[] => {
		const hasAmount = amount.test(clause.text);
		const inside = [
			...wordsOf(clause, forms.jargon, 'jargon'),
			...(hasAmount
				? []
				: [
						...wordsOf(clause, forms.weaselVerbs, 'vague phrase'),
						...wordsOf(clause, forms.vague, 'vague phrase')
					])
		];
		return withoutOverlaps(inside).map(({ rule, from, to }) => ({
			rule,
			from,
			to,
			words:
				rule === 'jargon'
					? `“${text.slice(from, to)}” could be said by any company. What does it mean here?`
					: `“${text.slice(from, to)}” could mean anything. What exactly, and how much of it?`
		}));
	});
}

const forms = {
	jargon: jargon.map(formsOf),
	weaselVerbs: weaselVerbs.map(formsOf),
	vague: vague.map(formsOf)
};

type Hit = Phrase & { rule: 'jargon' | 'vague phrase' };

/** Each word of a list in a clause, with what it says something about. */
function wordsOf({ text, at }: Clause, forms: readonly RegExp[], rule: Hit['rule']): Hit[] {
	return forms.flatMap((form) =>
		[...text.matchAll(form)].map((match) => {
			const end = match.index + match[0].length;
			return { rule, from: at + match.index, to: at + end + objectAfter(text.slice(end)) };
		})
	);
}

/** Hyphens may be spaces, and verbs may be bent. */
function formsOf(word: string): RegExp {
	const spelled = word.replaceAll('-', '[- ]').replaceAll(' ', '\\s+');
	const isVerb = weaselVerbs.includes(word) && !word.includes(' ');
	const bent = !isVerb
		? spelled
		: /[ey]$/u.test(word)
			? `${spelled.slice(0, -1)}(?:e|es|ed|ing|y|ying|ies|ied)`
			: `${spelled}(?:s|ed|ing)?`;
	return new RegExp(`(?<![\\p{L}-])${bent}(?![\\p{L}-])`, 'giu');
}

/** How far a phrase goes on: the words it is about, up to the next little word or the end. */
function objectAfter(rest: string): number {
	const little =
		'and|or|on|in|at|by|for|of|to|with|from|so|because|while|as|than|that|which|who|is|are|was|we|will';
	const object = new RegExp(`^(?:\\s+(?!(?:${little})\\b)[\\p{L}\\p{N}'’-]+){0,4}`, 'iu').exec(
		rest
	);
	return object?.[0].length ?? 0;
}

/** Of phrases that overlap, the one that starts first; of those, the longest. */
function withoutOverlaps(hits: Hit[]): Hit[] {
	const sorted = hits.toSorted((one, other) => one.from - other.from || other.to - one.to);
	const kept: Hit[] = [];
	for (const hit of sorted) if (hit.from >= (kept.at(-1)?.to ?? 0)) kept.push(hit);
	return kept;
}

function sentencesOf(text: string): Clause[] {
	return split(text, /[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]*/gu);
}

function clausesOf(text: string): Clause[] {
	return split(text, /[^.,;:!?\n–—]+(?:[.,](?=\d)[^.,;:!?\n–—]+)*/gu);
}

function split(text: string, parts: RegExp): Clause[] {
	return [...text.matchAll(parts)].flatMap((match) => {
		const trimmed = match[0].trim();
		if (!/[\p{L}\p{N}]/u.test(trimmed)) return [];
		return [{ text: trimmed, at: match.index + match[0].indexOf(trimmed) }];
	});
}

const spanOf = ({ text, at }: Clause): Phrase => ({ from: at, to: at + text.length });
