import * as v from 'valibot';

/** Everything that is found, by its name in the database. */
export const hitKinds = [
	'meeting',
	'note',
	'decision',
	'action',
	'insight',
	'risk',
	'hot item',
	'told',
	'said',
	'metric',
	'goal',
	'objective',
	'key result',
	'priority',
	'message',
	'assumption',
	'learning',
	'person'
] as const;
export type HitKind = (typeof hitKinds)[number];

/** One passage that was found. */
export const Hit = v.object({
	kind: v.picklist(hitKinds),
	id: v.string(),
	part: v.number(),
	team: v.string(),
	teamName: v.string(),
	/** An ISO date. */
	on: v.string(),
	title: v.string(),
	body: v.string(),
	meeting: v.nullable(
		v.object({ id: v.string(), name: v.string(), number: v.number(), state: v.string() })
	),
	/** It was found by a near spelling. */
	guessed: v.boolean(),
	/** Folded words to mark in title and body. */
	marks: v.array(v.string())
});
export type Hit = v.InferOutput<typeof Hit>;

/** What a passage is called before its words. */
export const hitNames: Record<HitKind, string> = {
	meeting: 'Meeting',
	note: 'Note',
	decision: 'Decision',
	action: 'Action',
	insight: 'Insight',
	risk: 'Risk',
	'hot item': 'Hot item',
	told: 'What we told our teams',
	said: 'Transcript',
	metric: 'Metric',
	goal: 'Goal',
	objective: 'Objective',
	'key result': 'Key result',
	priority: 'Priority',
	message: 'Leadership message',
	assumption: 'Assumption',
	learning: 'Retrospective',
	person: 'Person'
};

/** What may be chosen to look among, and the kinds each stands for. */
export const hitGroups = {
	decisions: { label: 'Decisions', kinds: ['decision'] },
	actions: { label: 'Actions', kinds: ['action'] },
	'hot-items': { label: 'Hot items', kinds: ['hot item'] },
	notes: { label: 'Notes', kinds: ['note'] },
	said: { label: 'Transcripts', kinds: ['said'] },
	learned: {
		label: 'Insights and risks',
		kinds: ['insight', 'risk', 'learning', 'assumption']
	},
	meetings: { label: 'Meetings', kinds: ['meeting'] },
	strategy: { label: 'Strategy', kinds: ['goal', 'objective', 'key result', 'priority'] },
	metrics: { label: 'Metrics', kinds: ['metric'] },
	messages: { label: 'Messages', kinds: ['message', 'told'] },
	people: { label: 'People', kinds: ['person'] }
} as const satisfies Record<string, { label: string; kinds: readonly HitKind[] }>;
export type HitGroup = keyof typeof hitGroups;

/** Where a passage stands: the page, and the line on it. */
export function placeOf({ kind, id, part, team, meeting }: Hit): string {
	const home = `/t/${team}`;
	switch (kind) {
		case 'meeting':
			return meeting?.state === 'closed' ? `/m/${id}/recap` : `/m/${id}/live`;
		case 'note':
			return meeting ? `/m/${meeting.id}/recap#note-${id}` : home;
		case 'said':
			return meeting ? `/m/${meeting.id}/transcript#turn-${part}` : home;
		case 'decision':
		case 'insight':
		case 'risk':
		case 'hot item':
		case 'told':
			return meeting ? `/m/${meeting.id}/recap#${id}` : home;
		case 'action':
			return meeting ? `/m/${meeting.id}/recap#${id}` : `${home}/actions?show=all#${id}`;
		case 'metric':
			return `${home}/scorecard/${id}`;
		case 'goal':
		case 'objective':
			return `${home}/strategy#node-${id}`;
		case 'key result':
			return `${home}/strategy/key-result/${id}`;
		case 'priority':
			return `${home}/execution/${id}`;
		case 'message':
			return `${home}/message`;
		case 'assumption':
			return `${home}/learning`;
		case 'learning':
			return `${home}/retros`;
		case 'person':
			return `${home}/actions?show=all&owner=${id}`;
	}
}
