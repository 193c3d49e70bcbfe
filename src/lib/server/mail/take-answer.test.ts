import { createTransport } from 'nodemailer';
import { beforeAll, expect, test } from 'vitest';
import { onBothBackends } from '../../../../supabase/tests/backends.ts';
import { people as gather, type Kind, type People } from '../../../../supabase/tests/people.ts';
import { seed, type Seeds } from '../../../../supabase/tests/seed.ts';
import type { Db } from '../rows/db.ts';
import { listComments } from '../rows/recap-comments.ts';
import { findThread, replyAddress, type Replies } from './reply-address.ts';
import { takeAnswer } from './take-answer.ts';

const replies: Replies = {
	mailbox: 'replies@drumbeat.example',
	secret: 'a secret of this test only'
};

/** A mail as another program writes it. */
async function written(mail: Parameters<ReturnType<typeof createTransport>['sendMail']>[0]) {
	const transport = createTransport({ streamTransport: true, buffer: true });
	const { message } = await transport.sendMail({ subject: 'Re: Ada wrote to you', ...mail });
	return new Uint8Array(message as Buffer);
}

onBothBackends((backend) => {
	let people: People;
	let seeds: Seeds;
	let meeting: string;
	const addressOf = (kind: Kind) =>
		replyAddress(backend().database, replies, {
			person: people[kind].id,
			team: people.ours.id,
			meeting,
			lineKind: 'meeting',
			line: meeting
		});
	const take = (raw: Uint8Array, envelope: string | null = null) =>
		takeAnswer(backend().database, replies, raw, envelope);
	const bodies = async () =>
		(await listComments(people.owner.client as Db, meeting)).map(({ body }) => body);

	beforeAll(async () => {
		people = await gather(backend());
		seeds = await seed(backend().database, people.ours, people.member.id);
		meeting = String(seeds.meetings?.id);
	});

	test('an answer becomes a comment of whom the mail was sent to, once', async () => {
		const address = await addressOf('member');
		const raw = await written({
			from: people.member.email.toUpperCase(),
			to: address,
			text: 'Yes, on Friday.\n\n\nOn Tuesday Drumbeat wrote:\n> -- Answer above this line, and your\n> words become a comment. --'
		});
		expect(await Promise.all([take(raw), take(raw)])).toContain('taken');
		expect(await take(raw)).toBe('known');
		const said = (await listComments(people.owner.client as Db, meeting)).filter(
			({ body }) => body === 'Yes, on Friday.'
		);
		expect(said).toMatchObject([{ author: people.member.id, kind: 'meeting', line: meeting }]);
	});

	test('a mail of HTML alone is read too, and what it says stays text', async () => {
		const raw = await written({
			from: people.member.email,
			to: `Drumbeat <${await addressOf('member')}>`,
			html: '<p>Half &lt;b&gt; done</p><script>alert(1)</script><blockquote>-- Answer above this line, and your words become a comment. --<br>quoted</blockquote>'
		});
		expect(await take(raw)).toBe('taken');
		const said = (await bodies()).find((body) => body.includes('Half'));
		expect(said).toBe('Half <b> done');
	});

	test('a forged, changed or foreign token is no address', async () => {
		const address = await addressOf('member');
		const from = people.member.email;
		const text = 'Let me in';
		const changed = address.replace(/.@/u, (end) => (end === 'a@' ? 'b@' : 'a@'));
		for (const to of [
			changed,
			address.replace('drumbeat.example', 'elsewhere.example'),
			'replies@drumbeat.example',
			`replies+${'a'.repeat(32)}@drumbeat.example`
		])
			expect(await take(await written({ from, to, text })), to).toBe('no address');
		const others = { ...replies, secret: 'another secret, also of this test' };
		expect(await findThread(backend().database, others, address)).toBeUndefined();
		expect(await findThread(backend().database, replies, address.toUpperCase())).toBeDefined();
		expect(await bodies()).not.toContain(text);
	});

	test('somebody else who got hold of the address, and whoever may only read, say nothing', async () => {
		const text = 'I am somebody else';
		const to = await addressOf('member');
		expect(await take(await written({ from: people.owner.email, to, text }))).toBe(
			'another sender'
		);
		for (const kind of ['observer', 'formerMember', 'otherTeam'] as const)
			expect(
				await take(await written({ from: people[kind].email, to: await addressOf(kind), text })),
				kind
			).toBe('no right');
		expect(await bodies()).not.toContain(text);
	});

	test.each([
		['an out-of-office answer', { 'Auto-Submitted': 'auto-replied' }],
		['one of our own mails that came back', { 'Auto-Submitted': 'auto-generated' }],
		['a list', { 'List-Id': '<all.northwind.example>' }],
		['an older program', { Precedence: 'auto_reply' }],
		['a bounce', { 'Return-Path': '<>' }]
	])('%s makes no comment', async (what, headers) => {
		const to = await addressOf('member');
		const raw = await written({ from: people.member.email, to, text: what, headers });
		expect(await take(raw)).toBe('automatic');
		expect(await bodies()).not.toContain(what);
	});

	test('what is too long, empty, or no mail is refused with its reason', async () => {
		const [from, to] = [people.member.email, await addressOf('member')];
		expect(await take(await written({ from, to, text: 'a '.repeat(1500) }))).toBe('too long');
		expect(await take(await written({ from, to, text: '\n\n-- \nGrace' }))).toBe('empty');
		expect(await take(new Uint8Array([0, 255, 13, 10]))).toBe('no mail');
		expect(await take(new Uint8Array())).toBe('no mail');
	});

	test('whom the envelope names counts, whatever the mail says', async () => {
		const [from, to] = [people.member.email, await addressOf('member')];
		const raw = await written({ from, to: 'somebody@else.example', text: 'By the envelope.' });
		expect(await take(raw)).toBe('no address');
		expect(await take(raw, to)).toBe('taken');
	});
});
