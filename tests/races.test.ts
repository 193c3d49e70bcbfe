import { expect } from '@playwright/test';
import { enterRoom, invite, newTeam, signUp, write, test } from './people.ts';

test.describe.configure({ timeout: 120_000 });

test('pressed twice in the same instant, Next moves the meeting once', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	// The chair is in the room twice, on a laptop and on a second screen.
	const second = { ...ada, page: await ada.context.newPage() };
	await enterRoom([ada, second, grace], team.room);
	await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
	const next = (of: typeof ada) => of.page.getByRole('button', { name: /^Next: Scorecard/ });
	await expect(next(second)).toBeVisible();
	await Promise.all([next(ada).click(), next(second).click()]);
	await expect(grace.page.getByRole('heading', { level: 1 })).toHaveText('Scorecard');
	await grace.page.waitForTimeout(1000);
	for (const { page } of [ada, second, grace])
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Scorecard');
});

test('two who take the chair at once end with one chair, and both are told who has it', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', [
		'Ada Lovelace',
		'Grace Hopper',
		'Edsger Dijkstra'
	]);
	const [ada, grace, edsger] = team.people;
	await enterRoom(team.people, team.room);
	await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
	const take = (of: typeof ada) => of.page.getByRole('button', { name: 'Take the chair' });
	await expect(take(grace)).toBeVisible();
	await expect(take(edsger)).toBeVisible();
	await Promise.all([take(grace).click(), take(edsger).click()]);

	const holders = async () => {
		const seen = await Promise.all(
			[ada, grace, edsger].map(({ page }) =>
				page.getByRole('toolbar', { name: 'Chair controls' }).count()
			)
		);
		return seen.reduce((sum, count) => sum + count, 0);
	};
	await expect.poll(holders).toBe(1);
	for (const { page } of [grace, edsger])
		await expect(
			page.getByText(/(You have|(Grace Hopper|Edsger Dijkstra) has) the chair\./).first()
		).toBeAttached();
});

test('a meeting that is closed twice is closed once', async ({ browser, baseURL }) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace']);
	const [ada] = team.people;
	const second = { ...ada, page: await ada.context.newPage() };
	await enterRoom([ada, second], team.room);
	await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
	for (const { page } of [ada, second]) {
		// Straight to the last segment, then to the close.
		await expect(page.getByRole('toolbar', { name: 'Chair controls' })).toBeVisible();
	}
	for (let step = 0; step < 6; step += 1)
		await ada.page.getByRole('button', { name: /^Next: / }).click();
	for (const { page } of [ada, second])
		await page.getByRole('button', { name: /^Close the meeting/ }).click();
	const close = (of: typeof ada) =>
		of.page.getByRole('dialog').getByRole('button', { name: 'Close the meeting' });
	// The slower one of the two may find the dialog gone: the meeting is closed already.
	await Promise.allSettled([close(ada).click(), close(second).click({ timeout: 3000 })]);
	for (const { page } of [ada, second]) await page.waitForURL(/\/recap$/);
	await ada.page.goto(`${team.home}/meetings`);
	await expect(ada.page.locator('a[href$="/recap"]')).toHaveCount(1);
});

test('a tab left open from last week shows that the meeting is closed', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	await enterRoom([ada, grace], team.room);
	await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
	await expect(grace.page.getByText('Ada Lovelace has the chair.')).toBeVisible();
	await grace.context.setOffline(true);
	await ada.page.getByRole('button', { name: 'Park the meeting' }).click();
	await ada.page.getByRole('button', { name: 'Close the meeting' }).click();
	await ada.page.getByRole('dialog').getByRole('button', { name: 'Close the meeting' }).click();
	await ada.page.waitForURL(/\/recap$/);
	await grace.context.setOffline(false);
	await grace.page.waitForURL(/\/recap$/, { timeout: 30_000 });
});

test('a member removed while inside is out within five seconds and hears nothing more', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	await enterRoom([ada, grace], team.room);
	await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
	await expect(grace.page.getByText('Ada Lovelace has the chair.')).toBeVisible();

	const admin = await ada.context.newPage();
	await admin.goto(`${team.home}/settings`, { waitUntil: 'networkidle' });
	await admin.getByRole('button', { name: /Remove.*Grace Hopper|Grace Hopper.*[Rr]emove/ }).click();
	await admin
		.getByRole('dialog')
		.getByRole('button', { name: /Remove/ })
		.click();

	await expect(grace.page.getByText('You are no longer in this team.')).toBeVisible({
		timeout: 5000
	});
	await write(ada.page, 'Said without Grace');
	await grace.page.waitForTimeout(1000);
	await expect(grace.page.getByText('Said without Grace')).toHaveCount(0);
});

test('devices whose clocks are 90 seconds apart show the same time', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	for (const [person, shift] of [
		[ada, -45_000],
		[grace, 45_000]
	] as const)
		await person.context.addInitScript((by) => {
			const now = Date.now.bind(Date);
			Date.now = () => now() + by;
		}, shift);
	await enterRoom([ada, grace], team.room);
	await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
	await expect(grace.page.getByText('Ada Lovelace has the chair.')).toBeVisible();

	/** When the shown second turns, on this machine's one true clock. */
	const turn = (of: typeof ada) =>
		of.page.evaluate(async () => {
			const timer = document.querySelector('[role=timer]');
			if (!timer) throw new Error('There is no clock');
			await new Promise<void>((resolve) =>
				new MutationObserver(() => resolve()).observe(timer, {
					characterData: true,
					subtree: true,
					childList: true
				})
			);
			return { face: timer.textContent.trim(), at: performance.timeOrigin + performance.now() };
		});
	const [here, there] = await Promise.all([turn(ada), turn(grace)]);
	const seconds = (face: string) =>
		face.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
	// Both counted down to a whole second; put them on one line and compare.
	const apart = Math.abs(
		here.at + seconds(here.face) * 1000 - (there.at + seconds(there.face) * 1000)
	);
	expect(apart).toBeLessThanOrEqual(250);
});

test('an invitation lets one of two people in', async ({ browser, baseURL }) => {
	const origin = baseURL ?? '';
	const team = await newTeam(browser, origin, ['Ada Lovelace']);
	const [ada] = team.people;
	const link = await invite(ada, team.home);
	const guests = [
		await signUp(browser, origin, 'Grace Hopper'),
		await signUp(browser, origin, 'Edsger Dijkstra')
	];
	await Promise.all(guests.map(({ page }) => page.goto(link)));
	await Promise.all(
		guests.map(({ page }) => page.getByRole('button', { name: 'Join the team' }).click())
	);
	const inside = () => guests.filter(({ page }) => page.url().includes('/t/')).length;
	await expect.poll(inside).toBe(1);
	const [late] = guests.filter(({ page }) => !page.url().includes('/t/'));
	if (!late) throw new Error('Both were let in');
	await expect(late.page.getByText('This link has been used')).toBeVisible();
	expect(inside()).toBe(1);
});

test('Next moves the meeting on for whoever presses it in the first moment', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [{ page: ada }, { page: grace }] = team.people;
	// A device so fast that its page is hardly begun when the buttons are there.
	for (const page of [ada, grace])
		await page.addInitScript(() => {
			const now = performance.now.bind(performance);
			performance.now = () => now() / 20;
		});
	await ada.goto(team.room);
	await ada.getByRole('button', { name: 'Start the meeting' }).click();
	await ada.getByRole('button', { name: 'Next: Scorecard' }).click();
	await expect(ada.getByRole('button', { name: /^Next: Priorities/ })).toBeVisible();

	// Nor is what was there before anybody came taken for somebody else's move.
	await grace.goto(team.room);
	await grace.getByRole('button', { name: 'Take the chair' }).click();
	await grace.getByRole('button', { name: /^Next: Priorities/ }).click();
	await expect(ada.getByRole('button', { name: /^Next: / })).toHaveCount(0);
	await expect(grace.getByRole('button', { name: /^Next: Leadership/ })).toBeVisible();
});
