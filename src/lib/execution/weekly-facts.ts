import * as v from 'valibot';

const day = v.string();
const person = v.nullable(v.string());
const Text = v.object({ what: v.string(), why: v.string(), how: v.string(), howMuch: v.string() });

const Milestone = v.object({ title: v.string(), due: v.nullable(day), doneOn: v.nullable(day) });
export type WeeklyMilestone = v.InferOutput<typeof Milestone>;

const Priority = v.object({
	id: v.string(),
	title: v.string(),
	owner: person,
	/** How its owner called it in the last meeting that asked. */
	call: v.nullable(v.object({ onTrack: v.boolean(), on: day })),
	milestones: v.array(Milestone),
	/** The snapshots of its health score, the newest first; at most two. */
	health: v.array(v.object({ week: day, score: v.nullable(v.number()) }))
});
export type WeeklyPriority = v.InferOutput<typeof Priority>;

const Action = v.object({
	id: v.optional(v.string()),
	title: v.string(),
	owner: person,
	due: v.nullable(day)
});
export type WeeklyAction = v.InferOutput<typeof Action>;

const Risk = v.object({
	title: v.string(),
	priority: v.string(),
	/** 1 to 3 each. */
	likelihood: v.number(),
	impact: v.number(),
	owner: person,
	reviewOn: v.nullable(day)
});
export type WeeklyRisk = v.InferOutput<typeof Risk>;

/**
 * Everything the weekly mail of a team is made of, as one reader may read it: what row-level
 * security keeps from them is not in it. Days are ISO dates, people are ids.
 */
export const WeeklyFacts = v.object({
	team: v.object({ id: v.string(), name: v.string() }),
	/** Everyone who sits or sat in the team. */
	people: v.array(v.object({ id: v.string(), name: v.string(), isHere: v.boolean() })),
	/** Active ones, in their order. */
	priorities: v.array(Priority),
	/** Open ones. */
	actions: v.array(Action),
	/** Open ones of active priorities. */
	risks: v.array(Risk),
	/** Of the last seven days, the newest first. */
	insights: v.array(v.object({ title: v.string(), by: person, on: day })),
	/** The last four closed meetings, the newest first, and how many insights each left. */
	meetings: v.array(v.object({ on: day, insights: v.number() })),
	/** The version in force. */
	message: v.nullable(Text),
	/** The last recall round that was revealed, with the version it was held against. */
	recall: v.nullable(
		v.object({
			on: day,
			message: Text,
			answers: v.array(v.object({ person: v.string(), ...Text.entries }))
		})
	)
});
export type WeeklyFacts = v.InferOutput<typeof WeeklyFacts>;
