import { expect } from '@playwright/test';
import { nextRoom } from './meetings.ts';
import { enterRoom, newTeam, test, write } from './people.ts';

test.describe.configure({ timeout: 300_000 });

test('the facilitator suggests by rule, everybody sees the same, and one answer is enough', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	await enterRoom(team.people, team.room);
	await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
	const suggests = (of: typeof ada) =>
		of.page.getByRole('region', { name: 'Facilitator suggests' });

	await write(ada.page, 'Grace will call the two pilots');
	await ada.page.getByRole('heading', { level: 1 }).click();
	const words = 'Keep it as an action: Grace will call the two pilots';
	for (const person of [ada, grace]) {
		await expect(suggests(person).getByRole('heading', { name: words })).toBeVisible({
			timeout: 20_000
		});
		await expect(suggests(person)).toContainText('From a rule');
		await expect(suggests(person)).toContainText('It says “Grace will”.');
	}

	// By keyboard: edit makes it an outcome and opens its fields.
	await suggests(grace).getByRole('button', { name: /^Edit/ }).focus();
	await grace.page.keyboard.press('e');
	const outcomes = ada.page.getByRole('region', { name: 'Outcomes' });
	await expect(outcomes.getByRole('listitem').filter({ hasText: 'Grace will call' })).toBeVisible();
	await expect(suggests(ada)).toContainText('Accepted by Grace');

	// An action without an owner and a date is the next thing, and whoever dismisses it does so for all.
	const loose = /^Who takes it: Grace will call/;
	await expect(suggests(ada).getByRole('heading', { name: loose })).toBeVisible({
		timeout: 20_000
	});
	await suggests(ada)
		.getByRole('button', { name: /^Dismiss/ })
		.click();
	await expect(suggests(grace).getByRole('heading', { name: loose })).toBeHidden();
	await ada.page.getByRole('button', { name: 'Undo' }).click();
	await expect(suggests(grace).getByRole('heading', { name: loose })).toBeVisible();
});

test('a kind that somebody has turned off is not said to them again', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	await enterRoom(team.people, team.room);
	await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
	await write(ada.page, 'We decided to stop the pilot in Brixholm');
	const heading = (of: typeof ada) =>
		of.page.getByRole('heading', { name: /^Keep it as a decision: We decided/ });
	await ada.page.getByRole('heading', { level: 1 }).click();
	await expect(heading(ada)).toBeVisible({ timeout: 20_000 });
	await ada.page.getByRole('button', { name: 'Suggestion settings' }).click();
	await ada.page.getByRole('menuitem', { name: /A line that reads as an outcome/ }).click();
	await expect(heading(ada)).toBeHidden();
	await expect(heading(grace)).toBeVisible();
	await ada.page.reload();
	await expect(ada.page.getByText('We decided to stop')).toBeVisible();
	await ada.page.waitForTimeout(6000);
	await expect(heading(ada)).toBeHidden();
});

test('what was accepted stands in the recap with who did it, and an admin turns a kind off for all', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	await enterRoom(team.people, team.room);
	await expect(ada.page.getByRole('heading', { name: 'Read before' })).toBeVisible();
	await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
	await write(ada.page, 'We decided to stop the pilot in Brixholm');
	await ada.page.getByRole('heading', { level: 1 }).click();
	const accept = grace.page.getByRole('button', { name: /^Make it a decision/ });
	await accept.click({ timeout: 20_000 });
	await expect(ada.page.getByText('Accepted by Grace: Make it a decision')).toBeVisible();

	// Before the close the recap is there as a draft, and each line knows its note.
	for (const title of ['Scorecard', 'Priorities', 'Leadership', 'Actions', 'Hot items', 'Wrap-up'])
		await ada.page.getByRole('button', { name: new RegExp(`^Next: ${title}`) }).click();
	const draft = grace.page.getByRole('region', { name: 'The recap so far' });
	await expect(draft).toContainText('We decided to stop the pilot in Brixholm');
	await draft.getByRole('button', { name: /^Its line/ }).click();
	await expect(grace.page.getByRole('heading', { level: 1 })).toHaveText('Check-in');

	await ada.page.getByRole('button', { name: /^Close the meeting/ }).click();
	await ada.page
		.getByRole('dialog')
		.getByRole('button', { name: /^Close/ })
		.last()
		.click();
	await ada.page.waitForURL(/\/recap$/, { timeout: 20_000 });
	await expect(
		ada.page.getByText('From a rule, accepted by Grace: Make it a decision')
	).toBeVisible();
	await expect(ada.page.getByRole('heading', { name: 'Draft agenda for next time' })).toBeVisible();

	await grace.page.goto(`${team.home}/settings/facilitator`);
	const kind = /for the team ?: A line that reads as an outcome/;
	await expect(grace.page.getByRole('button', { name: kind })).toBeDisabled();
	await ada.page.goto(`${team.home}/settings/facilitator`, { waitUntil: 'networkidle' });
	await expect(
		ada.page.getByRole('listitem').filter({ hasText: 'A line that reads as an outcome' })
	).toContainText('1 of the last 1 accepted');
	await ada.page.getByRole('button', { name: kind }).click();
	await expect(ada.page.getByRole('button', { name: kind })).toHaveText(/^Off/);

	const room = await nextRoom(ada, team);
	await enterRoom(team.people, room);
	await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
	await write(ada.page, 'We agreed on two night leads a site');
	await ada.page.getByRole('heading', { level: 1 }).click();
	await ada.page.waitForTimeout(7000);
	await expect(grace.page.getByRole('heading', { name: /^Keep it as a decision/ })).toBeHidden();
});
