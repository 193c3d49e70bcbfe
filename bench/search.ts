// How long a search takes in an archive of five years of weekly meetings of twenty teams.
import { randomUUID } from 'node:crypto';
import process from 'node:process';
import { readQuery } from '../src/lib/search/query.ts';
import { search } from '../src/lib/server/rows/search.ts';
import type { Db } from '../src/lib/server/rows/db.ts';
import type { Backend } from '../supabase/tests/backends.ts';
import { found, join, type Person } from '../supabase/tests/people.ts';
import { readCorpora } from './eval/corpus.ts';
import { percentiles, report, type Figure } from './report.ts';
import { onBothDatabases } from './databases.ts';

const teams = 20;
const weeks = 260;
/** What a meeting leaves, lines of notes first: as many as ninety minutes do. */
const left = { notes: 60, decisions: 4, actions: 8, insights: 3, risks: 2, items: 6, told: 2 };
const rounds = 6;

/** The same numbers every time (a linear congruential generator, Numerical Recipes). */
function dice(seed: number): (sides: number) => number {
	let state = seed;
	return (sides) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state % sides;
	};
}

/** Sentences put together of halves of recorded ones, and a rare name in every twentieth. */
async function writer(): Promise<() => string> {
	const corpora = await readCorpora();
	const said = corpora.flatMap(({ meetings }) =>
		meetings.flatMap(({ notes }) => notes.map(({ text }) => text.split(/\s+/u)))
	);
	const roll = dice(7);
	const syllables = [
		'bri',
		'hol',
		'cal',
		'der',
		'vik',
		'ost',
		'ra',
		'ven',
		'mar',
		'tun',
		'sel',
		'quo'
	];
	const syllable = () => syllables[roll(syllables.length)] ?? '';
	const half = (isFirst: boolean) => {
		const words = said[roll(said.length)] ?? [];
		const middle = Math.ceil(words.length / 2);
		return isFirst ? words.slice(0, middle) : words.slice(middle);
	};
	return () => {
		const name = roll(20) === 0 ? [` at ${syllable()}${syllable()}${syllable()}`] : [];
		return [...half(true), ...half(false), ...name].join(' ');
	};
}

/** Fills the archive as settling would leave it, by the thousand. */
async function fill({ database }: Backend, all: string[], write: () => string): Promise<void> {
	const tables = ['meetings', 'notes', 'decisions', 'action_items', 'insights', 'risks'];
	const quiet = [...tables, 'hot_items', 'cascade_messages'];
	for (const table of quiet)
		await database.execute(`alter table public.${table} disable trigger all`);
	// Put together at the end, an index of so many words takes a fraction of the time.
	const indexes = await database.query<{ name: string; makes: string }>(
		`select schemaname || '.' || indexname as name, indexdef as makes from pg_indexes
		where tablename in ('search_passages', 'search_words') and indexdef like '%USING gin%'`
	);
	for (const { name } of indexes) await database.execute(`drop index ${name}`);
	const put = (table: string, rows: object[]) =>
		database.query(
			`insert into public.${table} (${Object.keys(rows[0] ?? {}).join()})
			select ${Object.keys(rows[0] ?? {}).join()}
			from jsonb_populate_recordset(null::public.${table}, $1::text::jsonb)`,
			[JSON.stringify(rows)]
		);
	for (const team of all) {
		const [format, series] = [randomUUID(), randomUUID()];
		await database.query(
			`insert into public.formats (id, team_id, name, steps) values ($1::uuid, $2::uuid, 'Weekly', '[]')`,
			[format, team]
		);
		await put(
			'series',
			[
				{
					id: series,
					team_id: team,
					format_id: format,
					name: 'Weekly',
					weekday: 1,
					starts_at: '09:00'
				}
			].map((row) => ({ ...row, time_zone: 'Europe/London', minutes: 90, starts_on: '2021-12-06' }))
		);
		for (let first = 0; first < weeks; first += 26) {
			const meetings = Array.from({ length: 26 }, (_, index) => {
				const start = new Date(Date.UTC(2021, 11, 6 + 7 * (first + index), 9)).toISOString();
				const number = first + index + 1;
				const when = { occurs_on: start.slice(0, 10), starts_at: start, created_at: start };
				const kept = { state: 'closed', minutes: 90, name: 'Weekly leadership meeting', place: '' };
				return {
					id: randomUUID(),
					team_id: team,
					series_id: series,
					number,
					steps: [],
					...when,
					...kept
				};
			});
			await put('meetings', meetings);
			const rows = (count: number, make: (text: string, position: number) => object) =>
				meetings.flatMap(({ id, starts_at: captured_at }) =>
					Array.from({ length: count }, (_, position) => ({
						id: randomUUID(),
						meeting_id: id,
						team_id: team,
						...make(write(), position),
						...('captured_at' in make('x', 0) ? { captured_at } : {})
					}))
				);
			const outcome = (title: string) => ({ title, captured_at: '' });
			await put(
				'notes',
				rows(left.notes, (body, position) => ({ body, position }))
			);
			await put('decisions', rows(left.decisions, outcome));
			await put('action_items', rows(left.actions, outcome));
			await put('insights', rows(left.insights, outcome));
			await put('risks', rows(left.risks, outcome));
			await put(
				'hot_items',
				rows(left.items, (title, position) => ({
					...{ title, position, series_id: series, question: '', kind: 'hot', wants: 'resolution' },
					...{
						state: 'resolved',
						source: '',
						planned_minutes: 10,
						spent_ms: 0,
						votes: 0,
						watch_periods: 3
					}
				}))
			);
			await put(
				'cascade_messages',
				rows(left.told, (body, position) => ({ body, position, audience: '' }))
			);
		}
		await database.query(
			`insert into public.search_passages (kind, subject_id, part, team_id, meeting_id, tier, on_day, title, body)
			select kind, subject_id, part, team_id, meeting_id, tier, on_day, title, body
			from private.passages_now where team_id = $1::uuid on conflict do nothing`,
			[team]
		);
	}
	for (const table of quiet)
		await database.execute(`alter table public.${table} enable trigger all`);
	for (const { makes } of indexes) await database.execute(makes);
	await database.execute('analyze');
}

/** What people type: common words and rare ones, several, phrases, misspelt ones, beginnings. */
const questions: [string, boolean][] = [
	['remote', false],
	['the meeting', false],
	['a', true],
	['project manager', false],
	['"project manager will"', false],
	['brihol', true],
	['brixholm', false],
	['mariketing budget', false],
	['recieve slides', false],
	['how much will the remote cost in euro', false],
	['speech recog', true],
	['transcript tool', false],
	['zzzz unheard', false],
	['interface', true],
	['decision on buttons and the battery', false],
	['annotaton of recordings', false],
	['s', true],
	['di', true],
	['design', true],
	["'; drop table notes; --", false]
];

async function measure(name: string, backend: Backend, target: number): Promise<Figure[]> {
	const ada = await join(backend, 'Ada');
	const first = await found(ada, 'Northwind Robotics', 'Team 1');
	const others = Array.from({ length: teams - 1 }, (_, index) => ({
		id: randomUUID(),
		workspace_id: first.workspace,
		name: `Team ${index + 2}`
	}));
	await ada.client.from('teams').insert(others).throwOnError();
	const ben = await join(backend, 'Ben');
	await backend.database.query(
		`insert into public.workspace_members (workspace_id, person_id) values ($1::uuid, $2::uuid)`,
		[first.workspace, ben.id]
	);
	await backend.database.query(
		`insert into public.team_members (team_id, person_id, workspace_id, role) values ($1::uuid, $2::uuid, $3::uuid, 'member')`,
		[first.id, ben.id, first.workspace]
	);
	const began = performance.now();
	await fill(backend, [first.id, ...others.map(({ id }) => id)], await writer());
	const [size] = await backend.database.query<{ count: number; bytes: number }>(
		`select count(*)::int as count, (pg_total_relation_size('public.search_passages') / 1000000)::int as bytes
		from public.search_passages`
	);
	console.log(
		`${name}: ${size?.count ?? 0} passages, ${size?.bytes ?? 0} MB, filled in ${Math.round((performance.now() - began) / 1000)} s`
	);
	const times = async (person: Person, which: readonly [string, boolean][]) => {
		const took: number[] = [];
		for (let round = -1; round < rounds; round += 1)
			for (const [typed, typing] of which) {
				const query = readQuery(typed, typing);
				if (!query) continue;
				const asked = performance.now();
				const filters = { group: undefined, team: undefined, span: 'any' } as const;
				await search(person.client as Db, query, filters, '2026-11-30');
				const time = performance.now() - asked;
				if (round >= 0) took.push(time);
				if (round === 0 && process.env['EACH']) console.log(`  ${Math.round(time)} ms  ${typed}`);
			}
		return took;
	};
	return [
		...percentiles(`${name}: somebody in all twenty teams`, await times(ada, questions), target),
		...percentiles(`${name}: somebody in one of them`, await times(ben, questions), target)
	];
}

const targets = { embedded: 300, PostgreSQL: 100 };
const figures = await onBothDatabases((name, backend) => measure(name, backend, targets[name]));
await report(
	'search',
	`${questions.length} questions (common and rare words, phrases, misspelt words, beginnings, one letter), ${rounds} times each, in an archive of ${teams} teams with ${weeks} weekly meetings each that left ${left.notes} lines of notes and ${left.decisions + left.actions + left.insights + left.risks + left.items + left.told} outcomes, put together from recorded meetings (AMI, ICSI): the whole question as a person under row-level security, with the words to mark.`,
	figures
);
process.exit();
