import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { byOrder } from '#lib/meeting/agenda.ts';
import { partsOf } from '#lib/meeting/merge.ts';
import { tally } from '#lib/meeting/voting.ts';
import { MeetingCommands } from './meeting-commands.ts';
import { MeetingDocument } from './meeting-document.ts';

/** Two people with a copy of the meeting each, who meet when `exchange` is called. */
function meet() {
	let now = 0;
	let ids = 0;
	const [ada, grace] = ['ada', 'grace'].map((person) => {
		const meeting = new MeetingDocument(new Y.Doc());
		const actor = { person, now: () => (now += 1), newId: () => `item ${(ids += 1)}` };
		return { meeting, commands: new MeetingCommands(meeting, actor) };
	}) as [Copy, Copy];
	const exchange = () => {
		for (const [from, to] of [
			[ada, grace],
			[grace, ada]
		] as const)
			Y.applyUpdate(to.meeting.doc, Y.encodeStateAsUpdate(from.meeting.doc));
	};
	return { ada, grace, exchange };
}
type Copy = { meeting: MeetingDocument; commands: MeetingCommands };
const states = ({ meeting }: Copy) =>
	meeting.items
		.all()
		.toSorted(byOrder)
		.map(({ title, state }) => `${title}: ${state}`);
const votes = ({ meeting }: Copy, item: string) => tally(meeting.votes.all().keys()).get(item);

test('two who merge the same items from two sides leave one of them, with everybody’s vote once', () => {
	const { ada, grace, exchange } = meet();
	const churn = ada.commands.raise({ title: 'Churn' });
	const renewals = ada.commands.raise({ title: 'Renewals' });
	exchange();
	ada.commands.vote(churn, true);
	ada.commands.vote(renewals, true);
	grace.commands.vote(renewals, true);
	exchange();
	ada.commands.mergeItems(churn, renewals);
	grace.commands.mergeItems(renewals, churn);
	exchange();

	for (const copy of [ada, grace]) {
		expect(states(copy)).toEqual(['Churn: open', 'Renewals: merged']);
		expect(votes(copy, churn)).toBe(2);
		const whole = copy.meeting.items.get(churn);
		expect(whole && partsOf(whole, copy.meeting.items.all())).toMatchObject([{ id: renewals }]);
	}
	// Taken apart again, it has its words and votes back.
	grace.commands.reopenItem(renewals);
	expect(states(grace)).toEqual(['Churn: open', 'Renewals: open']);
	expect(votes(grace, renewals)).toBe(2);
});

test('three that are merged crosswise without a connection leave one', () => {
	const { ada, grace, exchange } = meet();
	const [one, two, three] = ['One', 'Two', 'Three'].map((title) =>
		ada.commands.raise({ title })
	) as [string, string, string];
	exchange();
	ada.commands.mergeItems(three, two);
	grace.commands.mergeItems(two, one);
	grace.commands.mergeItems(one, three);
	exchange();

	expect(states(ada)).toEqual(states(grace));
	expect(states(ada).filter((said) => said.endsWith('open'))).toEqual(['One: open']);
});
