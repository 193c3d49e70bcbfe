import * as v from 'valibot';

const id = v.string();
const person = v.nullable(v.string());
const line = v.object({ id, title: v.string(), owner: person });

/** What `public.read_recap` answers: a closed meeting as one reader may read it. */
export const RecapFacts = v.object({
	meeting: v.object({ id, name: v.string(), number: v.number(), occursOn: v.string() }),
	team: v.object({ id, name: v.string() }),
	mayWrite: v.boolean(),
	people: v.array(v.object({ id, name: v.string() })),
	there: v.array(id),
	/** Whether the reader said that they read it. */
	signed: v.boolean(),
	decisions: v.array(v.object({ ...line.entries, why: v.string() })),
	actions: v.array(v.object({ ...line.entries, due: v.nullable(v.string()) })),
	insights: v.array(line),
	risks: v.array(line),
	hotItems: v.array(
		v.object({
			id,
			title: v.string(),
			state: v.string(),
			finder: person,
			backBy: v.nullable(v.string())
		})
	),
	/** What the teams are told. */
	told: v.array(v.object({ id, body: v.string(), audience: v.string(), teller: person })),
	ratings: v.array(v.number()),
	/** Words to the reader that nobody settled. */
	asked: v.array(v.object({ id, by: person, body: v.string(), line: v.string() }))
});
export type RecapFacts = v.InferOutput<typeof RecapFacts>;
