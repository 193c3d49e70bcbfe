import { expect, type Browser, type Page, type Request } from '@playwright/test';
import { newTeam, test } from './people.ts';

/** Somebody on the strategy page; without the service worker, which would keep all scripts. */
async function strategyPage(browser: Browser, baseURL: string | undefined): Promise<Page> {
	const { home, people } = await newTeam(browser, baseURL ?? '', ['Ada Lovelace'], {
		contexts: { serviceWorkers: 'block' }
	});
	const { page } = people[0];
	await page.goto(`${home}/strategy`, { waitUntil: 'networkidle' });
	return page;
}

const isScript = (request: Request) => new URL(request.url()).pathname.endsWith('.js');
const menuButton = (page: Page) => page.getByRole('button', { name: 'Switch team' });
const adding = (page: Page) => page.getByRole('button', { name: 'Imperative' });
const form = (page: Page) => page.getByRole('dialog', { name: 'Add strategic imperative' });

const notice = (page: Page) => page.getByRole('region', { name: 'Notices' });

/** Lets no script through any more; the returned function mends it. */
async function cutNetwork(page: Page): Promise<() => Promise<void>> {
	await page.route('**/*.js', (route) => route.abort());
	return () => page.unroute('**/*.js');
}

/** Holds every script back until the returned function is called. */
async function holdScripts(page: Page): Promise<() => void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	await page.route('**/*.js', async (route) => {
		await promise;
		await route.continue();
	});
	return resolve;
}

test('a menu opens from the keyboard at its first item, though its script comes only then', async ({
	browser,
	baseURL
}) => {
	const page = await strategyPage(browser, baseURL);
	for (const key of ['Enter', 'Space', 'ArrowDown']) {
		await page.reload({ waitUntil: 'networkidle' });
		await expect(menuButton(page)).toHaveAttribute('aria-haspopup', 'menu');
		await expect(menuButton(page)).toHaveAttribute('aria-expanded', 'false');
		const asked = page.waitForRequest(isScript);
		await menuButton(page).focus();
		await asked;
		await page.keyboard.press(key);
		await expect(page.getByRole('menuitem').first()).toBeFocused();
		await expect(
			page.getByRole('button', { includeHidden: true, name: 'Switch team' })
		).toHaveAttribute('aria-expanded', 'true');
		await page.keyboard.press('Escape');
		await expect(page.getByRole('menu')).toHaveCount(0);
		await expect(menuButton(page)).toBeFocused();
		await expect(menuButton(page)).toHaveAttribute('aria-expanded', 'false');
	}
	await menuButton(page).click();
	await expect(page.getByRole('menu')).toBeFocused();
	await page.mouse.click(700, 400);
	await expect(page.getByRole('menu')).toHaveCount(0);
});

test('a dialog takes the focus, keeps it, and gives it back to the button that opened it', async ({
	browser,
	baseURL
}) => {
	const page = await strategyPage(browser, baseURL);
	await expect(adding(page)).toHaveAttribute('aria-haspopup', 'dialog');
	await adding(page).focus();
	await page.keyboard.press('Enter');
	await expect(form(page)).toBeVisible();
	for (let tab = 0; tab < 12; tab += 1) {
		await page.keyboard.press('Tab');
		await expect(form(page).locator(':focus')).toHaveCount(1);
	}
	await page.keyboard.press('Escape');
	await expect(form(page)).toHaveCount(0);
	await expect(adding(page)).toBeFocused();
});

test('a dialog that cannot be fetched says so, and opens when it is pressed again', async ({
	browser,
	baseURL
}) => {
	const page = await strategyPage(browser, baseURL);
	const mend = await cutNetwork(page);
	await adding(page).click();
	await expect(
		notice(page).getByText(/The form did not open: its script could not be fetched/)
	).toBeVisible();
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await menuButton(page).click();
	await expect(notice(page).getByText(/The menu did not open/)).toBeVisible();
	await expect(menuButton(page)).toHaveAttribute('aria-expanded', 'false');

	await mend();
	await menuButton(page).click();
	await expect(page.getByRole('menu')).toBeVisible();
	await page.keyboard.press('Escape');
	await adding(page).click();
	await form(page).getByRole('textbox').first().fill('The default supplier');
	await expect(form(page).getByRole('textbox').first()).toHaveValue('The default supplier');
});

test('what cannot be fetched because Drumbeat was updated says that', async ({
	browser,
	baseURL
}) => {
	const page = await strategyPage(browser, baseURL);
	await page.route('**/version.json', (route) => route.fulfill({ json: { version: 'newer' } }));
	await page.route('**/*.js', (route) => route.fulfill({ status: 404 }));
	await adding(page).click();
	await expect(notice(page).getByText(/The form did not open: Drumbeat was updated/)).toBeVisible();
});

test('what was typed stays when a menu cannot be fetched', async ({ browser, baseURL }) => {
	const { home, people } = await newTeam(browser, baseURL ?? '', ['Ada Lovelace'], {
		contexts: { serviceWorkers: 'block' }
	});
	const { page } = people[0];
	await page.goto(`${home}/settings/agenda`, { waitUntil: 'networkidle' });
	const segment = page.getByLabel('Name of segment 1');
	await segment.fill('Good news first');
	await cutNetwork(page);
	await page.getByRole('button', { name: 'More for Good news first' }).click();
	await expect(notice(page).getByText(/The menu did not open/)).toBeVisible();
	await expect(segment).toHaveValue('Good news first');
});

test('pressing twice while it is fetched opens one dialog, and one menu that stays open', async ({
	browser,
	baseURL
}) => {
	const page = await strategyPage(browser, baseURL);
	const release = await holdScripts(page);
	await adding(page).click();
	await adding(page).click();
	await expect(page.getByText('The form is opening …')).toBeVisible();
	await menuButton(page).click();
	await menuButton(page).click();
	await expect(page.getByText('The menu is opening …')).toBeVisible();
	release();
	await expect(page.getByRole('dialog')).toHaveCount(1);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('Escape calls off what is still being fetched', async ({ browser, baseURL }) => {
	const page = await strategyPage(browser, baseURL);
	const release = await holdScripts(page);
	for (const button of [adding(page), menuButton(page)]) {
		await button.click();
		await expect(page.getByText(/is opening …/)).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(page.getByText(/is opening …/)).toHaveCount(0);
		await expect(button).toBeFocused();
	}
	release();
	await page.waitForLoadState('networkidle');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(page.getByRole('menu')).toHaveCount(0);
});

test('with the network gone, dialogs nobody has come near to still open', async ({
	browser,
	baseURL
}) => {
	const { home, people } = await newTeam(browser, baseURL ?? '', ['Ada Lovelace']);
	const { page, context } = people[0];
	await page.goto(`${home}/strategy`, { waitUntil: 'networkidle' });
	await page.evaluate(() => navigator.serviceWorker.ready);
	await context.setOffline(true);
	await adding(page).click();
	await expect(form(page)).toBeVisible();
});

for (const { saveData, words } of [
	{ saveData: false, words: 'fetched in an idle moment' },
	{ saveData: true, words: 'not fetched before they are wanted by who saves data' }
])
	test(`where no service worker can be, dialogs are ${words}`, async ({ browser, baseURL }) => {
		const { home, people } = await newTeam(browser, baseURL ?? '', ['Ada Lovelace'], {
			contexts: { serviceWorkers: 'block' }
		});
		const { page, context } = people[0];
		await page.addInitScript((saves) => {
			Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
			Object.defineProperty(navigator, 'connection', { value: { saveData: saves } });
		}, saveData);
		await page.goto(`${home}/strategy`, { waitUntil: 'networkidle' });
		await context.setOffline(true);
		await adding(page).click();
		if (saveData) await expect(notice(page).getByText(/The form did not open/)).toBeVisible();
		else await expect(form(page)).toBeVisible();
	});
