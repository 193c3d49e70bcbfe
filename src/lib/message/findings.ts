import { findingsIn, type Element, type Finding } from './clarity.ts';
import { goalFindings, type GoalWords } from './goal-numbers.ts';

/**
 * Everything the rules find in one answer, in the order of the text. Where an annual goal has the
 * number that a claim lacks, that is said instead of the claim.
 */
export function allFindings(
	element: Element,
	text: string,
	goals: readonly GoalWords[]
): Finding[] {
	const found = findingsIn(element, text);
	if (element !== 'howMuch') return found;
	const claims = found.filter(({ rule }) => rule === 'vague phrase' || rule === 'jargon');
	const fromGoals = goalFindings(text, goals, claims);
	const isSaid = (finding: Finding) =>
		fromGoals.some(({ from, to }) => from === finding.from && to === finding.to && from < to);
	return [...found.filter((finding) => !isSaid(finding)), ...fromGoals].toSorted(
		(one, other) => one.from - other.from || one.to - other.to
	);
}

/** The name a finding is waved aside by: the same words found again by the same rule. */
export function findingKey(element: Element, finding: Finding, text: string): string {
	return `${element} ${finding.rule} ${text.slice(finding.from, finding.to).toLowerCase()}`;
}

/** Findings with a name each of their own: the same words twice in an answer are two findings. */
export function namedApart(
	element: Element,
	findings: readonly Finding[],
	text: string
): { name: string; finding: Finding }[] {
	const met = new Map<string, number>();
	return findings.map((finding) => {
		const key = findingKey(element, finding, text);
		const times = (met.get(key) ?? 0) + 1;
		met.set(key, times);
		return { name: `${key} ${times}`, finding };
	});
}
