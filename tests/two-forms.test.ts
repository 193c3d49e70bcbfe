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
