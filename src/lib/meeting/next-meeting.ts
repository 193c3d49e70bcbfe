import { minutes } from './timebox.ts';

type Ahead = { state: string; startsAt: string; minutes: number };

/** How long a draft that nobody started is still the next meeting after it was to end. */
const patience = minutes(120);

/**
 * The meeting a home page leads to: the one that runs, else one that waits to be resumed, else the
 * first draft whose time has not passed. `now` in milliseconds.
 */
export function nextMeeting<Meeting extends Ahead>(
	meetings: readonly Meeting[],
	now: number
): Meeting | undefined {
	const byStart = meetings.toSorted((one, other) => start(one) - start(other));
	return (
		byStart.findLast(({ state }) => state === 'live') ??
		byStart.findLast(({ state }) => state === 'parked') ??
		byStart.find(
			(meeting) =>
				meeting.state === 'draft' && start(meeting) + minutes(meeting.minutes) + patience > now
		)
	);
}

const start = ({ startsAt }: Ahead) => Date.parse(startsAt);
