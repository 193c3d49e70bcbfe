import type { Finding } from './clarity.ts';
import { contentWords } from './content-words.ts';

/** What a number rule reads of an annual goal. */
export type GoalWords = { title: string; standing: string };

/** A number with its unit, and where it stands. `value` counts thousands and millions in. */
type Amount = { value: number; unit: string; from: number; to: number; words: string };

const scales: Record<string, number> = {
	k: 1e3,
	thousand: 1e3,
	m: 1e6,
	million: 1e6,
	bn: 1e9,
	billion: 1e9
};
const amount =
	/(?<![\p{L}\p{N}.,])(?<currency>[€£$])?(?<digits>\d[\d,]*(?:\.\d+)?)\s?(?<scale>(?:k|m|bn|thousand|million|billion)(?![\p{L}]))?\s?(?<unit>%|per cent|percent|days?|weeks?|months?|minutes?|hours?|points?)?/giu;
const year = /^(?:19|20)\d\d$/u;

/**
 * Numbers of How much that an annual goal says otherwise, and claims without a number for which a
 * goal has one. Two numbers are about the same thing when they have the same unit and count the same; a goal that also has the message's number agrees with it. Where a
 * goal has several numbers ("from 97% to 99.2%") the last one is what it aims at.
 *
 * @param claims what the clarity rules found, for those without a number
 */
export function goalFindings(
	howMuch: string,
	goals: readonly GoalWords[],
	claims: readonly Finding[] = []
): Finding[] {
	const different = clausesOf(howMuch).flatMap((clause) =>
		amountsIn(clause.text).flatMap((said): Finding[] => {
			const goal = goals.find((one) => disagrees(said, clause.text, one));
			const meant = goal && aim(goal, said.unit);
			if (!goal || !meant) return [];
			return [
				{
					rule: 'goal',
					from: clause.at + said.from,
					to: clause.at + said.to,
					words: `“${said.words}” is not the number of the annual goal “${goal.title}”${
						goal.standing ? ` (${goal.standing})` : ''
					}.`,
					use: meant.words
				}
			];
		})
	);
	return [...different, ...claims.flatMap((claim) => supplied(howMuch, claim, goals))];
}

/** A claim without a number, with the number an annual goal has for the same thing. */
function supplied(text: string, claim: Finding, goals: readonly GoalWords[]): Finding[] {
	if (claim.from >= claim.to) return [];
	const said = text.slice(claim.from, claim.to);
	for (const goal of goals) {
		const [meant] = amountsIn(goal.title).toReversed();
		const counted = meant && subjectOf(goal.title, meant);
		const subject = said
			.match(/[\p{L}’']+/gu)
			?.find((word) => contentWords(word).has(counted ?? ''));
		if (!meant || !subject) continue;
		return [
			{
				...claim,
				rule: 'claim',
				words: `“${said}” has no number. The annual goal “${goal.title}” has one.`,
				use: `${meant.words} ${subject}`
			}
		];
	}
	return [];
}

function disagrees(said: Amount, clause: string, goal: GoalWords): boolean {
	const meant = aim(goal, said.unit);
	if (!meant || subjectOf(clause, said) !== subjectOf(goal.title, meant)) return false;
	const inGoal = [...amountsIn(goal.title), ...amountsIn(goal.standing)];
	return inGoal.every(({ unit, value }) => unit !== said.unit || value !== said.value);
}

/**
 * What a number counts: the last word of the phrase after it ("92% gross retention", "40% of
 * revenue"), or else of the one before it ("gross margin of 42%"); undefined where nothing is said.
 */
function subjectOf(text: string, { from, to }: Amount): string | undefined {
	const after = /^\s+(?:of\s+)?(?<phrase>[\p{L}’'\s-]+)/u.exec(text.slice(to))?.groups?.['phrase'];
	const phrase = [];
	for (const word of after?.trim().split(/\s+/u) ?? []) {
		if (contentWords(word).size === 0) break;
		phrase.push(word);
	}
	const [behind] = contentWords(phrase.at(-1) ?? '');
	const before = [...contentWords(text.slice(0, from).replace(amount, ' '))];
	return behind ?? before.findLast((word) => !/\d/u.test(word));
}

const aim = (goal: GoalWords, unit: string): Amount | undefined =>
	amountsIn(goal.title).findLast((one) => one.unit === unit);

/** Numbers with a unit or currency; bare ones and years could be about anything. */
export function amountsIn(text: string): Amount[] {
	return [...text.matchAll(amount)].flatMap((match) => {
		const { currency = '', digits = '', scale = '', unit = '' } = match.groups ?? {};
		const words = match[0].trimEnd();
		const named = unit
			.toLowerCase()
			.replace(/^per ?cent$/u, '%')
			.replace(/s$/u, '');
		if (!currency && !named && (year.test(digits) || !scale)) return [];
		const value = Number(digits.replaceAll(',', '')) * (scales[scale.toLowerCase()] ?? 1);
		return [
			{ value, unit: currency || named, from: match.index, to: match.index + words.length, words }
		];
	});
}

function clausesOf(text: string): { text: string; at: number }[] {
	const parts = /(?:(?![,;:!?\n]\s|\.\s|\band\b).)+/giu;
	return [...text.matchAll(parts)].map((match) => ({ text: match[0], at: match.index }));
}
