import { expect as soon } from '@playwright/test';
import { startStandIn } from '../src/lib/server/llm/stand-in.ts';
import { startServer } from './own-server.ts';
import { enterRoom, newTeam, test, write } from './people.ts';

test.describe.configure({ timeout: 300_000 });
test.use({ actionTimeout: 20_000 });
/** Three browsers, a server and a model share this machine. */
const expect = soon.configure({ timeout: 30_000 });

const secret = 'Tom leaves in May and nobody knows yet';
const item = 'Who takes over from Tom';
const said = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Ada Lovelace>We saw that four sites cause 71% of the stops.

00:00:05.000 --> 00:00:08.000
<v grace>I call Havenport about the invoice <img src=x onerror=alert(1)>.
`;
const common = { why: 'It was said.', owner: null, due: null };

test('what is sealed reaches members alone; a transcript is read, searched and captured, and a recap drafted', async ({
	browser
}) => {
	const standIn = await startStandIn(({ messages }) => {
		const task = messages[0]?.content ?? '';
		if (task.includes('"works"')) return '{"works":true}';
		if (task.includes('from a transcript')) {
			const cites = [{ note: 't2', quote: 'call Havenport' }];
			const action = { ...common, kind: 'action', title: 'Call Havenport about the invoice' };
			return JSON.stringify({ items: [{ ...action, owner: '[P2]', cites }] });
		}
		const recap = {
			kind: 'recap',
			text: '[P2] calls Havenport about the invoice.',
			audience: null
		};
		return JSON.stringify({ items: [{ ...recap, cites: ['o1'] }] });
	});
	const server = await startServer(undefined, {
		...{ OPENAI_BASE_URL: standIn.url, OPENAI_MODEL: 'stand-in 1' }
	});
	try {
		const team = await newTeam(browser, server.origin, ['Ada Lovelace', 'Grace Hopper'], {
			observers: ['Mary Kenneth']
		});
		const [ada, grace, mary] = team.people;
		await enterRoom([ada, grace], team.room);
		await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
		await expect(async () => {
			await mary.page.goto(team.room);
			await expect(mary.page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 5000 });
		}).toPass();

		// Only whoever has the chair brings a transcript of a meeting that runs, and all are told; one
		// who did not agree takes it away again.
		const transcript = team.room.replace(/live$/, 'transcript');
		const keepSaid = async ({ page }: typeof ada) => {
			await page.goto(transcript, { waitUntil: 'networkidle' });
			await page.getByLabel('Or paste what was said').fill(said);
			await page.getByRole('checkbox', { name: /^Everybody who spoke/ }).check();
			await page.getByRole('button', { name: 'Keep the transcript' }).click();
		};
		const told = 'There is a transcript of this meeting.';
		await keepSaid(grace);
		await expect(grace.page.getByText('whoever has the chair brings its').first()).toBeVisible();
		await grace.page.goto(team.room);
		await keepSaid(ada);
		for (const { page } of [grace, mary])
			await expect(page.getByText(told, { exact: true }).first()).toBeVisible();
		await grace.page.goto(transcript, { waitUntil: 'networkidle' });
		await grace.page.getByRole('button', { name: 'Delete the transcript' }).click();
		await grace.page.getByRole('button', { name: 'Delete it' }).click();
		await expect(mary.page.getByText(told, { exact: true })).toHaveCount(0);
		await enterRoom([ada, grace], team.room);

		// By keyboard; whoever observes is outside before the words are there.
		await ada.page.getByRole('heading', { level: 1 }).click();
		await ada.page.keyboard.press('l');
		await expect(grace.page.getByText('Sealed.', { exact: true }).first()).toBeVisible();
		await expect(mary.page.getByText('Something in this meeting is sealed').first()).toBeVisible();
		await write(ada.page, secret);
		await expect(grace.page.getByText(secret).first()).toBeVisible();
		await mary.page.reload();
		await expect(mary.page.getByText('Something in this meeting is sealed').first()).toBeVisible();
		await expect(mary.page.getByText(secret)).toHaveCount(0);
		const rest = ['Scorecard', 'Priorities', 'Leadership', 'Actions', 'Hot items'];
		await ada.page.getByRole('button', { name: 'Capture from the notes' }).click();
		await expect(ada.page.getByText('There is nothing in the notes yet').first()).toBeVisible();

		for (const title of rest)
			await ada.page.getByRole('button', { name: new RegExp(`^Next: ${title}`) }).click();
		// Raised as sealed, its words are nowhere but before the members.
		await ada.page.getByRole('button', { name: 'Raise one' }).click();
		await ada.page.getByLabel('What is happening').fill(item);
		await ada.page.getByRole('checkbox', { name: /^Seal it/ }).check();
		await ada.page.getByRole('button', { name: /^Raise it/ }).click();
		await ada.page.getByRole('button', { name: `Open ${item}` }).click();
		await grace.page.goto(team.room.replace(/live$/, 'display'));
		await expect(grace.page.getByRole('heading', { name: 'Sealed item' })).toBeVisible();
		await expect(grace.page.getByText(item)).toHaveCount(0);
		await ada.page.getByRole('button', { name: /^Next: Wrap-up/ }).click();
		await ada.page.getByRole('button', { name: /^Close the meeting/ }).click();
		await ada.page
			.getByRole('dialog')
			.getByRole('button', { name: /^Close/ })
			.last()
			.click();
		await ada.page.waitForURL(/\/recap$/, { waitUntil: 'commit' });
		const recap = ada.page.url();
		await expect(ada.page.getByText(secret).first()).toBeVisible();
		await expect(ada.page.getByText(item).first()).toBeVisible();
		await expect(ada.page.getByText('Sealed', { exact: true }).first()).toBeVisible();
		await mary.page.goto(recap);
		await expect(mary.page.getByRole('heading', { name: /^Nothing was captured/ })).toBeVisible();
		for (const hidden of [secret, item]) await expect(mary.page.getByText(hidden)).toHaveCount(0);

		// A file that is none is refused in a sentence; names are suggestions; consent is asked for.
		await ada.page.getByRole('link', { name: 'Bring a transcript' }).click();
		const words = ada.page.getByLabel('Or paste what was said');
		await words.fill('WEBVTT');
		await expect(
			ada.page.getByText('There are no cues with words in this file').first()
		).toBeVisible();
		await words.fill(said);
		await expect(ada.page.getByLabel(/^grace/)).toHaveValue(/.+/);
		const keep = ada.page.getByRole('button', { name: 'Keep the transcript' });
		await expect(keep).toBeDisabled();
		await ada.page.getByRole('checkbox', { name: /^Everybody who spoke/ }).check();
		await keep.click();
		await expect(ada.page.getByText('2 turns, brought by Ada Lovelace').first()).toBeVisible();
		await ada.page.getByLabel('Find in the transcript').fill('havenport');
		await expect(ada.page.getByText('1 of 2 turns').first()).toBeVisible();
		await expect(ada.page.locator('mark')).toHaveText('Havenport');
		await mary.page.goto(recap.replace('recap', 'transcript'));
		await expect(
			mary.page.getByRole('heading', { name: 'Members read the transcript' })
		).toBeVisible();
		await expect(mary.page.getByText('Havenport')).toHaveCount(0);

		// No model is told of it while something is sealed; then it proposes, and a person accepts.
		const find = ada.page.getByRole('button', { name: 'Find insights, decisions and actions' });
		await find.click();
		await expect(ada.page.getByText('No model is told of it.').first()).toBeVisible();
		await ada.page.goto(recap, { waitUntil: 'networkidle' });
		const seals = ada.page.getByRole('button', { name: /^Open the seal/ });
		for (let left = await seals.count(); left > 0; left--) {
			await seals.first().click();
			await expect(seals).toHaveCount(left - 1);
		}
		await expect(ada.page.getByText('Sealed', { exact: true })).toHaveCount(0);
		await ada.page.getByRole('link', { name: 'Transcript', exact: true }).click();
		await find.click();
		const card = ada.page.getByRole('article', { name: 'Make this an action?' });
		await expect(card).toContainText('Call Havenport about the invoice');
		await expect(card).toContainText('From AI');
		await expect(card.getByRole('link', { name: 'In the transcript' })).toHaveAttribute(
			'href',
			'#turn-2'
		);
		await card.getByRole('button', { name: 'Make it an action' }).click();
		await expect(card).toHaveCount(0);

		await ada.page.goto(recap, { waitUntil: 'networkidle' });
		await expect(ada.page.getByRole('cell', { name: /^Call Havenport/ })).toBeVisible();
		await ada.page.getByRole('button', { name: 'Draft a summary and messages' }).click();
		await ada.page.getByRole('button', { name: 'Use as the summary' }).click();
		await expect(
			ada.page.getByText('Drafted by a model, accepted by Ada Lovelace').first()
		).toBeVisible();
		await mary.page.goto(recap);
		await expect(
			mary.page.getByText('Grace calls Havenport about the invoice.').first()
		).toBeVisible();
		await expect(
			mary.page.getByText('There is a transcript of this meeting.').first()
		).toBeVisible();
		expect(JSON.stringify(standIn.asked)).not.toMatch(/Lovelace|Hopper|Tom leaves/);
	} finally {
		await server.remove();
		await standIn.close();
	}
});
