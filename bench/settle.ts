// How long it takes to turn a whole meeting into rows.
import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import { MeetingCommands } from '../src/lib/live/meeting-commands.ts';
import { MeetingDocument } from '../src/lib/live/meeting-document.ts';
import { seedAgenda } from '../src/lib/live/seed-agenda.ts';
import { settledContent } from '../src/lib/live/settled-content.ts';
import { settleMeeting } from '../src/lib/server/settle/settle-meeting.ts';
import { makeMeeting, step } from '../src/lib/server/sync/sync-site.ts';
import type { Backend } from '../supabase/tests/backends.ts';
import { found, join } from '../supabase/tests/people.ts';
import { percentiles, report, type Figure } from './report.ts';
import { onBothDatabases } from './databases.ts';

const rounds = 40;
const kinds = ['decision', 'action', 'insight', 'risk'] as const;

/** Ninety minutes, seven segments, twelve hot items, 120 lines of notes and sixty outcomes. */
function hold(
	steps: Awaited<ReturnType<typeof makeMeeting>>['steps'],
	person: string
): MeetingDocument {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, seedAgenda(steps.map((one) => ({ ...one, kind: 'discussion' }))));
	const meeting = new MeetingDocument(doc);
	let now = Date.now() - 90 * 60_000;
	const commands = new MeetingCommands(meeting, { person, now: () => now, newId: randomUUID });
	commands.arrive();
	commands.start();
	steps.forEach((segment, index) => {
		const previous = steps[index - 1];
		if (previous) commands.enter(previous.id, segment.id);
		for (let count = 0; count < 2; count += 1) {
			const item = commands.raise({ title: `Hot item ${index} ${count}` });
			commands.vote(item, true);
			commands.openItem(item);
			write(meeting, item, person, 6);
		}
		write(meeting, segment.id, person, 6);
		now += 13 * 60_000;
	});
	for (let count = 0; count < 60; count += 1)
		commands.capture({
			kind: kinds[count % kinds.length] ?? 'action',
			title: `What we agreed, number ${count}`,
			owner: person,
			due: '2026-12-01'
		});
	return meeting;
}

function write(meeting: MeetingDocument, under: string, person: string, lines: number): void {
	for (let count = 0; count < lines; count += 1) {
		const line = new Y.XmlElement('paragraph');
		line.setAttribute('id', randomUUID());
		line.setAttribute('by', person);
		line.insert(0, [new Y.XmlText(`A line of notes of an ordinary length, number ${count}.`)]);
		meeting.notes(under).push([line]);
	}
}

async function measure(name: string, backend: Backend): Promise<Figure[]> {
	const ada = await join(backend, 'Ada');
	const team = await found(ada, 'Northwind Robotics', 'Leadership team');
	const first: number[] = [];
	const again: number[] = [];
	for (let round = 0; round < rounds; round += 1) {
		const steps = Array.from({ length: 7 }, () => step('discussion', 13));
		const { id } = await makeMeeting(backend.database, team.id, steps);
		const meeting = hold(steps, ada.id);
		for (const samples of [first, again]) {
			const began = performance.now();
			await settleMeeting(backend.database, id, settledContent(meeting, Date.now()));
			samples.push(performance.now() - began);
		}
	}
	return [
		...percentiles(`${name}: settle for the first time`, first, 150),
		...percentiles(`${name}: settle again, nothing new`, again, 150)
	];
}

const figures = await onBothDatabases(measure);
await report(
	'settle',
	`A meeting of 90 minutes with 7 segments, 14 hot items, 126 lines of notes and 60 outcomes, from the document to the committed rows; ${rounds} meetings.`,
	figures
);
process.exit();
