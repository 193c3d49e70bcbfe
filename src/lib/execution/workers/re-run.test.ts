import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/calendar/day.ts';
import { departments } from './departments.ts';
import { draftPlan } from './draft-plan.ts';
import type { PriorityPicture } from './priority-picture.ts';
import { reRun, type Earlier } from './re-run.ts';
import { samplePictures } from './sample-pictures.ts';

const { uptime } = samplePictures;
const all = (of: PriorityPicture, state: Earlier['state']): Earlier[] =>
	draftPlan('operations', of).rows.map((row) => ({ row, state }));
const again = (of: PriorityPicture, earlier: readonly Earlier[]) =>
	reRun(draftPlan('operations', of), earlier, of);

describe('running a worker again', () => {
	test('proposes nothing when nothing has changed, whatever became of the rows', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...Object.values(samplePictures)),
				fc.constantFrom(...departments),
				fc.infiniteStream(fc.constantFrom('proposed', 'accepted', 'dismissed')),
				(of, worker, states) => {
					const plan = draftPlan(worker, of);
					const earlier = plan.rows.map((row): Earlier => ({ row, state: states.next().value! }));
					expect(reRun(plan, earlier, of)).toEqual({ proposals: [], outdated: [] });
				}
			),
			{ seed: 6, numRuns: 60 }
		);
	});

	test('proposes nothing because a week has passed and readings have moved', () => {
		const later = {
			...uptime,
			today: addDays(uptime.today, 7),
			gaps: uptime.gaps.map((gap) => ({ ...gap, current: (gap.current ?? 0) + 0.1 }))
		};
		expect(again(later, all(uptime, 'accepted')).proposals).toEqual([]);
	});

	test('comes back with what rests on a target that has changed, and says so', () => {
		const [gap, ...others] = uptime.gaps;
		const raised = { ...uptime, gaps: [{ ...gap!, target: 99.5 }, ...others] };
		const { proposals } = again(raised, all(uptime, 'dismissed'));
		expect(proposals.length).toBeGreaterThan(3);
		for (const proposal of proposals)
			expect(proposal).toMatchObject({
				state: 'changed',
				because: '“Fleet uptime”: target 99.0% before, target 99.5% now.'
			});
	});

	test('brings a dismissed row back for a new fact, not for a new person', () => {
		const people = uptime.people.map((person) =>
			person.id === 'dl'
				? { ...person, seats: ['Adviser'] }
				: person.id === 'sw'
					? { ...person, seats: ['Head of operations'] }
					: person
		);
		const handedOver = { ...uptime, people };
		expect(again(handedOver, all(uptime, 'dismissed')).proposals).toEqual([]);
		const [first] = again(handedOver, all(uptime, 'accepted')).proposals;
		expect(first).toMatchObject({ because: 'It would go to Sam Whitlock now.' });
	});

	test('proposes what a new risk asks for in place of the general row', () => {
		const safe = { ...uptime, risks: [] };
		const { proposals } = again(uptime, all(safe, 'accepted'));
		expect(proposals.map(({ row }) => row.title)).toEqual([
			'Write the way back in case “Access windows close on 18 December for peak season” comes true, and try it once'
		]);
		expect(proposals[0]).toMatchObject({
			state: 'changed',
			because: 'It is about “Access windows close on 18 December for peak season” now.'
		});
		// And nothing general again once the risk is gone.
		expect(again(safe, all(uptime, 'accepted')).proposals).toEqual([]);
	});

	test('names rows that wait for an answer and are not wanted any more', () => {
		const reached = { ...uptime, gaps: uptime.gaps.slice(1) };
		const { outdated } = again(reached, all(uptime, 'proposed'));
		expect(outdated.map(({ row }) => row.title)).toContain(
			'Split “Fleet uptime” by site, shift or order, and name the four worst'
		);
		expect(again(reached, all(uptime, 'accepted')).outdated).toEqual([]);
	});

	test('says when the team has it already', () => {
		const title = 'Name the four worst, split “fleet uptime” by sites, shifts or orders.';
		const known = {
			...uptime,
			actions: [{ id: 'split', title, owner: 'kw', due: null }]
		};
		const there = again(known, []).proposals.filter(({ state }) => state === 'there');
		expect(there).toHaveLength(1);
		expect(there[0]).toMatchObject({ as: { id: 'split', title } });
	});

	test('knows a KPI of the library by its number, whatever the team calls it', () => {
		const kpis = [{ ...uptime.kpis[0]!, id: 'up', name: 'Robots at work', library: 20 }];
		const there = again({ ...uptime, kpis }, []).proposals.filter(({ state }) => state === 'there');
		expect(there.map(({ row }) => row.title)).toEqual(['Service availability']);
	});
});
