import { expect, test } from 'vitest';
import type { WebhookEvent } from './event.ts';
import { writeBody } from './post.ts';

const nasty = '<!channel> *bold* [click](https://evil.example) & <https://evil.example|here>';
const event: WebhookEvent = {
	type: 'meeting.closed',
	timestamp: '2026-11-17T10:00:00Z',
	data: {
		team: { id: 't', name: `Team ${nasty}` },
		link: 'https://drumbeat.example/m/1/recap',
		meeting: { id: 'm', name: 'Weekly', number: 46, day: '2026-11-17' },
		decisions: [{ id: 'd', title: nasty, owner: 'Ada' }],
		actions: Array.from({ length: 40 }, (_, at) => ({
			id: String(at),
			title: 'x'.repeat(500),
			owner: null,
			due: '2026-11-24'
		})),
		hotItems: [{ id: 'h', title: nasty, state: 'resolved' }],
		rating: 8.25
	}
};

test('in Slack nothing people typed is markup, and nobody is called', () => {
	const body = JSON.parse(writeBody('slack', event)) as {
		text: string;
		blocks: { type: string; text?: { type: string; text: string } }[];
	};
	expect(body.text).not.toMatch(/[<>]/);
	expect(body.text).toContain('&lt;!channel&gt;');
	for (const block of body.blocks) if (block.text) expect(block.text.type).toBe('plain_text');
	expect(body.blocks.length).toBeLessThanOrEqual(50);
	for (const { text } of body.blocks) expect(text?.text.length ?? 1).toBeLessThanOrEqual(3000);
});

test('in Teams people’s words stand in runs, where Markdown is not read', () => {
	const body = writeBody('teams', event);
	expect(body).toContain('Decided: <!channel>');
	expect(body).not.toContain('"TextBlock"');
	expect(body.length).toBeLessThan(28_000);
});

test('a program is sent the event as it is', () => {
	expect(JSON.parse(writeBody('signed', event))).toEqual(event);
});
