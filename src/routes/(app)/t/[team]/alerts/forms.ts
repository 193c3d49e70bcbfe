import * as v from 'valibot';
import { audiences } from '#lib/execution/weekly-readers.ts';
import { isTimeZone } from '#lib/meeting/series.ts';

const Clock = v.pipe(
	v.string('Choose a time.'),
	v.regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'Choose a time such as 08:00.')
);
const Weekday = v.pipe(
	v.string('Choose a day.'),
	v.regex(/^[1-7]$/u, 'Choose a day.'),
	v.transform(Number)
);
const Day = v.pipe(v.string('Choose a day.'), v.isoDate('Choose a day such as 24 December 2026.'));
const DayOrNone = v.optional(v.union([v.literal(''), Day], 'Choose a day.'), '');

/** When and to whom the mail of the team goes. */
export const SettingsForm = v.object({
	weekday: Weekday,
	at: Clock,
	audience: v.picklist(audiences, 'Choose who gets it.')
});

/** What one reader wants; without a day of their own it is the team's. */
export const MineForm = v.pipe(
	v.object({
		wants: v.optional(v.literal('on')),
		ownDay: v.optional(v.pipe(v.string(), v.regex(/^[1-7]?$/u, 'Choose a day.')), ''),
		ownAt: v.optional(v.union([v.literal(''), Clock], 'Choose a time such as 08:00.'), ''),
		zone: v.pipe(
			v.string('Choose a time zone.'),
			v.check(isTimeZone, 'Choose a time zone from the list.')
		),
		awayFrom: DayOrNone,
		awayUntil: DayOrNone
	}),
	v.forward(
		v.check(({ ownDay, ownAt }) => ownDay === '' || ownAt !== '', 'Choose a time too.'),
		['ownAt']
	),
	v.forward(
		v.check(
			({ awayFrom, awayUntil }) => (awayFrom === '') === (awayUntil === ''),
			'Choose the first and the last day away, or neither.'
		),
		['awayUntil']
	),
	v.forward(
		v.check(
			({ awayFrom, awayUntil }) => awayFrom === '' || awayUntil === '' || awayFrom <= awayUntil,
			'The last day comes before the first.'
		),
		['awayUntil']
	),
	v.transform(({ wants, ownDay, ownAt, zone, awayFrom, awayUntil }) => ({
		wants: wants === 'on',
		own: ownDay === '' ? null : { weekday: Number(ownDay), at: ownAt },
		zone,
		away: awayFrom === '' ? null : { from: awayFrom, until: awayUntil }
	}))
);

export const DayForm = v.object({ day: Day });
