import { expect } from '@playwright/test';
import { close } from './meetings.ts';
import { enterRoom, newTeam, test } from './people.ts';
import { aim } from './strategies.ts';

test.describe.configure({ timeout: 150_000 });

test('what an item serves is said while it is raised, goes on to its outcomes, and is in the recap', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	const { keyResults } = await aim(team, [
		{ title: 'Mean time to recover', baseline: '60', target: '45' },
		{ title: 'Sites on firmware 4', baseline: '0', target: '38' }
	]);
	await enterRoom([ada, grace], team.room);
	await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
	await ada.page.getByRole('button', { name: /^Next: Scorecard/ }).click();
	for (const title of ['Priorities', 'Leadership', 'Actions', 'Hot items'])
		await ada.page.getByRole('button', { name: new RegExp(`^Next: ${title}`) }).click();

	await grace.page.getByRole('button', { name: 'Raise one' }).click();
	await grace.page.getByLabel('What is happening').fill('The supplier is late');
	await grace.page.getByLabel('What it serves').focus();
	await grace.page.keyboard.type('mean');
	await grace.page.getByRole('option', { name: /Mean time to recover/ }).waitFor();
	await grace.page.keyboard.press('ArrowDown');
	await grace.page.keyboard.press('Enter');
	await expect(grace.page.getByLabel('What it serves')).toHaveValue('Mean time to recover');
	await grace.page.getByRole('button', { name: /^Raise it/ }).click();
	const chain = /Serves Mean time to recover\s*→ Make uptime boring\s*→ 99.2% uptime\s*→ Earn the/;
	const row = ada.page.getByRole('listitem').filter({ hasText: 'The supplier is late' });
	await expect(row).toContainText(chain);

	// On the table the item says it too, and what is recorded on it serves the same.
	await ada.page.getByRole('button', { name: /^Open\s+The supplier/ }).click();
	await expect(grace.page.getByRole('main').getByText(chain).first()).toBeVisible();
	const box = ada.page.getByLabel('Capture an outcome');
	await box.fill('[] Ask for two engineers @grace due fri');
	await box.press('Enter');
	const recorded = grace.page.getByRole('listitem').filter({ hasText: 'Ask for two engineers' });
	await expect(recorded).toContainText(chain);

	// From the keyboard it serves something else, and everybody sees it.
	await ada.page.getByRole('button', { name: 'Ask for two engineers' }).focus();
	await ada.page.keyboard.press('s');
	await expect(ada.page.getByRole('form').getByLabel('What it serves')).toBeFocused();
	await ada.page.keyboard.type('sites');
	await ada.page.getByRole('option', { name: /Sites on firmware 4/ }).waitFor();
	await ada.page.keyboard.press('ArrowDown');
	await ada.page.keyboard.press('Enter');
	await expect(
		recorded.or(grace.page.getByText(/Serves Sites on firmware 4/)).first()
	).toBeVisible();
	await expect(recorded).toContainText('Serves Sites on firmware 4');

	await ada.page.getByRole('button', { name: 'Mark as resolved' }).click();
	await expect(ada.page.getByText('Dealt with')).toBeVisible();
	await expect(
		ada.page.getByRole('listitem').filter({ hasText: 'The supplier is late' })
	).toContainText(chain);
	await close(ada);
	await expect(ada.page.getByRole('row', { name: /Ask for two engineers/ })).toContainText(
		/Serves Sites on firmware 4\s*→ Make uptime boring/
	);
	await expect(
		ada.page.getByRole('listitem').filter({ hasText: 'The supplier is late' }).last()
	).toContainText(/Serves Mean time to recover/);
	await grace.page.goto(`${team.home}/strategy/key-result/${keyResults[0] ?? ''}`);
	await expect(grace.page.getByText('The supplier is late')).toBeVisible();
});
