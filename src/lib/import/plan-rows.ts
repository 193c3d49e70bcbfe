import { plainName } from '#lib/scorecard/import/match.ts';
import {
	bothDays,
	guessOrder,
	readPeriod,
	type DateOrder
} from '#lib/scorecard/import/period-words.ts';
import { plainHeading, type ColumnRole, type Field, type RowKind } from './fields.ts';
import { mostInvitations, mostRows } from './limits.ts';
import type { Problem } from './problem-report.ts';
import type { Line } from './table.ts';

/** A row that can be brought in. What its kind does not keep is empty. */
export type BroughtRow = {
	line: number;
	title: string;
	/** Words that stand below the title. */
	details: string;
	owner: string | null;
	/** An ISO date. */
	due: string | null;
	cycle: string | null;
	email: string;
	role: 'admin' | 'member' | 'observer';
};

/** What has to be known of a team to read its lists. */
export type Around = {
	members: readonly { id: string; name: string }[];
	cycles: readonly { id: string; name: string; startsOn: string; endsOn: string }[];
};

export type RowSettings = {
	kind: RowKind;
	roles: readonly ColumnRole[];
	/** Which comes first in 03/04/2026; guessed without it. */
	order?: DateOrder;
	/** Members chosen for names nobody in the team has. */
	owners: Readonly<Record<string, string>>;
};

export type RowPlan = {
	rows: BroughtRow[];
	problems: Problem[];
	failing: number;
	/** Names that no member has, how often they own something, and who was chosen for them. */
	strangers: { name: string; times: number; chosen: string | undefined }[];
	/** Rows that say of themselves that they are over. */
	ended: number;
	/** The same row once more. */
	repeated: number;
	/** Objectives whose cycle the team does not have; they come without one. */
	loose: number;
	/** Details that were longer than is kept. */
	cut: number;
	order: DateOrder | 'either' | undefined;
};

/** As long as the database keeps a title, and what stands below it. */
export const longestTitle = 300;
export const longestDetails = 400;

const over =
	/^(done|complete|completed|closed|solved|resolved|archived|deleted|dropped|cancell?ed|finished|achieved|inactive|deactivated|removed|yes|true|1|100|x|✓|✔)$/u;

/** What the rows below the heading would bring in, and which of them cannot be. */
export function planRows(lines: readonly Line[], settings: RowSettings, around: Around): RowPlan {
	const { kind, roles, owners } = settings;
	const [heading, ...rows] = lines;
	const at = (field: Field) => roles.indexOf(field);
	const dues = at('due') < 0 ? [] : rows.map(({ cells }) => cells[at('due')] ?? '');
	const guessed = guessOrder(new Set(dues));
	const order = settings.order ?? (guessed === 'either' ? undefined : guessed);
	const find = finder(around.members);
	const plan: RowPlan = {
		...{
			rows: [],
			problems: [],
			failing: 0,
			strangers: [],
			ended: 0,
			repeated: 0,
			loose: 0,
			cut: 0
		},
		order: settings.order ?? guessed
	};
	const strangers = new Map<string, RowPlan['strangers'][number]>();
	const seen = new Set<string>();
	for (const { line, cells } of rows) {
		const read = (field: Field) => {
			const column = at(field);
			return column < 0 ? '' : clean(cells[column] ?? '');
		};
		const refuse = (field: Field, wrong: string, remedy: string) => {
			const column = at(field);
			const named = heading?.cells[column]?.trim() || `Column ${column + 1}`;
			plan.problems.push({ line, column: named, says: read(field), wrong, remedy });
		};
		if (roles.some((role, column) => role === 'status' && isOver(cells[column] ?? ''))) {
			plan.ended += 1;
			continue;
		}
		const before = plan.problems.length;
		const row: BroughtRow = {
			...{ line, title: read('title'), details: '', owner: null, due: null, cycle: null },
			...{ email: read('email').toLowerCase(), role: roleMeant(read('role')) }
		};
		if (kind === 'people') {
			if (row.email === '')
				refuse('email', 'It has no e-mail address.', 'Add the address, or leave this person out.');
			else if (!isEmail(row.email))
				refuse(
					'email',
					`“${short(row.email)}” is no e-mail address.`,
					'Write it like ada@company.example.'
				);
			row.title = read('seat').slice(0, 120);
			row.details = read('name') || `${read('first name')} ${read('last name')}`.trim();
		} else if (row.title === '')
			refuse('title', 'Nothing says what it is.', 'Write a title, or take the row out.');
		else if (Array.from(row.title).length > longestTitle)
			refuse('title', `Its title has more than ${longestTitle} letters.`, 'Shorten it.');

		const due = read('due');
		const said = due === '' ? undefined : readPeriod(due, order);
		if (due !== '' && said === undefined)
			refuse('due', `“${short(due)}” is no day.`, 'Write it like 2026-12-31.');
		else if (said === 'either')
			refuse(
				'due',
				`“${due}” can be ${bothDays(due)}.`,
				'Say which comes first, the day or the month.'
			);
		else if (said && said.span !== 'day')
			refuse(
				'due',
				`“${short(due)}” is a whole ${said.span}, not a day.`,
				'Write the day, like 2026-12-31.'
			);
		else if (said) row.due = said.day;

		if (plan.problems.length > before) {
			plan.failing += 1;
			continue;
		}
		const owner = read('owner');
		if (owner !== '' && kind !== 'issues') {
			row.owner = owners[plainName(owner)] || find(owner) || null;
			if (!find(owner)) count(strangers, owner, owners[plainName(owner)]);
		}
		if (kind === 'issues') {
			const whole = [read('details'), owner && `Raised by ${owner}`].filter(Boolean).join(' · ');
			row.details = Array.from(whole).slice(0, longestDetails).join('');
			if (row.details.length < whole.length) plan.cut += 1;
		}
		if (kind === 'objectives') {
			const cycle = read('cycle');
			row.cycle = cycleMeant(cycle, row.due, around.cycles) ?? null;
			if (row.cycle === null && (cycle || row.due)) plan.loose += 1;
			row.due = null;
		}
		const key = [plainName(kind === 'people' ? row.email : row.title), row.owner, row.due].join(
			'\n'
		);
		if (seen.has(key)) plan.repeated += 1;
		else plan.rows.push(row);
		seen.add(key);
	}
	plan.strangers = [...strangers.values()];
	return plan;
}

/** Why these are more than one import takes. */
export function tooMany(kind: RowKind, rows: number): string | undefined {
	const most = kind === 'people' ? mostInvitations : mostRows;
	return rows > most
		? `These are ${rows.toLocaleString('en-GB')}, and one import takes ${most.toLocaleString('en-GB')}. Split the file.`
		: undefined;
}

/** Finds a member by name, `Ada Lovelace` or `Lovelace, Ada`; nobody when two have it. */
function finder(members: Around['members']): (name: string) => string | undefined {
	const named = new Map<string, Set<string>>();
	for (const { id, name } of members) {
		const plain = plainName(name);
		named.set(plain, (named.get(plain) ?? new Set()).add(id));
	}
	return (name) => {
		const [last = '', first = ''] = name.split(',');
		const found = named.get(plainName(name)) ?? named.get(plainName(`${first} ${last}`));
		const [one, another] = found ?? [];
		return another ? undefined : one;
	};
}

function count(
	strangers: Map<string, RowPlan['strangers'][number]>,
	name: string,
	chosen: string | undefined
): void {
	const plain = plainName(name);
	const known = strangers.get(plain);
	if (known) known.times += 1;
	else strangers.set(plain, { name, times: 1, chosen });
}

function cycleMeant(
	name: string,
	due: string | null,
	cycles: Around['cycles']
): string | undefined {
	const named = cycles.find((cycle) => plainName(cycle.name) === plainName(name));
	if (named) return named.id;
	const said = name === '' ? undefined : readPeriod(name);
	const day = (typeof said === 'object' ? said.day : undefined) ?? due;
	return day
		? cycles.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)?.id
		: undefined;
}

/** A day in a column that says when it was done is as good as a yes. */
function isOver(cell: string): boolean {
	const plain = plainHeading(cell) || cell.trim();
	return over.test(plain) || (/\d{4}|\//.test(cell) && readPeriod(cell, 'day first') !== undefined);
}

function roleMeant(typed: string): BroughtRow['role'] {
	const plain = plainHeading(typed);
	if (/^(admin|administrator|owner|account admin|yes|true|1)$/.test(plain)) return 'admin';
	if (/^(observer|viewer|read only|guest|implementer|coach)$/.test(plain)) return 'observer';
	return 'member';
}

const isEmail = (typed: string) =>
	typed.length <= 254 && /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/u.test(typed);

/** Line breaks in a title become spaces; a cell that spreadsheets were kept from running loses its apostrophe. */
const clean = (cell: string) =>
	cell
		.replace(/\p{Cc}+/gu, ' ')
		.replace(/^'(?=[=+@\t-])/, '')
		.trim();

function short(typed: string): string {
	const letters = Array.from(typed);
	return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : typed;
}
