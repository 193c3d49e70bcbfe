// How long the mails of the week take from the first to the last, and how much memory that needs.
import { setTimeout as pause } from 'node:timers/promises';
import { startBoss, stopBoss } from '../src/lib/server/jobs/boss.ts';
import { queueWeeklyMails, startWeeklyMails } from '../src/lib/server/jobs/weekly-mails.ts';
import { openSmtp } from '../src/lib/server/mail/smtp.ts';
import { borrowDatabase, server, startBackend, type Backend } from '../supabase/tests/backends.ts';
import { startMailServer } from '../tests/mail-server.ts';
import { report, type Figure } from './report.ts';

const size = { teams: 200, people: 10, priorities: 5, milestones: 8, actions: 20 };
const mails = size.teams * size.people;
const due = new Date('2026-11-23T08:00:00Z');

/** Teams with people, priorities, milestones, actions, a message and meetings that were held. */
async function fill({ database }: Backend): Promise<void> {
	await database.execute(`
		insert into auth.users (id, email)
			select gen_random_uuid(), 'reader-' || n || '@example.org' from generate_series(1, ${mails}) n;
		insert into public.people (id, name, email)
			select u.id, 'Reader ' || u.email, u.email from auth.users u on conflict (id) do nothing;
		insert into public.workspaces (name) select 'Company ' || n from generate_series(1, ${size.teams}) n;
		insert into public.teams (workspace_id, name) select w.id, 'Leadership team' from public.workspaces w;
		insert into public.workspace_members (workspace_id, person_id)
			select t.workspace_id, p.id from
				(select id, row_number() over (order by id) - 1 as n from public.people) p
				join (select workspace_id, row_number() over (order by id) - 1 as n from public.teams) t
					on t.n = p.n / ${size.people};
		insert into public.team_members (team_id, person_id, workspace_id)
			select t.id, m.person_id, t.workspace_id from public.teams t
				join public.workspace_members m on m.workspace_id = t.workspace_id;
		insert into public.priorities (team_id, title, owner_id, position, created_at)
			select t.id, 'Priority ' || n || ' of the quarter, in words as long as people write them',
				(select m.person_id from public.team_members m where m.team_id = t.id order by m.person_id offset n limit 1),
				n, '2026-10-01' from public.teams t, generate_series(1, ${size.priorities}) n;
		insert into public.milestones (priority_id, team_id, title, due_on, done_on, position)
			select p.id, p.team_id, 'Milestone ' || n, date '2026-11-01' + 7 * n, case when n < 3 then date '2026-11-10' end, n
			from public.priorities p, generate_series(1, ${size.milestones}) n;
		insert into public.action_items (id, team_id, title, owner_id, due_on, captured_at)
			select gen_random_uuid(), t.id, 'Action ' || n || ' that somebody promised in a meeting',
				(select m.person_id from public.team_members m where m.team_id = t.id order by m.person_id offset n % ${size.people} limit 1),
				date '2026-11-15' + n, '2026-11-10' from public.teams t, generate_series(1, ${size.actions}) n;
		insert into public.leadership_messages (team_id, what, why, how, how_much, published)
			select t.id, 'Every robot up, every day.', 'Customers leave when a robot stands still.',
				'One owner for each site.', '99% uptime at 38 sites by the end of June.', true from public.teams t;
		analyze;
	`);
}

if (!server) {
	console.log('not measured  PostgreSQL: set TEST_DATABASE_URL');
	process.exit();
}
const { url, drop } = await borrowDatabase();
const backend = await startBackend(url);
await fill(backend);
const smtp = await startMailServer({}, { keeps: false });
const memory = { before: process.memoryUsage().rss, half: 0, peak: 0 };
const sampling = new AbortController();
const sampled = (async () => {
	while (!sampling.signal.aborted) {
		memory.peak = Math.max(memory.peak, process.memoryUsage().rss);
		if (smtp.counted() < mails / 2) memory.half = memory.peak;
		await pause(50);
	}
})();
const began = performance.now();
const boss = await startBoss(backend.database, (error) => console.error(error));
const stopMails = await startWeeklyMails(
	boss,
	{
		database: backend.database,
		openPost: () => openSmtp(smtp.url, 'Drumbeat <drumbeat@example.org>'),
		site: 'https://drumbeat.example',
		tell: (level, what, about) => console.log(level, what, about)
	},
	() => due
);
while (smtp.counted() < mails) await pause(20);
const seconds = (performance.now() - began) / 1000;
sampling.abort();
await sampled;
const again = performance.now();
await queueWeeklyMails(backend.database, boss, due);
const idle = performance.now() - again;
const figures: Figure[] = [
	{ what: 'mails handed over', value: smtp.counted(), unit: '', least: mails },
	{ what: 'from the first to the last', value: seconds, unit: 's', target: 120 },
	{ what: 'each', value: (seconds * 1000) / mails, unit: 'ms' },
	{
		what: 'more memory at the peak than before',
		value: (memory.peak - memory.before) / 1e6,
		unit: 'MB',
		note: 'with the mail server in the same process'
	},
	{
		what: 'of that added by the second half of the mails',
		value: (memory.peak - memory.half) / 1e6,
		unit: 'MB',
		target: 50
	},
	{ what: 'connections to the mail server', value: smtp.opened(), unit: '', target: 10 },
	{ what: 'looking who is due when all have theirs', value: idle, unit: 'ms' }
];
await stopMails();
await stopBoss(boss);
await smtp.close();
await backend.close();
await drop();
await report(
	'weekly-mails',
	`The weekly mail to ${mails} readers in ${size.teams} teams of ${size.priorities} priorities with ${size.milestones} milestones each and ${size.actions} open actions: read under row-level security, composed as HTML and text, and handed to an SMTP server on loopback, with PostgreSQL on the same machine.`,
	figures
);
process.exit();
