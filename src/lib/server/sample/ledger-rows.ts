import { addDays } from '#lib/calendar/day.ts';
import type { Queries } from '../database/database.ts';
import type { Calendar } from './calendar.ts';

type Reason = {
	title: string;
	why: string;
	rejected: string;
	/** Days from today to when it is looked at again. */
	reviewIn?: number;
};

/** What leaders wrote down of some decisions after the meeting. */
export const reasons: Reason[] = [
	{
		title: 'The four worst sites get firmware 4 before any other site.',
		why: 'They lose more minutes than the other thirty-four together.',
		rejected: 'Going by contract size: it would have reached two of the four only in January.',
		reviewIn: 10
	},
	{
		title: 'We put no more work into firmware 3.8; firmware 4 is the fix.',
		why: 'Each patch of 3.8 took the same engineers for a week and lasted a month.',
		rejected: 'One last patch for the reconnect loop.'
	},
	{
		title: 'Each contract site has an on-call lead and a deputy, a fortnight each.',
		why: 'A different name every night meant that nobody knew the site.',
		rejected: 'A pool for all sites; a lead without a deputy.',
		reviewIn: 0
	},
	{
		title: 'The firmware roll-out comes before the planner link.',
		why: 'The same five engineers carry both, and uptime has a penalty with a date.',
		rejected: 'Both at half speed.'
	}
];

/** Why some decisions were made, what was turned down, and when they are looked at again. */
export async function addLedger(
	queries: Queries,
	team: string,
	{ today }: Calendar
): Promise<void> {
	for (const { title, why, rejected, reviewIn } of reasons)
		await queries.query(
			`update public.decisions set why = $3, rejected = $4, review_on = $5::text::date
			where team_id = $1::text::uuid and title = $2`,
			[team, title, why, rejected, reviewIn === undefined ? null : addDays(today, reviewIn)]
		);
}
