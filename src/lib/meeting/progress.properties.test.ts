import fc from 'fast-check';
import { expect, test } from 'vitest';
import { progress, type MeetingEvent } from './progress.ts';

const segments = ['checkIn', 'scorecard', 'wrapUp'];
const items = ['pricing', 'hiring'];
const people = ['sam', 'maren', 'jonas'];

const segment = fc.constantFrom(...segments);
const item = fc.constantFrom(...items);
const person = fc.constantFrom(...people);
const orNone = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null, freq: 3 });
const is = <T extends string>(type: T) => fc.constant(type);

const told = fc.oneof(
	fc.record({ type: is('started'), segment: orNone(segment) }),
	fc.record({ type: is('entered'), from: orNone(segment), to: segment }),
	fc.record({ type: fc.constantFrom('paused', 'resumed', 'rating called', 'parked', 'unparked') }),
	fc.record({
		type: is('extended'),
		target: fc.constantFrom(...segments, ...items),
		by_ms: fc.integer({ min: -1e6, max: 1e6 })
	}),
	fc.record({ type: is('chair taken'), from: orNone(person) }),
	fc.record({ type: is('item opened'), from: orNone(item), item }),
	fc.record({ type: is('item left'), item }),
	fc.record({ type: is('closed'), passed: fc.nat(5) })
);
const event: fc.Arbitrary<MeetingEvent> = fc
	.tuple(fc.integer({ min: -1e6, max: 1e7 }), orNone(person), told)
	.map(([at, by, what]) => ({ at, by, ...what }));
const history = fc.array(event, { maxLength: 60 });
const live = history.map((events): MeetingEvent[] => [
	{ at: 0, by: 'sam', type: 'started', segment: 'checkIn' },
	...events
]);

const plan = () => 600_000;
const fold = (events: readonly MeetingEvent[]) => progress(events, plan);

test('no history of a meeting, however odd, takes the room down', () => {
	fc.assert(
		fc.property(history, (events) => {
			expect(() => fold(events)).not.toThrow();
		})
	);
});

test('nothing ever took less than no time', () => {
	fc.assert(
		fc.property(live, (events) => {
			for (const spent of Object.values(fold(events).spent))
				expect(spent).toBeGreaterThanOrEqual(0);
		})
	);
});

test('the segments together never took longer than the meeting', () => {
	fc.assert(
		fc.property(live, (events) => {
			const end: MeetingEvent = { at: 2e7, by: 'sam', type: 'closed', passed: 0 };
			const now = fold([...events, end]);
			const spent = segments.reduce((sum, id) => sum + (now.spent[id] ?? 0), 0);
			expect(spent).toBeLessThanOrEqual((now.closedAt ?? 0) - (now.startedAt ?? 0));
		})
	);
});

test('time never runs backwards, whatever the devices say', () => {
	fc.assert(
		fc.property(live, (events) => {
			const seen = events.map((_, index) => fold(events.slice(0, index + 1)).lastEventAt);
			expect(seen).toEqual(seen.toSorted((one, other) => one - other));
		})
	);
});

test('what was refused leaves no trace', () => {
	fc.assert(
		fc.property(live, (events) => {
			const accepted = events.filter(
				(_, index) => fold(events.slice(0, index + 1)) !== fold(events.slice(0, index))
			);
			const kept = accepted.filter((_, index) => {
				const before = JSON.stringify(fold(accepted.slice(0, index)));
				return before !== JSON.stringify(fold(accepted.slice(0, index + 1)));
			});
			expect(fold(kept)).toEqual(fold(events));
		}),
		{ numRuns: 50 }
	);
});

test('whoever of two is first, the meeting ends up in the same place', () => {
	fc.assert(
		fc.property(live, segment, segment, (events, from, to) => {
			const press = (by: string): MeetingEvent => ({ at: 2e7, by, type: 'entered', from, to });
			fc.pre(from !== to);
			const one = fold([...events, press('sam'), press('maren')]);
			const other = fold([...events, press('maren'), press('sam')]);
			expect(one).toEqual(other);
			expect(one).toEqual(fold([...events, press('sam')]));
		})
	);
});

test('of several who reach for the chair at once exactly one gets it', () => {
	fc.assert(
		fc.property(fc.shuffledSubarray(people, { minLength: 2 }), (reaching) => {
			const events = reaching.map((by): MeetingEvent => ({
				at: 5,
				by,
				type: 'chair taken',
				from: 'ana'
			}));
			const opening: MeetingEvent = { at: 0, by: 'ana', type: 'started', segment: 'checkIn' };
			const now = fold([opening, ...events]);
			expect(now.chair).toBe(reaching[0]);
			expect(now.chairMissedBy?.person).toBe(reaching.at(-1));
		})
	);
});
