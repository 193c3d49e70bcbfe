import { expect, type Page } from '@playwright/test';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { ZipReader } from '../src/lib/server/archive/zip-reader.ts';
import { startServer } from './own-server.ts';
import { enterRoom, newTeam, signUp, test, write } from './people.ts';

test.describe.configure({ timeout: 240_000 });

test('an admin takes the workspace along, and an empty Drumbeat takes it in', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const page = team.people[0].page;
	await page.goto(team.home, { waitUntil: 'networkidle' });
	await openWorkspace(page);
	const downloading = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Export the workspace' }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toMatch(/^Analytical Engines .*\.zip$/);
	const file = await download.path();
	expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK');
	await expect(page.getByText('Your browser is saving it')).toBeVisible();

	await page.reload({ waitUntil: 'networkidle' });
	await page.getByRole('button', { name: 'Erase Grace Hopper' }).click();
	await page.getByLabel('Type Grace Hopper to go ahead').fill('Grace Hopper');
	await page.getByRole('button', { name: 'Erase', exact: true }).click();
	await expect(page.getByText('Erased. What they decided stays')).toBeVisible();
	await expect(page.getByText('Grace Hopper')).toBeHidden();

	const server = await startServer();
	try {
		const importer = await signUp(browser, server.origin, 'Katherine Johnson');
		const there = importer.page;
		await there.goto('/start/import', { waitUntil: 'networkidle' });
		const chooser = there.getByLabel('The exported file');
		await chooser.setInputFiles({
			name: 'half.zip',
			mimeType: 'application/zip',
			buffer: (await readFile(file)).subarray(0, 5000)
		});
		await expect(there.getByText('The file ends too early')).toBeVisible();
		await chooser.setInputFiles(file);
		await expect(there.getByRole('heading', { name: 'Analytical Engines is here' })).toBeVisible();
		await there.getByRole('link', { name: 'Open it' }).click();
		await there.goto('/start/import');
		await expect(there.getByText('has a workspace already')).toBeVisible();
	} finally {
		await server.remove();
	}
});

test('an export made while somebody types holds one moment of the meeting, which goes on unharmed', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	const overview = await ada.context.newPage();
	await overview.goto(team.home, { waitUntil: 'networkidle' });
	await openWorkspace(overview);
	const address = `${new URL(overview.url()).pathname}/export`;
	await enterRoom([ada, grace], team.room);
	await ada.page.getByRole('button', { name: 'Start the meeting' }).click();

	const lines = Array.from({ length: 40 }, (_, at) => `Line number ${at + 1} ends here.`);
	await write(ada.page, lines[0] ?? '');
	await expect(ada.page.getByText('Saved', { exact: true })).toBeVisible();
	let answers = 0;
	const exporting = Promise.all(
		[1, 2, 3].map(async () => {
			const answer = await ada.context.request.get(address);
			answers += 1;
			return answer.body();
		})
	);
	let typed = 1;
	for (; typed < lines.length && (typed < 12 || answers < 3); typed += 1)
		await write(ada.page, lines[typed] ?? '');
	const meeting = team.room.split('/')[2];
	for (const body of await exporting) {
		const file = join(tmpdir(), `drumbeat-live-${crypto.randomUUID()}.zip`);
		await writeFile(file, body);
		const zip = await ZipReader.open(file);
		const doc = new Y.Doc();
		Y.applyUpdate(doc, await zip.whole(`documents/meeting-${meeting}.yjs`));
		const all = [...doc.share.keys()]
			.filter((name) => name.startsWith('notes:'))
			.map((name) => doc.getXmlFragment(name).toJSON())
			.join('');
		const held = lines.filter((line) => all.includes(line)).length;
		expect(held).toBeGreaterThan(0);
		// Nothing of what came later without what came before it.
		expect(lines.slice(0, held).every((line) => all.includes(line))).toBe(true);
		const rows = (await zip.whole('data/meetings.jsonl')).toString();
		expect(rows).toContain('"state":"live"');
		zip.close();
		await rm(file);
	}
	await expect(ada.page.getByText('Saved', { exact: true })).toBeVisible();
	for (const line of [lines[0], lines[typed - 1]])
		await expect(grace.page.getByText(line ?? '', { exact: true })).toBeVisible();
});

/** The way people go: the menu with the team's name, then the workspace. */
async function openWorkspace(page: Page): Promise<void> {
	await page
		.getByRole('button', { name: /Leadership team/ })
		.first()
		.click();
	await page.getByRole('menuitem', { name: 'Workspace and teams' }).click();
	await page.waitForURL(/\/w\//);
	await page.waitForLoadState('networkidle');
}
