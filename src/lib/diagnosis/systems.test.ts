import { expect, test } from 'vitest';
import { flagSystems, type System } from './systems.ts';

const system = (id: string, more: Partial<System> = {}): System => ({
	...{ id, name: id, holds: '', owner: 'kw', filling: 'by hand', feeds: ['uptime'] },
	...more
});
const uptime = { id: 'uptime', name: 'Uptime', cadence: 'week' as const, since: '2026-01-05' };
const fresh = { metric: 'uptime', period: '2026-11-09', enteredOn: '2026-11-16', byProgram: false };
const kinds = (...given: Parameters<typeof flagSystems>) =>
	flagSystems(...given).map(({ kind }) => kind);
const today = '2026-11-19';

test('one owned system that feeds a metric with a fresh reading is fine', () => {
	expect(kinds([system('monitor')], [uptime], [fresh], today)).toEqual([]);
});

test('gaps, duplicate sources and systems without owner or use are flagged', () => {
	const systems = [
		system('monitor', { owner: null }),
		system('sheet'),
		system('idle', { feeds: [] })
	];
	const recover = { ...uptime, id: 'recover', name: 'Recover' };
	expect(
		flagSystems(systems, [uptime, recover], [fresh, { ...fresh, metric: 'recover' }], today)
	).toMatchObject([
		{ kind: 'no owner', name: 'monitor' },
		{ kind: 'feeds nothing', name: 'idle' },
		{ kind: 'twice', words: 'comes from monitor and sheet: which one counts?' },
		{ kind: 'no source', name: 'Recover' }
	]);
});

test('what is called automatic is held against who really brought the newest reading', () => {
	const automatic = system('monitor', { filling: 'automatic' });
	expect(kinds([automatic], [uptime], [fresh], today)).toEqual(['not automatic']);
	expect(kinds([automatic], [uptime], [{ ...fresh, byProgram: true }], today)).toEqual([]);
});

test('a reading that should be in is late, whoever brings it', () => {
	expect(kinds([system('monitor')], [uptime], [{ ...fresh, period: '2026-10-26' }], today)).toEqual(
		['late']
	);
	expect(kinds([system('monitor')], [uptime], [], today)).toEqual(['late']);
});
