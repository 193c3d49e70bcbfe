import { expect, type Page } from '@playwright/test';
import type { Participant } from './people.ts';

/** A weekly metric as the dialog takes it; owner and responder by name. */
type NewMetric = {
	name: string;
	target: string;
	unit?: string;
	owner?: string;
	responder?: string;
	response?: string;
};

/** Adds a weekly metric with a target on the scorecard page that is open. */
export async function addMetric({ page }: { page: Page }, metric: NewMetric): Promise<void> {
	await page.getByRole('button', { name: 'Add metric' }).first().click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Name').fill(metric.name);
	await dialog.getByLabel('Target').fill(metric.target);
	if (metric.unit) await dialog.getByLabel('Unit').fill(metric.unit);
	if (metric.owner) await dialog.getByLabel('Owner').selectOption({ label: metric.owner });
	if (metric.responder) {
		await dialog.getByText('What it means, and what is done').click();
		await dialog.getByLabel('When it breaks, we').fill(metric.response ?? '');
		await dialog.getByLabel('Who responds').selectOption({ label: metric.responder });
	}
	await dialog.getByRole('button', { name: 'Add metric' }).click();
	await expect(dialog).toBeHidden();
	await expect(page.getByText(metric.name, { exact: true }).first()).toBeVisible();
}

/** Opens the scorecard and lets it count the uptime of the fleet, which is to be 95% or more. */
export async function countFleetUptime({ page }: { page: Page }, home: string): Promise<void> {
	await page.goto(`${home}/scorecard`, { waitUntil: 'networkidle' });
	await addMetric({ page }, { name: 'Fleet uptime', target: '95', unit: '%' });
}

/** Enters this week's reading in the table of the scorecard that is open. */
export async function enter({ page }: Participant, name: string, value: string): Promise<void> {
	const field = page.getByLabel(`${name} in week`);
	await field.fill(value);
	await field.press('Enter');
	await expect(page.locator('tr', { hasText: name }).getByText(/On track|Off track/)).toBeVisible();
}

/** Starts the meeting and goes on to its hot items, and opens the one that is meant. */
export async function toHotItems({ page }: Participant, item: RegExp): Promise<void> {
	await page.getByRole('button', { name: 'Start the meeting' }).click();
	for (const title of ['Scorecard', 'Priorities', 'Leadership', 'Actions', 'Hot items'])
		await page.getByRole('button', { name: new RegExp(`^Next: ${title}`) }).click();
	await page.getByRole('button', { name: item }).click();
}

/** Ends a meeting at its hot items, and sees the recap. */
export async function close({ page }: Participant): Promise<void> {
	await page.getByRole('button', { name: /^Next: Wrap-up/ }).click();
	await page.getByRole('button', { name: /^Close the meeting/ }).click();
	await page
		.getByRole('dialog')
		.getByRole('button', { name: /^Close/ })
		.last()
		.click();
	await page.waitForURL(/\/recap$/, { timeout: 20_000 });
}

/** Path of the room of the meeting after this one. */
export async function nextRoom({ page }: Participant, { home }: { home: string }): Promise<string> {
	await page.goto(home);
	return (await page.locator('a[href$="/live"]').first().getAttribute('href')) ?? '';
}

/** The day so many days from now, as an ISO date. */
export function inDays(count: number): string {
	return new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
}
