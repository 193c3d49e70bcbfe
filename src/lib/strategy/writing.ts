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
	cycle: string | null;
	keyResults: readonly { title: string }[];
}): Doubt[] {
	const doubts: Doubt[] = [];
	const { title, keyResults } = objective;
	if (tasks.test(title))
		doubts.push(`“${firstWord(title)}” is a task. What will be different once it is done?`);
	if (objective.owner === null) doubts.push('Nobody owns it.');
	if (objective.cycle === null) doubts.push('No cycle says by when.');
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
	owner,
	unit,
	baseline,
	target
}: {
	title: string;
	owner: string | null;
	unit: string;
	baseline: number;
	target: number;
}): Doubt[] {
	const doubts: Doubt[] = [];
	if (tasks.test(title))
		doubts.push(`“${firstWord(title)}” is a task. Which number changes because of it?`);
	// A yes or no in the clothes of a number: nobody sees it coming nearer.
	if (unit === '' && baseline === 0 && target === 1)
		doubts.push('From 0 to 1 is done or not done. Which number shows how far it is?');
	if (owner === null) doubts.push('Nobody owns it.');
	return doubts;
}

/** What a rule asks about an annual goal; its year says by when. */
export function doubtsOfGoal({
	title,
	standing,
	owner
}: {
	title: string;
	standing: string;
	owner: string | null;
}): Doubt[] {
	const doubts: Doubt[] = [];
	if (tasks.test(title))
		doubts.push(`“${firstWord(title)}” is a task. What will be different once it is done?`);
	if (!/\d/u.test(title.replace(year, ''))) doubts.push('No number says when it is reached.');
	if (standing === '') doubts.push('Nobody has said where it stands today.');
	if (owner === null) doubts.push('Nobody owns it.');
	return doubts;
}

const year = /\b(?:19|20|21)\d\d\b/gu;
const firstWord = (title: string) => tasks.exec(title)?.[0] ?? title;
