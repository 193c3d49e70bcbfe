import { writeDay } from '#lib/calendar/day.ts';
import { writeNumber } from '#lib/scorecard/number.ts';
import { sideNames, sides } from './board.ts';
import { whatBecame, whatBecameOfResult } from './disposition.ts';
import { causeNames, writeGrade } from './grade.ts';
import { meanAnswer, questionKeys, questions } from './health.ts';
import { outcomeNames } from './outcome.ts';
import {
	averageGrade,
	gradeObjective,
	headlineOf,
	type RecordedKeyResult,
	type RetrospectiveRecord
} from './record.ts';

type Names = (person: string | null) => string;

type Result = Pick<RecordedKeyResult, 'value' | 'baseline' | 'target' | 'unit' | 'decimals'>;

/** `4 of 10%`, or `46, max 45 min` where less is better: what was reached, of what was aimed at. */
export function writeResult({ value, baseline, target, unit, decimals }: Result): string {
	const write = (amount: number) => writeNumber(amount, decimals);
	const mark = unit === '%' || unit === '×' ? unit : unit && ` ${unit}`;
	if (value === null) return 'no value';
	const between = target < baseline ? ', max ' : ' of ';
	return `${write(value)}${between}${write(target)}${mark}`;
}

/** Why it came out so: the sentence somebody gave, or else the cause. */
export function whyOf({ why, cause }: Pick<RecordedKeyResult, 'why' | 'cause'>): string {
	return why || (cause ? causeNames[cause] : '');
}

/**
 * The whole record as Markdown, for whoever was not there. Notes stand in it without their writers,
 * sorted by ids that say nothing.
 */
export function toMarkdown(record: RetrospectiveRecord, nameOf: Names, next: string): string {
	const lines = [
		`# ${headlineOf(record)}`,
		'',
		`${record.cycle.name}, closed ${writeDay(record.closedAt.slice(0, 10), 'dated')}. Average grade ${writeGrade(averageGrade(record.objectives))}.`,
		'',
		'## Outcomes',
		'',
		...record.outcomes.map(({ kind, title, owner, due, votes }) => {
			const more = [
				nameOf(owner),
				due && `by ${writeDay(due, 'dated')}`,
				votes !== null && `${votes} votes`
			].filter(Boolean);
			return `- **${outcomeNames[kind]}** ${escape(title)}${more.length > 0 ? ` (${more.join(', ')})` : ''}`;
		}),
		'',
		'## Grades and carry-forward',
		'',
		...record.objectives.flatMap((objective) => [
			`### ${escape(objective.title)}: ${writeGrade(gradeObjective(objective))}`,
			'',
			`${whatBecame(objective.disposition, next)}${objective.reason ? `: ${escape(objective.reason)}` : ''}`,
			'',
			'| Key result | Result | Grade | Why | Next |',
			'|---|---|---|---|---|',
			...objective.keyResults.map(
				(one) =>
					`| ${cell(one.title)} | ${cell(writeResult(one))} | ${writeGrade(one.grade)} | ${cell(whyOf(one))} | ${cell(whatBecameOfResult(one.carry, objective.disposition, one, next))} |`
			),
			''
		]),
		...sides.flatMap((side) => {
			const themes = record.themes.filter((theme) => theme.side === side);
			if (themes.length === 0) return [];
			return [
				`## ${sideNames[side]}`,
				'',
				...themes.flatMap(({ title, votes, cards }) => [
					`- ${escape(title)} (${votes} ${votes === 1 ? 'vote' : 'votes'})`,
					...(cards.length > 1 ? cards.map((card) => `  - ${escape(card)}`) : [])
				]),
				''
			];
		}),
		...healthLines(record)
	];
	return `${lines.join('\n').trim()}\n`;
}

function healthLines({ health }: RetrospectiveRecord): string[] {
	if (!health) return [];
	return [
		'## How we worked, 1 to 5',
		'',
		...questionKeys.flatMap((question) => {
			const mean = meanAnswer(health[question] ?? []);
			return mean === null ? [] : [`- ${questions[question]} ${mean.toFixed(1)}`];
		})
	];
}

/** Rows of a table: one for each key result, then one for each outcome, with a header line. */
export function toTable(record: RetrospectiveRecord, nameOf: Names, next: string): string[][] {
	const header = [
		'kind',
		'objective',
		'text',
		'owner',
		'due',
		'baseline',
		'target',
		'result',
		'grade',
		'cause',
		'why',
		'next',
		'votes',
		'confidence at start',
		'confidence at middle',
		'confidence at end'
	];
	const written = (value: number | null) => (value === null ? '' : String(value));
	return [
		header,
		...record.objectives.flatMap((objective) =>
			objective.keyResults.map((one) => [
				'key result',
				objective.title,
				one.title,
				nameOf(objective.owner),
				'',
				String(one.baseline),
				String(one.target),
				written(one.value),
				written(one.grade),
				one.cause ?? '',
				one.why,
				whatBecameOfResult(one.carry, objective.disposition, one, next) ||
					whatBecame(objective.disposition, next),
				'',
				written(one.confidence.start),
				written(one.confidence.middle),
				written(one.confidence.end)
			])
		),
		...record.outcomes.map(({ kind, title, owner, due, votes }) => {
			const filled = [kind, '', title, nameOf(owner), due ?? ''];
			return [...filled, '', '', '', '', '', '', '', written(votes), '', '', ''];
		})
	];
}

/** People's words must not become markup. */
function escape(text: string): string {
	return text.replace(/\s+/gu, ' ').replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}

const cell = escape;
