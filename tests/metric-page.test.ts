import { expect } from '@playwright/test';
import { addMetric, enter } from './meetings.ts';
import { newTeam, test, type Participant } from './people.ts';

test.describe.configure({ timeout: 240_000 });

test('a reading that breaks its bound asks the responder, and the log keeps what was done', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	await countUptime(ada, team.home, { responder: 'Grace Hopper', response: 'Call the supplier' });
	await enter(ada, 'Fleet uptime', '98.5');

	await grace.page.goto(team.home, { waitUntil: 'networkidle' });
	const asked = grace.page.getByRole('region', { name: 'A trigger asks for your response' });
	await expect(asked.getByText('98.5 misses min 99 by 0.5.')).toBeVisible();
	await expect(asked.getByText('Call the supplier')).toBeVisible();
	await asked.getByRole('button', { name: /^Done/ }).click();
	await expect(asked.getByText('Write what was done')).toBeVisible();
	await asked.getByRole('textbox').fill('Called them: <b>new parts</b> on Tuesday');
	await asked.getByRole('button', { name: /^Done/ }).click();
	await expect(asked).toBeHidden();

	const { page } = ada;
	await page.getByRole('link', { name: 'Fleet uptime' }).click();
	await expect(page.getByText('Called them: <b>new parts</b> on Tuesday')).toBeVisible();

	// The reading was a typing mistake: the old one is kept with the reason.
	await page.getByRole('button', { name: /^Correct week/ }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('New value').fill('99.5');
	await dialog.getByLabel('Why').fill('   ');
	await dialog.getByRole('button', { name: 'Correct', exact: true }).click();
	await expect(dialog.getByText('Say why it is corrected')).toBeVisible();
	await dialog.getByLabel('Why').fill('Two robots were counted twice');
	await dialog.getByRole('button', { name: 'Correct', exact: true }).click();
	await expect(dialog).toBeHidden();
	await expect(page.getByText(/98.5 became\s+99.5/)).toBeVisible();
	await expect(page.getByText(/: Two robots were counted twice/)).toBeVisible();

	// Targets that change with time judge each reading by its own period.
	await page.getByText('Targets that change with time').click();
	await page.getByLabel('From').first().fill('2026-01-05');
	await page
		.getByRole('textbox', { name: /^Target/ })
		.first()
		.fill('high');
	await page.getByRole('button', { name: 'Save the targets' }).click();
	await expect(page.getByText('Type the target as a number')).toBeVisible();
	await page
		.getByRole('textbox', { name: /^Target/ })
		.first()
		.fill('99.9');
	await page.getByRole('button', { name: 'Save the targets' }).click();
	await expect(page.getByText('99.5 misses min 99.9 by 0.4.')).toBeVisible();
	await page.getByRole('button', { name: 'Add a step' }).click();
	await expect(page.locator('input[name=from]')).toHaveCount(3);
	await page.getByRole('button', { name: 'Remove the target from 2026-01-05' }).click();
	await page.getByRole('button', { name: 'Save the targets' }).click();
	await expect(page.getByText('99.5 meets min 99.')).toBeVisible();
});

test('targets that are being typed stay when the page shows what others did', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [{ page }, grace] = team.people;
	await countUptime(team.people[0], team.home);
	await page.getByRole('link', { name: 'Fleet uptime' }).click();
	await page.getByText('Targets that change with time').click();
	// What is new is on its way when she begins to type.
	const { promise: typed, resolve: letIn } = Promise.withResolvers<void>();
	const asked = page.waitForRequest(/__data\.json/);
	await page.route(/__data\.json/, async (route) => {
		await typed;
		await route.continue();
	});
	await grace.page.goto(`${team.home}/scorecard`, { waitUntil: 'networkidle' });
	await grace.page.getByRole('radio', { name: 'Table' }).check({ force: true });
	await enter(grace, 'Fleet uptime', '98.5');
	await asked;
	await page.getByLabel('From').first().fill('2026-01-05');
	const target = page.getByRole('textbox', { name: /^Target/ }).first();
	await target.fill('99.9');
	letIn();
	await expect(page.getByText('98.5 misses min 99 by 0.5.').first()).toBeVisible();
	await expect(page.getByLabel('From').first()).toHaveValue('2026-01-05');
	await expect(target).toHaveValue('99.9');
	await page.getByRole('button', { name: 'Save the targets' }).click();
	await expect(page.getByText('98.5 misses min 99.9 by 1.4.').first()).toBeVisible();

	// Another instead of it, typed into the line below: it is there once afterwards.
	const from = page.locator('input[name=from]');
	await from.first().fill('');
	await target.fill('');
	await from.nth(1).fill('2026-02-02');
	await page
		.getByRole('textbox', { name: /^Target/ })
		.nth(1)
		.fill('98');
	await page.getByRole('button', { name: 'Save the targets' }).click();
	await expect(page.getByText('98.5 meets min 98.').first()).toBeVisible();
	await expect(from.first()).toHaveValue('2026-02-02');
	await expect(from.nth(1)).toHaveValue('');
});

test('a dashboard is asked for nothing before somebody shows it, and only its host is let in', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace']);
	const [ada] = team.people;
	const { page } = ada;
	const asked: string[] = [];
	await ada.context.route(/^https:/, (route) => {
		asked.push(route.request().url());
		return route.fulfill({ contentType: 'text/html', body: '<h1>Uptime by site</h1>' });
	});
	await countUptime(ada, team.home);
	await page.getByRole('link', { name: 'Fleet uptime' }).click();
	const dashboard = page.locator('#dashboard');
	const save = async (address: string) => {
		if (!(await dashboard.getByLabel('Address').isVisible()))
			await dashboard.getByText(/address/).click();
		await dashboard.getByLabel('Address').fill(address);
		await dashboard.getByRole('button', { name: 'Save' }).click();
	};
	await save('javascript:alert(1)');
	await expect(dashboard.getByText('Paste the whole address')).toBeVisible();
	await save('https://app.powerbi.com@evil.example/');
	await expect(dashboard.getByText('before the @')).toBeVisible();

	await save('https://app.powerbi.com.evil.example/view');
	await expect(dashboard.getByText('is not one of the hosts')).toBeVisible();
	const link = dashboard.getByRole('link', { name: /^Open it at/ });
	await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
	await page.goto(`${page.url().split('?')[0]}?dashboard=shown`, { waitUntil: 'networkidle' });
	await expect(dashboard.locator('iframe')).toHaveCount(0);

	await save('https://app.powerbi.com/view?r=1');
	await expect(dashboard.getByText('Open it at app.powerbi.com')).toBeVisible();
	const plain = await page.goto(page.url().split('?')[0]!, { waitUntil: 'networkidle' });
	expect(plain?.headers()['content-security-policy']).toContain("frame-src 'none'");
	expect(asked).toEqual([]);
	const [shown] = await Promise.all([
		page.waitForResponse((response) => response.url().includes('dashboard=shown')),
		dashboard.getByRole('link', { name: 'Show it here' }).click()
	]);
	const policy = shown.headers()['content-security-policy'] ?? '';
	expect(/frame-src ([^;]*)/.exec(policy)?.[1]).toBe('https://app.powerbi.com');
	const frame = page.locator('iframe');
	await expect(frame).toHaveAttribute(
		'sandbox',
		'allow-scripts allow-same-origin allow-popups allow-forms'
	);
	await expect(frame.contentFrame().getByText('Uptime by site')).toBeVisible();
	expect(asked).toEqual(['https://app.powerbi.com/view?r=1']);
	const blocked = await page.evaluate(
		() =>
			new Promise<string>((resolve) => {
				addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective));
				document.body.append(
					Object.assign(document.createElement('iframe'), { src: 'https://evil.example/' })
				);
			})
	);
	expect(blocked).toBe('frame-src');

	// An admin lets another host in, for this team.
	await page.goto(`${team.home}/settings/dashboards`, { waitUntil: 'networkidle' });
	await page.getByLabel('Another host').fill('https://bi.example.com');
	await page.getByRole('button', { name: 'Allow it' }).click();
	await expect(page.getByText('Type a host such as')).toBeVisible();
	await page.getByLabel('Another host').fill('bi.example.com');
	await page.getByRole('button', { name: 'Allow it' }).click();
	await expect(page.getByRole('button', { name: /Take away\s+bi.example.com/ })).toBeVisible();
});

test('a metric leaves the scorecard with a reason, keeps its page, and comes back', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	await countUptime(ada, team.home);
	await enter(ada, 'Fleet uptime', '99.5');
	await ada.page.getByRole('button', { name: 'Stop watching Fleet uptime' }).click();
	const dialog = ada.page.getByRole('dialog');
	await dialog.getByLabel('Why').fill('Nobody acts on it');
	await dialog.getByLabel('Who decided it').selectOption({ label: 'Grace Hopper' });
	await dialog.getByRole('button', { name: 'Stop watching' }).click();
	await expect(ada.page.getByText('Nothing is counted yet')).toBeVisible();

	const { page } = grace;
	await page.goto(`${team.home}/scorecard`, { waitUntil: 'networkidle' });
	await page.getByRole('link', { name: 'No longer watched' }).click();
	await expect(page.getByText('Nobody acts on it')).toBeVisible();
	await expect(page.getByText(/decided by.*Grace/)).toBeVisible();
	await page.getByRole('link', { name: 'Fleet uptime' }).click();
	await expect(page.getByText(/Not watched since .*: Nobody acts on it/)).toBeVisible();
	await expect(page.getByRole('cell', { name: '99.5' })).toBeVisible();
	await page.getByRole('button', { name: 'Watch again' }).click();
	await expect(page.getByText('Not watched since')).toBeHidden();
	await expect(page.getByRole('button', { name: 'Stop watching' })).toBeVisible();
});

/** Counts the uptime of the fleet, and shows the scorecard as a table. */
async function countUptime(
	{ page }: Participant,
	home: string,
	more: { responder?: string; response?: string } = {}
): Promise<void> {
	await page.goto(`${home}/scorecard`, { waitUntil: 'networkidle' });
	await addMetric({ page }, { name: 'Fleet uptime', target: '99', ...more });
	await page.getByRole('radio', { name: 'Table' }).check({ force: true });
}
