import { createHash } from 'node:crypto';
import type { PriorityPicture } from '#lib/execution/workers/priority-picture.ts';

/** One thing a plan was drafted from: what it is, its id, and a hash of what it said then. */
export type Input = { kind: string; id: string; hash: string };

/**
 * What a plan was drafted from, so that it can be told later whether something has changed; never
 * the words themselves. The hash is the first 16 hex digits of SHA-256.
 */
export function inputsOf(picture: PriorityPicture): Input[] {
	const { id, title, why, owner, goal, cycle, lane } = picture;
	const of = (kind: string, one: { id: string }) => ({ kind, id: one.id, hash: hashOf(one) });
	return [
		of('priority', { id, ...{ title, why, owner, lane, cycle } }),
		...(goal ? [of('goal', goal)] : []),
		...picture.gaps.map((one) => of('gap', one)),
		...picture.kpis.map((one) => of('kpi', one)),
		...picture.milestones.map((one) => of('milestone', one)),
		...picture.risks.map((one) => of('risk', one)),
		...picture.actions.map((one) => of('action', one)),
		...picture.people.map((one) => of('person', one))
	];
}

const hashOf = (value: unknown) =>
	createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
