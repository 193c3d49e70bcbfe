/** What a list of another tool may hold, in the order the page offers it. */
export const rowKinds = ['actions', 'issues', 'objectives', 'people'] as const;
export type RowKind = (typeof rowKinds)[number];

/** What a column of such a list holds. */
export type Field =
	| 'title'
	| 'details'
	| 'owner'
	| 'due'
	| 'status'
	| 'cycle'
	| 'name'
	| 'first name'
	| 'last name'
	| 'email'
	| 'role'
	| 'seat';

export type ColumnRole = Field | 'none';

/** What each kind keeps; the first one has to be there. */
export const fieldsOf = {
	actions: ['title', 'owner', 'due', 'status'],
	issues: ['title', 'details', 'owner', 'status'],
	objectives: ['title', 'owner', 'cycle', 'due', 'status'],
	people: ['email', 'name', 'first name', 'last name', 'role', 'seat', 'status']
} as const satisfies Record<RowKind, readonly Field[]>;

/** The same words on the page. */
export const fieldWords: Record<ColumnRole, string> = {
	title: 'Title',
	details: 'Details',
	owner: 'Owner',
	due: 'Due',
	status: 'Done or not',
	cycle: 'Cycle',
	name: 'Name',
	'first name': 'First name',
	'last name': 'Last name',
	email: 'E-mail',
	role: 'Role',
	seat: 'Seat',
	none: 'Not used'
};

/**
 * What other tools write above their columns, each list best first. What Bloom Growth (Traction
 * Tools until 2022) asks about a user is in its public documentation; no vendor documents the
 * columns of its exports, so all the rest are the words these tools use on their pages.
 */
const headings: Record<Field, readonly string[]> = {
	title: [
		...['title', 'rock title', 'rock name', 'rock', 'to do title', 'to do name', 'to do', 'todo'],
		...[
			'issue title',
			'issue name',
			'issue',
			'objective',
			'goal',
			'goal name',
			'action',
			'action item'
		],
		...['task', 'task name', 'topic', 'subject', 'summary', 'what', 'item', 'headline', 'name'],
		...['message', 'text', 'description']
	],
	details: [
		...[
			'details',
			'detail',
			'description',
			'notes',
			'note',
			'context',
			'comment',
			'comments',
			'body'
		],
		...['background']
	],
	owner: [
		...['owner', 'owner email', 'owner name', 'owners', 'accountable', 'accountable person'],
		...['accountable user', 'assignee', 'assigned to', 'assigned', 'responsible', 'who', 'person'],
		...['user', 'raised by', 'created by', 'creator']
	],
	due: [
		...['due', 'due date', 'due on', 'due by', 'deadline', 'target date', 'by when', 'when'],
		...['end date']
	],
	status: [
		...['status', 'state', 'done', 'complete', 'completed', 'completed on', 'completed date'],
		...['completed at', 'date completed', 'completion date', 'complete date', 'completion'],
		...['closed', 'closed on', 'close date', 'solved', 'solved on', 'resolved', 'archived'],
		...['archived date', 'archived on', 'is archived', 'is complete', 'is completed', 'deleted']
	],
	cycle: ['cycle', 'quarter', 'period', 'timeframe', 'rock quarter'],
	name: ['name', 'full name', 'user', 'user name', 'display name', 'person', 'member', 'employee'],
	'first name': ['first name', 'firstname', 'given name', 'first'],
	'last name': ['last name', 'lastname', 'surname', 'family name', 'last'],
	email: ['email', 'e mail', 'email address', 'e mail address', 'user email', 'mail', 'login'],
	role: [
		'role',
		'permission',
		'permissions',
		'access',
		'user role',
		'user type',
		'is admin',
		'admin'
	],
	seat: ['seat', 'seats', 'position', 'job title', 'title', 'function']
};

/** Case, punctuation and spacing do not matter: `To-Do_Title ` is `to do title`. */
export function plainHeading(heading: string): string {
	return heading
		.normalize('NFKC')
		.replace(/([a-z])([A-Z])/gu, '$1 $2')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** What the columns seem to hold. Several may tell whether a row is done; of the rest there is one. */
export function guessColumns(kind: RowKind, headingRow: readonly string[]): ColumnRole[] {
	const plain = headingRow.map(plainHeading);
	const roles: ColumnRole[] = plain.map(() => 'none');
	for (const field of fieldsOf[kind]) {
		const words = headings[field];
		if (field === 'status') {
			for (const [at, word] of plain.entries())
				if (roles[at] === 'none' && words.includes(word)) roles[at] = field;
			continue;
		}
		const best = words.map((word) =>
			plain.findIndex((one, at) => one === word && roles[at] === 'none')
		);
		const at = best.find((found) => found >= 0);
		if (at !== undefined) roles[at] = field;
	}
	return roles;
}

const kindWords: readonly [RowKind, RegExp][] = [
	['people', /\b(people|person|users?|members?|employees?|e ?mail)\b/],
	['objectives', /\b(rocks?|objectives?|goals?|okrs?)\b/],
	['issues', /\b(issues?|topics?|ids|hot items?)\b/],
	['actions', /\b(to ?dos?|actions?|action items?|tasks?)\b/]
];

/** What a file seems to list, by its name first and then by what stands above its columns. */
export function guessKind(fileName: string, headingRow: readonly string[]): RowKind | undefined {
	const plain = headingRow.map(plainHeading);
	if (
		plain.some((word) => headings.email.includes(word)) &&
		!plain.some((word) => /due|details/.test(word))
	)
		return 'people';
	const named = plainHeading(fileName.replace(/\.\w+$/, ''));
	const byName = kindWords.find(([, words]) => words.test(named));
	if (byName) return byName[0];
	return kindWords.find(
		([kind, words]) => kind !== 'people' && plain.some((one) => words.test(one))
	)?.[0];
}

/** What has to be said before the rows can be read; nothing when they can. */
export function problemOfColumns(kind: RowKind, roles: readonly ColumnRole[]): string | undefined {
	const needed = fieldsOf[kind][0];
	if (!roles.includes(needed))
		return needed === 'email'
			? 'Say which column holds the e-mail addresses: nobody can be invited without one.'
			: 'Say which column holds the titles.';
	const twice = fieldsOf[kind].find(
		(field) => field !== 'status' && roles.filter((role) => role === field).length > 1
	);
	return twice && `Only one column can hold this: ${fieldWords[twice].toLowerCase()}.`;
}

/** Says what a column holds; the one that held it before lets go. */
export function chooseColumn(
	roles: readonly ColumnRole[],
	column: number,
	role: ColumnRole
): ColumnRole[] {
	return roles.map((before, at) => {
		if (at === column) return role;
		return before === role && role !== 'status' ? 'none' : before;
	});
}
