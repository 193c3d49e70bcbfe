import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { isTimeZone, occurrences, Series } from './series.ts';

const tuesdays = v.parse(Series, {
	weekday: 2,
	startsAt: '09:00',
	timeZone: 'Europe/Amsterdam',
	startsOn: '2026-01-01'
});
const next = (series: Partial<Series>, from: string, count = 1) =>
	occurrences({ ...tuesdays, ...series }, from, count);
/** What the clock on the wall of that zone shows. */
const wall = (instant: string, timeZone: string) =>
	new Date(instant).toLocaleString('en-GB', {
		timeZone,
		weekday: 'short',
		hour: '2-digit',
		minute: '2-digit'
	});

describe('the next meetings', () => {
	test('are on their weekday at their local time, through the end of summer time', () => {
		expect(next({}, '2026-10-19T00:00:00Z', 2)).toEqual([
			{ occursOn: '2026-10-20', startsAt: '2026-10-20T07:00:00Z', clock: 'plain' },
			{ occursOn: '2026-10-27', startsAt: '2026-10-27T08:00:00Z', clock: 'plain' }
		]);
	});

	test('include one that starts this very moment, and not one that has started', () => {
		expect(next({}, '2026-11-17T08:00:00Z')[0]?.occursOn).toBe('2026-11-17');
		expect(next({}, '2026-11-17T08:00:01Z')[0]?.occursOn).toBe('2026-11-24');
	});

	test('do not start before the series does', () => {
		expect(next({ startsOn: '2026-12-02' }, '2026-11-17T00:00:00Z')[0]?.occursOn).toBe(
			'2026-12-08'
		);
		expect(next({ startsOn: '2026-12-01' }, '2026-11-17T00:00:00Z')[0]?.occursOn).toBe(
			'2026-12-01'
		);
	});

	test('every second week keep to the same weeks, wherever one starts to look', () => {
		const every = { everyWeeks: 2, startsOn: '2026-11-03' };

		expect(next(every, '2026-11-04T00:00:00Z', 2).map(({ occursOn }) => occursOn)).toEqual([
			'2026-11-17',
			'2026-12-01'
		]);
		expect(next(every, '2026-11-18T00:00:00Z')[0]?.occursOn).toBe('2026-12-01');
	});

	test('are found on the day of the team, where that is another day in London', () => {
		const early = { startsAt: '08:00', timeZone: 'Pacific/Auckland' };

		expect(next(early, '2026-11-16T00:00:00Z')[0]).toMatchObject({
			occursOn: '2026-11-17',
			startsAt: '2026-11-16T19:00:00Z'
		});
	});

	test('none are found when none are asked for', () => {
		expect(next({}, '2026-11-17T08:00:00Z', 0)).toEqual([]);
	});
});

describe('when the clocks change at the time of the meeting', () => {
	const sundays = { weekday: 7, startsAt: '02:30' };

	test('a time that is skipped is held an hour later that day', () => {
		expect(next(sundays, '2026-03-28T00:00:00Z')[0]).toEqual({
			occursOn: '2026-03-29',
			startsAt: '2026-03-29T01:30:00Z',
			clock: 'skipped'
		});
		expect(wall('2026-03-29T01:30:00Z', 'Europe/Amsterdam')).toContain('03:30');
	});

	test('a time that comes twice is held the first time', () => {
		expect(next(sundays, '2026-10-24T00:00:00Z')[0]).toEqual({
			occursOn: '2026-10-25',
			startsAt: '2026-10-25T00:30:00Z',
			clock: 'twice'
		});
	});

	test('clocks that change by half an hour are followed', () => {
		const found = next(
			{ ...sundays, startsAt: '02:15', timeZone: 'Australia/Lord_Howe' },
			'2026-10-03T00:00:00Z'
		);

		expect(found[0]).toMatchObject({ occursOn: '2026-10-04', clock: 'skipped' });
		expect(wall(found[0]?.startsAt ?? '', 'Australia/Lord_Howe')).toContain('02:45');
	});
});

describe('any zone in any year', () => {
	const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
	const moment = fc.date({
		min: new Date('2020-01-01'),
		max: new Date('2040-01-01'),
		noInvalidDate: true
	});
	const time = fc
		.tuple(fc.nat(23), fc.nat(59))
		.map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
	const series = fc.record({
		weekday: fc.integer({ min: 1, max: 7 }),
		startsAt: time,
		timeZone: zone,
		everyWeeks: fc.integer({ min: 1, max: 5 }),
		startsOn: fc.constant('2019-12-30')
	});

	test('meetings keep their weekday and local time, one every so many weeks, none missing', () => {
		fc.assert(
			fc.property(series, moment, (one, from) => {
				const found = occurrences(one, from.toISOString(), 6);
				const days = found.map(({ occursOn }) => Date.parse(occursOn) / 86_400_000);
				expect(
					days.slice(1).every((day, index) => day - (days[index] ?? 0) === 7 * one.everyWeeks)
				).toBe(true);
				for (const { occursOn, startsAt, clock } of found) {
					expect(Date.parse(startsAt)).toBeGreaterThanOrEqual(from.getTime());
					expect(new Date(occursOn).getUTCDay()).toBe(one.weekday % 7);
					if (clock !== 'skipped') expect(wall(startsAt, one.timeZone)).toContain(one.startsAt);
				}
				const wait = Date.parse(found[0]?.startsAt ?? '') - from.getTime();
				expect(wait).toBeLessThanOrEqual((7 * one.everyWeeks + 1) * 86_400_000);
			}),
			{ seed: 20261117, numRuns: 150 }
		);
	});

	test('looking again from where a meeting starts finds the same meetings', () => {
		fc.assert(
			fc.property(series, moment, (one, from) => {
				const found = occurrences(one, from.toISOString(), 4);
				expect(occurrences(one, found[1]?.startsAt ?? '', 3)).toEqual(found.slice(1));
			}),
			{ seed: 20261117, numRuns: 100 }
		);
	});
});

describe('what is no series', () => {
	test.each(['Mars/Olympus', '', '+02:00', 'Europe/', '09:00', 'x'.repeat(99)])(
		'the zone “%s” is refused',
		(zone) => {
			expect(isTimeZone(zone)).toBe(false);
			expect(v.safeParse(Series, { ...tuesdays, timeZone: zone }).success).toBe(false);
		}
	);

	test.each([
		{ weekday: 0 },
		{ weekday: 8 },
		{ weekday: 1.5 },
		{ startsAt: '24:00' },
		{ startsAt: '9:00' },
		{ everyWeeks: 0 },
		{ startsOn: '2026-02-30' },
		{ startsOn: 'soon' }
	])('%o is refused', (wrong) => {
		expect(v.safeParse(Series, { ...tuesdays, ...wrong }).success).toBe(false);
	});
});
