import { expect, test } from 'vitest';
import { guessColumns, guessKind, problemOfColumns, type RowKind } from './fields.ts';
import { planRows, type Around } from './plan-rows.ts';
import { readTable } from './table.ts';

const around: Around = {
	members: [
		{ id: 'ada', name: 'Ada Lovelace' },
		{ id: 'grace', name: 'Grace Hopper' }
	],
	cycles: [{ id: 'q4', name: 'Q4 2026', startsOn: '2026-10-01', endsOn: '2026-12-31' }]
};

function plan(kind: RowKind, text: string, more = {}) {
	const table = readTable(text);
	if ('refused' in table) throw new Error(table.refused);
	const roles = guessColumns(kind, table.lines[0]?.cells ?? []);
	return planRows(table.lines, { kind, roles, owners: {}, ...more }, around);
}

test('to-dos of another tool become actions with owner and day', () => {
	const found = plan(
		'actions',
		'To-Do,Owner,Due Date,Created Date,Completed\nCall Acme,Ada Lovelace,2026-12-01,2026-11-01,\nDraft,"Hopper, Grace",12/25/2026,2026-11-01,No\nOld,Ada Lovelace,2026-01-01,2025-11-01,2026-01-02\n'
	);
	expect(found.rows).toMatchObject([
		{ line: 2, title: 'Call Acme', owner: 'ada', due: '2026-12-01' },
		{ line: 3, title: 'Draft', owner: 'grace', due: '2026-12-25' }
	]);
	expect(found).toMatchObject({ ended: 1, failing: 0, strangers: [] });
});

test('each bad row is named with its line and reason, and the others come', () => {
	const found = plan(
		'actions',
		`Title;Owner;Due\n"Two\nlines";Ada Lovelace;31.12.2026\n;Ada Lovelace;\nAsk;;soon\n${'x'.repeat(301)};;\nPlan;;Q4 2026\nLast;;2026-12-01\n`
	);
	expect(found.rows.map(({ line, title }) => [line, title])).toEqual([
		[2, 'Two lines'],
		[8, 'Last']
	]);
	expect(found.problems.map(({ line, column, wrong }) => `${line} ${column}: ${wrong}`)).toEqual([
		'4 Title: Nothing says what it is.',
		'5 Due: “soon” is no day.',
		'6 Title: Its title has more than 300 letters.',
		'7 Due: “Q4 2026” is a whole quarter, not a day.'
	]);
	expect(found.failing).toBe(4);
});

test('a date that can be read both ways is asked about', () => {
	const text = 'Title,Due\nCall,03/04/2026\n';
	expect(plan('actions', text)).toMatchObject({ rows: [], failing: 1, order: 'either' });
	expect(plan('actions', text, { order: 'month first' }).rows).toMatchObject([
		{ due: '2026-03-04' }
	]);
});

test('an owner nobody knows is asked about, and the row comes without one', () => {
	const text = 'Title,Who\nCall,Bob Stone\nWrite,bob  STONE\n';
	expect(plan('actions', text)).toMatchObject({
		rows: [{ owner: null }, { owner: null }],
		strangers: [{ name: 'Bob Stone', times: 2, chosen: undefined }]
	});
	const chosen = plan('actions', text, { owners: { 'bob stone': 'grace' } });
	expect(chosen.rows).toMatchObject([{ owner: 'grace' }, { owner: 'grace' }]);
});

test('rocks become objectives of the cycle they name, or in which they are due', () => {
	const found = plan(
		'objectives',
		'Rock,Accountable,Quarter,Due Date,Status\nA,Ada Lovelace,Q4 2026,,On track\nB,,,2026-12-31,Off Track\nC,,Q1 2027,,\nD,,,2026-12-31,Complete\n'
	);
	expect(found.rows).toMatchObject([
		{ cycle: 'q4', owner: 'ada' },
		{ cycle: 'q4' },
		{ cycle: null }
	]);
	expect(found).toMatchObject({ loose: 1, ended: 1 });
});

test('issues keep what was written about them, and who raised them', () => {
	const found = plan(
		'issues',
		'Issue,Description,Created By,Archived\nTwo routes,Since May,Bob Stone,false\n'
	);
	expect(found.rows).toMatchObject([
		{ title: 'Two routes', details: 'Since May · Raised by Bob Stone' }
	]);
	const long = plan('issues', `Issue,Notes\nA,${'word '.repeat(200)}\n`);
	expect(long.cut).toBe(1);
});

test('users as Bloom Growth asks for them become people to invite', () => {
	const found = plan(
		'people',
		'First Name,Last Name,Email Address,Make Admin,Position,Role\nAda,Lovelace,ADA@x.example,Yes,Integrator,Admin\nBob,Stone,bob,,,\nEve,Hill,,,,Viewer\nAda,L,ada@x.example,,,\n'
	);
	expect(found.rows).toMatchObject([
		{ email: 'ada@x.example', details: 'Ada Lovelace', title: 'Integrator', role: 'admin' }
	]);
	expect(found).toMatchObject({ failing: 2, repeated: 1 });
});

test.each<[string, string, RowKind | undefined]>([
	['rocks-2026.csv', 'Title,Owner,Due Date', 'objectives'],
	['Pasted cells', 'To-Do,Owner', 'actions'],
	['export.csv', 'Name,E-mail', 'people'],
	['Long-Term Issues List.csv', 'Title,Details', 'issues'],
	['export.csv', 'Title,Owner', undefined]
])('%s with %s seems to list %s', (name, headings, kind) => {
	expect(guessKind(name, headings.split(','))).toBe(kind);
});

test('a list without what it is about is not read', () => {
	expect(problemOfColumns('actions', ['owner', 'none'])).toContain('titles');
	expect(problemOfColumns('people', ['name'])).toContain('e-mail');
	expect(problemOfColumns('people', ['name', 'email'])).toBeUndefined();
});

test('what a spreadsheet was kept from running is text again', () => {
	expect(plan('actions', "Title\n'=1+1\n").rows).toMatchObject([{ title: '=1+1' }]);
});

test('a file that was cut in half is refused inside a quoted cell, and else says which row lacks what', () => {
	const whole =
		'Title,Owner,Due\nCall,Ada Lovelace,2026-12-01\n"Write, then\ncall",Grace Hopper,2026-12-02\n';
	const cut = (until: string) => readTable(whole.slice(0, whole.indexOf(until)));
	expect(cut('call"')).toMatchObject({
		refused: expect.stringContaining('Line 3 opens a quotation mark')
	});
	expect(plan('actions', whole.slice(0, whole.indexOf('-01\n')))).toMatchObject({
		rows: [],
		problems: [{ line: 2, wrong: '“2026-12” is a whole month, not a day.' }]
	});
});

test('columns of a newer version of a tool are left aside, and the rest is read', () => {
	const found = plan(
		'actions',
		'AI summary,To-Do,Owner,Confidence score\nx,Call,Ada Lovelace,0.7\n'
	);
	expect(found.rows).toMatchObject([{ title: 'Call', owner: 'ada' }]);
	expect(found.problems).toEqual([]);
});
