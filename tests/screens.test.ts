import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { sampleId } from '../src/lib/server/sample/sample-ids.ts';
import { startServer } from './own-server.ts';

test.describe.configure({ timeout: 600_000 });

const looks = [
	{ name: 'desktop', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
	{ name: 'phone', viewport: { width: 390, height: 844 }, colorScheme: 'dark' }
] as const;

for (const looking of looks)
	test(`every screen is free of serious accessibility faults, overflow and blocked scripts, ${looking.name} ${looking.colorScheme}`, ({
		browser
	}) => lookAtScreens(browser, looking));

async function lookAtScreens(
	browser: Browser,
	{ name, viewport, colorScheme }: (typeof looks)[number]
): Promise<void> {
	const server = await startServer();
	try {
		const first = await browser.newPage({ baseURL: server.origin });
		await enterSampleCompany(first);
		const home = new URL(first.url()).pathname;
		const room = (await first.locator('a[href$="/live"]').first().getAttribute('href')) ?? '';
		await first.goto(`${home}/scorecard`);
		const metric = (await first.locator('article a').first().getAttribute('href')) ?? '';
		await first.goto(`${home}/meetings`);
		const recap = (await first.locator('a[href$="/recap"]').first().getAttribute('href')) ?? '';
		await first.goto(`${home}/retros`);
		const retro = (await first.locator('tbody a').first().getAttribute('href')) ?? '';
		await first.goto(`${home}/execution`);
		const priority =
			(await first.locator('tbody a[href*="/execution/"]').first().getAttribute('href')) ?? '';
		const signedIn = await first.context().storageState();

		const plans = `execution/${sampleId('priority', 'uptime')}/workers`;
		const inside = [
			home,
			...[
				'decisions',
				'catch-up',
				'search?q=uptime',
				'settings/calendar',
				'settings/webhooks',
				'pillars',
				'health',
				'structure',
				'guides',
				'guides/elevate',
				'guides/kpis',
				'guides/forecast',
				'guides/plans',
				'guides/workflow',
				'guides/systems',
				'meetings',
				'actions',
				'scorecard',
				'scorecard/library',
				'scorecard/stopped',
				'strategy',
				'strategy?view=list',
				'strategy/check-in',
				'scorecard/import',
				'scorecard/enter',
				'execution',
				'message',
				'coaching',
				'learning',
				'retros',
				'alerts',
				'settings',
				'settings/rhythm',
				'settings/agenda',
				'settings/words',
				'settings/sources',
				'settings/dashboards',
				'settings/facilitator',
				'settings/model',
				'settings/mine'
			].map((page) => `${home}/${page}`),
			`${home}/${metric}`,
			`${home}/strategy/key-result/${sampleId('key result', 'Pilots converted to contract')}`,
			priority,
			recap,
			recap.replace('recap', 'transcript'),
			retro,
			`${retro}/next`,
			`${home}/${plans}/operations`,
			`${home}/${plans}/it`,
			room,
			room.replace('live', 'display')
		];
		const key = '00000000-0000-4000-8000-000000000000';
		const outside = [
			...['/sign-in', '/sign-up', '/reset', '/start', '/mailbox', '/nowhere'],
			`/mails/off/${key}`
		];
		const options = { baseURL: server.origin, viewport, colorScheme };
		const member = await browser.newContext({ ...options, storageState: signedIn });
		const stranger = await browser.newContext(options);
		const [page, out] = [await member.newPage(), await stranger.newPage()];
		for (const path of inside) await look(page, path, `${name} ${colorScheme}`);
		for (const path of outside) await look(out, path, `${name} ${colorScheme}`);
	} finally {
		await server.remove();
	}
}

test('every segment of the running meeting is free of serious accessibility faults', async ({
	browser
}) => {
	const server = await startServer();
	try {
		const context = await browser.newContext({
			baseURL: server.origin,
			viewport: { width: 1440, height: 900 }
		});
		const page = await context.newPage();
		await enterSampleCompany(page);
		await page.goto((await page.locator('a[href$="/live"]').first().getAttribute('href')) ?? '');
		await page.getByRole('button', { name: 'Start the meeting' }).click();
		for (;;) {
			const heading = await page.getByRole('heading', { level: 1 }).first().innerText();
			expect(await faults(page), heading).toEqual([]);
			const forward = page.getByRole('button', { name: /^(Next|Open): / });
			if (!(await forward.isVisible())) break;
			const before = await forward.innerText();
			await forward.click();
			await expect(page.getByRole('toolbar')).not.toContainText(before.split('\n')[0] ?? '');
		}
		await page.getByRole('button', { name: /^Close the meeting/ }).click();
		await expect(page.getByRole('dialog')).toBeVisible();
		expect(await faults(page), 'the closing dialog').toEqual([]);
	} finally {
		await server.remove();
	}
});

test('every stage of a retrospective is free of serious accessibility faults', async ({
	browser
}) => {
	const server = await startServer();
	try {
		const context = await browser.newContext({
			baseURL: server.origin,
			viewport: { width: 1440, height: 900 }
		});
		const page = await context.newPage();
		await enterSampleCompany(page);
		await page.goto(`${new URL(page.url()).pathname}/retros`, { waitUntil: 'networkidle' });
		await page.getByRole('button', { name: 'Begin a retrospective' }).click();
		await page.getByRole('button', { name: 'Start the retrospective' }).click();
		const wall = await context.newPage();
		await wall.goto(page.url().replace('/live', '/display'));
		for (const stage of ['Brainstorm', 'Group', 'Vote', 'Outcomes']) {
			await expect(page.getByRole('button', { name: `Next: ${stage}` })).toBeVisible();
			expect(await faults(page), `before ${stage}`).toEqual([]);
			await expect(wall.getByRole('timer')).toBeVisible();
			expect(await faults(wall), `the display before ${stage}`).toEqual([]);
			if (stage === 'Group') {
				await page.getByRole('textbox').first().fill('One owner per site');
				await page.keyboard.press('Enter');
				await expect(page.getByText('Kept')).toBeVisible();
			}
			await page.getByRole('button', { name: `Next: ${stage}` }).click();
			if (stage === 'Group') await expect(page.getByRole('article')).toHaveCount(1);
		}
		for (const view of [/^Themes/, /^What becomes/, /^Recorded/]) {
			await page.getByRole('radio', { name: view }).check({ force: true });
			expect(await faults(page), String(view)).toEqual([]);
		}
		await page.getByRole('button', { name: /^Close the retrospective/ }).click();
		expect(await faults(page), 'the closing dialog').toEqual([]);
	} finally {
		await server.remove();
	}
});

/** Starts the sample company and sits down as its facilitator, on the team's home. */
async function enterSampleCompany(page: Page): Promise<void> {
	await page.goto('/start');
	await page.getByRole('button', { name: /sample company/i }).click();
	await page.waitForURL(/\/start\/sample/);
	await page.getByRole('button', { name: /Sam Whitlock/ }).click();
	await page.waitForURL(/\/t\//);
}

async function look(page: Page, path: string, how: string): Promise<void> {
	const problems: string[] = [];
	const listen = (message: { type: () => string; text: () => string }) => {
		if (/Content Security Policy|is not defined|Uncaught/.test(message.text()))
			problems.push(message.text());
	};
	page.on('console', listen);
	page.on('pageerror', (error) => problems.push(error.message));
	await page.goto(path);
	await expect(
		page.getByRole('heading', { level: 1 }).or(page.getByRole('timer')).first()
	).toBeVisible();
	await page.waitForLoadState('networkidle');
	expect(await faults(page), `${path}, ${how}`).toEqual([]);
	for (const frame of await page.locator(stillFrames).all())
		expect(await faultsAlone(page, frame), `a frame of ${path}, ${how}`).toEqual([]);
	const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(overflow, `${path} is wider than the screen, ${how}`).toBeLessThanOrEqual(0);
	for (const here of await page.locator('nav [aria-current="page"]:visible').all())
		await expect(here, `where one is, ${path}, ${how}`).toBeInViewport({ ratio: 0.9 });
	expect(problems, `${path}, ${how}`).toEqual([]);
	page.off('console', listen);
}

/** Frames in which no script may run: axe would wait in them for ever. */
const stillFrames = 'iframe[sandbox]:not([sandbox*="allow-scripts"])';

/** The faults of what such a frame shows, on a page of its own. */
async function faultsAlone(page: Page, frame: Locator): Promise<string[]> {
	const alone = await page.context().newPage();
	await alone.setContent((await frame.getAttribute('srcdoc')) ?? '');
	const found = await faults(alone);
	await alone.close();
	return found;
}

async function faults(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page })
		.exclude(stillFrames)
		.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
		.analyze();
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
