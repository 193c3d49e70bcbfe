import { expect } from '@playwright/test';
import { addMetric, enter } from './meetings.ts';
import { enterRoom, newTeam, test, type Participant } from './people.ts';

test.describe.configure({ timeout: 150_000 });

test('what a reading breaks is nominated in the room, taken up as fact-finding, or declined with a reason', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	await enterRoom([grace], team.room);
	await ada.page.goto(`${team.home}/scorecard`, { waitUntil: 'networkidle' });
	await expect(ada.page.getByText('Nothing is counted yet')).toBeVisible();
	await addMetric(ada, { name: 'Fleet uptime', target: '99' });
	await addMetric(ada, { name: 'Cash runway', target: '18' });
	await ada.page.getByRole('radio', { name: 'Table' }).check({ force: true });
	await enter(ada, 'Fleet uptime', '98.5');
	await enter(ada, 'Cash runway', '12');
	await expect(ada.page.getByText('The numbers nominate 2 hot items')).toBeVisible();

	// Grace prepares the meeting in her browser, and has not touched it since.
	const nominated = grace.page.getByRole('region', { name: 'Nominated by the numbers' });
	await expect(nominated.getByText('98.5 misses min 99 by 0.5.')).toBeVisible();
	await nominated.getByRole('button', { name: /Find facts\s+about Fleet uptime/ }).click();
	const raised = grace.page.getByText('Fleet uptime at 98.5, min 99').filter({ visible: true });
	await expect(raised).toBeVisible();
	await expect(nominated.getByText('Fleet uptime', { exact: true })).toBeHidden();

	await nominated.getByRole('button', { name: /Not now\s+for Cash runway/ }).click();
	await nominated.getByRole('button', { name: 'Decline it' }).click();
	await nominated.getByLabel('Why not').fill('The bank has confirmed the line');
	await nominated.getByRole('button', { name: 'Decline it' }).click();
	await expect(nominated).toBeHidden();
	await ada.page.reload();
	await expect(ada.page.getByText('The numbers nominate 1 hot item')).toBeVisible();
});

test('in the meeting exceptions come first, and two keys raise one with its chart', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	await ada.page.goto(`${team.home}/scorecard`, { waitUntil: 'networkidle' });
	await addMetric(ada, { name: 'On-time delivery', target: '90' });
	await addMetric(ada, { name: 'Fleet uptime', target: '99' });
	await ada.page.getByRole('radio', { name: 'Table' }).check({ force: true });
	await enter(ada, 'On-time delivery', '95');
	await enter(ada, 'Fleet uptime', '98.5');
	await enterRoom([ada, grace], team.room);
	await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
	await ada.page.getByRole('button', { name: /^Next: Scorecard/ }).click();
	for (const { page } of [ada, grace]) {
		await expect(page.getByText('2 metrics, 1 of them exceptions')).toBeVisible();
		await expect(page.getByRole('button', { name: 'On-time delivery', exact: true })).toBeHidden();
	}
	await ada.page.keyboard.press('j');
	const row = (page: Participant['page']) => page.locator('tr', { hasText: 'Fleet uptime' });
	await expect(row(grace.page)).toHaveClass(/sel/);
	await ada.page.keyboard.press('f');
	await expect(ada.page.getByRole('dialog').getByRole('img')).toBeVisible();
	await ada.page.keyboard.press('Control+Enter');
	await expect(row(grace.page).getByText('raised')).toBeVisible();
});
