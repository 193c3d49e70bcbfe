import * as v from 'valibot';
import { isTimeZone } from '#lib/meeting/series.ts';
import { channels } from '#lib/notices/kinds.ts';

const Channel = v.picklist(channels, 'Choose one.');
const Clock = v.pipe(
	v.string('Choose a time.'),
	v.regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'Choose a time such as 08:00.')
);
const ClockOrNone = v.optional(v.union([v.literal(''), Clock], 'Choose a time such as 19:00.'), '');
const DayOrNone = v.optional(
	v.union([v.literal(''), v.pipe(v.string(), v.isoDate())], 'Choose a day.'),
	''
);

/** What a person wants to be told of, how, and when not. */
export const ChoicesForm = v.pipe(
	v.object({
		recap: Channel,
		mention: Channel,
		assigned: Channel,
		due: Channel,
		acknowledge: Channel,
		readings: v.picklist(['mail', 'app', 'off'], 'Choose one.'),
		invitations: v.picklist(['mail', 'off'], 'Choose one.'),
		weekly: v.optional(v.picklist(['mail', 'off'], 'Choose one.'), 'mail'),
		isQuiet: v.optional(v.literal('on')),
		quietFrom: ClockOrNone,
		quietUntil: ClockOrNone,
		digestAt: Clock,
		zone: v.pipe(
			v.string('Choose a time zone.'),
			v.check(isTimeZone, 'Choose a time zone from the list.')
		),
		awayFrom: DayOrNone,
		awayUntil: DayOrNone
	}),
	v.forward(
		v.check(
			({ isQuiet, quietFrom, quietUntil }) => !isQuiet || (quietFrom !== '' && quietUntil !== ''),
			'Choose when quiet hours begin and end.'
		),
		['quietUntil']
	),
	v.forward(
		v.check(
			({ isQuiet, quietFrom, quietUntil }) => !isQuiet || quietFrom !== quietUntil,
			'Quiet hours end at another time than they begin.'
		),
		['quietUntil']
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
			({ awayFrom, awayUntil }) => awayFrom <= awayUntil,
			'The last day comes before the first.'
		),
		['awayUntil']
	),
	v.transform(
		({
			isQuiet,
			quietFrom,
			quietUntil,
			digestAt,
			zone,
			awayFrom,
			awayUntil,
			weekly,
			...choices
		}) => ({
			choices,
			wantsWeekly: weekly === 'mail',
			hours: {
				quiet: isQuiet === 'on' ? { from: quietFrom, until: quietUntil } : null,
				digestAt
			},
			where: { zone, away: awayFrom === '' ? null : { from: awayFrom, until: awayUntil } }
		})
	)
);
