import { expect, test } from 'vitest';
import type { WeeklyFacts } from '#lib/execution/weekly-facts.ts';
import { summarise } from '#lib/execution/weekly-summary.ts';
import { weeklyMail } from './weekly-mail.ts';

const facts: WeeklyFacts = {
	team: { id: 'team', name: 'Leadership team' },
	people: [
		{ id: 'ada', name: 'Ada Lovelace', isHere: true },
		{ id: 'grace', name: 'Grace <Hopper>', isHere: true }
	],
	priorities: [
		{
			id: 'one',
			title: 'Reach 99% fleet uptime',
			owner: 'ada',
			call: { onTrack: false, on: '2026-11-17' },
			milestones: [
				{ title: 'Pilot', due: '2026-11-10', doneOn: '2026-11-12' },
				{ title: 'All sites', due: '2026-12-10', doneOn: null }
			],
			health: [
				{ week: '2026-11-16', score: 61.6 },
				{ week: '2026-11-09', score: 58 }
			]
		},
		{ id: 'two', title: 'Open Leeds', owner: null, call: null, milestones: [], health: [] }
	],
	actions: [{ title: 'Call "Acme" & co', owner: 'grace', due: '2026-11-20' }],
	risks: [],
	insights: [{ title: 'Access windows decide', by: 'grace', on: '2026-11-17' }],
	meetings: [],
	message: { what: 'One line\nand another', why: '', how: '', howMuch: '99%' },
	recall: null
};
const week = '2026-11-23';
const mail = (more: Partial<WeeklyFacts> = {}, isTest = false) =>
	weeklyMail(summarise({ ...facts, ...more }, 'ada', week, week), {
		to: 'ada@example.org',
		site: 'https://drumbeat.example',
		offKey: 'key',
		isTest
	});

test('the plain text says all there is to say, with what is the reader’s in capitals', () => {
	expect(mail().subject).toBe('Leadership team, week 48: 1 off track, 1 at risk, 1 action late');
	expect(mail().text).toBe(
		`Leadership team, week 48

KEY CHALLENGE
- Open Leeds. Nobody is accountable for this priority.

PRIORITIES
- ASSIGNED TO YOU: Reach 99% fleet uptime
  Off track. Owner: You
  Called off track on 17 Nov. 1 of 2 milestones. Health 62, up 4 from the week before
- Open Leeds
  At risk. Owner: Nobody yet
  Nobody is accountable for it

ACTIONS THAT NEED ATTENTION
- Call "Acme" & co. Grace <Hopper>. 3 days late.

PHASES
- Learn: not begun. No meeting has been held yet.
- Align: not begun. Nobody has recalled the message from memory yet.
- Focus: 50%. 1 of 2 priorities have an owner.
- Execute: 50%. 1 of 2 milestones done.

INSIGHTS OF THE WEEK
- Access windows decide (Grace <Hopper>)

LEADERSHIP MESSAGE
- What: One line and another
- How much: 99%

Open the team: https://drumbeat.example/t/team

Once a week, to Ada Lovelace. Another day or time: https://drumbeat.example/t/team/alerts
Send me no more of them: https://drumbeat.example/mails/off/key

Drumbeat`
	);
});

test('the HTML escapes what people wrote, keeps their lines, and fetches nothing', () => {
	const html = mail().html ?? '';
	expect(html).toContain('Call &quot;Acme&quot; &amp; co');
	expect(html).toContain('Grace &lt;Hopper&gt;');
	expect(html).not.toContain('<Hopper>');
	expect(html).toMatch(/One line\s*<br \/>and another/u);
	expect(html).not.toMatch(/<img|<link |<script|url\(|src=/u);
	expect(html.match(/ASSIGNED TO YOU/gu)).toHaveLength(1);
	for (const href of html.matchAll(/href="([^"]*)"/gu))
		expect(href[1]).toMatch(/^https:\/\/drumbeat\.example\/(t\/team|mails\/off\/key)/u);
	expect(html).toContain('name="color-scheme" content="light dark"');
	// Mail programs cut what is longer than 102 kB.
	expect(html.length).toBeLessThan(40_000);
});

test('where there is nothing the mail says so and what to do', () => {
	const { text, html, subject } = mail({
		priorities: [],
		actions: [],
		insights: [],
		message: null
	});
	expect(subject).toBe('Leadership team, week 48: no priority is active');
	for (const said of ['No priority is active', 'None is late or due this week.']) {
		expect(text).toContain(said);
		expect(html).toContain(said);
	}
	expect(text).not.toContain('LEADERSHIP MESSAGE');
});

test('a test says that it is one', () => {
	expect(mail({}, true).subject).toMatch(/^Test: /u);
	expect(mail({}, true).text).toMatch(/^This is a test that you asked for/u);
	expect(mail().text).not.toContain('This is a test');
});
