import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { rewriteAnswer } from '#lib/live/answer-text.ts';
import { MessageDocument } from '#lib/live/message-document.ts';
import { documentName } from '#lib/live/protocol.ts';
import type { Person } from '#lib/meeting/person.ts';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import { people, type People } from '../../../../supabase/tests/people.ts';
import { Ai } from '../llm/ai.ts';
import { Model } from '../llm/ask-model.ts';
import { startStandIn, type Asked } from '../llm/stand-in.ts';
import { openSite, type Site } from '../sync/sync-site.ts';
import { sharpenAnswer } from './sharpen-answer.ts';

let backend: Backend;
let team: People;
let site: Site;
const closes: (() => Promise<void>)[] = [];
beforeAll(async () => {
	backend = await startBackend();
	team = await people(backend);
});
beforeEach(async () => (site = await openSite(backend, { unloadAfterMs: 60_000 })));
afterEach(async () => {
	for (const close of closes.splice(0)) await close();
	await site.close();
	await backend.database.query('delete from private.documents where team_id = $1::uuid', [
		team.ours.id
	]);
});
afterAll(() => backend.close());

const answer = 'Ada Lovelace will leverage 99% uptime, see ada@northwind.example';

async function sharpen(reply: (asked: Asked) => unknown, words = answer) {
	const server = await startStandIn((asked) =>
		asked.messages[0]?.content.includes('"works"') ? '{"works":true}' : JSON.stringify(reply(asked))
	);
	closes.push(server.close);
	const kept = await site.rooms.open(documentName('message', team.ours.id));
	const message = () => new MessageDocument(kept.room.document.read());
	rewriteAnswer(message().answer('what'), words);
	const model = new Model({ url: server.url, model: 'stand-in 1' });
	const limits = { meeting: 1_000_000, day: 1_000_000 };
	const ai = new Ai(model, limits, { model: '', api: '', schema: '', host: '' });
	await ai.probe();
	const ada: Person = {
		...{ id: team.owner.id, name: 'Ada Lovelace', title: '', hue: 1 },
		...{ role: 'admin', current: true }
	};
	const problem = await sharpenAnswer(
		{ ai, database: backend.database, rooms: site.rooms },
		{ on: 'what', team: team.ours.id, person: ada.id, people: [ada], goals: [] },
		new AbortController().signal
	);
	return { problem, message: message(), sent: server.asked.slice(1) };
}

test('sharper words come as suggestions that say where they are from, and change nothing', async () => {
	const text = '[P1] keeps the fleet up 99% of the time';
	const { problem, message, sent } = await sharpen(() => ({ items: [{ text, why: 'Concrete.' }] }));
	expect(problem).toBeUndefined();
	expect(message.text().what).toBe(answer);
	expect(message.rewordings.all()).toMatchObject([
		{
			...{
				on: 'what',
				quote: answer,
				text: 'Ada keeps the fleet up 99% of the time',
				state: 'open'
			},
			...{ by: team.owner.id },
			fromModel: { model: 'stand-in 1', promptVersion: 'sharpen 1', why: 'Concrete.' }
		}
	]);
	expect(JSON.stringify(sent)).not.toMatch(/Lovelace|northwind\.example/);
});

test.each([
	['brings in a number', { text: 'We keep 99.9% uptime', why: '' }],
	['holds a link', { text: 'See https://evil.example', why: '' }],
	['speaks of somebody who is not there', { text: 'Ask [P4]', why: '' }],
	['is empty', { text: ' ', why: '' }]
])('a wording that %s is never suggested, after one repair', async (_, item) => {
	const { problem, message, sent } = await sharpen(() => ({ items: [item] }));
	expect(problem).toContain('The message is as it was.');
	expect(message.rewordings.all()).toEqual([]);
	expect(sent).toHaveLength(2);
});

test('an empty answer asks no model', async () => {
	const { problem, sent } = await sharpen(() => ({ items: [] }), '');
	expect(problem).toContain('nothing to sharpen');
	expect(sent).toEqual([]);
});
