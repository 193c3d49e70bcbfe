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
