import { expect, test } from 'vitest';
import type { Outcome } from '#lib/meeting/outcome.ts';
import { recapDraft, writeDraft } from './recap-draft.ts';

const outcome = (kind: Outcome['kind'], title: string, more: Partial<Outcome> = {}): Outcome => ({
	id: title,
	kind,
	title,
	owner: null,
	due: null,
	by: 'ada',
	at: 0,
	segment: null,
	item: null,
	note: null,
	serves: null,
	...more
});

test('each line keeps the line of the notes it rests on, and empty parts are left out', () => {
	const parts = recapDraft({
		outcomes: [
			outcome('decision', 'Stop the pilot', { note: 'n1' }),
			outcome('action', 'Call Acme', { owner: 'ada', due: '2026-12-01', note: 'n2', at: 2 }),
			outcome('action', 'Ask procurement', { at: 1 })
		],
		items: [{ id: 'i', title: 'Churn', state: 'parked', factFinder: null } as never],
		told: [
			{ id: 't', body: 'The pilot stops', audience: 'Sales' },
			{ id: 'u', body: ' ', audience: '' }
		],
		nameOf: () => 'Ada',
		writeDay: () => '1 Dec'
	});
	expect(parts.flatMap(({ lines }) => lines.map(({ note }) => note))).toEqual([
		'n1',
		null,
		'n2',
		null,
		null
	]);
	expect(writeDraft(parts)).toBe(
		[
			'We decided\n- Stop the pilot',
			'We do\n- Ask procurement (Nobody yet, no date)\n- Call Acme (Ada, by 1 Dec)',
			'What waits\n- Churn: parked',
			'What we tell\n- The pilot stops (Sales)'
		].join('\n\n')
	);
});
