import { expect, type Page } from '@playwright/test';
import { startServer } from './own-server.ts';
import { addMetric } from './meetings.ts';
import { newTeam, test } from './people.ts';

test.describe.configure({ timeout: 90_000 });

test('what one person enters shows on the scorecard, the home and the metric page of another', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	await ada.page.goto(`${team.home}/scorecard`, { waitUntil: 'networkidle' });
	await addMetric(ada, { name: 'Fleet uptime', target: '99', owner: 'Grace Hopper' });
	await ada.page.getByRole('radio', { name: 'Table' }).check({ force: true });

	const pages = { scorecard: grace.page } as Record<string, Page>;
	await grace.page.goto(`${team.home}/scorecard`, { waitUntil: 'networkidle' });
	await grace.page.getByRole('link', { name: 'Fleet uptime' }).first().waitFor();
	const metric = await grace.page
		.getByRole('link', { name: 'Fleet uptime' })
		.first()
		.getAttribute('href');
	pages.home = await grace.context.newPage();
	await pages.home.goto(team.home, { waitUntil: 'networkidle' });
	pages.metric = await grace.context.newPage();
	await pages.metric.goto(new URL(metric ?? '', `${baseURL}${team.home}/`).href, {
		waitUntil: 'networkidle'
	});
	for (const page of Object.values(pages)) await watchFor(page, '97.5');

	const field = ada.page.getByLabel('Fleet uptime in week');
	await field.fill('97.5');
	const answered = ada.page.waitForResponse((response) => response.url().includes('?/enter'));
	await field.press('Enter');
	await answered;
	const at = await ada.page.evaluate(() => performance.timeOrigin + performance.now());
	for (const [name, page] of Object.entries(pages)) {
		const shown = page.locator('html[data-shown]');
		await expect(shown).toBeAttached();
		const shownAt = Number(await shown.getAttribute('data-shown'));
		console.log(`${name}: drawn ${Math.round(shownAt - at)} ms after the answer to who entered it`);
		await expect(page.locator('html[data-watched]')).toBeAttached();
	}
});

test('words, people and meetings follow too', async ({ browser, baseURL }) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	await grace.page.goto(`${team.home}/meetings`, { waitUntil: 'networkidle' });
	await ada.page.goto(`${team.home}/settings/words`, { waitUntil: 'networkidle' });
	await ada.page.getByLabel('Scorecard, one').fill('Numbers');
	await ada.page.getByLabel('Scorecard, several').fill('Numbers');
	await ada.page.getByRole('button', { name: 'Save the words' }).click();
	await expect(grace.page.getByRole('link', { name: 'Numbers' }).first()).toBeVisible();
	await ada.page.goto(`${team.home}/meetings`, { waitUntil: 'networkidle' });
	await ada.page
		.getByRole('button', { name: /^Cancel the meeting/ })
		.first()
		.click();
	await expect(grace.page.getByText('Cancelled').first()).toBeVisible();

	await ada.page.goto(`${team.home}/settings`, { waitUntil: 'networkidle' });
	await ada.page.getByRole('button', { name: 'Remove Grace Hopper' }).click();
	await ada.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
	await expect(grace.page.getByText('You are no longer in this team.').first()).toBeVisible();
	await expect(grace.page.getByRole('heading', { name: 'Meetings' })).toBeVisible();
});

test('what somebody types survives what others change, and the page catches up afterwards', async ({
	browser,
	baseURL
}) => {
	const origin = baseURL ?? '';
	const team = await newTeam(browser, origin, ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	await ada.page.goto(`${team.home}/scorecard`, { waitUntil: 'networkidle' });
	await addMetric(ada, { name: 'Fleet uptime', target: '99', owner: 'Grace Hopper' });
	await grace.page.goto(`${team.home}/scorecard`, { waitUntil: 'networkidle' });
	for (const { page } of [ada, grace])
		await page.getByRole('radio', { name: 'Table' }).check({ force: true });
	const typing = grace.page.getByLabel('Fleet uptime in week');
	await typing.focus();
	await grace.page.keyboard.type('98.');
	const field = ada.page.getByLabel('Fleet uptime in week');
	await field.fill('12');
	await field.press('Enter');
	await expect(ada.page.getByText('Off track').first()).toBeVisible();
	await grace.page.waitForTimeout(1500);
	await grace.page.keyboard.type('7');
	await expect(typing).toHaveValue('98.7');
	await typing.press('Escape');
	await expect(typing).toHaveValue('12');
});

test('an agenda that is being changed with buttons is not taken away', async ({
	browser,
	baseURL
}) => {
	const origin = baseURL ?? '';
	const team = await newTeam(browser, origin, ['Ada Lovelace']);
	const [ada] = team.people;
	await ada.page.goto(`${team.home}/settings/agenda`, { waitUntil: 'networkidle' });
	const other = await ada.context.newPage();
	await other.goto(`${team.home}/settings/agenda`, { waitUntil: 'networkidle' });
	const segments = ada.page.getByRole('list', { name: 'Segments' }).getByRole('listitem');
	const before = await segments.count();
	// With the keyboard alone, which types nothing into any field.
	await ada.page.getByRole('button', { name: 'Add a segment' }).press('Enter');
	await expect(segments).toHaveCount(before + 1);
	await other
		.getByRole('button', { name: /^More time for/ })
		.first()
		.click();
	await other.getByRole('button', { name: 'Save the agenda' }).click();
	await expect(other.getByText('Saved.')).toBeVisible();
	await ada.page.waitForTimeout(1500);
	await expect(segments).toHaveCount(before + 1);
});

test('a server that is killed and comes back leaves the page where it is, and it catches up', async ({
	browser
}) => {
	let server = await startServer();
	try {
		const team = await newTeam(browser, server.origin, ['Ada Lovelace', 'Grace Hopper']);
		const [ada, grace] = team.people;
		await ada.page.goto(`${team.home}/execution`, { waitUntil: 'networkidle' });
		await grace.page.goto(`${team.home}/execution`, { waitUntil: 'networkidle' });
		await watchFor(grace.page, 'Open a second plant');
		await ada.page.close();
		await server.kill();
		await expect(grace.page.getByText('No connection.')).toBeVisible({ timeout: 30_000 });
		await expect(grace.page.getByRole('heading', { name: 'Execution' }).first()).toBeVisible();
		server = await startServer(server);
		await expect(
			await ada.context.request.post(`${team.home}/execution?/add`, {
				headers: { origin: server.origin },
				form: { title: 'Open a second plant', owner: '' }
			})
		).toBeOK();
		await expect(grace.page.getByText('Open a second plant').first()).toBeVisible({
			timeout: 30_000
		});
		await expect(grace.page.getByText('No connection.')).toBeHidden();
		await expect(grace.page.locator('html[data-watched]')).toBeAttached();
	} finally {
		await server.remove();
	}
});

test('a page that cannot hold a socket asks by itself', async ({ browser, baseURL }) => {
	const origin = baseURL ?? '';
	const team = await newTeam(browser, origin, ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	await grace.page.routeWebSocket(/\/sync\/changes:/, (socket) => socket.close({ code: 1011 }));
	await grace.page.goto(`${team.home}/execution`, { waitUntil: 'networkidle' });
	await ada.context.request.post(`${team.home}/execution?/add`, {
		headers: { origin },
		form: { title: 'Open a second plant', owner: '' }
	});
	await expect(grace.page.getByText('Open a second plant').first()).toBeVisible({
		timeout: 40_000
	});
});

/** Notes on the page when a text is first drawn; the note is lost with a reload. */
async function watchFor(page: Page, text: string): Promise<void> {
	await page.evaluate((awaited) => {
		const root = document.documentElement;
		root.dataset.watched = '';
		new MutationObserver(() => {
			const fields = [...document.querySelectorAll('input')].map(({ value }) => value);
			if (root.dataset.shown || ![document.body.innerText, ...fields].join().includes(awaited))
				return;
			root.dataset.shown = String(performance.timeOrigin + performance.now());
		}).observe(document.body, {
			subtree: true,
			childList: true,
			characterData: true,
			attributes: true
		});
	}, text);
}
