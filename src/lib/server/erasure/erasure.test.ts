import { beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { onBothBackends, type Backend } from '../../../../supabase/tests/backends.ts';
import {
	found,
	join,
	people,
	type People,
	type Person
} from '../../../../supabase/tests/people.ts';
import { createSampleCompany, type SampleCompany } from '../sample/sample-company.ts';
import { eraseFromDocument } from './erase-from-document.ts';
import { erasePerson } from './erase-person.ts';
import { patternOf, without, wordsOf } from './words.ts';

const rooms = { find: () => undefined };

test('a full name and an address go wherever they stand, and ordinary words stay', () => {
	const words = wordsOf({ name: 'Will  Power', email: 'will@example.com' });
	expect(without('will power and WILL POWER, will@example.com.', words)).toBe(
		'A former member and A former member, A former member.'
	);
	expect(without('Willpower will do. Will Powers', words)).toBe('Willpower will do. Will Powers');
	expect(wordsOf({ name: 'Will', email: 'w@x.example' })).toEqual(['@Will', 'w@x.example']);
	expect(patternOf(['A.B (C)'])).toBe('\\mA\\.B \\(C\\)\\M');
});

test('a live document loses the words in its texts, records, lists and what was deleted', () => {
	const doc = new Y.Doc();
	doc.getText('text').insert(0, 'Ask Ada Lovelace today');
	doc.getMap('items').set('a', new Y.Map([['title', 'Ada Lovelace leaves']]));
	doc.getMap('deep').set('b', { list: ['by ada lovelace'], at: 1 });
	doc.getArray('events').push([{ type: 'said', by: 'Ada Lovelace' }, 2]);
	const line = new Y.XmlElement('line');
	line.setAttribute('by', 'Ada Lovelace');
	const typed = new Y.XmlText();
	line.insert(0, [typed]);
	doc.getXmlFragment('notes:x').insert(0, [line]);
	for (const [at, sign] of [...'Ada Lovelace said'].entries()) typed.insert(at, sign);
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	expect(eraseFromDocument(copy, ['Ada Lovelace'])).toBe(true);
	expect(copy.getText('text').toJSON()).toBe('Ask A former member today');
	expect(copy.getArray('events').toJSON()).toEqual([{ type: 'said', by: 'A former member' }, 2]);
	expect(copy.getXmlFragment('notes:x').toJSON()).toContain('>A former member said<');
	expect(Buffer.from(Y.encodeStateAsUpdate(copy)).toString().toLowerCase()).not.toContain(
		'lovelace'
	);
	expect(eraseFromDocument(copy, ['Ada Lovelace'])).toBe(false);
});

onBothBackends((backend) => {
	let company: SampleCompany;
	let who: People;
	let admin: string;
	let gone: { id: string; name: string; email: string };

	beforeAll(async () => {
		company = await createSampleCompany({ supabase: backend() }, new Date('2026-11-17T07:40:00Z'));
		who = await people(backend());
		const [leaving] = company.people.filter(({ name }) => name === 'Maren Okafor');
		if (!leaving) throw new Error('Maren Okafor is not in the sample company');
		gone = leaving;
		const [other] = company.people.filter(({ id }) => id !== gone.id);
		admin = other?.id ?? '';
		const { database } = backend();
		await database.query(
			`update public.workspace_members set role = 'admin' where person_id = $1::text::uuid`,
			[admin]
		);
		await database.query(
			`update public.team_members set role = 'admin' where person_id = $1::text::uuid`,
			[admin]
		);
	});

	test('nobody but an admin of the workspace erases anybody', async () => {
		const erase = (workspace: string, by: string, person: string) =>
			erasePerson(backend().database, rooms, workspace, by, person);
		await expect(erase(company.workspace, who.owner.id, gone.id)).rejects.toThrow('Only admins');
		await expect(erase(who.ours.workspace, who.member.id, who.observer.id)).rejects.toThrow(
			'Only admins'
		);
		expect(await erase(who.ours.workspace, who.owner.id, gone.id)).toBe('nobody');
		expect(await erase(who.ours.workspace, who.owner.id, who.owner.id)).toBe('last admin');
		await found(who.member, 'Elsewhere', 'Board');
		expect(await erase(who.ours.workspace, who.owner.id, who.member.id)).toBe('other workspace');
	});

	test('a name is gone from every table and every live document, and what was decided stays', async () => {
		const { database } = backend();
		await mention(backend(), company, gone);
		const before = await counts(backend());
		expect(JSON.stringify(await everything(backend()))).toContain(gone.name);
		expect(await erasePerson(database, rooms, company.workspace, admin, gone.id)).toBe('erased');
		const left = await everything(backend());
		for (const [table, rows] of Object.entries(left))
			for (const word of [gone.name, gone.email])
				expect(rows.toLowerCase().includes(word.toLowerCase()), `${word} in ${table}`).toBe(false);
		expect(await counts(backend())).toEqual(before);
		const [person] = await database.query(
			'select name, email from public.people where id = $1::text::uuid',
			[gone.id]
		);
		expect(person).toEqual({ name: 'A former member', email: '' });
		expect(await erasePerson(database, rooms, company.workspace, admin, gone.id)).toBe('nobody');
	});

	test('whoever was erased cannot sign in, and their address is free again', async () => {
		const [first] = [who.observer] as [Person];
		const { database } = backend();
		expect(await erasePerson(database, rooms, who.ours.workspace, who.owner.id, first.id)).toBe(
			'erased'
		);
		const signIn = await backend()
			.visitor()
			.auth.signInWithPassword({ email: first.email, password: 'a long enough password' });
		expect(signIn.error).not.toBeNull();
		const { data } = await first.client.from('teams').select('id');
		expect(data ?? []).toEqual([]);
		const again = await join(backend(), 'Observer');
		expect(again.id).not.toBe(first.id);
	});
});

/** Writes the name where people, programs and the server write. */
async function mention(
	{ database }: Backend,
	company: SampleCompany,
	gone: { name: string; email: string }
) {
	const said = `Ask ${gone.name} (${gone.email})`;
	await database.query(
		'update public.notes set body = $1 where id = (select min(id::text)::uuid from public.notes)',
		[said]
	);
	await database.query(
		'update public.decisions set title = $1 where id = (select min(id::text)::uuid from public.decisions)',
		[said]
	);
	await database.query(
		`insert into private.mailbox (recipient, subject, body) values ($1, $2, $2)`,
		[gone.email, said]
	);
	await database.query(
		`insert into private.mailbox (recipient, subject, body) values ('a@b.example', $1, $1)`,
		[said]
	);
	await database.query(
		`insert into public.invitations (workspace_id, team_id, email, token_hash) values ($1::text::uuid, $2::text::uuid, $3, 'x')`,
		[company.workspace, company.team, gone.email]
	);
	const documents = await database.query<{ name: string; snapshot: Uint8Array }>(
		'select name, snapshot from private.documents where snapshot is not null order by name limit 2'
	);
	const [sealed, open] = documents as [(typeof documents)[0], (typeof documents)[0]];
	const doc = new Y.Doc();
	Y.applyUpdate(doc, sealed.snapshot);
	doc.getMap('cascade').set('x', new Y.Map([['body', said]]));
	await database.query('update private.documents set snapshot = $2 where name = $1', [
		sealed.name,
		Y.encodeStateAsUpdate(doc)
	]);
	const live = new Y.Doc();
	Y.applyUpdate(live, open.snapshot);
	const typed: Uint8Array[] = [];
	live.on('update', (update: Uint8Array) => typed.push(update));
	live.getMap('cascade').set('y', new Y.Map([['body', said]]));
	live.getMap('cascade').delete('y');
	for (const update of typed)
		await database.query('insert into private.updates (document, data) values ($1, $2)', [
			open.name,
			update
		]);
}

/** Every row of every table as text, live documents as the bytes they are. */
async function everything({ database }: Backend): Promise<Record<string, string>> {
	const tables = await database.query<{ name: string }>(
		`select table_schema || '.' || table_name as name from information_schema.tables
		where table_type = 'BASE TABLE' and table_schema in ('public', 'auth', 'private')`
	);
	const all: Record<string, string> = {};
	for (const { name } of tables) {
		const rows = await database.query<{ row: string }>(
			`select to_jsonb(t)::text as row from ${name} t`
		);
		all[name] = rows.map(({ row }) => row).join('\n');
	}
	const bytes = await database.query<{ data: Uint8Array | null }>(
		'select snapshot as data from private.documents union all select data from private.updates'
	);
	all['documents as text'] = bytes.map(({ data }) => Buffer.from(data ?? []).toString()).join('\n');
	return all;
}

async function counts({ database }: Backend) {
	return database.query(
		`select (select count(*)::int from public.decisions) as decisions,
			(select count(*)::int from public.action_items where owner_id is not null) as owned,
			(select count(*)::int from public.meeting_ratings) as ratings,
			(select count(*)::int from public.attendances) as attended`
	);
}
