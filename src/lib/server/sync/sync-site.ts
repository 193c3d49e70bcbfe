import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stringToBase64URL } from '@supabase/ssr';
import type { SupabaseClient } from '@supabase/supabase-js';
import { vi } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { Connection } from '#lib/live/connection.ts';
import { MeetingCommands } from '#lib/live/meeting-commands.ts';
import { MeetingDocument } from '#lib/live/meeting-document.ts';
import { noteLines } from '#lib/live/note-lines.ts';
import { documentName } from '#lib/live/protocol.ts';
import type { Database } from '../database/database.ts';
import type { Supabase } from '../supabase/embedded.ts';
import { sessionCookie } from './access.ts';
import { ChangeFeed } from './change-feed.ts';
import type { KeptRoom } from './kept-room.ts';
import { Rooms, type RoomsOptions } from './rooms.ts';
import { attachSync } from './upgrade.ts';

/** What the tests of live documents run on: real rooms on a real port, and people who type. */
export type Site = Awaited<ReturnType<typeof openSite>>;

export async function openSite(
	supabase: Supabase,
	options: Partial<RoomsOptions> & { onFailure?: (error: unknown) => void } = {}
) {
	const { database = supabase.database, onFailure = () => {} } = options;
	const rooms = new Rooms({ unloadAfterMs: 50, ...options, database });
	const changes = new ChangeFeed(database, onFailure);
	const server = createServer();
	const detach = attachSync(server, {
		rooms,
		changes,
		supabase: { ...supabase, database },
		trustProxy: false,
		claimsAll: true,
		onFailure
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		rooms,
		changes,
		host: `127.0.0.1:${port}`,
		close: async () => {
			await changes.close();
			await rooms.close();
			detach();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}

type SignedIn = { id: string; client: SupabaseClient };

/** The cookie a browser of this person sends. */
export async function cookieOf({ client }: SignedIn): Promise<string> {
	const { data } = await client.auth.getSession();
	const stored = JSON.stringify({ access_token: data.session?.access_token });
	return `${sessionCookie}=base64-${stringToBase64URL(stored)}`;
}

/** Opens a socket as the browser of a person does, or with other headers as somebody else would. */
export async function openSocket(
	host: string,
	meeting: string,
	person: SignedIn,
	headers: Record<string, string> = {}
): Promise<WebSocket> {
	const cookie = await cookieOf(person);
	const socket = new WebSocket(`ws://${host}/sync/${documentName('meeting', meeting)}`, {
		headers: { cookie, origin: `http://${host}`, ...headers }
	});
	socket.binaryType = 'arraybuffer';
	return socket;
}

/** Where what a browser kept from an earlier page comes from. */
export const deviceCopy = Symbol('the copy of this device');

/** A browser: how many changes it remembers not to have shared, and whether its copy opens at once. */
type Device = { unsaved?: number; isCopyOpen?: boolean };

export type Participant = ReturnType<typeof participate>;

/** Somebody in the room with our own client, on a browser of their own. */
export async function enter(
	host: string,
	meeting: string,
	person: SignedIn,
	doc = new Y.Doc(),
	device?: Device
) {
	return participate(host, meeting, person.id, await cookieOf(person), doc, device);
}

export function participate(
	host: string,
	meeting: string,
	person: string,
	cookie: string,
	doc = new Y.Doc(),
	{ unsaved = 0, isCopyOpen = true }: Device = {}
) {
	const document = new MeetingDocument(doc);
	const sockets: WebSocket[] = [];
	const connection = new Connection({
		url: `ws://${host}/sync/${documentName('meeting', meeting)}`,
		doc,
		ownCopy: deviceCopy,
		unsaved: { read: () => unsaved, write: () => {} },
		renewSession: async () => true,
		openSocket: (url) => {
			const socket = new WebSocket(url, { headers: { cookie, origin: `http://${host}` } });
			// A server that is just starting refuses; browsers only report the close.
			socket.on('error', () => {});
			sockets.push(socket);
			return socket as unknown as globalThis.WebSocket;
		}
	});
	if (isCopyOpen) connection.copyOpened();
	connection.awareness.setLocalStateField('person', person);
	const commands = new MeetingCommands(document, {
		person,
		now: () => connection.clock.now(),
		newId: randomUUID
	});
	return {
		doc,
		document,
		connection,
		commands,
		/** Writes a line of notes, as the editor does. */
		write: (text: string, under = 'notes') => {
			const line = new Y.XmlElement('paragraph');
			line.setAttribute('id', randomUUID());
			line.insert(0, [new Y.XmlText(text)]);
			const notes = document.notes(under);
			notes.insert(notes.length, [line]);
		},
		lines: (under = 'notes') => noteLines(document.notes(under)).map((line) => line.text),
		isSaved: () => connection.state.state === 'connected' && connection.state.unsaved === 0,
		/** The network goes away under it. */
		cut: () => sockets.at(-1)?.terminate(),
		socket: () => sockets.at(-1),
		/** How many connections there were so far. */
		opened: () => sockets.length,
		leave: () => connection.stop()
	};
}

export const step = (kind: string, minutes = 10) => ({
	id: randomUUID(),
	kind,
	title: kind,
	minutes,
	guide: ''
});

/** What is inside the room of a meeting, to be looked at at once. */
export const meetingIn = ({ room }: KeptRoom) => new MeetingDocument(room.document.read());

/** An occurrence with an agenda, as the job that makes them leaves it. */
export async function makeMeeting(
	database: Database,
	team: string,
	steps = [step('check-in'), step('hot-items'), step('wrap-up')]
): Promise<{ id: string; steps: typeof steps }> {
	const [format, series, id] = [randomUUID(), randomUUID(), randomUUID()];
	await database.query(
		`insert into public.formats (id, team_id, name, steps) values ($1::uuid, $2::uuid, 'Weekly', '[]')`,
		[format, team]
	);
	await database.query(
		`insert into public.series (id, team_id, format_id, name, weekday, starts_at, time_zone, minutes, starts_on)
		values ($1::uuid, $2::uuid, $3::uuid, 'Weekly', 1, '09:00', 'Europe/London', 90, '2026-11-16')`,
		[series, team, format]
	);
	await database.query(
		`insert into public.meetings (id, team_id, series_id, number, occurs_on, starts_at, minutes, name, steps)
		values ($1::uuid, $2::uuid, $3::uuid, 1, '2026-11-16', now(), 90, 'Weekly', $4::text::jsonb)`,
		[id, team, series, JSON.stringify(steps)]
	);
	return { id, steps };
}

/** Waits for what becomes true by itself; five seconds is the longest anything may take. */
export const soon = <Result>(check: () => Result | Promise<Result>): Promise<Result> =>
	vi.waitFor(check, { timeout: 5000, interval: 10 });
