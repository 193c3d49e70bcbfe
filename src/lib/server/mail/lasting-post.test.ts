import { expect, test } from 'vitest';
import { startMailServer } from '../../../../tests/mail-server.ts';
import { LastingPost } from './lasting-post.ts';
import { openSmtp } from './smtp.ts';

const mail = { to: 'ada@example.org', subject: 'The week', text: 'It goes well.' };

test('mails of one batch after another go over one connection, until it is closed', async () => {
	const server = await startMailServer();
	const lasting = new LastingPost(() => openSmtp(server.url, 'drumbeat@example.org', 1));
	for (const subject of ['One', 'Two', 'Three']) {
		const post = lasting.use();
		await post.send({ ...mail, subject });
		post.close();
	}
	expect(server.delivered).toHaveLength(3);
	expect(server.opened()).toBe(1);

	lasting.close();
	const post = lasting.use();
	await post.send(mail);
	post.close();
	expect(server.opened()).toBe(2);
	lasting.close();
	await server.close();
});

test('a mail server that went away and came back is found again', async () => {
	const gone = await startMailServer();
	const lasting = new LastingPost(() => openSmtp(gone.url, 'drumbeat@example.org', 1));
	const first = lasting.use();
	await first.send(mail);
	first.close();
	await gone.close();
	const lost = lasting.use();
	await expect(lost.send(mail)).rejects.toThrow();
	lost.close();
	const back = await startMailServer({}, { port: Number(new URL(gone.url).port) });
	const again = lasting.use();
	await again.send(mail);
	again.close();
	expect(back.delivered).toHaveLength(1);
	lasting.close();
	await back.close();
});
