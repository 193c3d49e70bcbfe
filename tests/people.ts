import {
	expect,
	test as base,
	type Browser,
	type BrowserContext,
	type Page
} from '@playwright/test';

/** Somebody with a browser of their own. */
export type Participant = { name: string; email: string; context: BrowserContext; page: Page };

export type NewTeam<Names extends readonly string[]> = {
	/** Path of the team's home. */
	home: string;
	/** Path of the next meeting's room. */
	room: string;
	/** In the order in which they were named, observers last. */
	people: { [Index in keyof Names]: Participant };
};

let made = 0;
const opened: BrowserContext[] = [];

/** Sends everybody home after each test, so that no room goes on behind the next one. */
export const test = base.extend<{ goHome: void }>({
	goHome: [
		async ({}, use) => {
			await use();
			await goHome();
		},
		{ auto: true }
	]
});

export async function goHome(): Promise<void> {
	await Promise.all(opened.splice(0).map((context) => context.close()));
}

/** Signs somebody up as the form does, with the code that landed in the mailbox. */
export async function signUp(
	browser: Browser,
	origin: string,
	name: string,
	options: Parameters<Browser['newContext']>[0] = {}
): Promise<Participant> {
	const context = await browser.newContext({
		baseURL: origin,
		viewport: { width: 1440, height: 900 },
		...options
	});
	opened.push(context);
	made += 1;
	const email = `person-${process.pid}-${Date.now()}-${made}@example.org`;
	const headers = { origin };
	const form = { name, email, password: 'four plain words together', timeZone: 'Europe/London' };
	await expect(await context.request.post('/sign-up', { headers, form })).toBeOK();
	const mails = await (await context.request.get('/mailbox')).text();
	const code = /\d{6}(?= confirms your e-mail)/.exec(mailTo(mails, email))?.[0] ?? '';
	await expect(await context.request.post('/code?/check', { headers, form: { code } })).toBeOK();
	return { name, email, context, page: await context.newPage() };
}

/** The part of the mailbox page that belongs to one recipient; mails stand newest first. */
function mailTo(mailbox: string, email: string): string {
	const before = mailbox.slice(0, mailbox.indexOf(email));
	return before.slice(before.lastIndexOf('<li'));
}

/** A workspace with one team that meets weekly, its people signed in, each in their own browser. */
export async function newTeam<
	const Names extends readonly [string, ...string[]],
	const Observers extends readonly string[] = []
>(
	browser: Browser,
	origin: string,
	names: Names,
	options: { observers?: Observers; contexts?: Parameters<Browser['newContext']>[0] } = {}
): Promise<NewTeam<[...Names, ...Observers]>> {
	const [first, ...others] = names;
	const founder = await signUp(browser, origin, first, options.contexts);
	const home = await foundTeam(founder, origin);

	const people = [founder];
	for (const name of [...others, ...(options.observers ?? [])]) {
		const guest = await signUp(browser, origin, name, options.contexts);
		const role = options.observers?.includes(name) ? 'observer' : 'member';
		const link = await invite(founder, home, role, origin);
		await expect(
			await guest.context.request.post(`${link}?/accept`, { headers: { origin }, form: {} })
		).toBeOK();
		people.push(guest);
	}
	await founder.page.goto(home);
	const room = await founder.page.locator('a[href$="/live"]').first().getAttribute('href');
	// One for each name, in the same order.
	return { home, room: room ?? '', people: people as NewTeam<[...Names, ...Observers]>['people'] };
}

/** Sends the forms of the first run, which tests/first-run.test.ts fills in by hand; gives the home. */
async function foundTeam({ context }: Participant, origin: string): Promise<string> {
	const { request } = context;
	const sent = { headers: { origin, accept: 'text/html' } };
	const first = { workspace: 'Analytical Engines', team: 'Leadership team' };
	const founded = await request.post('/start/team?workspace=x', { ...sent, form: first });
	const team = new URL(founded.url()).searchParams.get('team') ?? '';
	const me = /<option value="([0-9a-f-]{36})"/.exec(await founded.text())?.[1] ?? '';
	const rhythm = {
		weekday: '2',
		startsAt: '09:00',
		minutes: '90',
		timeZone: 'Europe/London',
		facilitator: me,
		place: '',
		format: 'leadership-rhythm',
		stepsOf: ''
	};
	const begun = await request.post(`/start/rhythm?team=${team}`, { ...sent, form: rhythm });
	expect(new URL(begun.url()).pathname).toBe('/start/invite');
	return `/t/${team}`;
}

/** Makes a link as a team admin, and gives its path. */
export async function invite(
	admin: Participant,
	home: string,
	role: 'member' | 'observer' | 'admin' = 'member',
	origin = new URL(admin.page.url()).origin
): Promise<string> {
	const answer = await admin.context.request.post(`${home}/settings?/invite`, {
		headers: { origin, accept: 'text/html' },
		form: { email: '', role, title: '' }
	});
	const path = /\/invite\/[\w-]{20,}/.exec(await answer.text())?.[0];
	if (!path) throw new Error('The invitation shows no link');
	return path;
}

export async function enterRoom(people: Participant[], room: string): Promise<void> {
	await Promise.all(people.map(({ page }) => page.goto(room)));
	await Promise.all(
		people.map(({ page }) => expect(page.getByText('Saved', { exact: true })).toBeVisible())
	);
}

/** Types a line into the notes that are open, and ends it. */
export async function write(page: Page, line: string): Promise<void> {
	const notes = page.getByRole('textbox', { name: /Shared notes/ });
	if (!(await notes.isVisible())) await page.getByText('Add a line').click();
	await notes.focus();
	await page.keyboard.press('Control+End');
	await page.keyboard.type(line);
	await page.keyboard.press('Enter');
}
