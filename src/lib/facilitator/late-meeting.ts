import { forecast, type Course } from '#lib/meeting/forecast.ts';
import { minutes } from '#lib/meeting/timebox.ts';
import type { Suggestion } from './suggestion.ts';

/** Whoever did not want to hear of it hears of it again when it has become so much later. */
const step = 2;

/** Says that the meeting will end late, with the ways back the forecast knows. */
export function lateMeeting(course: Course, now: number): Suggestion[] {
	const { lateBy, ways } = forecast(course, now);
	if (ways.length === 0) return [];
	const late = Math.round(lateBy / minutes(1));
	return [
		{
			key: `late ${Math.ceil(late / step)}`,
			kind: 'time is running',
			audience: 'room',
			words: `The meeting will end ${late} min late`,
			why: 'At this pace, counting what is left on the agenda. The chair may win it back.',
			cites: [],
			effects: ways.map((way) => ({ words: way.words, effect: { does: 'win back', way } }))
		}
	];
}
