import { expect } from '@playwright/test';
import { mondayOf } from '../src/lib/calendar/day.ts';
import { addMetric, close, inDays, nextRoom, toHotItems } from './meetings.ts';
import { enterRoom, newTeam, test } from './people.ts';

test.describe.configure({ timeout: 240_000 });
test.use({ actionTimeout: 15_000 });

const week = mondayOf(new Date().toISOString().slice(0, 10));

test('a week of a team: readings from a phone, a program and a file; two hot items; one comes back by itself', async ({
	browser,
	baseURL,
	request
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	const scorecard = `${team.home}/scorecard`;

	await test.step('the team counts three things', async () => {
		await ada.page.goto(scorecard, { waitUntil: 'networkidle' });
		for (const [name, target] of [
			['Cash runway', '18'],
			['Spare parts', '95']
		] as const)
			await addMetric(ada, { name, target });
		await grace.page.goto(scorecard, { waitUntil: 'networkidle' });
		await addMetric(grace, { name: 'Fleet uptime', target: '99' });
	});

	await test.step('its owner is asked for one at home, and enters it on a phone', async () => {
		await grace.page.setViewportSize({ width: 390, height: 844 });
		await grace.page.goto(team.home, { waitUntil: 'networkidle' });
		await expect(grace.page.getByText(/one reading|a reading/i).first()).toBeVisible();
		const field = grace.page.getByLabel('Fleet uptime in week').first();
		await field.fill('98.5');
		await field.press('Enter');
		await expect(grace.page.getByText('Off track').first()).toBeVisible();
		await grace.page.setViewportSize({ width: 1440, height: 900 });
	});

	await test.step('a program brings one', async () => {
		await ada.page.goto(`${team.home}/settings/sources`, { waitUntil: 'networkidle' });
		await ada.page.getByLabel('What will use it').fill('Ledger');
		await ada.page.getByRole('button', { name: 'Make a token' }).click();
		const made = ada.page.getByRole('status').filter({ hasText: 'shown once' });
		const token = await made.locator('code').innerText();
		const answer = await request.post('/api/v1/metrics/cash-runway/readings', {
			headers: { authorization: `Bearer ${token}` },
			data: { period: week, value: 21 }
		});
		expect(answer.status()).toBe(201);
	});

	await test.step('and a file the third', async () => {
		await ada.page.goto(`${scorecard}/import`, { waitUntil: 'networkidle' });
		await ada.page.locator('input[type=file]').setInputFiles({
			name: 'parts.csv',
			mimeType: 'text/csv',
			buffer: Buffer.from(`Metric,Week,Reading\nSpare parts,${week},80\n`)
		});
		await ada.page.getByRole('button', { name: 'Compare with the scorecard' }).click();
		await ada.page.getByRole('button', { name: /^Import (1|one) reading/ }).click();
		await expect(ada.page.getByText(/1 is new|One is new/)).toBeVisible();
	});

	await test.step('rules nominate two of them, and the meeting takes up both', async () => {
		await enterRoom([ada, grace], team.room);
		await grace.page.getByRole('button', { name: /Find facts\s+about Fleet uptime/ }).click();
		await grace.page.getByRole('button', { name: /To decide\s+about Spare parts/ }).click();
		await expect(grace.page.getByText('Nominated by the numbers')).toBeHidden();
		await toHotItems(ada, /^Open: Fleet uptime/);
		await ada.page.getByLabel('Who finds out').pressSequentially('Gra');
		await ada.page.getByRole('option', { name: /Grace Hopper/ }).click();
		await ada.page.getByLabel('Back by').fill(inDays(3));
		await ada.page.getByRole('button', { name: 'Hand it out' }).click();
		await ada.page.getByRole('button', { name: /^Open: Spare parts/ }).click();
		await ada.page.getByRole('button', { name: 'Mark as resolved' }).click();
		await close(ada);
	});

	await test.step('next week the facts are due back without anybody asking', async () => {
		await enterRoom([grace], await nextRoom(grace, team));
		await expect(grace.page.getByText('the facts are due back', { exact: true })).toBeVisible();
		await expect(grace.page.getByText('Nominated by the numbers')).toBeHidden();
		await grace.page.goto(scorecard);
		await expect(grace.page.getByText(/Watching since the resolution of/)).toBeVisible();
	});
});
