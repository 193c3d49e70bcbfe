/** Something written without a connection: a form that is sent once there is one. */
export type Waiting = {
	/** Minted on the device. The server takes it once, however often it comes. */
	id: string;
	/** Who wrote it; nobody else sends it. */
	person: string;
	what: 'action' | 'comment';
	/** The action, or the line that is commented on. */
	about: string;
	/** What it says, to be shown while it waits. */
	words: string;
	/** Where it is posted. */
	to: string;
	fields: [name: string, value: string][];
	/** Why the server would not take it. */
	refused?: string;
};

/** What came of sending one. */
export type Sent = 'taken' | 'away' | 'signed out' | { refused: string };

/** Adds one. An action that is ticked once more forgets its earlier tick; comments stay apart. */
export function keep(list: readonly Waiting[], one: Waiting): Waiting[] {
	const isReplaced = ({ what, about, person }: Waiting) =>
		what === 'action' && what === one.what && about === one.about && person === one.person;
	return [...list.filter((before) => !isReplaced(before)), one];
}

/** What sending left behind: what was taken goes, what was refused says why. */
export function settle(list: readonly Waiting[], id: string, sent: Sent): Waiting[] {
	if (sent === 'taken') return list.filter((one) => one.id !== id);
	if (typeof sent === 'string') return [...list];
	return list.map((one) => (one.id === id ? { ...one, refused: sent.refused } : one));
}

export function discard(list: readonly Waiting[], id: string): Waiting[] {
	return list.filter((one) => one.id !== id);
}

/** The oldest that this person wrote and that was not refused. */
export function nextOf(list: readonly Waiting[], person: string): Waiting | undefined {
	return list.find((one) => one.person === person && one.refused === undefined);
}

/** What stands in the device's storage; what is nothing of ours is nothing. */
export function readWaiting(text: string | null): Waiting[] {
	try {
		const read: unknown = JSON.parse(text ?? '[]');
		return Array.isArray(read) ? read.filter(isWaiting) : [];
	} catch {
		return [];
	}
}

function isWaiting(one: unknown): one is Waiting {
	if (typeof one !== 'object' || one === null) return false;
	const { id, person, about, words, to, fields } = one as Partial<Waiting>;
	const isText = [id, person, about, words, to].every((part) => typeof part === 'string');
	return isText && to?.startsWith('/') === true && Array.isArray(fields);
}
