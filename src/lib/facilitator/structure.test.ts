import { expect, test } from 'vitest';
import type { HotItem } from '#lib/meeting/hot-item.ts';
import type { Outcome } from '#lib/meeting/outcome.ts';
import { minutes } from '#lib/meeting/timebox.ts';
import { aHotItem, anOutcome } from './a-meeting.ts';
import { structure } from './structure.ts';

const item = aHotItem('i', { title: 'Uptime fell', question: 'Stop the rollout, or go on?' });
const outcome = (kind: Outcome['kind']) =>
	anOutcome(kind, { title: 'Stop the rollout', item: 'i' });
const asked = (
	at: number,
	more: Partial<HotItem> = {},
	outcomes: Outcome[] = [],
	lines = 3
): string | undefined =>
	structure(
		{ item: { ...item, ...more }, spent: minutes(at), total: minutes(8), lines },
		outcomes
	)[0]?.words;

test('an item without a question is given one, after a minute of its own', () => {
	expect(asked(0.5, { question: '' })).toBeUndefined();
	expect(asked(1, { question: '' })).toBe('Ask: What decision do we need?');
	expect(asked(1, { question: '', title: 'Stop the rollout?' })).toBeUndefined();
});

test('fact-finding takes three minutes, and ends with a name and a day', () => {
	const facts = { wants: 'fact-finding' as const };
	expect(asked(2, facts)).toBeUndefined();
	expect(asked(3, facts)).toBe('Ask: Who finds it out, and by when?');
	expect(asked(5, { ...facts, factFinder: 'ada', backBy: '2026-12-01' })).toBeUndefined();
});

test('half way without a decision a mind may be changed; with one, somebody must own it', () => {
	expect(asked(3.9)).toBeUndefined();
	expect(asked(4)).toBe('Ask: What would change your mind?');
	expect(asked(4, {}, [], 12)).toBe('Ask: What do you need from the room?');
	expect(asked(4, {}, [outcome('decision')])).toMatch(/^Ask: Who owns it/u);
	expect(asked(7, {}, [outcome('decision'), outcome('action')])).toBeUndefined();
	expect(asked(7, { state: 'resolved' })).toBeUndefined();
});
