import type { PriorityLine } from '#lib/execution/weekly-summary.ts';

/** Where the links of a weekly mail lead. */
export type WeeklyLinks = { team: string; alerts: string; off: string };

/** What a status is called; the shape and the colour are the HTML's. */
export const statusWords = {
	on: 'On track',
	risk: 'At risk',
	off: 'Off track',
	none: 'Not called yet'
} as const;

/** `Health 62, up 4 from last time`. */
export function healthWords({ health }: PriorityLine): string {
	if (!health) return '';
	const [score, was] = [
		Math.round(health.score),
		health.was === null ? null : Math.round(health.was)
	];
	const change =
		was === null || was === score
			? ''
			: `, ${score > was ? 'up' : 'down'} ${Math.abs(score - was)} from the week before`;
	return `Health ${score}${change}`;
}

/** Whose it is, as the reader reads it. */
export function ownerWords({ owner, isMine }: { owner: string | null; isMine: boolean }): string {
	return isMine ? 'You' : (owner ?? 'Nobody yet');
}

/** How far a phase is, in words. */
export function shareWords(share: number | null): string {
	return share === null ? 'not begun' : `${Math.round(share * 100)}%`;
}
