import { expect, test } from 'vitest';
import { getsMail, standingOf, type Audience, type Seat } from './weekly-readers.ts';

const leader: Seat = { role: 'member', owns: 0, alerts: 0, wants: true };
const owner: Seat = { ...leader, owns: 1, alerts: 1 };
const looker: Seat = { ...leader, role: 'observer' };
const who = (audience: Audience) =>
	Object.entries({ leader, owner, looker, observingOwner: { ...owner, role: 'observer' as const } })
		.filter(([, seat]) => getsMail(standingOf(seat, audience)))
		.map(([name]) => name);

test('owners and leadership get it unless the team says otherwise', () => {
	expect(who('leadership')).toEqual(['leader', 'owner', 'observingOwner']);
	expect(who('owners')).toEqual(['owner', 'observingOwner']);
	expect(who('everyone')).toEqual(['leader', 'owner', 'looker', 'observingOwner']);
	expect(who('nobody')).toEqual([]);
});

test('a priority whose alert is off makes nobody an owner to write to', () => {
	const quiet = { ...owner, alerts: 0 };
	expect(standingOf(quiet, 'owners')).toBe('not asked for');
	expect(standingOf(quiet, 'leadership')).toBe('leader');
	expect(standingOf(owner, 'leadership')).toBe('owner');
});

test('what somebody has switched off for themselves stays off', () => {
	for (const audience of ['leadership', 'owners', 'everyone'] as const)
		expect(standingOf({ ...owner, wants: false }, audience)).toBe('switched off');
	expect(standingOf({ ...looker, wants: false }, 'leadership')).toBe('not asked for');
});
