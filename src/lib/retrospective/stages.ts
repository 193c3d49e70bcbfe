/** What a retrospective goes through, in this order. Cards are written blind, and votes cast blind. */
export const stages = ['grade', 'brainstorm', 'group', 'vote', 'outcomes'] as const;
export type Stage = (typeof stages)[number];

export const stageNames: Record<Stage, string> = {
	grade: 'Grade',
	brainstorm: 'Brainstorm',
	group: 'Group',
	vote: 'Vote',
	outcomes: 'Outcomes'
};

/** The long and the short form, in minutes. */
export const forms = [90, 45] as const;
export type Form = (typeof forms)[number];

/**
 * Minutes of each stage. The long form is the composite agenda of OKR practice, its parts put
 * together: pulse 5, scoring 20 and narratives 12; recognition and silent writing 7; putting
 * together 4; the vote 4; then causes 8, the four questions 8, process health 4, dispositions 8,
 * learnings 5 and actions 5. The short one: grade 15, why 15, dispositions and learnings 15.
 */
const plans: Record<Form, Record<Stage, number>> = {
	90: { grade: 37, brainstorm: 7, group: 4, vote: 4, outcomes: 38 },
	45: { grade: 15, brainstorm: 6, group: 4, vote: 5, outcomes: 15 }
};
export function minutesOf(form: Form, stage: Stage): number {
	return plans[form][stage];
}

/** How many themes there is time to talk about, and how long for each, in minutes. */
export const themeMinutes = 5;
export function themesToDiscuss(form: Form): number {
	return form === 90 ? 4 : 2;
}

/** What whoever has the chair says at the start of each stage. */
export const guides: Record<Stage, string> = {
	grade:
		'One word each on how the cycle felt. Then each owner grades their key results beside the evidence, and tells the story in a sentence. Uncover the objective once its key results are graded.',
	brainstorm:
		'Write in silence: what worked, what did not, what we learned. Who deserves thanks? What surprised us? What do we stop?',
	group: 'Put what says the same thing together, and name it. No discussion yet.',
	vote: 'Spend your votes on what is worth the time. Nobody sees yours; totals come when the vote closes.',
	outcomes:
		'Take the themes by rank. Did we have the right priorities? Did they connect strategy to execution? Did we change how we work? Where did alignment break? Then decide what becomes of each objective.'
};

export function isStage(id: string | null | undefined): id is Stage {
	return stages.some((stage) => stage === id);
}

export function stageAfter(stage: Stage): Stage | undefined {
	return stages[stages.indexOf(stage) + 1];
}
