import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type { Step } from './format.ts';
import type { Segment } from './segment.ts';
import { minutes } from './timebox.ts';

type Ordered = { id: string; order: string };

/** Ties are broken by id, so that every browser shows the same order. */
export function byOrder(one: Ordered, other: Ordered): number {
	return compare(one.order, other.order) || compare(one.id, other.id);
}

/** By code unit, as order keys are made; a language's own order would scatter them. */
function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * The order key for something new at `index`. Two people may have placed theirs at the same spot
 * in the same instant: nothing fits between equal keys, so that a third lands behind both.
 */
export function place(index: number, others: readonly Ordered[]): string {
	const keys = others.toSorted(byOrder).map(({ order }) => order);
	const before = keys.slice(0, Math.max(0, index)).findLast(isKey) ?? null;
	const after =
		keys.slice(Math.max(0, index)).find((key) => isKey(key) && (before === null || key > before)) ??
		null;
	return generateKeyBetween(before, after);
}

/** The order key that brings `id` to `toIndex`; its own when it is already there. */
export function move(all: readonly Ordered[], id: string, toIndex: number): string {
	const others = all.filter((one) => one.id !== id);
	const index = Math.min(Math.max(0, toIndex), others.length);
	const itself = all.toSorted(byOrder)[index];
	return itself?.id === id ? itself.order : place(index, others);
}

/** A key that some other program wrote must not stop people from sorting around it. */
function isKey(order: string): boolean {
	try {
		generateKeyBetween(order, null);
		return true;
	} catch {
		return false;
	}
}

/** Order keys for a list that starts out empty. */
export function orderKeys(count: number): string[] {
	return generateNKeysBetween(null, null, count);
}

/** A team's own copy of a format's steps. */
export function agenda(steps: readonly Step[], newId: () => string): Segment[] {
	const keys = orderKeys(steps.length);
	return steps.map(({ kind, title, minutes, guide }, index) => ({
		id: newId(),
		kind,
		title,
		minutes,
		guide,
		order: keys[index] ?? ''
	}));
}

export type Planned = { id: string; startsAt: number; endsAt: number };

/** When each segment starts and ends if all goes to plan, in milliseconds like `startsAt`. */
export function planned(segments: readonly Segment[], startsAt: number): Planned[] {
	let at = startsAt;
	return segments.toSorted(byOrder).map(({ id, minutes: length }) => {
		const from = at;
		at += minutes(length);
		return { id, startsAt: from, endsAt: at };
	});
}

/** Whole minutes the agenda is meant to take. */
export function plannedMinutes(segments: readonly Pick<Segment, 'minutes'>[]): number {
	return segments.reduce((sum, segment) => sum + segment.minutes, 0);
}
