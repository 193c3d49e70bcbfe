import type { Progress } from '#lib/server/archive/export-workspace.ts';

export type Made = Progress & { state: 'being made' | 'made' | 'failed' };

/** How far exports of this process are, by person and id; forgotten a minute after they are over. */
const under = new Map<string, Made>();
const forgetAfterMs = 60_000;

export function noteProgress(person: string, id: string, made: Made): void {
	const key = `${person} ${id}`;
	under.set(key, made);
	if (made.state !== 'being made') setTimeout(() => under.delete(key), forgetAfterMs).unref();
}

/** Undefined where another node makes it, and for an export of somebody else. */
export const progressOf = (person: string, id: string): Made | undefined =>
	under.get(`${person} ${id}`);
