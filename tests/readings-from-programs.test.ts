import { expect } from '@playwright/test';
import { addDays, mondayOf } from '../src/lib/calendar/day.ts';
import { newTeam, test } from './people.ts';

const lastWeek = addDays(mondayOf(new Date().toISOString().slice(0, 10)), -7);

test.describe.configure({ timeout: 120_000 });

test('a program enters a reading with a token that an admin made, until it is withdrawn', async ({
	browser,
	baseURL,
	request
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace']);
	const page = team.people[0].page;
	await page.goto(`${team.home}/scorecard`, { waitUntil: 'networkidle' });
	await page.getByRole('link', { name: 'Choose from the library' }).click();
	await page.getByRole('button', { name: /Pilot it/ }).click();
	await page.getByRole('button', { name: 'Take 9' }).click();
	await expect(page.getByRole('heading', { name: 'Cash runway' })).toBeVisible();

	await page.goto(`${team.home}/settings/sources`, { waitUntil: 'networkidle' });
	await page.getByLabel('What will use it').fill('Ledger');
	await page.getByRole('button', { name: 'Make a token' }).click();
	const made = page.getByRole('status').filter({ hasText: 'shown once' });
	const token = await made.locator('code').innerText();
	const send = (data: unknown, authorization = `Bearer ${token}`) =>
		request.post('/api/v1/metrics/cash-against-plan/readings', {
			headers: authorization ? { authorization } : {},
			data
		});

	const entered = await send({ period: lastWeek, value: 91.5 });
	expect(entered.status()).toBe(201);
	expect(await entered.json()).toEqual({
		metric: 'cash-against-plan',
		period: lastWeek,
		value: 91.5,
		outcome: 'entered',
		was: null
	});
	expect((await send({ period: lastWeek, value: 91.5 })).status()).toBe(200);
	expect((await send({ period: addDays(lastWeek, 1), value: 91.5 })).status()).toBe(422);
	for (const broken of [
		'not json',
		[],
		{ period: 'soon', value: 1 },
		{ period: lastWeek, value: '91' }
	])
		expect((await send(broken)).status()).toBe(400);
	expect((await send({ period: lastWeek, value: 1, more: 'x'.repeat(5000) })).status()).toBe(413);
	expect((await send({ period: lastWeek, value: 1 }, '')).status()).toBe(401);
	expect((await send({ period: lastWeek, value: 1 }, `Bearer ${token}x`)).status()).toBe(401);

	await page.goto(`${team.home}/scorecard`);
	await expect(page.getByText('91.5%')).toBeVisible();
	await page.goto(`${team.home}/settings/sources`, { waitUntil: 'networkidle' });
	await expect(page.getByText(token)).toBeHidden();
	await expect(page.getByText('cash-against-plan: wrong period')).toBeVisible();
	await page.getByRole('button', { name: /Withdraw\s+Ledger/ }).click();
	await expect(page.getByText('No program enters readings yet')).toBeVisible();
	expect((await send({ period: lastWeek, value: 2 })).status()).toBe(401);
});
