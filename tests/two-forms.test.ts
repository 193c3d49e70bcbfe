import { expect } from '@playwright/test';
import { newTeam, test } from './people.ts';

test('what is chosen in one form stays when another form of the page is sent', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace']);
	const { page } = team.people[0];
	await page.goto(`${team.home}/alerts`, { waitUntil: 'networkidle' });
	const mine = page.getByRole('region', { name: 'For you' });
	const wants = mine.getByRole('switch', { name: 'Send me the weekly mail' });
	const ownDay = mine.getByLabel('Your day');
	await expect(wants).toBeChecked();
	await wants.uncheck({ force: true });
	await ownDay.selectOption('Thursday');
	await mine.getByLabel('Time', { exact: true }).fill('16:45');
	await mine.getByLabel('Away from').fill('2099-02-02');
	await mine.getByLabel('Until').fill('2099-01-01');
	await mine.getByRole('button', { name: 'Save for me' }).click();
	const refusal = mine.getByText('The last day comes before the first.');
	await expect(refusal).toBeVisible();

	await page.getByLabel('Day off', { exact: true }).fill('2099-12-24');
	await page.getByLabel('Called').fill('Christmas <Eve>');
	await page.getByRole('button', { name: 'Add the day' }).click();
	await expect(page.getByText('Christmas <Eve>')).toBeVisible();
	await expect(wants).not.toBeChecked();
	await expect(mine.getByLabel('Time', { exact: true })).toHaveValue('16:45');
	await expect(mine.getByLabel('Away from')).toHaveValue('2099-02-02');
	await expect(refusal).toBeVisible();

	await mine.getByLabel('Until').fill('2099-02-09');
	await mine.getByRole('button', { name: 'Save for me' }).click();
	await expect(mine.getByText('Saved.')).toBeVisible();
	await page.reload({ waitUntil: 'networkidle' });
	await expect(wants).not.toBeChecked();
	await expect(ownDay.locator('option:checked')).toHaveText('Thursday');
	await expect(mine.getByLabel('Until')).toHaveValue('2099-02-09');
	await expect(mine.getByLabel('Time', { exact: true })).toHaveValue('16:45');
});

test('what is shown once, and what was refused, stay while buttons of the rows are pressed', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace']);
	const { page } = team.people[0];
	await page.goto(`${team.home}/settings/webhooks`, { waitUntil: 'networkidle' });
	await page.getByLabel('Name').fill('Warehouse');
	await page.getByLabel('What it is', { exact: true }).selectOption('signed');
	await page.getByLabel('Address').fill('https://nowhere.invalid/hook');
	await page.getByRole('button', { name: 'Add the webhook' }).click();
	const secret = page.locator('code', { hasText: /^whsec_/ });
	await expect(secret).toBeVisible();
	// The next one is told of the usual things too.
	await expect(page.getByLabel('A hot item is raised')).toBeChecked();
	await expect(page.getByLabel('A meeting begins')).not.toBeChecked();
	await page.getByRole('button', { name: 'Send a test to Warehouse' }).click();
	await expect(page.getByText(/There is no such host|could not be looked up/)).toBeVisible();
	await expect(secret).toBeVisible();
	await page.getByRole('button', { name: 'Remove Warehouse' }).click();
	await expect(page.getByText('Nothing is told to anybody yet')).toBeVisible();
	await expect(secret).toBeHidden();

	await page.goto(`${team.home}/settings/sources`, { waitUntil: 'networkidle' });
	for (const name of ['Old export', 'New export']) {
		await page.getByLabel('What will use it').fill(name);
		await page.getByRole('button', { name: 'Make a token' }).click();
		await expect(page.getByRole('button', { name: `Withdraw ${name}` })).toBeVisible();
	}
	const token = page.getByRole('status').locator('code');
	await page.getByRole('button', { name: 'Withdraw Old export' }).click();
	await expect(page.getByRole('button', { name: 'Withdraw Old export' })).toBeHidden();
	await expect(token).toBeVisible();
	await page.getByRole('button', { name: 'Withdraw New export' }).click();
	await expect(token).toBeHidden();

	await page.goto(`${team.home}/settings/dashboards`, { waitUntil: 'networkidle' });
	const host = page.getByLabel('Another host');
	await host.fill('bi.example.com');
	await page.getByRole('button', { name: 'Allow it' }).click();
	const takeAway = page.getByRole('button', { name: 'Take away bi.example.com' });
	await expect(takeAway).toBeVisible();
	await host.fill('not a host');
	await page.getByRole('button', { name: 'Allow it' }).click();
	await expect(host).toHaveAttribute('aria-invalid', 'true');
	await takeAway.click();
	await expect(takeAway).toBeHidden();
	await expect(host).toHaveAttribute('aria-invalid', 'true');
	await expect(host).toHaveValue('not a host');
});
