import { expect } from '@playwright/test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { newTeam, test } from './people.ts';

test.describe.configure({ timeout: 120_000 });

type Operation = { responses: Record<string, { content?: Record<string, { schema: object }> }> };
type OpenApi = {
	paths: Record<string, Record<string, Operation>>;
	components: { schemas: object };
};

test('the running server answers what its OpenAPI file says, to tokens made for it and no others', async ({
	browser,
	baseURL,
	request
}) => {
	const file = (await (await request.get('/api/v1/openapi.json')).json()) as OpenApi;
	expect(await new Validator().validate(file)).toMatchObject({ valid: true });

	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace']);
	const page = team.people[0].page;
	await page.goto(`${team.home}/scorecard`, { waitUntil: 'networkidle' });
	await page.getByRole('link', { name: 'Choose from the library' }).click();
	await page.getByRole('button', { name: /Pilot it/ }).click();
	await page.getByRole('button', { name: 'Take 9' }).click();
	await expect(page.getByRole('heading', { name: 'Cash runway' })).toBeVisible();
	await page.goto(`${team.home}/settings/sources`, { waitUntil: 'networkidle' });
	const make = async (name: string, uses: RegExp) => {
		await page.getByLabel('What will use it').fill(name);
		for (const box of await page.getByRole('checkbox').all())
			await box.setChecked(uses.test((await box.getAttribute('value')) ?? ''));
		await page.getByRole('button', { name: 'Make a token' }).click();
		await expect(page.getByRole('button', { name: `Withdraw ${name}` })).toBeVisible();
		return page.getByRole('status').filter({ hasText: 'shown once' }).locator('code').innerText();
	};
	const all = await make('Everything', /./);
	const actions = await make('Actions only', /actions/);

	const ajv = new Ajv2020({ strict: false });
	(formats as unknown as { default: (ajv: Ajv2020) => void }).default(ajv);
	const check = (operation: Operation | undefined, status: number, body: unknown) => {
		const schema = operation?.responses[String(status)]?.content?.['application/json']?.schema;
		expect(schema, `the file tells of ${status}`).toBeDefined();
		const validate = ajv.compile({ ...schema, components: file.components } as AnySchema);
		expect(validate(body), JSON.stringify([validate.errors, body])).toBe(true);
	};
	const send = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
	const posted = await request.post('/api/v1/metrics/cash-against-plan/readings', {
		...send(all),
		data: { period: '2026-11-16', value: 91.5 }
	});
	check(file.paths['/metrics/{key}/readings']?.['post'], posted.status(), await posted.json());

	for (const [path, { get }] of Object.entries(file.paths)) {
		const address = `/api/v1${path.replace('{key}', 'cash-against-plan')}`;
		const answered = await request.get(address, send(all));
		expect(answered.status()).toBe(200);
		check(get, 200, await answered.json());
		const unknown = await request.get(address, send(`${all}x`));
		check(get, unknown.status(), await unknown.json());
		expect(unknown.status()).toBe(401);
		const other = await request.get(address, send(actions));
		expect(other.status()).toBe(path === '/actions' ? 200 : 403);
		const odd = await request.get(`${address}?limit=0`, send(all));
		expect(odd.status()).toBe(400);
		check(get, 400, await odd.json());
	}
	const metrics = (await (await request.get('/api/v1/metrics?limit=2', send(all))).json()) as {
		items: unknown[];
		next: number;
	};
	expect([metrics.items.length, metrics.next]).toEqual([2, 2]);
	const refused = await request.post('/api/v1/metrics/cash-against-plan/readings', {
		...send(actions),
		data: { period: '2026-11-16', value: 1 }
	});
	expect(refused.status()).toBe(401);
	expect((await request.get('/api/v1/secrets', send(all))).status()).toBe(404);
});
