import { expect, test } from 'vitest';
import { ServerClock } from './server-clock.ts';

/** Mulberry32: the same numbers on every run. */
function random(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** A device whose clock is off, and runs fast or slow by so many parts in a million. */
function device({ off, drift = 0 }: { off: number; drift?: number }) {
	let truth = 1_800_000_000_000;
	const read = () => truth + off + (truth - 1_800_000_000_000) * (drift / 1e6);
	const clock = new ServerClock(read);
	return {
		clock,
		/** How wrong the shown time is, in milliseconds. */
		error: () => Math.abs(clock.now() - truth),
		pass: (ms: number) => (truth += ms),
		ask: (there: number, back: number) => {
			const asked = read();
			truth += there;
			const said = truth;
			truth += back;
			clock.learn(asked, said);
		}
	};
}

test('devices up to 90 seconds wrong show the server’s time within a quarter of a second', () => {
	const next = random(1);
	for (let run = 0; run < 500; run += 1) {
		const one = device({ off: (next() - 0.5) * 180_000 });
		const trip = next() * 300;
		for (let sample = 0; sample < 6; sample += 1)
			// Both ways take differently long, and now and then a message is stuck for a second.
			one.ask(trip * next() + (next() < 0.1 ? 1000 : 0), trip * next() + (next() < 0.1 ? 1000 : 0));
		expect(one.error()).toBeLessThanOrEqual(250);
	}
});

test('it stays right through a meeting of two hours on a clock that drifts', () => {
	const next = random(2);
	for (let run = 0; run < 50; run += 1) {
		const one = device({ off: -90_000, drift: (next() - 0.5) * 400 });
		for (let second = 0; second < 7200; second += 10) {
			one.ask(20 + next() * 100, 20 + next() * 100);
			one.pass(10_000);
			expect(one.error()).toBeLessThanOrEqual(250);
		}
	}
});

test('it never jumps by more than a second from one answer to the next', () => {
	const next = random(3);
	const one = device({ off: 90_000 });
	one.ask(50, 50);
	let before = one.clock.offset;
	for (let sample = 0; sample < 500; sample += 1) {
		one.ask(next() * 400, next() * 400);
		expect(Math.abs(one.clock.offset - before)).toBeLessThan(1000);
		before = one.clock.offset;
	}
});

test('a device whose clock is set during the meeting is right again after the next answer', () => {
	let wrong = 0;
	let truth = 1_800_000_000_000;
	const clock = new ServerClock(() => truth + wrong);
	const ask = () => {
		const asked = truth + wrong;
		truth += 20;
		const said = truth;
		truth += 20;
		clock.learn(asked, said);
	};
	for (let sample = 0; sample < 12; sample += 1) ask();
	wrong = -3_600_000;
	ask();
	expect(Math.abs(clock.now() - truth)).toBeLessThanOrEqual(250);
});

test('nothing is known before the first answer', () => {
	const clock = new ServerClock(() => 1000);
	expect(clock.isKnown).toBe(false);
	expect(clock.now()).toBe(1000);
	clock.learn(900, 5000);
	expect(clock.isKnown).toBe(true);
	expect(clock.now()).toBe(5050);
});
