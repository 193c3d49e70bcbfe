import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

const Noted = v.array(v.object({ text: v.string(), evidence: v.array(v.number()) }));
const Meeting = v.object({
	id: v.string(),
	people: v.array(v.object({ id: v.string(), role: v.string() })),
	/** Who spoke, and what. */
	turns: v.array(v.tuple([v.string(), v.string()])),
	/** What annotators wrote down, with the places of the turns it rests on. */
	actions: Noted,
	decisions: Noted
});
export type SpokenMeeting = v.InferOutput<typeof Meeting>;

/** All meetings in a folder, by name. */
export async function readMeetings(folder: string): Promise<SpokenMeeting[]> {
	const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
	return Promise.all(
		files.map(async (name) =>
			v.parse(Meeting, JSON.parse(await readFile(join(folder, name), 'utf8')))
		)
	);
}
