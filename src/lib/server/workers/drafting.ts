import { draftPlan } from '#lib/execution/workers/draft-plan.ts';
import type { Department } from '#lib/execution/workers/departments.ts';
import type { Plan } from '#lib/execution/workers/plan-row.ts';
import type { PriorityPicture } from '#lib/execution/workers/priority-picture.ts';
import type { Earlier } from '#lib/execution/workers/re-run.ts';

/** What a worker is given: the picture, and what was proposed for the priority before. */
export type Task = {
	run: string;
	team: string;
	worker: Department;
	picture: PriorityPicture;
	earlier: readonly Earlier[];
	/** Whoever asked; nobody any more when they have left. */
	askedBy?: string | null;
};

/** A plan and how it came about; `problem` says why it is not the model's, in a sentence. */
export type Drafted = {
	plan: Plan;
	madeFrom: 'rules' | 'AI';
	model: string;
	promptVersion: string;
	/** What the model took of what was set aside for it. */
	tokens: number;
	tokensAside: number;
	problem: string;
};

/** Drafts a plan; whoever cancels the run aborts the signal. Throws what is worth another try. */
export type Draft = (task: Task, signal: AbortSignal) => Promise<Drafted>;

/** The plan of the department's rule pack: the same picture gives the same plan. */
export const draftFromRules: Draft = ({ worker, picture }) =>
	Promise.resolve(fromRules(draftPlan(worker, picture)));

export const fromRules = (plan: Plan, problem = '', tokens = 0): Drafted => ({
	plan,
	madeFrom: 'rules',
	model: '',
	promptVersion: '',
	tokens,
	tokensAside: 0,
	problem
});
