import { expect, type Browser } from '@playwright/test';
import { enterRoom, newTeam, write, test } from './people.ts';
import { startServer } from './own-server.ts';

test.describe.configure({ timeout: 150_000 });

/** A meeting of two that has begun, with a line of Ada's in the notes. */
async function meetOnline(browser: Browser, baseURL: string | undefined) {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	await enterRoom([ada, grace], team.room);
	await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
	await write(ada.page, 'Written with network');
	return { team, ada, grace };
}

test('a reload without network keeps what was typed without network', async ({
	browser,
	baseURL
}) => {
	const { ada, grace } = await meetOnline(browser, baseURL);
	// The service worker keeps the room's page from the second visit on.
	await ada.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
	await ada.page.reload();
	await expect(ada.page.getByText('Saved', { exact: true })).toBeVisible();
	await write(ada.page, 'Still with network');
	await expect(grace.page.getByText('Still with network')).toBeVisible();

	await ada.context.setOffline(true);
	await write(ada.page, 'Written without network');
	await expect(ada.page.getByText(/Not saved|Offline/)).toBeVisible({ timeout: 40_000 });
	await expect(ada.page.getByText('You have the chair, and can go on once')).toBeVisible();
	await expect(ada.page.getByRole('button', { name: 'Take the chair' })).toBeHidden();
	ada.page.on('dialog', (dialog) => void dialog.accept());
	await ada.page.reload();
	await expect(ada.page.getByText('Written without network')).toBeVisible();
	await expect(ada.page.getByText('Reconnecting.').first()).toBeVisible();

	await ada.context.setOffline(false);
	await expect(grace.page.getByText('Written without network')).toBeVisible({ timeout: 30_000 });
	await expect(ada.page.getByText('Saved', { exact: true })).toBeVisible();
});

test('what was typed without network is shared though the copy on the device opens late', async ({
	browser,
	baseURL
}) => {
	const { team, ada, grace } = await meetOnline(browser, baseURL);
	await expect(ada.page.getByText('Saved', { exact: true })).toBeVisible();
	await ada.context.setOffline(true);
	await write(ada.page, 'Written without network');
	await expect(ada.page.getByText(/Not saved|Offline/)).toBeVisible({ timeout: 40_000 });
	ada.page.on('dialog', (dialog) => void dialog.accept());
	await ada.page.goto('about:blank');
	await expect(grace.page.getByText('Written without network')).toBeHidden();
	await ada.context.setOffline(false);

	// As on a slow phone: the room is there before the device has found its copy.
	await ada.page.addInitScript(() => {
		const open = indexedDB.open.bind(indexedDB);
		IDBFactory.prototype.open = (...parameters) => {
			const request = open(...parameters);
			Object.defineProperty(request, 'onsuccess', {
				set(opened: (event: Event) => void) {
					request.addEventListener('success', (event) => setTimeout(opened, 8000, event));
				}
			});
			return request;
		};
	});
	await ada.page.goto(team.room);
	await expect(ada.page.getByText('Written with network')).toBeVisible();
	await expect(ada.page.getByText('Written without network')).toBeHidden();
	await expect(grace.page.getByText('Written without network')).toBeVisible();
	await expect(ada.page.getByText('Written without network')).toBeVisible();
	await expect(ada.page.getByText('Saved', { exact: true })).toBeVisible();
});

test('rows and forms that get no answer leave the room and what was typed where they are', async ({
	browser,
	baseURL
}) => {
	const origin = baseURL ?? '';
	const team = await newTeam(browser, origin, ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	await enterRoom([ada], team.room);
	await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
	await ada.page.getByRole('button', { name: /^Next: Scorecard/ }).click();
	await expect(ada.page.getByText('No metrics yet')).toBeVisible();

	// The rows change while this page can reach its socket alone.
	let refused = 0;
	await ada.context.route(/\/m\/[^/]+\/(rows|live)/, (route) => {
		refused += 1;
		return route.abort();
	});
	const counted = { headers: { origin }, form: { metric: '1' } };
	await grace.context.request.post(`${team.home}/scorecard/library?/take`, counted);
	await expect.poll(() => refused).toBeGreaterThan(0);
	await expect(ada.page.getByText('No metrics yet')).toBeVisible();
	await ada.context.unroute(/\/m\/[^/]+\/(rows|live)/);
	const row = ada.page.getByRole('table').getByRole('row').nth(1);
	await expect(row).toBeVisible();

	await row.getByRole('button', { name: /^Enter/ }).click();
	await ada.context.route(/\/live\?\/reading/, (route) => route.abort());
	const field = row.getByRole('textbox');
	await field.fill('42');
	await field.press('Enter');
	await expect(ada.page.getByText(/No answer came/).first()).toBeVisible();
	await expect(field).toHaveValue('42');
	await ada.context.unroute(/\/live\?\/reading/);
	await field.press('Enter');
	await expect(row.getByRole('button', { name: '42' })).toBeVisible();
});

test('a server that is killed in mid-meeting comes back with every word and the right clock', async ({
	browser
}) => {
	let server = await startServer();
	try {
		const team = await newTeam(browser, server.origin, ['Ada Lovelace', 'Grace Hopper']);
		const [ada, grace] = team.people;
		await enterRoom([ada, grace], team.room);
		await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
		await write(ada.page, 'Before the crash');
		await expect(grace.page.getByText('Before the crash')).toBeVisible();
		await expect(ada.page.getByText('Saved', { exact: true })).toBeVisible();
		const clock = () => ada.page.getByRole('timer').innerText();
		const seconds = (face: string) =>
			face.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
		const before = { left: seconds(await clock()), at: Date.now() };

		await server.kill();
		await write(ada.page, 'While it was away');
		await expect(ada.page.getByText(/Not saved/)).toBeVisible({ timeout: 15_000 });
		server = await startServer(server);

		await expect(grace.page.getByText('While it was away')).toBeVisible({ timeout: 30_000 });
		await expect(ada.page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 30_000 });
		const passed = (Date.now() - before.at) / 1000;
		expect(Math.abs(before.left - seconds(await clock()) - passed)).toBeLessThan(2);

		// A browser that was not there sees the same, from the server alone.
		const late = await grace.context.newPage();
		await late.goto(`${server.origin}${team.room}`);
		await expect(late.getByText('Before the crash')).toBeVisible();
		await expect(late.getByText('While it was away')).toBeVisible();
	} finally {
		await server.remove();
	}
});
