import * as Y from 'yjs';
import { MeetingDocument } from '#lib/live/meeting-document.ts';
import type { Queries } from '../database/database.ts';

/** What stands where a sealed item was: its text reaches no export. */
export const sealedTitle = 'Sealed item';

/** Hot items and steps nobody may take along, and every sentence that tells what they were about. */
export type Sealed = { items: Set<string>; words: Set<string> };

type Row = Record<string, unknown>;

/** What a document in which something was ever sealed has in its bytes. */
const mark = 'isSealed';

/**
 * Which hot items and steps are sealed, in rows or in these documents, with those they go on as in
 * other meetings, and what was said aloud where something is sealed.
 *
 * @param documents the updates of meetings, by name
 */
export async function findSealed(
	queries: Queries,
	documents: AsyncIterable<{ name: string; update: Uint8Array }>
): Promise<Sealed> {
	const rows = await queries.query<{ id: string }>(
		`select id::text from public.hot_items where sealed
		union all select id::text from public.agenda_segments where sealed`
	);
	const sealed: Sealed = { items: new Set(rows.map(({ id }) => id)), words: new Set() };
	for await (const { update } of documents) addPlaces(sealed.items, update);
	if (sealed.items.size === 0) return sealed;
	await follow(queries, sealed);
	const said = await queries.query<{ id: string }>(
		`select t.id::text from public.transcripts t where exists (
			select from public.hot_items p where p.meeting_id = t.meeting_id and p.id = any ($1::text::uuid[])
			union all
			select from public.agenda_segments p where p.meeting_id = t.meeting_id and p.id = any ($1::text::uuid[]))`,
		[`{${[...sealed.items].join(',')}}`]
	);
	for (const { id } of said) sealed.items.add(id);
	return sealed;
}

/**
 * The sealed hot items and steps of these meetings, and what was recorded on them; documents in which
 * nothing can be sealed are not even read.
 */
export async function sealedItemsIn(
	queries: Queries,
	meetings: readonly string[]
): Promise<Set<string>> {
	if (meetings.length === 0) return new Set();
	const of = `{${meetings.join(',')}}`;
	const settled = await queries.query<{ id: string }>(
		['hot_items', 'agenda_segments', 'decisions', 'action_items', 'insights', 'risks']
			.map(
				(table) =>
					`select id::text from public.${table} where sealed and meeting_id = any ($1::text::uuid[])`
			)
			.join(' union all '),
		[of]
	);
	const sealed = new Set(settled.map(({ id }) => id));
	const stored = await queries.query<{ name: string; data: Uint8Array }>(
		`with asked as (
			select d.name, d.snapshot from private.documents d where d.meeting_id = any ($1::text::uuid[])
		), parts as (
			select name, 0 as id, snapshot as data from asked where snapshot is not null
			union all
			select u.document, u.id, u.data from private.updates u join asked a on a.name = u.document
		)
		select name, data from parts
		where name in (select name from parts where position('${mark}'::bytea in data) > 0) order by name, id`,
		[of]
	);
	for (const [, parts] of Map.groupBy(stored, ({ name }) => name))
		addPlaces(sealed, Y.mergeUpdates(parts.map(({ data }) => data)));
	return sealed;
}

/** A document keeps the names of fields as text: without the word nothing in it can be sealed. */
function addPlaces(places: Set<string>, update: Uint8Array): void {
	const bytes = Buffer.from(update.buffer, update.byteOffset, update.byteLength);
	if (bytes.includes(mark)) for (const place of open(update).sealed()) places.add(place);
}

/** Goes along the meetings an item went on through, and gathers what was recorded on it. */
async function follow(queries: Queries, { items, words }: Sealed): Promise<void> {
	const rows = await queries.query<{ id: string; continues: string | null; title: string }>(
		'select id::text, continues::text, title from public.hot_items'
	);
	let before = -1;
	while (before !== items.size) {
		before = items.size;
		for (const { id, continues } of rows)
			if (continues && (items.has(id) || items.has(continues))) items.add(id).add(continues);
	}
	for (const { id, title } of rows) if (items.has(id) && canBeQuoted(title)) words.add(title);
	for (const table of ['decisions', 'action_items', 'insights', 'risks']) {
		const recorded = await queries.query<{ item: string | null; title: string; sealed: boolean }>(
			`select coalesce(hot_item_id, segment_id)::text as item, title, sealed from public.${table}`
		);
		for (const { item, title, sealed } of recorded)
			if ((sealed || (item && items.has(item))) && canBeQuoted(title)) words.add(title);
	}
}

/** A shorter title is also part of words that have nothing to do with it. */
const canBeQuoted = (title: string) => title.length >= 6;

const withTitle = new Set([
	'decisions',
	'action_items',
	'insights',
	'risks',
	'hot_items',
	'agenda_segments'
]);

/** A row without what is sealed; undefined when nothing of it is left to take along. */
export function withoutSealed(table: string, row: Row, sealed: Sealed): Row | undefined {
	if (sealed.items.size === 0 && row['sealed'] !== true) return row;
	const isOn = [row['id'], row['hot_item_id'], row['segment_id'], row['transcript_id']].some(
		(id) => typeof id === 'string' && sealed.items.has(id)
	);
	if (isOn || row['sealed'] === true) {
		if (withTitle.has(table))
			return { ...row, title: sealedTitle, ...('question' in row && { question: '' }) };
		if ('sealed' in row || table.startsWith('transcript')) return undefined;
	}
	return mentions(row, sealed) ? without(row, sealed) : row;
}

const mentions = (row: Row, { words }: Sealed) =>
	Object.values(row).some(
		(value) => typeof value === 'string' && [...words].some((said) => value.includes(said))
	);

/** Elsewhere a sentence of it may be quoted, as by a suggestion or the title of a linked row. */
function without(row: Row, { words }: Sealed): Row {
	return Object.fromEntries(
		Object.entries(row).map(([name, value]) => [
			name,
			typeof value === 'string'
				? [...words].reduce((text, said) => text.replaceAll(said, sealedTitle), value)
				: value
		])
	);
}

/** The document of a meeting without what is sealed, as one update; deleted text is gone from it. */
export function documentWithoutSealed(update: Uint8Array, sealed: Sealed): Uint8Array {
	if (sealed.items.size === 0) return update;
	const bytes = Buffer.from(update.buffer, update.byteOffset, update.byteLength);
	const isNamed = [...sealed.items].some((id) => bytes.includes(id));
	const isQuoted = [...sealed.words].some((said) => bytes.includes(said));
	if (!isNamed && !isQuoted) return update;
	const meeting = open(update);
	meeting.doc.transact(() => {
		for (const id of sealed.items) hide(meeting, id);
		for (const { id, item, segment } of meeting.outcomes.all())
			if ([item, segment].some((place) => place && sealed.items.has(place)))
				meeting.outcomes.change(id, { title: sealedTitle });
		const asked = new Set(
			meeting.asks.all().flatMap(({ id, item }) => (item && sealed.items.has(item) ? [id] : []))
		);
		for (const { id, ask } of meeting.proposals.all())
			if (asked.has(ask)) meeting.proposals.remove(id);
		for (const shown of [meeting.shown, meeting.suggested])
			for (const [key, { words }] of shown.all())
				if ([...sealed.words].some((said) => words.includes(said))) shown.remove(key);
	});
	// Read anew, so that nothing the deletions left in memory is written.
	const fresh = open(Y.encodeStateAsUpdate(meeting.doc));
	return Y.encodeStateAsUpdate(fresh.doc);
}

function hide(meeting: MeetingDocument, id: string): void {
	if (meeting.items.get(id)) meeting.items.change(id, { title: sealedTitle, question: '' });
	else if (meeting.segments.get(id)) {
		// What people said as they came lies apart from the notes of the step.
		if (meeting.segments.get(id)?.kind === 'check-in')
			for (const person of meeting.checkIns.all().keys()) meeting.checkIns.remove(person);
		meeting.segments.change(id, { title: sealedTitle });
	} else return;
	const notes = meeting.notes(id);
	if (notes.length > 0) notes.delete(0, notes.length);
}

function open(update: Uint8Array): MeetingDocument {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, update);
	return new MeetingDocument(doc);
}
