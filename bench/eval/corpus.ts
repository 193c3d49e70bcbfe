import { readFile } from 'node:fs/promises';
import * as v from 'valibot';

const Kind = v.picklist(['action', 'decision', 'problem', 'nothing']);
const Meeting = v.object({
	id: v.string(),
	series: v.string(),
	index: v.number(),
	minutes: v.number(),
	people: v.array(v.object({ role: v.string(), id: v.string(), turns: v.number() })),
	/** What an annotator wrote down, and what they wrote it down as. */
	notes: v.array(v.object({ kind: Kind, text: v.string() }))
});
export type RecordedMeeting = v.InferOutput<typeof Meeting>;
export type Corpus = { name: string; meetings: RecordedMeeting[] };

/** The recorded meetings, in the order of their series. */
export async function readCorpora(): Promise<Corpus[]> {
	return Promise.all(
		['ami', 'icsi'].map(async (file) => {
			const path = new URL(`data/${file}.json`, import.meta.url);
			const read: unknown = JSON.parse(await readFile(path, 'utf8'));
			const { corpus, meetings } = v.parse(
				v.object({ corpus: v.string(), meetings: v.array(Meeting) }),
				read
			);
			return { name: corpus, meetings };
		})
	);
}

const Judged = v.array(v.object({ now: v.string(), before: v.string(), same: v.boolean() }));

/** Whether two problems are the same matter, for the pairs somebody has read. */
export async function readJudged(): Promise<(now: string, before: string) => boolean | undefined> {
	const path = new URL('data/judged.json', import.meta.url);
	const pairs = v.parse(Judged, JSON.parse(await readFile(path, 'utf8')));
	return (now, before) => pairs.find((pair) => pair.now === now && pair.before === before)?.same;
}
