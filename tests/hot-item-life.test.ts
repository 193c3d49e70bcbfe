import { expect, type Page } from '@playwright/test';
import { addMetric, close, enter, inDays, nextRoom, toHotItems } from './meetings.ts';
import { enterRoom, newTeam, test } from './people.ts';

test.describe.configure({ timeout: 180_000 });

test.use({ actionTimeout: 15_000 });

const pictures = process.env.PICTURES;

test('a reading breaks its bound, and the hot item lives on until it is watched', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	const scorecard = `${team.home}/scorecard`;

	await test.step('the numbers nominate it, and a team takes it up as fact-finding', async () => {
		await ada.page.goto(scorecard, { waitUntil: 'networkidle' });
		await addMetric(ada, { name: 'Fleet uptime', target: '99' });
		await ada.page.getByRole('radio', { name: 'Table' }).check({ force: true });
		await enter(ada, 'Fleet uptime', '98.5');
		await expect(ada.page.getByText('The numbers nominate 1 hot item')).toBeVisible();
		await enterRoom([ada, grace], team.room);
		await grace.page.getByRole('button', { name: /Find facts\s+about Fleet uptime/ }).click();
		await toHotItems(ada, /^Open: Fleet uptime/);
		await ada.page.getByLabel('Who finds out').pressSequentially('Gra');
		await ada.page.getByRole('option', { name: /Grace Hopper/ }).click();
		await ada.page.getByLabel('Back by').fill(inDays(3));
		await ada.page.getByRole('button', { name: 'Hand it out' }).click();
		await close(ada);
	});

	await test.step('until the facts are back it is not nominated again, and says so', async () => {
		await grace.page.goto(scorecard);
		await expect(grace.page.getByText(/Being looked into, back on/)).toBeVisible();
		await expect(grace.page.getByText(/The numbers nominate/)).toBeHidden();
		await picture(grace.page, 'scorecard-in-hand');
	});

	await test.step('the next meeting is offered it by itself, resolves it, and says how long it is watched', async () => {
		await enterRoom([ada], await nextRoom(ada, team));
		await expect(ada.page.getByText('the facts are due back', { exact: true })).toBeVisible();
		await expect(ada.page.getByText('Nominated by the numbers')).toBeHidden();
		await ada.page.getByRole('button', { name: /^Take up\s+Fleet uptime/ }).click();
		await toHotItems(ada, /^Open: Fleet uptime/);
		await ada.page.getByLabel('then watch it for').selectOption('4 good weeks');
		await picture(ada.page, 'room-resolving');
		await ada.page.getByRole('button', { name: 'Mark as resolved' }).click();
		await close(ada);
	});

	await test.step('then it is watched, for as long as somebody says', async () => {
		await grace.page.goto(scorecard);
		await expect(grace.page.getByText(/Watching since the resolution of/)).toBeVisible();
		await expect(grace.page.getByText(/0 of 4 weeks good/)).toBeVisible();
		await grace.page
			.getByRole('region', { name: 'In hand' })
			.getByRole('link', { name: 'Fleet uptime' })
			.click();
		await grace.page.getByLabel('Watch it for').selectOption('2 good weeks');
		await expect(grace.page.getByText(/0 of 2 weeks good/)).toBeVisible();
		await picture(grace.page, 'metric-watched');
		await grace.page.reload();
		await expect(grace.page.getByLabel('Watch it for')).toHaveValue('2');
	});
});

test('nominations and hot items that are the same thing become one, by keyboard, and are taken apart again', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	await ada.page.goto(`${team.home}/scorecard`, { waitUntil: 'networkidle' });
	await addMetric(ada, { name: 'Fleet uptime', target: '99' });
	await addMetric(ada, { name: 'Spare parts', target: '95' });
	await ada.page.getByRole('radio', { name: 'Table' }).check({ force: true });
	await enter(ada, 'Fleet uptime', '98.5');
	await enter(ada, 'Spare parts', '80');
	await enterRoom([ada, grace], team.room);

	await ada.page.getByRole('button', { name: 'Merge Fleet uptime with another' }).focus();
	await ada.page.keyboard.press('Enter');
	await picture(ada.page, 'merge-menu');
	await expect(ada.page.getByRole('menuitem', { name: /Spare parts/ })).toBeFocused();
	await ada.page.keyboard.press('Enter');
	for (const { page } of [ada, grace]) {
		await expect(page.getByRole('listitem').filter({ hasText: 'Fleet uptime at' })).toHaveCount(1);
		// The pre-read, folded, has it too.
		const merged = page.getByText('Spare parts at 80, min 95').filter({ visible: true });
		await expect(merged).toBeVisible();
		await expect(page.getByText('Nominated by the numbers')).toBeHidden();
	}

	await grace.page.getByRole('button', { name: 'Raise one' }).click();
	await grace.page.getByLabel('What is happening').fill('The warehouse is late');
	await grace.page.keyboard.press('Control+Enter');
	await grace.page.getByRole('button', { name: 'More for The warehouse is late' }).focus();
	await grace.page.keyboard.press('Enter');
	// The menu's script comes when it is first wanted.
	await expect(grace.page.getByRole('menuitem').first()).toBeFocused();
	await grace.page.keyboard.press('End');
	await expect(grace.page.getByRole('menuitem').last()).toBeFocused();
	await grace.page.keyboard.press('Enter');
	await expect(ada.page.getByRole('button', { name: /^More for/ })).toHaveCount(1);
	await expect(ada.page.getByText('The warehouse is late')).toBeVisible();
	await picture(ada.page, 'merged');

	const menu = ada.page.getByRole('button', { name: /^More for/ });
	await menu.click();
	await ada.page.getByRole('menuitem', { name: 'The warehouse is late' }).click();
	await expect(grace.page.getByRole('button', { name: /^More for/ })).toHaveCount(2);
});

/** For whoever wants to see it: light, dark and on a phone. */
async function picture(page: Page, name: string): Promise<void> {
	if (!pictures) return;
	for (const [look, width, scheme] of [
		['light', 1440, 'light'],
		['dark', 1440, 'dark'],
		['phone', 390, 'light']
	] as const) {
		await page.setViewportSize({ width, height: 900 });
		await page.emulateMedia({ colorScheme: scheme });
		await page.screenshot({ path: `${pictures}/${name}-${look}.png` });
	}
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.emulateMedia({ colorScheme: 'light' });
}
