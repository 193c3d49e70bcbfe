import { expect } from '@playwright/test';
import { inDays } from './meetings.ts';
import type { Participant } from './people.ts';

/** Saves one level of the strategy as its dialog does, and gives its id. */
export async function save(
	by: Participant,
	home: string,
	level: 'cycle' | 'imperative' | 'goal' | 'objective' | 'key result',
	fields: Record<string, string>
): Promise<string> {
	const { request } = by.context;
	const origin = new URL(by.page.url()).origin;
	const form = { level, ...fields };
	const headers = { origin, accept: 'application/json' };
	const answer = await request.post(`${home}/strategy?/save`, { headers, form });
	expect(await answer.json()).toMatchObject({ type: 'success' });
	const page = await (await request.get(`${home}/strategy`, { headers })).text();
	if (level === 'cycle') return /<option value="([\w-]{36})"/.exec(page)?.[1] ?? '';
	const before = page.slice(0, page.indexOf(`>${fields['title'] ?? ''}`));
	return /node-([\w-]{36})/.exec(before.slice(before.lastIndexOf('id="node-')))?.[1] ?? '';
}

/** A cycle in its seventh week with one imperative, one goal, one objective and these key results. */
export async function aim(
	{ people: [ada], home }: { people: readonly [Participant, ...Participant[]]; home: string },
	keyResults: { title: string; baseline: string; target: string; unit?: string }[]
): Promise<{ keyResults: string[]; objective: string }> {
	const ids: string[] = [];
	const cycle = await save(ada, home, 'cycle', {
		name: 'This cycle',
		startsOn: inDays(-45),
		endsOn: inDays(45)
	});
	const imperative = await save(ada, home, 'imperative', {
		title: 'Earn the right to guarantee',
		fromYear: '2026',
		untilYear: '2028'
	});
	const goal = await save(ada, home, 'goal', { title: '99.2% uptime', imperative, year: '2026' });
	const objective = await save(ada, home, 'objective', {
		title: 'Make uptime boring',
		goal,
		cycle,
		ambition: 'committed'
	});
	for (const one of keyResults)
		ids.push(await save(ada, home, 'key result', { objective, ...one }));
	return { keyResults: ids, objective };
}
