import type { Aim } from '#lib/strategy/aim.ts';
import type { HotItem } from './hot-item.ts';
import { toTitle } from './segment.ts';

/** A hot item of an earlier meeting that the next one is offered, and why. */
export type Offer = {
	item: HotItem;
	why: 'parked' | 'not reached' | 'facts due';
	/** It was sealed, and stays so when it is taken up. */
	isSealed: boolean;
};

/**
 * What earlier meetings left for the one on `occursOn` (ISO date): what was parked, what was not
 * reached, and fact-finding that is due back by then. `continued` holds what a later meeting has
 * taken up already, so that nothing is offered twice, and `sealed` what was sealed there.
 */
export function offers(
	items: readonly HotItem[],
	occursOn: string,
	continued: ReadonlySet<string> = new Set(),
	sealed: ReadonlySet<string> = new Set()
): Offer[] {
	return items.flatMap((item): Offer[] => {
		if (continued.has(item.id)) return [];
		const isSealed = sealed.has(item.id);
		if (item.state === 'parked') return [{ item, why: 'parked', isSealed }];
		if (item.state === 'open') return [{ item, why: 'not reached', isSealed }];
		const back = item.state === 'fact-finding' && (item.backBy === null || item.backBy <= occursOn);
		return back ? [{ item, why: 'facts due', isSealed }] : [];
	});
}

const reasons = {
	parked: 'Parked in an earlier meeting',
	'not reached': 'Not reached in an earlier meeting',
	'facts due': 'Facts found since an earlier meeting'
} as const;

/** The item as the next meeting takes it up; once the facts are in, it wants a decision. */
export function takeUp({ item, why }: Offer, made: { id: string; order: string }): HotItem {
	return {
		...item,
		...made,
		state: 'open',
		wants: why === 'facts due' ? 'resolution' : item.wants,
		source: reasons[why],
		continues: item.id,
		factFinder: why === 'facts due' ? item.factFinder : null,
		backBy: null
	};
}

/** What a meeting found when it looked at an action: `at` in milliseconds. */
export type Review = { meeting: string; done: boolean; at: number };

/** An action of an earlier meeting; `due` is an ISO date, `doneAt` milliseconds. */
export type EarlierAction = {
	id: string;
	title: string;
	owner: string | null;
	due: string | null;
	doneAt: number | null;
	/** What it serves. */
	serves: Aim | null;
	/** It was promised on something sealed. */
	isSealed: boolean;
	reviews: readonly Review[];
};

/**
 * What the actions review goes through: all that is open, and what was done since the last
 * meeting (`since`, milliseconds), so that the team sees what it kept. Earliest due first, undated
 * last.
 */
export function toReview<Action extends EarlierAction>(
	actions: readonly Action[],
	since: number
): Action[] {
	const undated = '9999-12-31';
	return actions
		.filter(({ doneAt }) => doneAt === null || doneAt > since)
		.toSorted((one, other) => {
			const [early, late] = [one.due ?? undated, other.due ?? undated];
			if (early !== late) return early < late ? -1 : 1;
			return one.id < other.id ? -1 : 1;
		});
}

/** How many meetings in a row found it not done; the last word in a meeting is what counts. */
export function timesUndone(reviews: readonly Review[]): number {
	const last = new Map<string, boolean>();
	for (const review of reviews.toSorted((one, other) => one.at - other.at)) {
		last.delete(review.meeting);
		last.set(review.meeting, review.done);
	}
	const found = [...last.values()];
	return found.length - 1 - found.lastIndexOf(true);
}

/** Twice not done is no slip any more: something stands in its way, and the team should look. */
export function becomesHotItem(reviews: readonly Review[]): boolean {
	return timesUndone(reviews) >= 2;
}

/** The title of the hot item that is suggested for it. */
export function hotItemTitle(action: Pick<EarlierAction, 'title' | 'reviews'>): string {
	return undoneTitle(action, timesUndone(action.reviews));
}

/** `Not done twice: Call Acme` */
export function undoneTitle({ title }: { title: string }, times: number): string {
	return toTitle(`Not done ${times === 2 ? 'twice' : `${times} times`}: ${title}`);
}
