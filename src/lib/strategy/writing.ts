/** Something in the wording or shape of a goal that makes it hard to reach or to grade. */
export type Doubt = string;

/** Work, not what comes of it. */
const tasks =
	/^(?:build|complete|conduct|create|define|deliver|deploy|design|develop|document|draft|finish|hire|hold|implement|introduce|investigate|launch|migrate|organi[sz]e|plan|prepare|publish|release|research|roll out|run|set up|ship|start|test|update|write)\b/iu;

/** More than these nobody keeps in mind: the usual advice for objectives and key results. */
export const most = { objectives: 7, keyResults: 5 } as const;

/** What a rule asks about an objective; none when it is well put. */
export function doubtsOf(objective: {
	title: string;
	owner: string | null;
	keyResults: readonly { title: string }[];
}): Doubt[] {
	const doubts: Doubt[] = [];
	const { title, keyResults } = objective;
	if (tasks.test(title))
		doubts.push(`“${firstWord(title)}” is a task. What will be different once it is done?`);
	if (objective.owner === null) doubts.push('Nobody owns it.');
	if (keyResults.length === 0) doubts.push('No key result says when it is reached.');
	if (keyResults.length > most.keyResults)
		doubts.push(
			`${keyResults.length} key results are hard to keep in mind; ${most.keyResults} are enough.`
		);
	return doubts;
}

/** What a rule asks about a key result. */
export function doubtsOfKeyResult({
	title,
	owner
}: {
	title: string;
	owner: string | null;
}): Doubt[] {
	const doubts: Doubt[] = [];
	if (tasks.test(title))
		doubts.push(`“${firstWord(title)}” is a task. Which number changes because of it?`);
	if (owner === null) doubts.push('Nobody owns it.');
	return doubts;
}

const firstWord = (title: string) => tasks.exec(title)?.[0] ?? title;
