import * as v from 'valibot';

/**
 * Whether a hot item or a step of the agenda is sealed, and who said so. Its notes and what is recorded
 * on it are sealed with it: members of the team read them, observers, mails, exports and language
 * models do not. It has a `type` and an `at`, so that the server looks at once.
 */
export const Seal = v.object({
	type: v.literal('seal'),
	isSealed: v.boolean(),
	at: v.pipe(v.number(), v.finite()),
	by: v.nullable(v.string())
});
export type Seal = v.InferOutput<typeof Seal>;

/** What is recorded in one place may belong to another: the step it was recorded in, and its item. */
export type Placed = { segment: string | null; item: string | null };

/** Whether something recorded is sealed with where it belongs. */
export function isSealedAt(sealed: ReadonlySet<string>, { segment, item }: Placed): boolean {
	return [segment, item].some((place) => place !== null && sealed.has(place));
}

/** What stands in place of the words where they may not be shown. */
export const sealedWords = 'Sealed item';
