import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { byOrder } from '#lib/meeting/agenda.ts';
import { MeetingCommands } from './meeting-commands.ts';
import { MeetingDocument } from './meeting-document.ts';
import { noteLines } from './note-lines.ts';
import { seedAgenda } from './seed-agenda.ts';
import { LiveDocument } from '#lib/server/sync/live-document.ts';

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

/** The faults suite holds ten thousand. */
const meetings = Number(process.env.MEETINGS ?? 300);
const patience = { timeout: 30_000 + meetings * 40 };

const people = ['ada', 'grace', 'alan', 'edsger', 'katherine'];

/** Five people edit one meeting, now and then without a connection, and meet again at the end. */
function meet(seed: number) {
	const next = random(seed);
	const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(next() * from.length)];
	let ids = 0;
	let clock = 1_800_000_000_000;
	const steps = ['check-in', 'hot-items', 'wrap-up'].map((kind) => ({
		id: `step ${kind}`,
		kind: kind as 'check-in',
		title: kind,
		minutes: 10,
		guide: ''
	}));
	const replicas = people.map((person) => {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, seedAgenda(steps));
		const meeting = new MeetingDocument(doc);
		const actor = { person, now: () => (clock += 1000), newId: () => `id ${(ids += 1)}` };
		return { person, doc, meeting, commands: new MeetingCommands(meeting, actor), online: true };
	});
	const written: string[] = [];

	const exchange = (one: Y.Doc, other: Y.Doc) => {
		Y.applyUpdate(other, Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)));
		Y.applyUpdate(one, Y.encodeStateAsUpdate(other, Y.encodeStateVector(one)));
	};
	const act = ({ meeting, commands, person }: (typeof replicas)[number]) => {
		const segment = pick(meeting.segments.all())?.id ?? '';
		const item = pick(meeting.items.all())?.id ?? '';
		const outcome = pick(meeting.outcomes.all())?.id ?? '';
		const doings = [
			() => commands.start(),
			() => commands.enter(meeting.progress().segment?.id ?? null, segment),
			() => commands.takeChair(),
			() => commands.addSegment({ kind: 'discussion', title: 'More', minutes: 5 }),
			() => commands.moveSegment(segment, Math.floor(next() * 4)),
			() => commands.changeSegment(segment, { minutes: Math.floor(next() * 700) - 50 }),
			() => commands.raise({ title: `Hot ${ids}` }),
			() => commands.moveItem(item, Math.floor(next() * 4)),
			() => commands.vote(item, next() < 0.7),
			() => commands.capture({ kind: 'action', title: 'Call Acme', owner: person }),
			() => commands.changeOutcome(outcome, { owner: pick(people) ?? null }),
			() => commands.raiseHand(next() < 0.5),
			() => (meeting.progress().paused ? commands.resume() : commands.pause()),
			() => {
				const text = `${person} wrote ${written.length}`;
				const line = new Y.XmlElement('paragraph');
				line.insert(0, [new Y.XmlText(text)]);
				const notes = meeting.notes('step hot-items');
				notes.insert(Math.floor(next() * (notes.length + 1)), [line]);
				written.push(text);
			}
		];
		pick(doings)?.();
	};

	for (let turn = 0; turn < 60; turn += 1) {
		const replica = pick(replicas);
		if (!replica) continue;
		if (next() < 0.15) replica.online = !replica.online;
		act(replica);
		const other = pick(replicas);
		if (replica.online && other?.online && other !== replica) exchange(replica.doc, other.doc);
	}
	for (const one of replicas) for (const other of replicas) exchange(one.doc, other.doc);
	for (const one of replicas) for (const other of replicas) exchange(one.doc, other.doc);
	return { replicas, written };
}

test(
	'whatever five people do, online or not, everybody ends with the same sensible meeting',
	patience,
	() => {
		for (let seed = 1; seed <= meetings; seed += 1) {
			const { replicas, written } = meet(seed);
			const [first] = replicas;
			if (!first) continue;
			const seen = ({ meeting, doc }: typeof first) => ({
				progress: meeting.progress(),
				agenda: meeting.segments.all().toSorted(byOrder),
				items: meeting.items.all().toSorted(byOrder),
				outcomes: meeting.outcomes.all().toSorted((a, b) => (a.id < b.id ? -1 : 1)),
				votes: [...meeting.votes.all().keys()].toSorted(),
				notes: noteLines(meeting.notes('step hot-items')).map((line) => line.text),
				state: Y.encodeStateVector(doc).length
			});
			const truth = seen(first);
			for (const replica of replicas) expect(seen(replica), `seed ${seed}`).toEqual(truth);

			// A server that only keeps bytes has it too, from whoever comes first.
			const server = new LiveDocument([]);
			for (const { doc } of replicas) {
				const news = Y.encodeStateAsUpdate(doc, server.encodeStateVector());
				server.add(news, server.check(news)!);
			}
			const served = new MeetingDocument(server.read());
			expect(served.progress(), `seed ${seed}`).toEqual(truth.progress);
			expect(served.segments.all().toSorted(byOrder), `seed ${seed}`).toEqual(truth.agenda);
			server.putAway();

			// Order is total: no two stand in the same place.
			for (const rows of [truth.agenda, truth.items])
				expect(new Set(rows.map(({ order, id }) => `${order} ${id}`)).size).toBe(rows.length);
			const { chair, state } = truth.progress;
			expect(chair === null || people.includes(chair)).toBe(true);
			if (state === 'live') expect(chair).not.toBeNull();
			expect(truth.agenda.length).toBeGreaterThanOrEqual(3);
			for (const { minutes } of truth.agenda) expect(minutes >= 1 && minutes <= 480).toBe(true);
			for (const { owner } of truth.outcomes)
				expect(owner === null || typeof owner === 'string').toBe(true);
			expect(truth.notes.toSorted()).toEqual(written.toSorted());
		}
	}
);

test('two people who press Next in the same instant move the meeting on once', () => {
	for (let seed = 1; seed <= 100; seed += 1) {
		const { replicas } = meet(seed);
		const live = replicas.filter(({ meeting }) => meeting.progress().state === 'live');
		const [one, other] = live;
		const { segment } = one?.meeting.progress() ?? {};
		const [before, after] = (one?.meeting.segments.all() ?? []).toSorted(byOrder);
		if (!one || !other || !segment || !before || !after) continue;
		const target = segment.id === after.id ? before.id : after.id;
		one.commands.enter(segment.id, target);
		other.commands.enter(segment.id, target);
		Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc));
		expect(one.meeting.progress().segment?.id).toBe(target);
		const entries = one.meeting.events().slice(-2);
		expect(entries.map(({ type }) => type)).toEqual(['entered', 'entered']);
	}
});
