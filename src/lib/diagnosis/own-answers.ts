import * as v from 'valibot';
import type { Sheet } from './blind-round.ts';

/** What only this browser keeps of a round: the key to one's answers, and the answers themselves. */
const Own = v.object({
	key: v.string(),
	sheet: v.record(v.string(), v.union([v.number(), v.string()])),
	isSent: v.boolean()
});
export type Own = v.InferOutput<typeof Own>;

type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

const nameOf = (round: string, me: string) => `drumbeat-blind/${round}/${me}`;

/** What was kept; undefined when nothing was, it cannot be read, or the browser keeps nothing. */
export function findOwn(shelf: Shelf, round: string, me: string): Own | undefined {
	try {
		const kept = shelf.getItem(nameOf(round, me));
		const own: unknown = kept === null ? null : JSON.parse(kept);
		return v.is(Own, own) ? own : undefined;
	} catch {
		return undefined;
	}
}

/** Where nothing can be kept the answers still count; they cannot be changed then. */
export function keepOwn(shelf: Shelf, round: string, me: string, own: Own): void {
	try {
		shelf.setItem(nameOf(round, me), JSON.stringify(own));
	} catch {
		// A private window without storage.
	}
}

/** A key nobody guesses. */
export const newKey = (): string => `${crypto.randomUUID()}${crypto.randomUUID()}`;

/** The level from 1 to 5 that these answers come to in a part, as the reveal counts it. */
export function levelOf(sheet: Sheet | undefined, part: string): number | null {
	const said = Object.entries(sheet ?? {}).flatMap(([key, value]) =>
		key.startsWith(`${part}.`) && typeof value === 'number' && value > 0 ? value : []
	);
	return said.length === 0
		? null
		: Math.round(said.reduce((sum, value) => sum + value, 0) / said.length);
}
