import { beforeAll, expect, test } from 'vitest';
import type { RowKind } from '#lib/import/fields.ts';
import { aMetric } from '#lib/scorecard/a-metric.ts';
import { onBothBackends } from '../../../../supabase/tests/backends.ts';
import { people, type People, type Person } from '../../../../supabase/tests/people.ts';
import { changeActions, listOpenActions } from './actions.ts';
import { endProposal, listAgendaProposals } from './agenda-proposals.ts';
import { listPendingInvitations } from './invitations.ts';
import { findMetric } from './metric-history.ts';
import { addMetrics, enterReading, listMetrics } from './metrics.ts';
import { compareImport, enterImport, keepPart } from './reading-imports.ts';
import { bringRows, listImports, lookAtRows, undoImport, type Brought } from './row-imports.ts';
import { loadStrategy, saveLevel } from './strategy.ts';

const aRow = { title: '', details: '', owner: null, due: null, cycle: null, email: '' };
const rows = (...given: Partial<Brought['rows'][number]>[]): Brought['rows'] =>
	given.map((row, at) => ({ ...aRow, role: 'member', line: at + 2, ...row }));

onBothBackends((backend) => {
	let who: People;
	beforeAll(async () => {
		who = await people(backend());
	});

	const bring = (kind: RowKind, given: Brought['rows'], person: Person = who.member) =>
		bringRows(person.client, who.ours.id, { kind, file: `${kind}.csv`, rows: given });
	const undo = (id: string | null, person: Person = who.member) =>
		undoImport(person.client, id ?? '');

	test('actions come at once, the same file again changes nothing, and undoing leaves what was changed', async () => {
		const { member, ours } = who;
		const list = rows(
			{ title: 'Call Acme', owner: member.id, due: '2026-12-01' },
			{ title: 'Write to Contoso' },
			{ title: 'Visit Fabrikam', owner: member.id }
		);
		const looked = await lookAtRows(member.client, ours.id, {
			kind: 'actions',
			file: 'a',
			rows: list
		});
		expect(looked).toMatchObject({ outcome: 'looked', entered: 3, there: [] });
		expect(await listOpenActions(member.client, ours.id)).toEqual([]);

		const done = await bring('actions', list);
		expect(done).toMatchObject({ outcome: 'entered', entered: 3 });
		const open = await listOpenActions(member.client, ours.id);
		expect(open).toHaveLength(3);
		expect(await bring('actions', list)).toMatchObject({ outcome: 'nothing', there: [2, 3, 4] });
		const more = [...list, ...rows({ line: 9, title: 'Another one' })];
		const second = await bring('actions', more);
		expect(second).toMatchObject({ outcome: 'entered', entered: 1, there: [2, 3, 4] });

		const changed = open.find(({ title }) => title === 'Write to Contoso')?.id ?? '';
		await changeActions(member.client, [changed], { owner: member.id, due: null, because: '' });
		expect(await undo(done.import)).toEqual({ kind: 'actions', removed: 2, kept: 1 });
		const left = await listOpenActions(member.client, ours.id);
		expect(left.map(({ title }) => title).sort()).toEqual(['Another one', 'Write to Contoso']);
		expect(await undo(done.import)).toEqual({ kind: 'actions', removed: 2, kept: 1 });
		expect(await listImports(member.client, ours.id)).toMatchObject([
			{ kind: 'actions', entered: 1, undoneAt: null },
			{ kind: 'actions', entered: 3, kept: 1, file: 'actions.csv', by: member.id }
		]);
	});

	test('issues wait for the next meeting in the order of the file; one that was taken stays', async () => {
		const { member, ours } = who;
		const { import: id } = await bring(
			'issues',
			rows({ title: 'Two routes', details: 'Since May' }, { title: 'Churn' })
		);
		const waiting = await listAgendaProposals(member.client, ours.id);
		expect(waiting).toMatchObject([
			{ title: 'Two routes', source: 'Since May' },
			{ title: 'Churn' }
		]);
		await endProposal(member.client, ours.id, waiting[0]?.id ?? '', 'taken');
		expect(await undo(id)).toMatchObject({ removed: 1, kept: 1 });
		expect(await listAgendaProposals(member.client, ours.id)).toEqual([]);
	});

	test('an objective that somebody built on stays when its import is taken back', async () => {
		const { member, ours } = who;
		const { import: id } = await bring(
			'objectives',
			rows({ title: 'Open Lyon', owner: member.id }, { title: 'Halve returns' })
		);
		const { objectives } = await loadStrategy(member.client, ours.id);
		const [lyon] = objectives;
		expect(objectives.map(({ title }) => title)).toEqual(['Open Lyon', 'Halve returns']);
		await saveLevel(member.client, ours.id, {
			level: 'key result',
			fields: {
				...{ title: 'Two leases', objective: lyon?.id ?? '', unit: '', decimals: 0 },
				...{ baseline: 0, target: 2, weight: 1, owner: null }
			}
		});
		expect(await undo(id)).toMatchObject({ removed: 1, kept: 1 });
		const left = await loadStrategy(member.client, ours.id);
		expect(left.objectives.map(({ title }) => title)).toEqual(['Open Lyon']);
		expect(left.keyResults).toHaveLength(1);
	});

	test('admins invite a whole list once; undoing withdraws what nobody has accepted', async () => {
		const { owner, ours, member } = who;
		const list = rows(
			{ email: 'eve@x.example', title: 'Finance' },
			{ email: member.email },
			{ email: 'bob@x.example', role: 'observer' }
		);
		await expect(bring('people', list)).rejects.toMatchObject({ code: '42501' });
		const done = await bring('people', list, owner);
		expect(done).toMatchObject({ entered: 2, there: [3] });
		expect(done.invited.map(({ email }) => email)).toEqual(['eve@x.example', 'bob@x.example']);
		const pending = await listPendingInvitations(owner.client, ours.id, new Date());
		expect(pending.map(({ email }) => email)).toContain('eve@x.example');
		expect(await bring('people', list, owner)).toMatchObject({ outcome: 'nothing' });
		await expect(undo(done.import)).rejects.toMatchObject({ code: '42501' });
		expect(await undo(done.import, owner)).toMatchObject({ kind: 'people' });
		expect(await listPendingInvitations(owner.client, ours.id, new Date())).toEqual([]);
		expect(await bring('people', list, owner)).toMatchObject({ outcome: 'entered' });
	});

	test('observers and strangers bring nothing, see nothing and take nothing back', async () => {
		const list = rows({ title: 'Sneak in' });
		const { import: id } = await bring('actions', rows({ title: 'Ours' }));
		for (const person of [who.observer, who.otherTeam, who.otherWorkspace, who.formerMember]) {
			for (const kind of ['actions', 'issues', 'objectives'] as const)
				await expect(bring(kind, list, person)).rejects.toMatchObject({ code: '42501' });
			await expect(
				lookAtRows(person.client, who.ours.id, { kind: 'actions', file: 'a', rows: list })
			).rejects.toMatchObject({ code: '42501' });
			await expect(undo(id, person)).rejects.toMatchObject({ code: '42501' });
			expect(await listImports(person.client, who.ours.id)).toEqual([]);
		}
		expect(await undo(id, who.owner)).toMatchObject({ removed: 1 });
	});

	test('nobody of another team becomes an owner, whatever a page claims', async () => {
		const stranger = rows({ title: 'Theirs', owner: who.otherWorkspace.id });
		expect(await bring('actions', stranger)).toMatchObject({ outcome: 'changed', entered: 0 });
	});

	test('readings are taken back to what they were, and one that was corrected since stays', async () => {
		const { member, ours } = who;
		const { id: _, baselineFrom: __, ...fields } = aMetric();
		await addMetrics(member.client, ours.id, [{ ...fields, name: 'Uptime' }]);
		const metric = (await listMetrics(member.client, ours.id))[0]?.id ?? '';
		const enter = (period: string, value: number) =>
			enterReading(member.client, ours.id, member.id, { metric, period, value });
		await enter('2026-11-02', 97);
		const waiting = crypto.randomUUID();
		await keepPart(member.client, ours.id, member.id, {
			...{ import: waiting, part: 0 },
			readings: [
				[2, metric, '2026-11-02', 98],
				[3, metric, '2026-11-09', 99],
				[4, metric, '2026-11-16', 95]
			]
		});
		const { mark } = await compareImport(member.client, ours.id, waiting);
		await enterImport(member.client, ours.id, waiting, mark, 'from kpis.csv');
		await enter('2026-11-16', 96);
		const [newest] = await listImports(member.client, ours.id);
		expect(newest).toMatchObject({ kind: 'readings', file: 'kpis.csv', entered: 3 });
		expect(await undo(newest?.id ?? '')).toMatchObject({ removed: 2, kept: 1 });
		const history = await findMetric(member.client, ours.id, metric, '2026-11-21');
		expect(history?.readings.map(({ period, value }) => [period, value])).toEqual([
			['2026-11-16', 96],
			['2026-11-02', 97]
		]);
	});
});
