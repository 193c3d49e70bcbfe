import { expect, type Page } from '@playwright/test';
import { newTeam, test } from './people.ts';

test.describe.configure({ timeout: 180_000 });

const answer = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

async function open(page: Page, home: string) {
	await page.goto(`${home}/message`);
	await expect(answer(page, 'What')).toBeVisible();
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
}

/** The words of an answer, without the names at other people's carets. */
async function wordsOf(page: Page, name: string): Promise<string> {
	return answer(page, name).evaluate((field) => {
		const copy = field.cloneNode(true) as HTMLElement;
		for (const caret of copy.querySelectorAll('.cursor')) caret.remove();
		return [...copy.querySelectorAll('p')].map((line) => line.textContent ?? '').join('\n');
	});
}

const reads = (page: Page, name: string) =>
	expect.poll(() => wordsOf(page, name), { timeout: 30_000 });

/** Types at the end of an answer, as fast as a hand does. */
async function type(page: Page, name: string, words: string) {
	await answer(page, name).click();
	await page.keyboard.press('Control+End');
	await page.keyboard.type(words, { delay: 5 });
}

/** Publishes what stands there, under a name if one is given, from the keyboard. */
async function publish(page: Page, name = '') {
	await page.getByRole('button', { name: 'Publish', exact: true }).click();
	await expect(page.getByLabel('Name')).toBeFocused();
	await page.keyboard.type(name);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog')).toBeHidden();
}

/** Selects words of an answer by the keyboard. */
async function select(page: Page, name: string, words: string) {
	const field = answer(page, name);
	await field.focus();
	const at = (await wordsOf(page, name)).indexOf(words);
	await page.keyboard.press('Control+Home');
	for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowRight');
	await page.keyboard.down('Shift');
	for (let step = 0; step < words.length; step += 1) await page.keyboard.press('ArrowRight');
	await page.keyboard.up('Shift');
}

test('three people write a message at once, challenge it, publish it, and recall it', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(
		browser,
		baseURL ?? '',
		['Ada Lovelace', 'Grace Hopper', 'Alan Turing'],
		{ observers: ['Mary Kenneth'] }
	);
	const [{ page: ada }, { page: grace }, { page: alan }, { page: mary }] = team.people;
	for (const page of [ada, grace, alan]) await open(page, team.home);

	// Write: three people in the same sentence lose no word.
	await type(ada, 'What', 'We move from engines to answers.');
	await expect(answer(alan, 'What')).toContainText('We move from engines to answers.');
	await Promise.all([
		type(ada, 'What', ' Ada.'),
		type(grace, 'What', ' Grace.'),
		type(alan, 'What', ' Alan.')
	]);
	const letters = (text: string) => [...text].toSorted().join('');
	const all = letters('We move from engines to answers. Ada. Grace. Alan.');
	for (const page of [ada, grace, alan])
		await expect.poll(async () => letters(await wordsOf(page, 'What'))).toBe(all);
	expect(await wordsOf(ada, 'What')).toBe(await wordsOf(alan, 'What'));
	await answer(ada, 'What').focus();
	await ada.keyboard.press('Control+a');
	await ada.keyboard.type('We move from engines to answers.');
	await expect(ada.getByText('One sentence')).toBeVisible();
	await type(grace, 'Why', 'If we wait, others will sell the answers.');
	await type(alan, 'How', 'By hiring two engineers, and we improve the customer experience.');
	await type(ada, 'How much', 'By December 2027: 40% of revenue from answers.');

	// Challenge: a rule quotes the phrase, a comment and a suggestion stand beside it.
	await expect(
		grace.getByRole('list', { name: 'Clarity of How', exact: true }).getByRole('listitem')
	).toContainText('“improve the customer experience” could mean anything.');
	await reads(grace, 'How much').toContain('40% of revenue from answers.');
	await select(grace, 'How much', '40%');
	await grace.keyboard.press('Control+Alt+m');
	await grace.getByRole('textbox', { name: 'Comment on How much' }).fill('Is 40% audited, @Alan?');
	await grace.keyboard.press('Control+Enter');
	const remark = ada.getByRole('article', { name: 'Comment by Grace Hopper' });
	await expect(remark).toContainText('Is 40% audited, @Alan?');
	await remark.getByRole('button', { name: 'Reply' }).click();
	await remark.getByRole('textbox', { name: 'Reply' }).fill('It is.');
	await ada.keyboard.press('Control+Enter');
	await expect(grace.getByText('It is.')).toBeVisible();

	await select(alan, 'How', 'improve the customer experience');
	await alan.keyboard.press('Control+Alt+r');
	await alan
		.getByRole('textbox', { name: 'Other words for How' })
		.fill('answer every call within 15 minutes');
	await alan.keyboard.press('Control+Enter');
	const offer = grace.getByRole('article', { name: 'Alan Turing suggests other words' });
	await expect(offer.locator('ins').first()).toBeVisible();
	await expect(answer(grace, 'How')).toContainText('improve the customer experience');
	await offer.getByRole('button', { name: 'Accept' }).click();
	for (const page of [ada, grace, alan])
		await reads(page, 'How').toBe(
			'By hiring two engineers, and we answer every call within 15 minutes.'
		);
	await expect(ada.getByText('Says how')).toBeVisible();

	// Publish, while somebody types on.
	await Promise.all([publish(ada, 'Q4 offsite'), type(alan, 'Why', ' And soon.')]);
	await expect(answer(ada, 'Why')).toContainText('And soon.');
	await expect(grace.getByText(/Version 1 \(Q4 offsite\)/).first()).toBeVisible();
	await grace.getByRole('button', { name: 'Versions' }).click();
	await expect(grace.getByRole('button', { name: /^Version 1/ })).toContainText('Q4 offsite');
	await grace.keyboard.press('Escape');
	await mary.goto(`${team.home}/message`);
	await expect(mary.getByText('We move from engines to answers.')).toBeVisible();
	await expect(mary.getByRole('button', { name: 'Publish', exact: true })).toBeHidden();
	await expect(mary.getByRole('textbox')).toHaveCount(0);

	// Recall: blind, together. Whoever opens the page then has nothing of the message in the browser:
	// who is in the team, the round and its clock, and no answer, version, remark or annual goal.
	const late = await team.people[2].context.newPage();
	const sockets: string[] = [];
	late.on('websocket', (socket) => {
		sockets.push(socket.url());
	});
	await grace.getByRole('button', { name: 'Start a recall round' }).click();
	// The click has only asked for it: a page that came before the round had the words with it.
	await expect(grace.getByText('From memory, in your own words.')).toBeVisible();
	await late.goto(`${team.home}/message`, { waitUntil: 'networkidle' });
	await expect(late.getByText('From memory, in your own words.')).toBeVisible();
	const { request } = team.people[2].context;
	for (const path of ['/message', '/message/__data.json']) {
		const served = await (await request.get(`${team.home}${path}`)).text();
		expect(served).not.toMatch(/engines|two engineers|40%|Q4 offsite/);
	}
	expect(await late.content()).not.toContain('engines');
	const timeLeft = async () => {
		const [minutes = 0, seconds = 0] = (await late.getByRole('timer').innerText())
			.split(':')
			.map(Number);
		return 60 * minutes + seconds;
	};
	const first = await timeLeft();
	expect(first).toBeLessThanOrEqual(90);
	await expect.poll(timeLeft).toBeLessThan(first);
	expect(sockets.filter((url) => url.includes('/sync/message'))).toEqual([]);
	await late.close();
	for (const page of [ada, grace, alan])
		await expect(page.getByText('From memory, in your own words.')).toBeVisible();
	await expect(ada.getByText('We move from engines')).toHaveCount(0);
	const recall = async (page: Page, howMuch: string) => {
		await page.getByLabel('What', { exact: true }).fill('From engines to answers');
		await page.getByLabel('Why', { exact: true }).fill('Others will sell answers if we wait');
		await page.getByLabel('How', { exact: true }).fill('Hiring two engineers, answer every call');
		await page.getByLabel('How much', { exact: true }).fill(howMuch);
		await page.getByRole('button', { name: 'Send my answer' }).click();
		await expect(page.getByText('Sent. You can change it')).toBeVisible();
	};
	await recall(ada, '40% of revenue from answers');
	await recall(grace, '45% of revenue from answers');
	await mary.reload();
	await expect(mary.getByText('2 of 3 answered.')).toBeVisible();
	await expect(mary.getByText('45%')).toHaveCount(0);
	await recall(alan, '40% of revenue by December');
	await expect(mary.getByText('3 of 3 answered.')).toBeVisible();
	await ada.getByRole('button', { name: 'Show the answers' }).click();
	for (const page of [ada, grace, mary])
		await expect(
			page.getByText('2 of 3 answers match version 1. Grace named a different target for How much.')
		).toBeVisible();
	await mary.getByRole('button', { name: 'Compare the answers' }).click();
	await expect(mary.getByText('45% of revenue from answers')).toBeVisible();
});

test('whoever is named in a comment finds the question at home, and answers it there and then', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [{ page: ada }, { page: grace }] = team.people;
	await grace.goto(team.home);
	const questions = grace.getByRole('region', { name: 'A question to you' });
	await expect(grace.getByRole('heading', { name: 'Your actions' })).toBeVisible();
	await expect(questions).toBeHidden();
	await open(ada, team.home);
	await type(ada, 'How much', 'By December 2027: 40% of revenue.');
	await reads(ada, 'How much').toContain('of revenue.');
	await select(ada, 'How much', '40%');
	await ada.keyboard.press('Control+Alt+m');
	await ada.getByRole('textbox', { name: 'Comment on How much' }).fill('Is 40% audited, @gr');
	await ada.getByRole('option', { name: 'Grace Hopper' }).click();
	await ada.keyboard.press('Control+Enter');

	// It comes to an open page by itself, and leads to the comment.
	await expect(questions).toContainText(/Is 40% audited, @Grace\s+Ada on How much, 40%/);
	await questions.getByRole('link', { name: 'Is 40% audited, @Grace' }).click();
	const remark = grace.getByRole('article', { name: 'Comment by Ada Lovelace' });
	await expect(remark).toBeFocused();
	await expect(remark).toBeInViewport();
	await remark.getByRole('button', { name: 'Reply' }).click();
	await remark.getByRole('textbox', { name: 'Reply' }).fill('It is.');
	await grace.keyboard.press('Control+Enter');
	await expect(ada.getByText('It is.')).toBeVisible();
	await grace.goto(team.home);
	await expect(grace.getByRole('heading', { name: 'Your actions' })).toBeVisible();
	await expect(questions).toBeHidden();
});

test('five people write in one sentence at once, and every letter of each is there', async ({
	browser,
	baseURL
}) => {
	const names = ['Ada Lovelace', 'Grace Hopper', 'Alan Turing', 'Joan Clarke', 'Mary Kenneth'];
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', ...names.slice(1)]);
	const pages = team.people.map(({ page }) => page);
	for (const page of pages) await open(page, team.home);
	const [first] = pages;
	if (!first) throw new Error('Five people are needed');
	const start = 'We move from engines to answers.';
	await type(first, 'What', start);
	for (const page of pages) await reads(page, 'What').toBe(start);

	// Each types words of their own, from the end of the same sentence, with their caret between others'.
	const own = pages.map((_, index) => ` ${String.fromCharCode(65 + index).repeat(12)}.`);
	await Promise.all(pages.map((page, index) => type(page, 'What', own[index] ?? '')));
	const letters = (text: string) => [...text].toSorted().join('');
	for (const page of pages)
		await expect
			.poll(async () => letters(await wordsOf(page, 'What')), { timeout: 30_000 })
			.toBe(letters(start + own.join('')));
	const shown = await Promise.all(pages.map((page) => wordsOf(page, 'What')));
	expect(new Set(shown).size).toBe(1);
	expect(shown[0]?.startsWith(start)).toBe(true);

	// One of them publishes while the others go on: the version has whole words, the text has all.
	await Promise.all([
		publish(first),
		...pages.slice(1).map((page, index) => type(page, 'Why', ` ${String(index + 1).repeat(6)}`))
	]);
	for (const page of pages)
		await expect
			.poll(async () => letters(await wordsOf(page, 'Why')), { timeout: 30_000 })
			.toBe(letters(' 111111 222222 333333 444444'));
	await expect(first.getByText(/Version 1/).first()).toBeVisible();
	// Nothing is only on somebody's screen.
	const [last] = pages.slice(-1);
	await last?.reload();
	if (last) await reads(last, 'What').toBe(shown[0] ?? '');
});

test('whoever moves their caret by the keyboard loses no step to others who write there', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [{ page: ada }, { page: grace }] = team.people;
	for (const page of [ada, grace]) await open(page, team.home);
	const start = 'We move from engines to answers, and teach everybody to sell them.';
	await type(ada, 'How', start);
	await reads(grace, 'How').toBe(start);
	await answer(ada, 'How').click();
	await ada.keyboard.press('Control+End');
	for (let round = 0; round < 4; round += 1) {
		await answer(grace, 'How').focus();
		await grace.keyboard.press('Control+Home');
		const writing = ada.keyboard.type(' improve and deliver', { delay: 10 });
		await grace.keyboard.down('Shift');
		for (let step = 0; step < 40; step += 1) await grace.keyboard.press('ArrowRight');
		await grace.keyboard.up('Shift');
		await writing;
		const selected = await grace.evaluate(() => getSelection()?.toString());
		expect(selected).toBe(start.slice(0, 40));
	}
});

test('versions compare word by word, and a restored one leaves what others type', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [{ page: ada }, { page: grace }] = team.people;
	for (const page of [ada, grace]) await open(page, team.home);
	await expect(ada.getByRole('button', { name: 'Publish', exact: true })).toBeEnabled();
	await ada.getByRole('button', { name: 'Publish', exact: true }).click();
	await expect(
		ada.getByText('Write at least one of the four before publishing.').first()
	).toBeVisible();

	await type(ada, 'What', 'We move from engines to answers.');
	await publish(ada);
	await expect(ada.getByText(/^Version 1, published on/)).toBeVisible();
	await select(grace, 'What', 'answers');
	await grace.keyboard.type('proofs');
	await expect(ada.getByText(/^Draft 2\. Version 1 was published on/)).toBeVisible();

	await ada.getByRole('button', { name: 'Versions' }).click();
	await ada.getByLabel('What changed since').check();
	await expect(ada.locator('del')).toContainText('answers');
	await expect(ada.locator('ins')).toContainText('proofs');
	await Promise.all([
		ada.getByRole('button', { name: 'Restore these words' }).click(),
		type(grace, 'Why', 'If we wait, we lose.')
	]);
	await reads(grace, 'What').toBe('We move from engines to answers.');
	await expect(answer(ada, 'Why')).toContainText('If we wait, we lose.');
	await ada.getByRole('button', { name: 'Versions' }).click();
	await expect(ada.getByRole('button', { name: /Version 1 restored/ })).toBeVisible();
	await expect(ada.getByRole('button', { name: /Before restoring/ })).toBeVisible();
});

test('what is typed without a connection is kept, and shared when it is back', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [ada, grace] = team.people;
	for (const { page } of [ada, grace]) await open(page, team.home);
	await ada.context.setOffline(true);
	await ada.page.evaluate(() => window.dispatchEvent(new Event('offline')));
	await type(ada.page, 'What', 'Kept on this device.');
	await expect(answer(ada.page, 'What')).toHaveText('Kept on this device.');
	await ada.context.setOffline(false);
	await reads(grace.page, 'What').toBe('Kept on this device.');
});

test('without JavaScript the newest version can be read', async ({ browser, baseURL }) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace']);
	const [ada] = team.people;
	await open(ada.page, team.home);
	await type(ada.page, 'What', 'We move from engines to answers.');
	await publish(ada.page);
	await expect(ada.page.getByText(/^Version 1, published on/)).toBeVisible();
	const html = await (await ada.context.request.get(`${team.home}/message`)).text();
	expect(html).toContain('We move from engines to answers.');
});

test('the published version is read out in the meeting and on the wall, and leads to a recall round', async ({
	browser,
	baseURL
}) => {
	const team = await newTeam(browser, baseURL ?? '', ['Ada Lovelace', 'Grace Hopper']);
	const [{ page: ada }, { page: grace }] = team.people;
	await open(ada, team.home);
	await type(ada, 'What', 'We move from engines to answers.');
	await type(ada, 'How much', 'By December 2027: 40% of revenue.');
	await publish(ada);
	await expect(ada.getByText(/^Version 1, published on/)).toBeVisible();
	await type(ada, 'Why', 'Not published yet.');

	await ada.goto(team.room);
	await ada.getByRole('button', { name: 'Start the meeting' }).click();
	for (const title of ['Scorecard', 'Priorities', 'Leadership'])
		await ada.getByRole('button', { name: new RegExp(`^Next: ${title}`) }).click();
	await expect(ada.getByText('We move from engines to answers.')).toBeVisible();
	await expect(ada.getByText('Not published yet.')).toHaveCount(0);
	await grace.goto(team.room.replace('/live', '/display'));
	await expect(grace.getByText('By December 2027: 40% of revenue.')).toBeVisible();

	await ada.getByRole('button', { name: 'Start a recall round' }).click();
	await ada.waitForURL(/\/message$/);
	await expect(ada.getByText('From memory, in your own words.')).toBeVisible();
	await expect(grace.getByText('Write the message from memory')).toBeVisible();
	await expect(grace.getByText('By December 2027')).toHaveCount(0);
	// The room does not have it either, in whatever window, until the round is over.
	const rows = async () => {
		const answer = await ada.context().request.get(team.room.replace('/live', '/rows'));
		return (await answer.json()) as unknown;
	};
	expect(await rows()).toMatchObject({ message: null, recallEnd: expect.any(String) });
	await expect(grace.getByText('By December 2027: 40% of revenue.')).toBeVisible({
		timeout: 100_000
	});
	expect(await rows()).toMatchObject({
		recallEnd: null,
		message: { what: expect.stringContaining('engines') }
	});
});
