import { expect } from '@playwright/test';
import { newTeam, test } from './people.ts';

test.describe.configure({ timeout: 120_000 });

test('a message is challenged by rules as it is written, kept in versions, and made the message again', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper'], {
		observers: ['Mary Kenneth']
	});
	const [ada, grace, mary] = team.people.map(({ page }) => page);
	if (!ada || !grace || !mary) throw new Error('Three people are needed');
	await ada.goto(`${team.home}/message`, { waitUntil: 'networkidle' });
	await ada.getByRole('button', { name: 'Write it' }).click();
	const answer = (name: string) => ada.getByRole('textbox', { name, exact: true });
	await answer('What').fill('We move from engines to answers.');
	await answer('How').fill('By hiring two engineers, and we improve the customer experience.');
	await expect(
		ada.getByRole('list', { name: 'Clarity of How', exact: true }).getByRole('listitem')
	).toContainText('“improve the customer experience” could mean anything.');
	await expect(ada.getByText('One vague phrase')).toBeVisible();

	// Nothing typed goes away with the network.
	await ada.route('**/message?/save', (route) => route.abort());
	await ada.getByRole('button', { name: 'Save as a new version' }).click();
	await expect(ada.getByText(/No answer came/).first()).toBeVisible();
	await expect(answer('What')).toHaveValue('We move from engines to answers.');
	await ada.unroute('**/message?/save');
	await ada.getByRole('button', { name: 'Save as a new version' }).click();
	await expect(ada.getByText('Version 1, ', { exact: false })).toBeVisible();

	await grace.goto(`${team.home}/message`, { waitUntil: 'networkidle' });
	await expect(grace.locator('mark')).toHaveText('improve the customer experience');
	await grace.getByRole('button', { name: 'Rewrite' }).click();
	await grace.getByRole('textbox', { name: 'What' }).fill('We move from engines to proofs.');
	await grace.getByRole('button', { name: 'Save as a new version' }).click();
	await grace.getByRole('button', { name: 'Versions' }).click();
	await expect(grace.locator('del')).toContainText('answers');
	await expect(grace.locator('ins')).toContainText('proofs');
	await grace.getByRole('button', { name: /Version 1/ }).click();
	await grace.getByRole('button', { name: 'Make this the message again' }).click();
	await expect(grace.getByText('Version 3, ', { exact: false })).toBeVisible();
	await expect(grace.getByText('We move from engines to answers.')).toBeVisible();

	await mary.goto(`${team.home}/message`, { waitUntil: 'networkidle' });
	await expect(mary.getByText('We move from engines to answers.')).toBeVisible();
	await expect(mary.getByRole('button', { name: 'Rewrite' })).toBeHidden();
});
