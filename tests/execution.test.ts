import { expect, type Page } from '@playwright/test';
import { newTeam, test } from './people.ts';

test.describe.configure({ timeout: 240_000 });

const today = new Date().toISOString().slice(0, 10);
const later = (days: number) =>
	new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);

test('a team sets five owned priorities, a sixth is refused, and the score explains itself as milestones finish', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper'], {
		observers: ['Mary Kenneth']
	});
	const [ada, grace, mary] = team.people.map(({ page }) => page);
	if (!ada || !grace || !mary) throw new Error('Three people are needed');
	const board = `${team.home}/execution`;
	await ada.goto(`${team.home}/priorities`, { waitUntil: 'networkidle' });
	await expect(ada).toHaveURL(new RegExp(`${board}$`));
	await expect(ada.getByText('Nothing is being carried out yet')).toBeVisible();

	for (const title of ['Uptime', 'Pilots', 'Centre', 'Firmware', 'Selling']) {
		await ada.goto(board, { waitUntil: 'networkidle' });
		await add(ada, title);
		await expect(ada.getByRole('heading', { level: 1 })).toHaveText(title);
	}
	await ada.goto(board, { waitUntil: 'networkidle' });
	await ada.keyboard.press('n');
	await add(ada, 'One too many', true);
	await expect(ada.getByText(/Five are active already, and nothing was added/)).toBeVisible();
	await ada.keyboard.press('Escape');
	await expect(ada.getByText('Five of five priorities active.')).toBeVisible();

	// Nothing is known of it yet: that is no score, neither 0 nor 100.
	await ada.getByRole('link', { name: 'Uptime', exact: true }).click();
	await expect(ada.getByRole('heading', { level: 1 })).toHaveText('Uptime');
	await expect(ada.getByTestId('score')).toHaveText('–');
	await grace.goto(ada.url(), { waitUntil: 'networkidle' });

	await ada.keyboard.press('m');
	await ada.getByLabel('Milestone', { exact: true }).fill('  ');
	await send(ada);
	await expect(ada.getByText('Say what it is.')).toBeVisible();
	await ada.getByLabel('Milestone', { exact: true }).fill('On-call rota');
	await ada.getByLabel('Due').fill(later(-2));
	await expect(ada.getByText('This day has passed: it counts as late.')).toBeVisible();
	await send(ada);
	await ada.keyboard.press('m');
	await ada.getByLabel('Milestone', { exact: true }).fill('Field test');
	await ada.getByLabel('Due').fill(later(5));
	await send(ada);
	await expect(ada.getByTestId('score')).toHaveText('0');
	await expect(ada.getByText('partial (1 of 3)')).toBeVisible();
	await expect(grace.getByTestId('score')).toHaveText('0');

	// An end that is no number is refused; a target below its baseline is not.
	await ada.keyboard.press('g');
	await ada.getByLabel('Gap', { exact: true }).fill('Minutes lost');
	await ada.getByLabel('From', { exact: true }).fill('60');
	await ada.getByLabel('To', { exact: true }).fill('fewer');
	await send(ada);
	await expect(ada.getByText('Type a number, such as 98.4.')).toBeVisible();
	await ada.getByLabel('To', { exact: true }).fill('40');
	await send(ada);
	await expect(ada.getByText('Not counted: it has no value yet.').first()).toBeVisible();
	await ada.getByRole('button', { name: /^Values of Minutes lost/ }).click();
	await ada.getByLabel('Now', { exact: true }).fill('50');
	await ada.getByRole('button', { name: 'Keep' }).click();
	await expect(ada.getByTestId('score')).toHaveText('21');

	await grace.getByRole('button', { name: 'Done: On-call rota' }).click();
	await expect(grace.getByTestId('score')).toHaveText('50');
	await expect(ada.getByTestId('score')).toHaveText('50');
	await ada.getByText('How it is worked out').click();
	await expect(ada.getByText('50.0 × 0.57 + 50.0 × 0.43 = 50.0')).toBeVisible();
	await expect(ada.getByText('+28.6')).toBeVisible();

	// What was removed comes back, and so does its value.
	await ada.getByRole('button', { name: 'Minutes lost', exact: true }).click();
	await ada.getByRole('button', { name: 'Remove' }).click();
	await expect(ada.getByText('partial (1 of 3)')).toBeVisible();
	await ada.getByRole('button', { name: 'Undo' }).click();
	await expect(ada.getByText('partial (2 of 3)')).toBeVisible();
	await expect(ada.getByTestId('score')).toHaveText('50');

	await ada.keyboard.press('a');
	await ada.getByLabel('What is to be done').fill('Call the works council');
	await send(ada);
	await ada.getByRole('checkbox', { name: 'Done: Call the works council' }).click();
	await expect(ada.getByText('1 of 1 done', { exact: true })).toBeVisible();

	await ada.getByRole('button', { name: 'Change owner' }).click();
	const dialog = ada.getByRole('dialog');
	await expect(dialog.getByText(/^since /)).toHaveCount(1);
	await dialog.getByLabel('Accountable').selectOption('');
	await dialog.getByRole('button', { name: 'Change owner' }).click();
	await expect(ada.getByText('Nobody: it needs an owner')).toBeVisible();
	await expect(grace.getByText('Nobody: it needs an owner')).toBeVisible();

	await ada.getByRole('button', { name: 'More' }).click();
	await ada.getByRole('menuitem', { name: /^Park it/ }).click();
	await expect(ada.getByText(/It was parked on/)).toBeVisible();
	await expect(ada.getByRole('button', { name: 'Change owner' })).toBeHidden();
	await ada.goto(board, { waitUntil: 'networkidle' });
	await add(ada, 'There is room now');
	await expect(ada.getByRole('heading', { level: 1 })).toHaveText('There is room now');
	await ada.goto(board, { waitUntil: 'networkidle' });
	await ada.getByText(/^Finished and parked/).click();
	await ada.getByRole('button', { name: 'Take up again: Uptime' }).click();
	await expect(ada.getByText(/Five are active already/).first()).toBeVisible();

	await mary.goto(board, { waitUntil: 'networkidle' });
	await expect(mary.getByRole('link', { name: 'Pilots', exact: true })).toBeVisible();
	await expect(mary.getByRole('button', { name: /^Add/ })).toHaveCount(0);
});

/** One form is open at a time, and its own button is the one that stands out. */
const send = (page: Page) => page.locator('main .btn-primary').click();

async function add(page: Page, title: string, isOpen = false): Promise<void> {
	if (!isOpen) await page.getByRole('button', { name: 'Add priority' }).click();
	await page.getByRole('dialog').getByLabel('What').fill(title);
	await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
}
