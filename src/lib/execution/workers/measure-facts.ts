import { daysSince } from '#lib/calendar/day.ts';
import { writeReading } from '#lib/scorecard/number.ts';
import { subjectWords, type Department } from './departments.ts';
import {
	aboutPeople,
	feltByCustomers,
	isOutThere,
	isCounted,
	isOpen,
	leftOf,
	midway,
	paceOf,
	roomOf,
	writeAmount,
	writePace,
	type Known
} from './measure.ts';
import type { Source } from './plan-row.ts';
import type { Measure, PriorityPicture } from './priority-picture.ts';
import { shareAWord } from './same-words.ts';
import { quote } from './title-words.ts';

/** One thing the picture says, in the words a row may quote, with where it stands. */
export type Fact = { words: string; number?: number; from?: Source };

/**
 * What can be said of a gap. `gap` is the one nearest to the department, `felt` one that customers
 * notice; `count` counts places or customers one by one, `hire` people who are to come, `learn`
 * people who are taught.
 */
export const families = ['gap', 'felt', 'count', 'hire', 'learn'] as const;
export type Family = (typeof families)[number];
type Part = 'now' | 'base' | 'target' | 'left' | 'half' | 'pace' | 'so far';
export type MeasureSlot =
	Family | `${Family} ${Part}` | 'other gap' | 'kpi' | 'kpi now' | 'kpi target';

type Entry = [MeasureSlot, Fact];

/** @param weeks what is left of the cycle, in weeks */
export function factsOfMeasures(
	{ title, gaps, kpis, cycle, today }: PriorityPicture,
	department: Department,
	weeks: number
): Entry[] {
	const open = nearest(gaps.filter(isOpen), department, title);
	const counted = open.filter(isCounted);
	const found: Record<Family, Known<Measure> | undefined> = {
		gap: open[0],
		felt: open.find((gap) => feltByCustomers(gap) && !isCounted(gap)),
		count: counted.find(isOutThere),
		hire: counted.find((gap) => aboutPeople(gap) === 'hire'),
		learn: counted.find((gap) => aboutPeople(gap) === 'learn')
	};
	const gone = cycle ? Math.max(0, daysSince(cycle.startsOn, today)) / 7 : 0;
	const entries = families.flatMap((family): Entry[] => {
		const measure = found[family];
		return measure ? factsOfOne(family, measure, weeks, gone) : [];
	});
	const [, other] = open;
	if (other) entries.push(['other gap', fact('gap', other, quote(other.name))]);
	const [kpi] = nearest(kpis.filter(isOpen), department, title);
	if (kpi) {
		entries.push(['kpi', fact('kpi', kpi, quote(kpi.name))]);
		entries.push(['kpi now', fact('kpi', kpi, writeReading(kpi.current, kpi), kpi.current)]);
		entries.push(['kpi target', fact('kpi', kpi, writeReading(kpi.target, kpi), kpi.target)]);
	}
	return entries;
}

function factsOfOne(family: Family, gap: Known<Measure>, weeks: number, gone: number): Entry[] {
	const tell = (part: Part, words: string, number: number): Entry => [
		`${family} ${part}`,
		fact('gap', gap, words, number)
	];
	const read = (part: Part, value: number) => tell(part, writeReading(value, gap), value);
	const [half, pace, room] = [midway(gap), paceOf(gap, weeks), roomOf(gap, gone)];
	return [
		[family, fact('gap', gap, quote(gap.name))],
		read('now', gap.current),
		read('base', gap.baseline),
		read('target', gap.target),
		tell('left', leftOf(gap), Math.abs(gap.target - gap.current)),
		...(half === undefined ? [] : [read('half', half)]),
		...(pace > 0 ? [tell('pace', `${writePace(pace, gap)} a week`, pace)] : []),
		// In the first week nobody can say how fast it goes.
		...(gone < 1
			? []
			: [
					tell(
						'so far',
						room > 0 ? `${writeAmount(room)} a week so far` : 'nothing so far',
						Math.max(0, room)
					)
				])
	];
}

/**
 * What the title itself speaks of first, then what concerns the department, in the team's own order
 * otherwise. Numbers of people come first for HR, and last for everybody else.
 */
function nearest<T extends Measure>(all: readonly T[], department: Department, title: string): T[] {
	const rank = (measure: T) => {
		const isPeople = aboutPeople(measure) !== undefined;
		if (isPeople) return department === 'hr' ? -1 : 3;
		if (shareAWord(measure.name, title)) return 0;
		return subjectWords[department].test(measure.name) ? 1 : 2;
	};
	return all.toSorted((one, other) => rank(one) - rank(other));
}

function fact(kind: 'gap' | 'kpi', measure: Known<Measure>, words: string, number?: number): Fact {
	const { id, name, target } = measure;
	const from = { kind, id, name, said: `target ${writeReading(target, measure)}` };
	return number === undefined ? { words, from } : { words, from, number };
}
