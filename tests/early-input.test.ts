import { expect, type BrowserContext } from '@playwright/test';
import { newTeam, test } from './people.ts';

/** Keeps scripts back, as a slow network does, until what it answers is called. */
async function holdScripts(context: BrowserContext): Promise<() => void> {
	const released = Promise.withResolvers<void>();
	await context.route('**/*.js', async (route) => {
		await released.promise;
		await route.continue();
	});
	return released.resolve;
}

const contexts = { serviceWorkers: 'block' } as const;

test('a tick counts though the page has not got its script yet', async ({ browser, baseURL }) => {
	const { home, people } = await newTeam(browser, baseURL ?? '', ['Ada Lovelace'], { contexts });
	const { context, page } = people[0];
	await page.goto(`${home}/import`, { waitUntil: 'networkidle' });
	await page.locator('input[type=file]').setInputFiles({
		name: 'to-dos.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from('To-Do,Owner\nAsk for a quote,Ada Lovelace\nCall Acme,Ada Lovelace\n')
	});
	await page.getByRole('button', { name: 'See what would come' }).click();
	await page.getByRole('button', { name: 'Import 2 actions' }).click();
	await expect(page.getByRole('link', { name: 'See them' })).toBeVisible();

	const release = await holdScripts(context);
	await page.goto(`${home}/actions`, { waitUntil: 'commit' });
	const quote = page.getByRole('checkbox', { name: 'Done: Ask for a quote' });
	await quote.check();
	release();
	await expect(quote).toHaveCount(0);
	await expect(page.getByRole('checkbox', { name: 'Done: Call Acme' })).not.toBeChecked();
	await page.reload();
	await expect(page.getByRole('checkbox', { name: 'Done: Call Acme' })).toBeVisible();
	await expect(quote).toHaveCount(0);
});

test('what is typed and chosen before stays', async ({ browser, baseURL }) => {
	const context = await browser.newContext({ baseURL: baseURL ?? '', ...contexts });
	const page = await context.newPage();
	const release = await holdScripts(context);
	await page.goto('/sign-up', { waitUntil: 'commit' });
	await page.getByLabel('Your name').fill('Ada Lovelace');
	await page.getByLabel('Work e-mail').pressSequentially('ada@exa');
	release();
	await page.waitForLoadState('networkidle');
	await page.getByLabel('Work e-mail').press('End');
	await page.getByLabel('Work e-mail').pressSequentially('mple.org');
	await expect(page.getByLabel('Your name')).toHaveValue('Ada Lovelace');
	await expect(page.getByLabel('Work e-mail')).toHaveValue('ada@example.org');
	await context.close();
});

test('the notes’ editor, when it comes late, leaves the focus where somebody went meanwhile', async ({
	browser,
	baseURL
}) => {
	const { room, people } = await newTeam(browser, baseURL ?? '', ['Ada Lovelace'], { contexts });
	const { context, page } = people[0];
	await page.goto(room, { waitUntil: 'networkidle' });
	await page.getByRole('button', { name: 'Start the meeting' }).click();
	const next = page.getByRole('button', { name: /^Next: Scorecard/ });
	await expect(next).toBeVisible();
	const release = await holdScripts(context);
	const notes = page.getByRole('textbox', { name: /Shared notes/ });
	if (!(await notes.isVisible())) await page.getByText('Add a line').click();
	await notes.focus();
	await page.keyboard.type('Brixholm went well');
	await next.focus();
	const line = page.getByText('Brixholm went well');
	await expect(line).toBeVisible();
	release();
	await page.waitForTimeout(1500);
	await expect(next).toBeFocused();
	await notes.focus();
	await page.keyboard.type('for good');
	await expect(notes).toContainText('for good');
	await page.reload();
	await expect(line).toHaveCount(1);
	await expect(page.getByText('for good')).toBeVisible();
});
