import type { Problem } from '#lib/import/problem-report.ts';
import { addDays } from '#lib/calendar/day.ts';
import { markIn, readNumber, type DecimalMark } from '../number.ts';
import { cellsOf, type Cell } from './cells.ts';
import { matcher, plainName, type Match } from './match.ts';
import { guessOrder, periodMeant, readPeriod, type DateOrder } from './period-words.ts';
import { wordsFor, type Trouble } from './problem-words.ts';
import type { Counted, Settings } from './settings.ts';
import type { Line } from '#lib/import/table.ts';

/** A reading that can be entered, with the line of the file it stands in. */
export type Planned = { line: number; metric: string; period: string; value: number };

/** A name in the file, how often it is there, and the metric it was found to mean. */
export type Named = { name: string; times: number; match: Match; chosen: string | undefined };

export type Plan = {
	readings: Planned[];
	/** What stands in one line and is wrong for one reason is one problem. */
	problems: Problem[];
	/** How many readings these keep out. */
	failing: number;
	names: Named[];
	/** Cells without anything in them. */
	empty: number;
	/** The same reading once more. */
	repeated: number;
	/** Readings of names whose rows somebody chose to leave out. */
	leftOut: number;
	/** What the dates and numbers were read by; 'either' has to be asked. */
	order: DateOrder | 'either' | undefined;
	mark: DecimalMark | 'either' | undefined;
};

/**
 * What an import would enter, and what it cannot.
 *
 * @param today ISO date
 */
export function planImport(
	lines: readonly Line[],
	settings: Settings,
	metrics: readonly Counted[],
	today: string
): Plan {
	const cells = [...cellsOf(lines, settings.layout)];
	const guessedOrder = guessOrder(new Set(cells.map(({ period }) => period)));
	const guessedMark = guessMark(cells);
	const order = settings.order ?? (guessedOrder === 'either' ? undefined : guessedOrder);
	const mark = settings.mark ?? (guessedMark === 'either' ? undefined : guessedMark);
	const plan: Plan = {
		readings: [],
		problems: [],
		failing: 0,
		names: namesIn(cells, settings, metrics),
		empty: 0,
		repeated: 0,
		leftOut: 0,
		order: settings.order ?? guessedOrder,
		mark: settings.mark ?? guessedMark
	};

	const known = new Map(plan.names.map((named) => [plainName(named.name), named]));
	const counted = new Map(metrics.map((metric) => [metric.id, metric]));
	const periods = remember((typed: string) => readPeriod(typed, order));
	const taken = new Map<string, Planned>();
	// It may be tomorrow already where somebody sits.
	const tomorrow = addDays(today, 1);
	const isMarkOpen = plan.mark === 'either';

	const read = (cell: Cell): Planned | Trouble | 'left out' => {
		if (cell.metric === '') return { kind: 'no name' };
		const named = known.get(plainName(cell.metric));
		if (named?.chosen === 'none') return 'left out';
		const found = named?.match;
		const metric = named?.chosen
			? counted.get(named.chosen)
			: found && 'metric' in found
				? found.metric
				: undefined;
		if (!metric) return { kind: 'no metric', why: found && 'why' in found ? found.why : 'unknown' };
		const said = periods(cell.period);
		if (said === undefined) return { kind: 'no period' };
		if (said === 'either') return { kind: 'either day' };
		const period = periodMeant(said, metric.cadence);
		if (period === undefined) return { kind: 'wrong span', span: said.span, metric };
		if (period > tomorrow) return { kind: 'too early', metric, period };
		if (isMarkOpen && markIn(cell.value) === 'either') return { kind: 'either number' };
		const value = readNumber(cell.value, metric.unit, mark);
		if (value === undefined) return { kind: 'no number' };
		return { line: cell.line, metric: metric.id, period, value };
	};

	const tell = (cell: Cell, trouble: Trouble) => {
		const problem = problemAt(cell, trouble);
		const before = plan.problems.at(-1);
		plan.failing += 1;
		if (before?.line !== problem.line || before.wrong !== problem.wrong)
			plan.problems.push(problem);
	};
	for (const cell of cells) {
		if (cell.value === '') {
			plan.empty += 1;
			continue;
		}
		const found = read(cell);
		if (found === 'left out') plan.leftOut += 1;
		else if ('kind' in found) tell(cell, found);
		else {
			const key = `${found.metric} ${found.period}`;
			const before = taken.get(key);
			const metric = counted.get(found.metric);
			if (!before) {
				taken.set(key, found);
				plan.readings.push(found);
			} else if (before.value === found.value) plan.repeated += 1;
			else if (metric) tell(cell, { kind: 'twice', before, metric });
		}
	}
	return plan;
}

function problemAt(cell: Cell, trouble: Trouble): Problem {
	const { says, wrong, remedy } = wordsFor(trouble, cell);
	return { line: cell.line, column: cell.column, says, wrong, remedy };
}

/** The names in the order they come, each once. */
function namesIn(
	cells: readonly Cell[],
	{ chosen }: Settings,
	metrics: readonly Counted[]
): Named[] {
	const match = matcher(metrics);
	const names = new Map<string, Named>();
	for (const { metric: name, value } of cells) {
		if (name === '' || value === '') continue;
		const plain = plainName(name);
		const named = names.get(plain);
		if (named) named.times += 1;
		else names.set(plain, { name, times: 1, match: match(name), chosen: chosen[plain] });
	}
	return [...names.values()];
}

/** What stands before the decimals of all these numbers, if they agree. */
function guessMark(cells: readonly Cell[]): DecimalMark | 'either' | undefined {
	const found = new Set<DecimalMark | 'either' | undefined>();
	for (const { value } of cells) found.add(markIn(value));
	if (found.has('.') !== found.has(',')) return found.has('.') ? '.' : ',';
	return found.has('either') ? 'either' : undefined;
}

/** Files say the same period again and again; it is read once. */
function remember<Answer>(ask: (typed: string) => Answer): (typed: string) => Answer {
	const known = new Map<string, Answer>();
	return (typed) => {
		const before = known.get(typed);
		if (before !== undefined || known.has(typed)) return before as Answer;
		const answer = ask(typed);
		known.set(typed, answer);
		return answer;
	};
}
