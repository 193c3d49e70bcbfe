import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { newTeam, test } from './people.ts';
import { aim } from './strategies.ts';

test.describe.configure({ timeout: 150_000 });

/** Gives a confidence as somebody with a keyboard does. */
async function give(page: Page, about: string, confidence: number): Promise<void> {
	await page
		.getByRole('group', { name: new RegExp(about) })
		.getByRole('radio', { name: String(confidence), exact: true })
		.focus();
	await page.keyboard.press('Space');
}

test('three leaders say how sure they are, blind, and the lowest voice comes first', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(
		browser,
		baseURL ?? '',
		['Ada Lovelace', 'Grace Hopper', 'Joan Clarke'],
		{
			observers: ['Mary Kenneth']
		}
	);
	await aim(team, [
		{ title: 'Mean time to recover', baseline: '60', target: '45', unit: 'min' },
		{ title: 'Sites on firmware 4', baseline: '0', target: '38' }
	]);
	const [ada, grace, joan, mary] = team.people.map(({ page }) => page);
	if (!ada || !grace || !joan || !mary) throw new Error('Four people are needed');
	const checkIn = `${team.home}/strategy/check-in`;

	await ada.goto(`${team.home}/strategy`, { waitUntil: 'networkidle' });
	await ada.getByRole('link', { name: 'Check-in' }).click();
	await Promise.all(
		[grace, joan, mary].map((page) => page.goto(checkIn, { waitUntil: 'networkidle' }))
	);
	await expect(ada.getByText('0 of 3 have answered.')).toBeVisible();
	await expect(ada.getByRole('button', { name: /^Reveal/ })).toBeHidden();
	await expect(mary.getByRole('group', { name: /Mean time/ })).toBeHidden();

	await give(ada, 'Mean time to recover', 8);
	await give(ada, 'Sites on firmware 4', 7);
	await ada.getByRole('button', { name: 'Give my confidence' }).click();
	await expect(ada.getByText('1 of 3 have answered.')).toBeVisible();
	// The others follow within a second, and see who, not what.
	await expect(grace.getByText('1 of 3 have answered.')).toBeVisible({ timeout: 2000 });
	await expect(grace.getByText('Not yet: Grace and Joan.')).toBeVisible();
	expect(await (await grace.context().request.get(checkIn)).text()).not.toContain('confidence:8');

	await give(grace, 'Mean time to recover', 2);
	await give(grace, 'Sites on firmware 4', 7);
	await grace.getByRole('button', { name: 'Give my confidence' }).click();
	await expect(grace.getByRole('button', { name: 'Change my confidence' })).toBeVisible();
	// A change of mind counts, and a reload shows one's own answer again.
	await give(grace, 'Mean time to recover', 3);
	await grace.getByRole('button', { name: 'Change my confidence' }).click();
	await expect(grace.getByText('Kept. Only you see it').first()).toBeVisible();
	await grace.reload({ waitUntil: 'networkidle' });
	await expect(
		grace.getByRole('group', { name: /Mean time/ }).getByRole('radio', { name: '3', exact: true })
	).toBeChecked();

	// Joan is in the middle of hers and goes; the round does not wait for her.
	await give(joan, 'Mean time to recover', 5);
	const asked = Object.fromEntries(
		await joan
			.locator('#confidences input')
			.evaluateAll((inputs) =>
				inputs.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? ''])
			)
	) as Record<string, string>;
	expect((await new AxeBuilder({ page: ada }).analyze()).violations).toEqual([]);
	await ada.getByRole('button', { name: 'Reveal without 1' }).click();
	await expect(ada.getByText('from 3 to 8')).toBeVisible();
	await expect(mary.getByText('from 3 to 8')).toBeVisible({ timeout: 2000 });
	await expect(ada.locator('ol > li').first()).toContainText('Mean time to recover');
	await expect(ada.getByText('all agree')).toBeVisible();
	expect((await new AxeBuilder({ page: ada }).analyze()).violations).toEqual([]);

	// One who was late is told so.
	const late = await joan.context().request.post(`${checkIn}?/answer`, {
		headers: { origin: new URL(joan.url()).origin, accept: 'application/json' },
		form: asked
	});
	expect(await late.text()).toContain('revealed before your answer arrived');

	// What is in the way, with an action that is really on somebody's list.
	await ada
		.getByRole('button', { name: 'Something is in the way of Mean time to recover' })
		.click();
	const dialog = ada.getByRole('dialog');
	await dialog.getByLabel('What kind of thing').selectOption('We wait for somebody');
	await dialog.getByLabel('Next action').fill('Ask the supplier for two engineers');
	await dialog.getByLabel('Who does it').selectOption('Grace Hopper');
	await dialog.getByRole('button', { name: 'Add it' }).click();
	await expect(dialog).toBeHidden();
	await expect(grace.getByText('Ask the supplier for two engineers')).toBeVisible({
		timeout: 2000
	});
	await grace.goto(`${team.home}/actions`, { waitUntil: 'networkidle' });
	await expect(grace.getByText('Ask the supplier for two engineers')).toBeVisible();

	// It says what it serves, all the way up, and serves something else when somebody says so.
	const line = grace.getByRole('listitem').filter({ hasText: 'Ask the supplier' });
	await expect(line).toContainText(
		/Serves Mean time to recover\s*→ Make uptime boring\s*→ 99.2% uptime\s*→ Earn the right/
	);
	await line.getByRole('button', { name: /^Change/ }).click();
	await grace.getByLabel('Serves', { exact: true }).selectOption('Make uptime boring');
	await grace.getByRole('button', { name: 'Save' }).click();
	await expect(line).toContainText(/Serves Make uptime boring\s*→ 99.2% uptime/);
	await line.getByRole('button', { name: /^Change/ }).click();
	await grace.getByLabel('Serves', { exact: true }).selectOption('Mean time to recover');
	await grace.getByRole('button', { name: 'Save' }).click();
	await expect(line).toContainText('Serves Mean time to recover');

	// A value said here shows at once, and its page tells the whole story.
	await ada.getByRole('button', { name: 'Mean time to recover', exact: true }).click();
	await ada.getByLabel('Where it stands today').fill('54');
	await ada.getByRole('button', { name: 'Save the value' }).click();
	await expect(ada.getByText('54 min, max 45 min')).toBeVisible();
	await ada.getByRole('button', { name: 'Mean time to recover', exact: true }).click();
	await ada.getByRole('link', { name: /Its pace/ }).click();
	await expect(ada.getByRole('heading', { name: 'Mean time to recover' })).toBeVisible();
	await expect(ada.getByText(/A forecast needs values of 4 weeks/)).toBeVisible();
	await expect(ada.getByRole('row', { name: /54 min.*5.5 \(3 to 8\)/ })).toBeVisible();
	await expect(ada.getByText('Ask the supplier for two engineers')).toHaveCount(2);
	expect((await new AxeBuilder({ page: ada }).analyze()).violations).toEqual([]);
});

test('a check-in without a cycle, or without key results, says what is missing', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace']);
	const [ada] = team.people;
	await ada.page.goto(`${team.home}/strategy/check-in`);
	await expect(ada.page.getByText('No cycle is running')).toBeVisible();
	await aim(team, []);
	await ada.page.reload();
	await expect(ada.page.getByText('This cycle has no key results yet')).toBeVisible();
});
