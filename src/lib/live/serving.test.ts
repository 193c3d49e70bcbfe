import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { MeetingCommands } from './meeting-commands.ts';
import { MeetingDocument } from './meeting-document.ts';
import { settledContent } from './settled-content.ts';

const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const aim = { kind: 'key result', id: id(9) } as const;

function meet() {
	let made = 0;
	const meeting = new MeetingDocument(new Y.Doc());
	const actor = { person: id(8), now: () => 1_800_000_000_000, newId: () => id((made += 1)) };
	return { meeting, commands: new MeetingCommands(meeting, actor) };
}

test('what is recorded on a hot item serves what the item serves, until somebody says otherwise', () => {
	const { meeting, commands } = meet();
	const item = commands.raise({ title: 'The supplier is late', serves: aim });
	const action = commands.capture({ kind: 'action', title: 'Call Acme', item });
	expect(meeting.outcomes.get(action)?.serves).toEqual(aim);
	commands.changeOutcome(action, { serves: null });
	expect(meeting.outcomes.get(action)?.serves).toBeNull();
	expect(meeting.outcomes.get(commands.capture({ kind: 'action', title: 'Else' }))?.serves).toBe(
		null
	);
});

test('two items that become one serve what either served', () => {
	const { meeting, commands } = meet();
	const [one, other] = ['Late', 'Dear'].map((title) => commands.raise({ title }));
	commands.changeItem(other ?? '', { serves: aim });
	commands.mergeItems(one ?? '', other ?? '');
	const [whole] = meeting.items.all().filter(({ state }) => state === 'open');
	expect(whole?.serves).toEqual(aim);
});

test('actions, decisions and hot items become lineages; an insight serves nothing', () => {
	const { meeting, commands } = meet();
	const item = commands.raise({ title: 'The supplier is late', serves: aim });
	const [action, decision] = (['action', 'decision', 'insight', 'risk'] as const).map((kind) =>
		commands.capture({ kind, title: kind, item })
	);
	const { lineages } = settledContent(meeting, 0);
	expect(lineages.map(({ subject, subject_id }) => [subject, subject_id])).toEqual([
		['action', action],
		['decision', decision],
		['hot item', item]
	]);
	expect(lineages[0]).toMatchObject({ aim: 'key result', aim_id: aim.id, linked_by: id(8) });
});

test('a record that claims to serve what is no aim is kept, and serves nothing', () => {
	const { meeting, commands } = meet();
	const action = commands.capture({ kind: 'action', title: 'Call Acme' });
	for (const claim of [{ kind: 'company', id: 'x' }, 'everything', 7, { kind: 'priority' }]) {
		meeting.outcomes.change(action, { serves: claim as unknown as null });
		expect(meeting.outcomes.get(action)).toMatchObject({ title: 'Call Acme', serves: null });
	}
	commands.changeOutcome(action, { serves: { kind: 'priority', id: '__proto__' } });
	expect(settledContent(meeting, 0).lineages).toEqual([]);
});
