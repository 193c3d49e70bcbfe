import { expect, type Page } from '@playwright/test';
import { inDays } from './meetings.ts';
import { newTeam, test, type Participant } from './people.ts';

test.describe.configure({ timeout: 150_000 });
test.use({ actionTimeout: 15_000 });

test('a cycle is graded, talked about blind and by rank, and read back by someone who was not there', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(
		browser,
		baseURL ?? '',
		['Ada Lovelace', 'Grace Hopper', 'Joan Clarke'],
		{
			observers: ['Mary Kenneth']
		}
	);
	const [ada, grace, joan, mary] = team.people;
	await planCycle(ada.page, team.home);
	await ada.page.goto(`${team.home}/retros`, { waitUntil: 'networkidle' });
	await expect(ada.page.getByText('No retrospective has been held')).toBeVisible();
	await ada.page.getByLabel('Form').selectOption('45');
	await ada.page.getByRole('button', { name: 'Begin a retrospective' }).click();
	await ada.page.waitForURL(/\/r\/[0-9a-f-]+\/live/);
	const room = new URL(ada.page.url()).pathname;
	for (const one of [grace, joan]) await one.page.goto(room);
	await saved(ada, grace, joan);
	await ada.page.getByRole('button', { name: 'Start the retrospective' }).click();

	// On the wall, which observers may open too: what everybody may know by now, and nothing else.
	const wall = await mary.context.newPage();
	await wall.goto(room.replace('/live', '/display'));
	await expect(wall.getByText('Make uptime boring')).toBeVisible();
	await expect(wall.getByText('0 of 1 graded')).toBeVisible();
	await expect(wall.getByRole('timer')).toBeVisible();

	// Grades stand beside the evidence; the objective's stays covered until somebody uncovers it.
	await expect(grace.page.getByText('51 min, from 60 min to 45 min')).toBeVisible();
	await expect(grace.page.getByRole('button', { name: 'Uncover its grade' })).toBeDisabled();
	await grace.page.getByLabel('Grade of Mean time to recover').selectOption('0.6');
	await expect(grace.page.getByText('It was committed: say why it was missed.')).toBeVisible();
	await grace.page.getByLabel('Why, for Mean time to recover').fill('Access windows');
	await expect(joan.page.getByLabel('Why, for Mean time to recover')).toHaveValue('Access windows');
	await expect(wall.getByText('1 of 1 graded')).toBeVisible();
	await joan.page.getByRole('button', { name: 'Uncover its grade' }).click();
	await expect(wall.getByText('0.6', { exact: true })).toBeVisible();
	await expect(ada.page.getByLabel('Grade of the objective')).toHaveText('0.6');

	// What people write in silence, nobody sees.
	await next(ada, 'Brainstorm');
	await expect(grace.page.getByText('can guess whose it is')).toBeVisible();
	await note(ada, 'What did not', 'Nobody asked the sites');
	await note(grace, 'What did not', 'Dates came from engineering');
	await note(joan, 'What worked', 'One owner per site');
	await joan.context.setOffline(true);
	await note(joan, 'What we learned', 'Access decides', false);
	await joan.context.setOffline(false);
	await expect(joan.page.getByText('On this device, on its way')).toBeHidden();
	await expect(ada.page.getByText('Dates came from engineering')).toBeHidden();
	await grace.page.getByLabel('I have finished writing').check();
	await expect(ada.page.getByText('1 of 3 have finished')).toBeVisible();
	await expect(wall.getByText('1 of 3 have finished')).toBeVisible();
	expect(await wall.locator('body').innerText()).not.toContain('Dates came from');

	// All at once they are there, by nobody, and are put together by hand and from the keyboard.
	await next(ada, 'Group');
	await expect(grace.page.getByRole('article')).toHaveCount(4);
	const card = (page: Page, name: string) => page.getByRole('article').filter({ hasText: name });
	await card(grace.page, 'Nobody asked the sites').dragTo(card(grace.page, 'Dates came from'));
	await expect(ada.page.getByRole('article')).toHaveCount(3);
	await grace.page.getByRole('button', { name: 'Take back' }).click();
	await expect(ada.page.getByRole('article')).toHaveCount(4);
	await joan.page.getByRole('button', { name: 'Move to a group: Nobody asked the sites' }).focus();
	await joan.page.keyboard.press('Enter');
	await joan.page.getByLabel('Look for a group').fill('dates');
	await joan.page
		.getByRole('dialog')
		.getByRole('button', { name: /^Dates came from/ })
		.click();
	await expect(ada.page.getByRole('article')).toHaveCount(3);
	await joan.page.getByLabel('Name of the group').fill('Dates were set without the sites');
	await joan.page.keyboard.press('Tab');
	await expect(wall.getByText('Dates were set without the sites')).toBeVisible();
	await expect(wall.getByText('2 notes')).toBeVisible();

	// Votes show when the vote has closed.
	await next(ada, 'Vote');
	const dates = 'Dates were set without the sites';
	for (const one of [grace, joan]) for (let dot = 0; dot < 3; dot += 1) await give(one, dates);
	await give(ada, 'Access decides');
	await expect(grace.page.getByText('2 of 5 dots left')).toBeVisible();
	await expect(ada.page.getByLabel('6 votes')).toBeHidden();
	expect(await wall.locator('body').innerText()).not.toMatch(/\d votes?/);
	await next(ada, 'Outcomes');
	await expect(ada.page.getByLabel('6 votes')).toBeVisible();
	await expect(wall.getByText('6 votes')).toBeVisible();

	// By rank, each with its time, and what is decided is written down.
	await next(ada, dates);
	await expect(ada.page.getByText('left of 5 min')).toBeVisible();
	await expect(wall.getByText('Number 1 by votes, 6 votes')).toBeVisible();
	await expect(wall.getByText('Nobody asked the sites')).toBeVisible();
	await grace.page.getByRole('radio', { name: 'Action' }).check({ force: true });
	await grace.page.getByLabel('What to record').fill('Name an owner for every site');
	await expect(grace.page.getByText('An action needs one owner and a day.')).toBeVisible();
	await grace.page.getByRole('combobox', { name: 'Owner' }).click();
	await grace.page.keyboard.type('Joan');
	await grace.page.getByRole('option', { name: /Joan/ }).click();
	await grace.page.getByLabel('Due').fill(inDays(14));
	await grace.page.getByRole('button', { name: /^Record/ }).click();
	await ada.page.getByRole('radio', { name: 'Learning' }).check({ force: true });
	await ada.page.getByLabel('What to record').fill('Access windows decide, not code');
	await ada.page.keyboard.press('Control+Enter');
	await next(ada, 'Access decides');

	// Nothing goes on in silence.
	await ada.page.getByRole('radio', { name: /^What becomes of objectives/ }).check({ force: true });
	await ada.page.getByLabel('The cycle in a line').fill('We missed the sites');
	await ada.page.getByRole('button', { name: /^Close the retrospective/ }).click();
	await expect(ada.page.getByText('1 objective is not decided on')).toBeVisible();
	await ada.page
		.getByRole('dialog')
		.getByLabel('What becomes of Make uptime boring')
		.selectOption('Keep');
	await ada.page.getByRole('dialog').getByRole('button', { name: 'Keep going' }).click();
	// What goes on of it is said for each key result.
	const fate = (one: Participant) =>
		one.page.getByRole('group', { name: 'What becomes of Mean time to recover' });
	await expect(fate(ada).getByRole('radio', { name: 'Keep' })).toBeChecked();
	await grace.page
		.getByRole('radio', { name: /^What becomes of objectives/ })
		.check({ force: true });
	await fate(grace).getByRole('radio', { name: 'Change' }).focus();
	await grace.page.keyboard.press('Space');
	await expect(fate(ada).getByRole('radio', { name: 'Change' })).toBeChecked();
	await ada.page.getByRole('button', { name: /^Close the retrospective/ }).click();
	await ada.page
		.getByRole('dialog')
		.getByRole('button', { name: 'Close the retrospective' })
		.click();
	await ada.page.waitForURL(/\/retros\/[0-9a-f-]+$/, { timeout: 20_000 });
	const record = new URL(ada.page.url()).pathname;

	// Mary was not there: she reads it all, and takes it along.
	await mary.page.goto(record, { waitUntil: 'networkidle' });
	await expect(mary.page.getByRole('heading', { name: 'We missed the sites' })).toBeVisible();
	await expect(mary.page.getByText('Name an owner for every site')).toBeVisible();
	await expect(mary.page.getByRole('row', { name: /Mean time to recover/ })).toContainText(
		/51, max 45 min.*0\.6.*Access windows.*Changed for/s
	);
	await expect(mary.page.getByRole('link', { name: /^Open .* with this/ })).toBeHidden();
	const file = async (as: string) =>
		(await mary.context.request.get(`${record}/export?as=${as}`)).text();
	const markdown = await file('md');
	expect(markdown).toMatch(/\*\*Action\*\* Name an owner for every site \(Joan Clarke, by/);
	expect(markdown).toContain('Nobody asked the sites');
	expect(markdown).not.toContain('Ada Lovelace');
	expect(await file('csv')).toContain('key result,Make uptime boring,Mean time to recover');

	// The next cycle opens with what was kept, once.
	await ada.page.getByRole('link', { name: /^Open .* with this/ }).click();
	const target = ada.page
		.getByRole('group', { name: /Mean time to recover: change it, from 51 min/ })
		.getByLabel('To, min');
	await expect(target).toHaveValue('45');
	await target.fill('51');
	await expect(ada.page.getByText('Access windows decide, not code')).toBeVisible();
	await ada.page.getByLabel('Name').fill('The next cycle');
	await ada.page.getByRole('button', { name: /^Open / }).click();
	await expect(ada.page.getByText('It stands there already')).toBeVisible();
	await expect(ada.page.getByLabel('Name')).toHaveValue('The next cycle');
	await target.fill('40');
	await ada.page.getByRole('button', { name: /^Open / }).click();
	await ada.page.waitForURL(/\/strategy\?cycle=/);
	await expect(
		ada.page.getByRole('button', { name: 'Make uptime boring', exact: true })
	).toBeVisible();
	await expect(ada.page.getByText('Mean time to recover')).toBeVisible();
	await expect(ada.page.getByText(/(?:of|max) 40 min/).first()).toBeVisible();
});

/** A cycle that ends soon, with one objective and a key result that came half the way. */
async function planCycle(page: Page, home: string): Promise<void> {
	await page.goto(`${home}/strategy`, { waitUntil: 'networkidle' });
	const fill = async (fields: Record<string, string>) => {
		for (const [label, value] of Object.entries(fields))
			await page
				.getByRole('dialog')
				.getByLabel(new RegExp(`^${label}(\\s+optional)?$`))
				.fill(value);
		await page
			.getByRole('dialog')
			.getByRole('button', { name: /^(Add|Save)$/ })
			.click();
		await expect(page.getByRole('dialog')).toBeHidden();
	};
	await page.getByRole('button', { name: 'Add a cycle' }).click();
	await fill({ Name: 'This cycle', 'First day': inDays(-80), 'Last day': inDays(10) });
	await page.getByRole('button', { name: 'Objective', exact: true }).click();
	await fill({ What: 'Make uptime boring' });
	await page.getByRole('button', { name: /Key result\s+for Make uptime boring/ }).click();
	await fill({ What: 'Mean time to recover', From: '60', To: '45', Unit: 'min' });
	await page.getByRole('button', { name: 'Mean time to recover' }).click();
	await page.getByLabel('Where it stands today').fill('51');
	await page.getByRole('button', { name: 'Save the value' }).click();
	await expect(page.getByText('51 min, max 45 min')).toBeVisible();
}

async function saved(...people: Participant[]): Promise<void> {
	for (const { page } of people)
		await expect(page.getByText('Saved', { exact: true })).toBeVisible();
}

async function next({ page }: Participant, stage: string): Promise<void> {
	await page.getByRole('button', { name: `Next: ${stage}` }).click();
}

async function note(
	{ page }: Participant,
	column: string,
	words: string,
	arrives = true
): Promise<void> {
	const side = page.getByRole('region', { name: column });
	await side.getByRole('textbox').fill(words);
	await page.keyboard.press('Enter');
	const own = side.getByRole('listitem').filter({ hasText: words });
	await expect(own).toContainText(arrives ? 'Kept' : 'On this device');
}

/** Gives a dot, and waits until it is kept. */
async function give({ page }: Participant, theme: string): Promise<void> {
	await Promise.all([
		page.waitForResponse((answer) => answer.url().endsWith('/votes') && answer.ok()),
		page.getByRole('button', { name: `One dot more for ${theme}` }).click()
	]);
}
