const notKept = 'That was not kept. Try again.';

/**
 * One part of what a refused form says. Every page with a form loads this, so it reads without a
 * library for shapes.
 */
function partOf(data: unknown, name: string): object {
	const part: unknown = typeof data === 'object' && data ? Reflect.get(data, name) : undefined;
	return typeof part === 'object' && part ? part : {};
}

/** What a refused form says beside its fields, by the names of the fields. */
export function problemsOf(data: unknown): Record<string, string[] | undefined> {
	const problems = Object.entries(partOf(data, 'problems'));
	return Object.fromEntries(
		problems.filter((one): one is [string, string[]] => Array.isArray(one[1]))
	);
}

const problemIn = (name: string) => (data: unknown) => {
	const part = partOf(data, name);
	return 'problem' in part && typeof part.problem === 'string' ? part.problem : notKept;
};

export const readingProblemOf = problemIn('reading');
export const triggerProblemOf = problemIn('trigger');
export const dashboardProblemOf = problemIn('dashboard');

/** The line it is about comes along, where it is about one. */
export function pathProblemOf(data: unknown): { problem: string; line?: number | undefined } {
	const part = partOf(data, 'path');
	const line = 'line' in part && typeof part.line === 'number' ? part.line : undefined;
	return { problem: problemIn('path')(data), line };
}
