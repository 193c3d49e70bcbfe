import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Model } from '../../src/lib/server/llm/ask-model.ts';
import { startStandIn } from '../../src/lib/server/llm/stand-in.ts';
import { capture } from './ai-capture.ts';
import { readMeetings } from './ai-meetings.ts';
import { score, share } from './ai-score.ts';

test('what rests on the same talk is right, and what was missed is counted', () => {
	const noted = [{ evidence: [10, 11] }, { evidence: [50] }, { evidence: [] }];
	expect(score([{ evidence: [13] }, { evidence: [30] }], noted)).toEqual({
		...{ proposed: 2, right: 1, noted: 2, found: 1 }
	});
	expect(share(1, 2)).toBe('0.50');
	expect(share(0, 0)).toBe('–');
});

test('a model that knows the annotations scores full marks, and false citations are counted', async () => {
	const [meeting] = await readMeetings(join(import.meta.dirname, 'ai-data'));
	if (!meeting) throw new Error('There are no meetings');
	const server = await startStandIn(({ messages }) => {
		const { notes } = JSON.parse(messages[1]?.content ?? '') as {
			notes: { id: string; text: string }[];
		};
		const items = [
			...meeting.decisions.map((noted) => ({ kind: 'decision', ...noted })),
			...meeting.actions.map((noted) => ({ kind: 'action', ...noted }))
		].flatMap(({ kind, text, evidence }) => {
			const cited = evidence.flatMap((at) => {
				const [, spoken = ''] = meeting.turns[at] ?? [];
				const note = notes.find((one) => one.text === spoken.trim() && spoken.length > 12);
				return note ? [{ note: note.id, quote: note.text }] : [];
			});
			const item = { kind, title: text, why: '', owner: null, due: null, cites: cited.slice(0, 1) };
			return cited.length > 0 ? [item] : [];
		});
		return JSON.stringify({
			items: [
				...items,
				{
					kind: 'action',
					title: 'Ghost',
					why: '',
					owner: null,
					due: null,
					cites: [{ note: 'n999', quote: 'x y z' }]
				}
			]
		});
	});
	const model = new Model({ url: server.url, model: 'oracle' });
	const captured = await capture(model, meeting, new AbortController().signal);
	await server.close();
	expect(captured.decisions.right).toBe(captured.decisions.proposed);
	expect(captured.decisions.found / captured.decisions.noted).toBeGreaterThan(0.7);
	expect(captured.held).toBeLessThan(captured.said);
	expect(captured.tokens).toBeGreaterThan(0);
	expect(captured.problems).toEqual([]);
}, 60_000);
