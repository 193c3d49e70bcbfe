/**
 * The y-websocket protocol and what Drumbeat adds to it. Every message opens with its type; other
 * y-websocket clients ignore the types they do not know.
 */
export const message = {
	sync: 0,
	awareness: 1,
	queryAwareness: 3,
	/**
	 * Server → client: what is durable, as rows of client id, its clock, and, in the row of whoever
	 * reads it, how many of the updates they sent (deletions do not show in clocks).
	 */
	saved: 100,
	/** Client → server: my clock; server → client: the same, and the server's clock. */
	time: 101,
	/** Server → client: rows of this kind changed; ask again if you show them. */
	changed: 102,
	/** Server → client: this document takes no more changes from you, and why. */
	readOnly: 103,
	/** Client → server: as `sync`, with updates in the second format of Yjs. */
	syncV2: 104
} as const;

/**
 * Which of its changes a page speaks, in the `protocol` of its address. Raised with every change an
 * older page could misunderstand; a client that names none speaks plain y-websocket.
 */
export const protocolVersion = 1;

/** The oldest a server still serves: a page left open over many updates has to be reloaded. */
export const oldestProtocol = 1;

/** Why the server will not take changes. */
export type ReadOnlyReason = 'observer' | 'sealed';

/**
 * Why the server closed the connection. From 4400 to 4499 trying again is pointless; the page says
 * the sentence instead. Everything else is retried.
 */
export const closeReasons: Record<number, string> = {
	1009: 'What was pasted is too large for one go. It is kept on this device. Take it out, or paste it in parts.',
	4400: 'This page sent something the server did not understand. What you typed is kept on this device. Reload the page.',
	4401: 'You have been signed out. What you typed is kept on this device. Sign in again to share it.',
	4403: 'You are no longer in this team. What the team wrote stays with the team.',
	4404: 'This does not exist any more.',
	4408: 'This connection was too slow to keep up and is starting again.',
	4413: 'This document has reached its size limit. What you typed last is kept on this device.',
	4423: 'A recall round is under way. The message opens again when the time is up.',
	4424: 'Something in this meeting is sealed, which observers do not read. The recap will show everything else.',
	4426: 'Drumbeat was updated, and this page is too old for it. What you typed is kept on this device. Reload the page to go on.',
	4429: 'Too many connections or changes at once. What you typed is kept on this device.'
};

export function isFinal(code: number): boolean {
	const passing = code === 4408 || code === 4423 || code === 4429;
	return code === 1009 || (code >= 4400 && code < 4500 && !passing);
}

/** What can be live. Each kind has documents of a shape of its own, one for each of its ids. */
export const documentKinds = ['meeting', 'message', 'retrospective'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** A live document by what it belongs to: the id of a meeting, say. */
export type Subject = { kind: DocumentKind; id: string };

export const documentName = (kind: DocumentKind, id: string): string => `${kind}:${id}`;

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const name = new RegExp(`^(?<kind>${documentKinds.join('|')}):(?<id>${uuid})$`);

/** What a document belongs to, or undefined when the name is not one of ours. */
export function subjectOf(document: string): Subject | undefined {
	const { kind, id } = name.exec(document)?.groups ?? {};
	return kind && id ? { kind: kind as DocumentKind, id } : undefined;
}

/** Where the changes of a team are announced to pages outside its meetings. */
export const feedName = (team: string): string => `changes:${team}`;

/** The team a feed belongs to, or undefined when the name is not one of ours. */
export function teamOf(feed: string): string | undefined {
	return new RegExp(`^changes:(${uuid})$`).exec(feed)?.[1];
}

/** What a feed says when anything may have changed. */
export const everything = '*';
