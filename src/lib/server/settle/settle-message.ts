import * as Y from 'yjs';
import { readAnswer, rewriteAnswer } from '#lib/live/answer-text.ts';
import { MessageDocument, type MessageEvent } from '#lib/live/message-document.ts';
import { documentName } from '#lib/live/protocol.ts';
import { longestAnswer, questions, type MessageText } from '#lib/message/message.ts';
import { mergeTexts } from '#lib/message/text-edits.ts';
import type { Queries } from '../database/database.ts';
import type { Lease } from '../sync/leases.ts';
import { loadDocument } from '../sync/update-log.ts';
import { keepMentions } from './keep-mentions.ts';

/**
 * Does what was asked of a leadership message: publications and restored versions become rows, and
 * whoever is asked something in a comment is told.
 *
 * @returns what is to be written into the document afterwards, as it stands then
 * @throws when the lease is not this node's any more
 */
export async function settleMessage(
	queries: Queries,
	team: string,
	message: MessageDocument,
	lease: Lease
): Promise<(doc: Y.Doc) => void> {
	const events = message.events();
	const earlier = await readVersions(
		queries,
		team,
		events.flatMap((event) => (event.type === 'restored' ? [event.version] : []))
	);
	const versions = events.flatMap((event) => toVersions(event, earlier));
	if (versions.length > 0)
		await queries.query(
			'select private.keep_message_versions($1::uuid, $2::text::jsonb, $3::uuid, $4::bigint)',
			[team, JSON.stringify(versions), lease.node, lease.epoch]
		);
	const answers = events.flatMap((event) => answerOf(event, message));
	if (answers.length > 0)
		await queries.query(
			'select private.keep_message_suggestions($1::uuid, $2::text::jsonb, $3::uuid, $4::bigint)',
			[team, JSON.stringify(answers), lease.node, lease.epoch]
		);
	if (events.some(({ type }) => type === 'remarked'))
		await keepMentions(queries, team, message, lease);
	return (doc) => {
		const now = new MessageDocument(doc);
		doc.transact(() => {
			for (const event of events) {
				if (event.type === 'accepted') now.accept(event);
				if (event.type === 'restored') restore(now, event, earlier.get(event.version)?.text);
			}
			now.settled(new Set(events.map(({ id }) => id)));
		});
	};
}

/** What became of a suggestion of the facilitator; nothing of what people suggest to each other. */
function answerOf(event: MessageEvent, message: MessageDocument) {
	const { id, by } = event;
	if (event.type === 'dismissed')
		return [{ id, by, kind: event.kind, ended_as: 'dismissed', edited: false }];
	const found = event.type === 'accepted' ? message.acceptable(event)?.rewording : undefined;
	const kind = found?.fromModel ? 'ai wording' : found?.by === null ? 'unclear message' : undefined;
	if (!found || !kind) return [];
	return [{ id, by, kind, ended_as: 'accepted', edited: found.drafted !== undefined }];
}

/** Brings words back, and keeps what others typed since it was asked for. */
function restore(
	message: MessageDocument,
	{ over }: MessageEvent & { type: 'restored' },
	text: MessageText | undefined
): void {
	if (!text) return;
	for (const { key } of questions) {
		const answer = message.answer(key);
		rewriteAnswer(answer, mergeTexts(over[key], readAnswer(answer), text[key]));
	}
}

/** Keeps the message as it stands when a meeting ends, if that changed it. */
export async function keepMessageOfMeeting(queries: Queries, meeting: string): Promise<void> {
	const [row] = await queries.query<{ team_id: string }>(
		'select team_id from public.meetings where id = $1::uuid',
		[meeting]
	);
	const loaded = row && (await loadDocument(queries, documentName('message', row.team_id)));
	if (!loaded || loaded.updates.length === 0) return;
	const doc = new Y.Doc();
	doc.transact(() => loaded.updates.forEach((update) => Y.applyUpdate(doc, update)));
	await queries.query('select private.keep_message_of_meeting($1::uuid, $2::text::jsonb)', [
		meeting,
		JSON.stringify(toColumns(new MessageDocument(doc).text()))
	]);
	doc.destroy();
}

type Earlier = { name: string; text: MessageText };

async function readVersions(
	queries: Queries,
	team: string,
	ids: string[]
): Promise<Map<string, Earlier>> {
	if (ids.length === 0) return new Map();
	const rows = await queries.query<
		{ id: string; name: string; place: number; published: boolean } & Columns
	>(
		`select * from (
			select id, name, published, what, why, how, how_much,
				count(*) filter (where published) over (order by created_at, id desc) as place
			from public.leadership_messages where team_id = $1::uuid
		) versions
		where id in (select id::uuid from jsonb_array_elements_text($2::text::jsonb) as ids (id))`,
		[team, JSON.stringify(ids)]
	);
	return new Map(
		rows.map(({ id, name, place, published, what, why, how, how_much }) => [
			id,
			{ name: published ? `Version ${place}` : name, text: { what, why, how, howMuch: how_much } }
		])
	);
}

/** The rows an event becomes: none when it only changes the text, or is about a remark. */
function toVersions(event: MessageEvent, earlier: Map<string, Earlier>) {
	if (event.type !== 'published' && event.type !== 'restored') return [];
	const { id, by } = event;
	if (event.type === 'published')
		return [{ id, by, name: event.name, published: true, ...toColumns(event.text) }];
	const version = earlier.get(event.version);
	if (!version) return [];
	const kept = { by, published: false };
	const restored = { ...kept, id, name: `${version.name} restored`, ...toColumns(version.text) };
	return [
		{ ...kept, id: event.kept, name: 'Before restoring', ...toColumns(event.over) },
		restored
	];
}

type Columns = { what: string; why: string; how: string; how_much: string };

function toColumns({ what, why, how, howMuch }: MessageText): Columns {
	const [first = '', second = '', third = '', fourth = ''] = [what, why, how, howMuch].map(
		(answer) => answer.trim().slice(0, longestAnswer)
	);
	return { what: first, why: second, how: third, how_much: fourth };
}
