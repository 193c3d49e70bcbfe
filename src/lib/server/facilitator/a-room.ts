import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { ProposalCommands } from '#lib/live/proposal-commands.ts';
import { appendLine } from '#lib/live/note-lines.ts';
import type { Person } from '#lib/meeting/person.ts';
import type { Backend } from '../../../../supabase/tests/backends.ts';
import type { Person as SignedIn, Team } from '../../../../supabase/tests/people.ts';
import { Ai } from '../llm/ai.ts';
import { Model } from '../llm/ask-model.ts';
import { enter, makeMeeting, openSite, soon, type Participant } from '../sync/sync-site.ts';
import { RoomAsking, type Wanted } from './room-asking.ts';

/** The day of every test. */
export const today = '2026-11-30';

/** For tests: a meeting that is live, chaired by the first of its people, with a model beside it. */
export async function openRoomWithModel(
	backend: Backend,
	team: Team,
	people: readonly [SignedIn, ...SignedIn[]],
	url: string,
	limits = { meeting: 100_000_000, day: 100_000_000 }
) {
	const meeting = await makeMeeting(backend.database, team.id);
	const site = await openSite(backend);
	const model = new Model({ url, model: 'stand-in 1' }, { first: 3000, idle: 1500, total: 8000 });
	const ai = new Ai(model, limits, { model: '', api: '', schema: '', host: '' });
	await ai.probe();
	const failures: unknown[] = [];
	const asking = new RoomAsking({
		...{ ai, database: backend.database, rooms: site.rooms },
		onFailure: (error) => failures.push(error)
	});
	const all: (Participant & { person: SignedIn; proposals: ProposalCommands })[] = [];
	// Whoever only reads has nothing to save.
	for (const person of people.slice(0, 2)) {
		const here = await enter(site.host, meeting.id, person);
		await soon(() => expect(here.isSaved()).toBe(true));
		const proposals = new ProposalCommands(here.document, {
			...{ person: person.id, newId: randomUUID },
			now: () => Date.now()
		});
		all.push({ ...here, person, proposals });
	}
	const [chair] = all as [(typeof all)[number], ...typeof all];
	chair.commands.start();
	const [first] = meeting.steps;
	const segment = first?.id ?? '';
	const notes = (lines: readonly string[], under = segment) =>
		lines.map((text) => {
			const id = randomUUID();
			const line = { id, by: chair.person.id, at: Date.now(), text };
			appendLine(chair.document.notes(under), line);
			return id;
		});
	const names = ['Ada Lovelace', 'Grace Hopper', 'Mary Kenneth'];
	const known = people.map(({ id }, at): Person => ({
		...{
			id,
			name: names[at] ?? 'Somebody',
			title: '',
			hue: 1,
			role: at === 2 ? 'observer' : 'member',
			current: true
		}
	}));
	const ask = (more: Partial<Wanted> = {}) =>
		asking.ask({
			...{ task: 'capture', item: null, meeting: meeting.id, team: team.id },
			...{ person: chair.person.id, people: known, today, ...more }
		});
	/** All that is said in the room has come to the server. */
	const settled = () => soon(() => expect(all.every((one) => one.isSaved())).toBe(true));
	/** The model has ended its last answer. */
	const ended = () =>
		soon(() => {
			const asks = chair.document.asks.all();
			expect(asks.length).toBeGreaterThan(0);
			expect(asks.some(({ state }) => state === 'running')).toBe(false);
		});
	return {
		...{ site, meeting, asking, ai, chair, all, notes, ask, settled, ended, failures, segment },
		close: async () => {
			await asking.stop();
			all.forEach(({ leave }) => leave());
			await site.close();
		}
	};
}

/** Something a model says. */
export const said = (more: Record<string, unknown> = {}) => ({
	...{ kind: 'insight', title: 'Four sites cause most of the lost minutes' },
	...{ why: 'The notes give the share.', owner: null, due: null },
	cites: [{ note: 'n1', quote: 'four sites cause 71%' }],
	...more
});
