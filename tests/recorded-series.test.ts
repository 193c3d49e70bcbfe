import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { expect } from '@playwright/test';
import { enterRoom, newTeam, write, type Participant, test } from './people.ts';
import { startServer, type OwnServer } from './own-server.ts';

type Recorded = {
	id: string;
	topics: { title: string; start: number; end: number }[];
	decisions: string[];
	actions: string[];
	problems: string[];
};

async function recorded(letter: string): Promise<Recorded> {
	const file = join(import.meta.dirname, 'recorded', `TS3008${letter}.json`);
	return JSON.parse(await readFile(file, 'utf8')) as Recorded;
}

/** Who each action was for, by the role it names; the first person when it names a group. */
const roles = ['project manager', 'user interface designer', 'industrial designer'];

test.describe.configure({ timeout: 900_000 });

test('four recorded meetings of one team are held as one series', async ({ browser }) => {
	let server = await startServer();
	try {
		const team = await newTeam(browser, server.origin, [
			'Paula Manager',
			'Ulla Interface',
			'Ines Industrial'
		]);
		const [paula, ulla] = team.people;
		let parkedBefore: string[] = [];
		const outcomes = { decisions: 0, actions: 0, hot: 0 };

		for (const letter of ['a', 'b', 'c', 'd']) {
			const meeting = await recorded(letter);
			await test.step(`${meeting.id} is prepared, held and closed`, async () => {
				await paula.page.goto(`${server.origin}${team.home}`);
				const room =
					(await paula.page.locator('a[href$="/live"]').first().getAttribute('href')) ?? '';
				await enterRoom(team.people, `${server.origin}${room}`);
				await agendaOf(paula, meeting);
				for (const title of parkedBefore) {
					await expect(paula.page.getByText('Waiting from earlier meetings')).toBeVisible();
					await paula.page.getByRole('button', { name: `Take up ${title}` }).click();
				}
				await hold(team.people, meeting);
				parkedBefore = meeting.problems.slice(0, 1);
				outcomes.decisions += meeting.decisions.length;
				outcomes.actions += meeting.actions.length;
				outcomes.hot += meeting.problems.length;
			});

			await test.step(`the recap of ${meeting.id} has what was recorded`, async () => {
				const { page } = ulla;
				for (const text of [...meeting.decisions, ...meeting.actions, ...meeting.problems])
					await expect(page.getByText(text.slice(0, 200)).first()).toBeVisible();
			});

			await test.step(`the database holds ${meeting.id}`, async () => {
				server = await lookInside(server, async (database) => {
					const count = async (table: string) =>
						(
							await database.query<{ count: number }>(
								`select count(*)::int as count from public.${table}`
							)
						).rows[0]?.count;
					expect(await count('decisions')).toBe(outcomes.decisions);
					expect(await count('action_items')).toBe(outcomes.actions);
					const states = await database.query<{ state: string }>(
						`select state from public.meetings where closed_at is not null`
					);
					expect(states.rows.map(({ state }) => state)).toEqual(
						Array.from(states.rows, () => 'closed')
					);
					const lengths = await database.query<{ title: string; planned_minutes: number }>(
						`select s.title, s.planned_minutes from public.agenda_segments s
						join public.meetings m on m.id = s.meeting_id
						where m.number = (select max(number) from public.meetings where state = 'closed') order by s.position`
					);
					expect(lengths.rows.map((row) => [row.title, row.planned_minutes])).toEqual(
						agenda(meeting).map(({ title, minutes }) => [title, minutes])
					);
				});
			});
		}
	} finally {
		await server.remove();
	}
});

const agenda = (meeting: Recorded) =>
	meeting.topics.map(({ title, start, end }) => ({
		title,
		minutes: Math.max(1, Math.round((end - start) / 60))
	}));

/** Makes the draft's agenda that of the recording: its topics with their real lengths. */
async function agendaOf({ page }: Participant, meeting: Recorded): Promise<void> {
	const remove = page
		.getByRole('list', { name: 'Agenda' })
		.getByRole('button', { name: /^Remove / });
	await expect(remove.first()).toBeVisible();
	while ((await remove.count()) > 0) await remove.first().click();
	for (const [index, topic] of agenda(meeting).entries()) {
		// The longest topic is where the problems are worked on.
		const isMain = topic.minutes === Math.max(...agenda(meeting).map(({ minutes }) => minutes));
		await page
			.getByRole('combobox', { name: 'Add a segment' })
			.selectOption(isMain ? 'hot-items' : 'discussion');
		const title = page.getByLabel(`Title of segment ${index + 1}`);
		await title.fill(topic.title);
		await title.press('Tab');
		const length = page.getByRole('spinbutton', { name: `Minutes for ${topic.title}` }).last();
		await length.fill(String(topic.minutes));
		await length.press('Tab');
	}
}

/** Three browsers type what the annotators found was decided, promised and unsolved. */
async function hold(
	people: readonly [Participant, Participant, Participant],
	meeting: Recorded
): Promise<void> {
	const [chair, second, third] = people;
	await chair.page.getByRole('button', { name: 'Start the meeting' }).click();
	await expect(second.page.getByText(`${chair.name} has the chair.`)).toBeVisible();
	for (const decision of meeting.decisions) await write(second.page, `!${decision}`);
	for (const action of meeting.actions) {
		const owner =
			people[
				Math.max(
					0,
					roles.findIndex((role) => action.toLowerCase().includes(role))
				)
			];
		await write(third.page, `[] ${action} @${owner?.name.split(' ')[0]} due in 7 days`);
	}
	for (const problem of meeting.problems) await write(chair.page, `?${problem}`);
	await expect(
		chair.page.getByRole('complementary', { name: /Outcomes/ }).getByRole('listitem')
	).toHaveCount(meeting.decisions.length + meeting.actions.length);
	for (const { page } of people)
		await expect(page.getByText('Saved', { exact: true })).toBeVisible();

	await chair.page.getByRole('button', { name: 'Park the meeting' }).click();
	await chair.page.getByRole('button', { name: 'Close the meeting' }).click();
	await chair.page
		.getByRole('dialog')
		.getByRole('button', { name: /^Close/ })
		.last()
		.click();
	for (const { page } of people) await page.waitForURL(/\/recap$/, { timeout: 20_000 });
}

/** Stops the server, looks at its database, and starts it again: as if a week had passed. */
async function lookInside(
	server: OwnServer,
	look: (database: PGlite) => Promise<void>
): Promise<OwnServer> {
	await server.stop();
	const database = await PGlite.create({ dataDir: join(server.folder, 'database') });
	try {
		await look(database);
	} finally {
		await database.close();
	}
	return startServer(server);
}
