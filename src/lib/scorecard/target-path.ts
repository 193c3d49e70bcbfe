import * as v from 'valibot';
import { PathStep } from './metric.ts';
import { readNumber } from './number.ts';

/** As many as the database keeps: five years of months. */
export const mostSteps = 60;

/** A line of the form: a day and a number as they were typed. */
export type TypedStep = { from: string; target: string };

export type ReadPath =
	| { path: PathStep[]; problem?: undefined }
	/** What is wrong, and in which line; no line when it is about the whole. */
	| { problem: string; line?: number };

/**
 * Targets with the day each counts from, put in the order of their days. An empty line is a step
 * taken away; two steps on one day contradict each other.
 */
export function readPath(typed: readonly TypedStep[], unit = ''): ReadPath {
	const path: PathStep[] = [];
	for (const [line, step] of typed.entries()) {
		const [from, written] = [step.from.trim(), step.target.trim()];
		if (from === '' && written === '') continue;
		const target = readNumber(written, unit);
		if (target === undefined)
			return { line, problem: 'Type the target as a number, or empty the line.' };
		const read = v.safeParse(PathStep, { from, target });
		if (!read.success || !isDay(from))
			return { line, problem: 'Choose the day it counts from, or empty the line.' };
		if (path.some((other) => other.from === from))
			return { line, problem: 'Another target counts from this day already.' };
		path.push(read.output);
	}
	if (path.length > mostSteps)
		return { problem: `Keep it to ${mostSteps} steps: take the oldest ones away.` };
	return { path: path.toSorted((a, b) => (a.from < b.from ? -1 : 1)) };
}

/** The 31st of February has the form of a day and is none. */
function isDay(day: string): boolean {
	const at = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day;
}
