// How long the strategy page of a large cascade takes on the server, and how much script it loads.
import { createClient } from '@supabase/supabase-js';
import { chromium } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { chromiumFlags, findChromium } from '../scripts/chromium.js';
import type { Db } from '../src/lib/server/rows/db.ts';
import { loadScorecard } from '../src/lib/server/rows/scorecard.ts';
import { loadStrategy } from '../src/lib/server/rows/strategy.ts';
import { findToday } from '../src/lib/server/rows/time-zone.ts';
import { arrange, cycleOn } from '../src/lib/strategy/cascade.ts';
import type { Backend } from '../supabase/tests/backends.ts';
import { found, join } from '../supabase/tests/people.ts';
import { startServer } from '../tests/own-server.ts';
import { percentiles, report, type Figure } from './report.ts';
import { onBothDatabases } from './databases.ts';

const size = { imperatives: 5, goals: 15, objectives: 40, keyResults: 120, weeks: 13 };
const rounds = 100;
const warmUp = 5;
const settling = 1_000; // ms in which nothing more is asked for

/** One team with a cascade of that size, a value of each week for every key result. */
async function fill({ database }: Backend, team: string): Promise<void> {
	const ids = (sql: string, ...more: (string | number)[]) => database.query(sql, [team, ...more]);
	await ids(
		`insert into public.cycles (team_id, name, starts_on, ends_on)
		values ($1::uuid, 'Q4 2026', current_date - 60, current_date + 31)`
	);
	await ids(
		`insert into public.imperatives (team_id, title, from_year, until_year, position)
		select $1::uuid, 'Imperative ' || n, 2026, 2028, n from generate_series(1, $2::int) n`,
		size.imperatives
	);
	await ids(
		`insert into public.annual_goals (team_id, imperative_id, title, year, position)
		select $1::uuid, (select id from public.imperatives where team_id = $1::uuid and position = 1 + n % $2::int),
			'Annual goal ' || n, 2026, n from generate_series(1, $3::int) n`,
		size.imperatives,
		size.goals
	);
	await ids(
		`insert into public.objectives (team_id, goal_id, cycle_id, title, position)
		select $1::uuid, (select id from public.annual_goals where team_id = $1::uuid and position = 1 + n % $2::int),
			(select id from public.cycles where team_id = $1::uuid), 'Objective ' || n, n
		from generate_series(1, $3::int) n`,
		size.goals,
		size.objectives
	);
	await ids(
		`insert into public.key_results (team_id, objective_id, title, baseline, target, position)
		select $1::uuid, (select id from public.objectives where team_id = $1::uuid and position = 1 + n % $2::int),
			'Key result ' || n, 0, 100, n from generate_series(1, $3::int) n`,
		size.objectives,
		size.keyResults
	);
	await ids(
		`insert into public.key_result_values (key_result_id, team_id, measured_on, value)
		select k.id, k.team_id, current_date - 7 * n, 60 - 4 * n
		from public.key_results k, generate_series(0, $2::int - 1) n where k.team_id = $1::uuid`,
		size.weeks
	);
	await database.execute('analyze');
}

async function measure(name: string, backend: Backend, target: number): Promise<Figure[]> {
	const ada = await join(backend, 'Ada');
	const team = await found(ada, 'Northwind Robotics', 'Leadership team');
	await fill(backend, team.id);
	let calls = 0;
	const db: Db = createClient(backend.url, backend.key, {
		global: {
			fetch: (...request) => {
				calls += 1;
				return backend.fetch(...request);
			}
		},
		auth: { persistSession: false, autoRefreshToken: false }
	});
	const { data } = await ada.client.auth.getSession();
	if (data.session) await db.auth.setSession(data.session);
	calls = 0;
	const whole: number[] = [];
	const cascade: number[] = [];
	for (let round = -warmUp; round < rounds; round += 1) {
		const began = performance.now();
		const today = await findToday(db, ada.id);
		const [strategy] = await Promise.all([
			loadStrategy(db, team.id),
			loadScorecard(db, team.id, today)
		]);
		arrange(strategy, cycleOn(strategy.cycles, today), today);
		if (round >= 0) whole.push(performance.now() - began);
		const again = performance.now();
		await loadStrategy(db, team.id);
		if (round >= 0) cascade.push(performance.now() - again);
	}
	return [
		...percentiles(`${name}: the strategy page, read and rolled up`, whole, target),
		...percentiles(`${name}: of that the cascade`, cascade),
		{ what: `${name}: questions for both`, value: calls / (rounds + warmUp), unit: '' }
	];
}

/**
 * The script a browser loads for the page when it is the first one, compressed as it is served, and
 * what comes when somebody's pointer is on a button that opens something. What the service worker
 * keeps for later is in neither.
 */
async function weighScript(): Promise<Figure[]> {
	const executablePath = await findChromium();
	const browser = await chromium.launch({
		...(executablePath ? { executablePath } : {}),
		args: chromiumFlags
	});
	const own = await startServer();
	try {
		const page = await browser.newPage({ baseURL: own.origin });
		await page.goto('/start');
		await page.getByRole('button', { name: /sample company/i }).click();
		await page.waitForURL(/\/start\/sample/);
		await page.getByRole('button', { name: /Sam Whitlock/ }).click();
		await page.waitForURL(/\/t\//);
		const home = new URL(page.url()).pathname;
		const storageState = await page.context().storageState();
		const fresh = await browser.newPage({ baseURL: own.origin, storageState });
		const weights: Promise<number>[] = [];
		const weigh = async () =>
			(await Promise.all(weights)).reduce((sum, one) => sum + one, 0) / 1000;
		fresh.on('response', (response) => {
			if (new URL(response.url()).pathname.endsWith('.js'))
				weights.push(response.body().then((body) => gzipSync(body).length));
		});
		await fresh.goto(`${home}/strategy`, { waitUntil: 'networkidle' });
		const ofPage = await weigh();
		const fetched = fresh.waitForResponse((response) => response.url().endsWith('.js'));
		await fresh.getByRole('button', { name: 'Imperative' }).hover();
		await fetched;
		await fresh.waitForTimeout(settling);
		return [
			{ what: 'script of the page, gzip', value: ofPage, unit: 'kB', target: 90 },
			{ what: 'script its dialogs and menus add', value: (await weigh()) - ofPage, unit: 'kB' }
		];
	} finally {
		await browser.close();
		await own.remove();
	}
}

const targets = { embedded: 250, PostgreSQL: 100 };
const figures = await onBothDatabases((name, backend) => measure(name, backend, targets[name]));
figures.push(...(await weighScript()));
await report(
	'strategy',
	`The strategy page of one team with ${size.imperatives} imperatives, ${size.goals} annual goals, ${size.objectives} objectives and ${size.keyResults} key results with ${size.weeks} weekly values each: everything its page asks the database, as a person under row-level security, and the roll-up; ${rounds} times. The script is what a browser loads for it as its first page, each file gzipped; then what a pointer on a button that opens a dialog adds.`,
	figures
);
process.exit();
