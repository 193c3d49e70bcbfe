import { expect } from '@playwright/test';
import { enterRoom, newTeam, write, test } from './people.ts';

test.describe.configure({ timeout: 180_000 });

test('three people hold a whole meeting, from draft to recap', async ({ browser, baseURL }) => {
	const team = await newTeam(browser, baseURL ?? '', [
		'Ada Lovelace',
		'Grace Hopper',
		'Edsger Dijkstra'
	]);
	const [ada, grace, edsger] = team.people;

	await test.step('before the meeting people prepare it together', async () => {
		await enterRoom([ada, grace], team.room);
		await grace.page.getByRole('button', { name: 'Raise one' }).click();
		await grace.page.getByLabel('What is happening').fill('Fleet uptime below 99%');
		await grace.page
			.getByLabel('What do we need from the team')
			.fill('Freeze go-lives, or staff nights?');
		await grace.page.keyboard.press('Control+Enter');
		await expect(ada.page.getByText('Fleet uptime below 99%')).toBeVisible();
	});

	await test.step('whoever starts it has the chair', async () => {
		await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
		await expect(grace.page.getByText('Ada Lovelace has the chair.')).toBeVisible();
		await grace.page.getByLabel('Your check-in').fill('Rested');
		await expect(ada.page.getByText('Rested')).toBeVisible();
	});

	await test.step('who comes late sees where the meeting is', async () => {
		await ada.page.getByRole('button', { name: /^Next: Scorecard/ }).click();
		await enterRoom([edsger], team.room);
		await expect(edsger.page.getByRole('heading', { level: 1 })).toHaveText('Scorecard');
		await expect(edsger.page.getByText('3 of 3 here')).toBeVisible();
	});

	await test.step('the chair changes hands in one step, and everybody is told', async () => {
		await grace.page.getByRole('button', { name: 'Take the chair' }).click();
		await expect(ada.page.getByText('Grace Hopper has the chair.').first()).toBeVisible();
		await expect(grace.page.getByRole('button', { name: /^Next/ })).toBeVisible();
	});

	await test.step('who loses the connection keeps what they typed, and everybody gets it', async () => {
		await edsger.context.setOffline(true);
		await edsger.page.evaluate(() => dispatchEvent(new Event('offline')));
		await write(edsger.page, 'Written in a tunnel');
		await edsger.context.setOffline(false);
		await expect(ada.page.getByText('Written in a tunnel')).toBeVisible({ timeout: 20_000 });
		await expect(edsger.page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 20_000 });
	});

	await test.step('hot items are worked on one at a time', async () => {
		for (const title of ['Priorities', 'Leadership message', 'Actions review', 'Hot items'])
			await grace.page.getByRole('button', { name: new RegExp(`^Next: ${title}`) }).click();
		await grace.page.getByRole('button', { name: /^Open: Fleet uptime/ }).click();
		await expect(ada.page.getByRole('heading', { name: 'Fleet uptime below 99%' })).toBeVisible();
		await write(ada.page, '!Freeze go-lives at two sites');
		await write(edsger.page, '[] Tell Havenport about the freeze @grace due tomorrow');
		await expect(
			grace.page
				.getByRole('complementary', { name: /Outcomes/ })
				.getByText('Freeze go-lives at two sites')
		).toBeVisible();
		await expect(
			ada.page
				.getByRole('complementary', { name: /Outcomes/ })
				.getByText('Tell Havenport about the freeze')
		).toBeVisible();
	});

	await test.step('ratings are hidden until everybody here has rated', async () => {
		await grace.page.getByRole('button', { name: /^Next: Wrap-up/ }).click();
		for (const [person, rating] of [
			[ada, 9],
			[grace, 8]
		] as const) {
			await person.page
				.getByRole('group', { name: /How good/ })
				.getByText(String(rating), { exact: true })
				.click();
			await person.page.getByRole('button', { name: 'Rate the meeting' }).click();
			await expect(person.page.getByText('Your rating is in.')).toBeVisible();
		}
		await expect(edsger.page.getByText('2 of 3 have rated')).toBeVisible();
		await edsger.page
			.getByRole('group', { name: /How good/ })
			.getByText('7', { exact: true })
			.click();
		await edsger.page.getByLabel('What would have made it a 10').fill('Shorter headlines');
		await edsger.page.getByRole('button', { name: 'Rate the meeting' }).click();
		for (const person of team.people) await expect(person.page.getByText('8.0')).toBeVisible();
	});

	await test.step('at the close the recap has it all', async () => {
		await grace.page.getByRole('button', { name: /^Close the meeting/ }).click();
		await grace.page.getByRole('dialog').getByRole('button', { name: 'Close the meeting' }).click();
		for (const { page } of team.people) await page.waitForURL(/\/recap$/, { timeout: 20_000 });
		const recap = edsger.page;
		await expect(recap.getByText('Freeze go-lives at two sites').first()).toBeVisible();
		await expect(recap.getByText('Tell Havenport about the freeze').first()).toBeVisible();
		await expect(recap.getByText('Written in a tunnel')).toBeVisible();
		await expect(recap.getByText('Shorter headlines')).toBeVisible();
	});

	await test.step('who owns an action finds it at home', async () => {
		await grace.page.goto(team.home);
		await expect(grace.page.getByText('Tell Havenport about the freeze')).toBeVisible();
	});
});
