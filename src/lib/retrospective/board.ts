import * as v from 'valibot';

/** The three columns. */
export const sides = ['worked', 'did not', 'learned'] as const;
export const Side = v.picklist(sides);
export type Side = (typeof sides)[number];
export const sideNames: Record<Side, string> = {
	worked: 'What worked',
	'did not': 'What did not',
	learned: 'What we learned'
};
export const sideHints: Record<Side, string> = {
	worked: 'Keep doing it',
	'did not': 'Stop or change it',
	learned: 'Carry it forward'
};

export const longestCard = 300;
export const longestTheme = 120;

/** What somebody wrote; nobody knows who. */
export const Card = v.object({ id: v.string(), side: Side, body: v.string(), theme: v.string() });
export type Card = v.InferOutput<typeof Card>;

/** What belongs together. Without a title it is called by the first of its cards. */
export const Theme = v.object({
	id: v.string(),
	side: Side,
	title: v.optional(v.string(), '')
});
export type Theme = v.InferOutput<typeof Theme>;

export type ThemeAt = Theme & { cards: Card[]; votes: number; rank: number | null };

/**
 * The themes that have cards, in an order that says nothing: by ids, which were minted by chance. A
 * card whose theme is gone stands for itself.
 *
 * @param votes by theme; null while nobody may know them
 */
export function arrangeBoard(
	cards: readonly Card[],
	themes: readonly Theme[],
	votes: ReadonlyMap<string, number> | null
): ThemeAt[] {
	const byTheme = new Map<string, Card[]>();
	for (const card of [...cards].sort(byId)) {
		const own = byTheme.get(card.theme);
		if (own) own.push(card);
		else byTheme.set(card.theme, [card]);
	}
	const known = new Map(themes.map((theme) => [theme.id, theme]));
	const board = [...byTheme].map(([id, own]): ThemeAt => {
		const theme = known.get(id) ?? { id, side: own[0]!.side, title: '' };
		return { ...theme, cards: own, votes: votes?.get(id) ?? 0, rank: null };
	});
	board.sort(byId);
	if (!votes) return board;
	const ranked = byRank(board);
	return board.map((theme) => {
		const rank = ranked.findIndex(({ id }) => id === theme.id);
		return { ...theme, rank: theme.votes > 0 ? rank + 1 : null };
	});
}

/**
 * The board as it is now, made of the parts of the board before that say the same, so that whoever
 * draws it draws only what changed.
 */
export function keepUnchanged(before: readonly ThemeAt[], now: ThemeAt[]): ThemeAt[] {
	const known = new Map(before.map((theme) => [theme.id, theme]));
	return now.map((theme) => {
		const kept = known.get(theme.id);
		return kept && saysTheSame(kept, theme) ? kept : theme;
	});
}

function saysTheSame(one: ThemeAt, other: ThemeAt): boolean {
	return (
		one.side === other.side &&
		one.title === other.title &&
		one.votes === other.votes &&
		one.rank === other.rank &&
		one.cards.length === other.cards.length &&
		one.cards.every((card, index) => isSameCard(card, other.cards[index]))
	);
}

function isSameCard(one: Card, other: Card | undefined): boolean {
	return (
		one === other || (one.id === other?.id && one.body === other.body && one.side === other.side)
	);
}

/** Most votes first; those with as many in the order of their ids. */
export function byRank<Voted extends { id: string; votes: number }>(
	themes: readonly Voted[]
): Voted[] {
	return themes.toSorted((one, other) => other.votes - one.votes || byId(one, other));
}

export function titleOf({ title, cards }: Pick<ThemeAt, 'title' | 'cards'>): string {
	return title || (cards[0]?.body ?? 'Nothing left here');
}

/** With fewer than four who write, whoever reads a card can guess whose it is. */
const fewest = 4;
export function isWeaklyAnonymous(writers: number): boolean {
	return writers < fewest;
}

function byId(one: { id: string }, other: { id: string }): number {
	return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
