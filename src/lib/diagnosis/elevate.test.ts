import { expect, test } from 'vitest';
import { aPriority } from '#lib/execution/a-carried-priority.ts';
import { elevate, sumsOf } from './elevate.ts';

const today = '2026-11-19';
const here = (person: string) => person !== 'gone';
const dependency = (id: string, neededBy: string | null, clearedOn: string | null = null) => ({
	...{ id, title: id, other: null, neededBy, owner: 'kw', clearedOn },
	raisedAt: '2026-11-01T09:00:00Z'
});

test('what is unowned, blocked and stale is counted and opens to its rows', () => {
	const all = elevate(
		[
			aPriority({
				id: 'a',
				owner: 'dl',
				goal: { id: 'g', title: '99% uptime' },
				dependencies: [
					dependency('late', '2026-11-09'),
					dependency('later', '2026-12-09'),
					dependency('cleared', '2026-11-01', '2026-11-02')
				],
				parts: [
					{ person: 'kw', part: 'responsible' },
					{ person: 'mo', part: 'informed' }
				]
			}),
			aPriority({ id: 'b', owner: 'gone' }),
			aPriority({ id: 'ended', endedAt: '2026-11-01T09:00:00Z' })
		],
		today,
		true,
		here
	);
	expect(all.map(({ id }) => id)).toEqual(['a', 'b']);
	expect(all[0]).toMatchObject({
		outcome: '99% uptime',
		blockers: [{ id: 'late', late: 10 }],
		waits: [{ id: 'later' }],
		raci: { responsible: ['kw'], consulted: [], informed: ['mo'] },
		cadence: 'weekly, in the meeting'
	});
	expect(all[1]?.unowned).toContainEqual({ id: 'b', title: expect.any(String), kind: 'priority' });
	expect(sumsOf(all)).toMatchObject({ initiatives: 2, blockers: 1 });
});

test('evidence of a week is fresh, and an older one is stale', () => {
	const of = (done: string) =>
		elevate(
			[
				aPriority({
					owner: 'dl',
					...{ kpis: [], gaps: [], actions: [] },
					milestones: [
						{
							...{ id: 'm', title: 'Tested', due: done, done, owner: null, planned: null },
							...{ isChange: false, moved: null }
						}
					]
				})
			],
			today,
			false,
			here
		)[0];
	expect(of('2026-11-12')).toMatchObject({ age: 7, isStale: false });
	expect(of('2026-11-11')).toMatchObject({ age: 8, isStale: true });
});
