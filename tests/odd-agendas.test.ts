import { expect } from '@playwright/test';
import { enterRoom, newTeam, write, test } from './people.ts';

test.describe.configure({ timeout: 150_000 });

test('an agenda takes odd titles and odd lengths and stays usable', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Zoë 🦄 Ünïcode', 'ليلى حداد']);
	const [zoe, leila] = team.people;
	await enterRoom([zoe, leila], team.room);
	const { page } = zoe;
	const agenda = page.getByRole('main').getByRole('list', { name: 'Agenda' });
	const title = page.getByLabel('Title of segment 1');
	const minutes = agenda.getByRole('spinbutton').first();

	await title.fill(`Long ${'x'.repeat(10_000)}`);
	await title.press('Tab');
	await expect(leila.page.getByLabel('Title of segment 1')).toHaveValue(/^Long x{295}$/);
	const width = await leila.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(width).toBeLessThanOrEqual(0);

	for (const [typed, shown] of [
		['0', '1'],
		['-5', '1'],
		['600', '480'],
		['7', '7']
	] as const) {
		await minutes.fill(typed);
		await minutes.press('Tab');
		await expect(
			leila.page
				.getByRole('main')
				.getByRole('list', { name: 'Agenda' })
				.getByRole('spinbutton')
				.first()
		).toHaveValue(shown);
	}
	await title.fill('שלום 🎯 <b>bold</b>');
	await title.press('Tab');
	await expect(leila.page.getByLabel('Title of segment 1')).toHaveValue('שלום 🎯 <b>bold</b>');

	await page.getByRole('button', { name: 'Start the meeting' }).click();
	await expect(leila.page.getByText('Zoë 🦄 Ünïcode has the chair.')).toBeVisible();
	await write(leila.page, '[] Ring the bell @zoë due tomorrow');
	await expect(
		page.getByRole('complementary', { name: /Outcomes/ }).getByText('Ring the bell')
	).toBeVisible();
});

test('segments move by keyboard, and everybody sees the new order', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	await enterRoom([ada, grace], team.room);
	await ada.page.getByLabel('Title of segment 2').focus();
	await ada.page.keyboard.press('Alt+ArrowUp');
	await expect(grace.page.getByLabel('Title of segment 1')).toHaveValue('Scorecard');
	await expect(grace.page.getByLabel('Title of segment 2')).toHaveValue('Check-in');
});

test('a meeting without segments can be held and closed', async ({ browser, baseURL }) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace']);
	const [ada] = team.people;
	await enterRoom([ada], team.room);
	const remove = ada.page
		.getByRole('main')
		.getByRole('list', { name: 'Agenda' })
		.getByRole('button', { name: /^Remove / });
	await expect(remove.first()).toBeVisible();
	while ((await remove.count()) > 0) await remove.first().click();
	await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
	await expect(ada.page.getByText('This agenda has no segments')).toBeVisible();
	await ada.page.getByRole('button', { name: /^Close the meeting/ }).click();
	await ada.page.getByRole('dialog').getByRole('button', { name: 'Close the meeting' }).click();
	await ada.page.waitForURL(/\/recap$/);
});

test('200 segments are the most, and the room stays quick to use', async ({ browser, baseURL }) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace']);
	const [ada] = team.people;
	await enterRoom([ada], team.room);
	const add = ada.page.getByRole('combobox', { name: 'Add a segment' });
	const titles = ada.page
		.getByRole('main')
		.getByRole('list', { name: 'Agenda' })
		.getByRole('listitem');
	for (let count = await titles.count(); count < 200; count += 1)
		await add.selectOption('discussion');
	await expect(titles).toHaveCount(200);
	await add.selectOption('discussion');
	await expect(ada.page.getByText('An agenda holds at most 200 segments.').first()).toBeVisible();
	await expect(titles).toHaveCount(200);
	await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
	await ada.page.getByRole('button', { name: /^Next: / }).click();
	await expect(ada.page.getByText('Saved', { exact: true })).toBeVisible();
});
