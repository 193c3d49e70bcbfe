import * as v from 'valibot';

const Refused = v.object({ problems: v.record(v.string(), v.optional(v.array(v.string()))) });
const RefusedReading = v.object({ reading: v.object({ problem: v.string() }) });

/** What a refused form says beside its fields, by the names of the fields. */
export function problemsOf(data: unknown): Record<string, string[] | undefined> {
	const refused = v.safeParse(Refused, data);
	return refused.success ? refused.output.problems : {};
}

export function readingProblemOf(data: unknown): string {
	const refused = v.safeParse(RefusedReading, data);
	return refused.success ? refused.output.reading.problem : 'That was not kept. Try again.';
}

const RefusedTrigger = v.object({ trigger: v.object({ problem: v.string() }) });
const RefusedDashboard = v.object({ dashboard: v.object({ problem: v.string() }) });
const RefusedPath = v.object({
	path: v.object({ problem: v.string(), line: v.optional(v.number()) })
});
const notKept = 'That was not kept. Try again.';

export function triggerProblemOf(data: unknown): string {
	const refused = v.safeParse(RefusedTrigger, data);
	return refused.success ? refused.output.trigger.problem : notKept;
}

export function dashboardProblemOf(data: unknown): string {
	const refused = v.safeParse(RefusedDashboard, data);
	return refused.success ? refused.output.dashboard.problem : notKept;
}

/** The line it is about comes along, where it is about one. */
export function pathProblemOf(data: unknown): { problem: string; line?: number | undefined } {
	const refused = v.safeParse(RefusedPath, data);
	return refused.success ? refused.output.path : { problem: notKept };
}
