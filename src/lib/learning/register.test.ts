import { expect, test } from 'vitest';
import { readAbout, readTag, writeAbout } from './about.ts';
import { countChanges, insightsBehind, standingOf, toReview, versionAfter } from './register.ts';
import type { Learned, Reviewed, Version } from './register.ts';
import { decisionWords } from './verdict.ts';

const review = (more: Partial<Reviewed> = {}): Reviewed => ({
	meeting: 'm6',
	meetingNumber: 6,
	on: '2026-12-29',
	verdict: 'adapt',
	decision: 'd',
	subject: { kind: 'priority', id: 'p' },
	was: 'Two visits a site',
	became: 'One visit a site',
	at: '2026-12-29T10:00:00Z',
	...more
});
const insight = (reviews: Reviewed[] = [], at = '2026-11-24T10:00:00Z'): Learned => ({
	id: at,
	title: 'Sites mend themselves after one visit',
	on: '2026-11-24',
	at,
	meeting: 'm1',
	meetingNumber: 1,
	from: 'Uptime',
	note: null,
	by: null,
	about: { kind: 'priority', id: 'p' },
	reviews
});
const version = (at: string, what: string): Version => ({
	id: at,
	at,
	name: 'Version 2',
	what,
	why: '',
	how: '',
	howMuch: ''
});

test('an insight waits, is kept, changes something or stops it', () => {
	const stands = (reviews: Reviewed[]) => standingOf(insight(reviews), []);
	expect(stands([])).toBe('waits');
	expect(stands([review({ verdict: 'keep', subject: null, became: '' })])).toBe('kept');
	expect(stands([review()])).toBe('changed');
	expect(stands([review({ verdict: 'stop' })])).toBe('stopped');
	expect(stands([review({ became: 'Two visits a site' })])).toBe('decided');
	expect(stands([review({ verdict: 'keep' }), review()])).toBe('changed');
});

test('a message is changed by the first version after the decision that says something else', () => {
	const decided = review({ subject: { kind: 'message', id: 'what' }, was: 'From A to B' });
	const before = version('2026-12-01T10:00:00Z', 'From B to C');
	const same = version('2027-01-01T10:00:00Z', 'From A to B');
	const other = version('2027-01-02T10:00:00Z', 'From A to D');
	expect(standingOf(insight([decided]), [before, same])).toBe('decided');
	expect(versionAfter(decided, [other, same, before])?.id).toBe(other.id);
	expect(standingOf(insight([decided]), [other])).toBe('changed');
	const behind = insightsBehind([insight([decided]), insight()], [other, same, before]);
	expect([...behind.keys()]).toEqual([other.id]);
});

test('those that changed something are counted beside those that did not yet', () => {
	const all = [insight(), insight([review()]), insight([review({ verdict: 'stop' })])];
	expect(countChanges(all, [])).toEqual({ changed: 2, notYet: 1 });
});

test('a review goes through what none has looked at, the oldest first', () => {
	const all = [insight([], '2026-12-02T10:00:00Z'), insight(), insight([review()], '2026-11-01')];
	expect(toReview(all).map(({ at }) => at)).toEqual([
		'2026-11-24T10:00:00Z',
		'2026-12-02T10:00:00Z'
	]);
});

test('a choice is read as it was written, and an objective is no tag', () => {
	for (const about of [
		{ kind: 'priority', id: 'p' },
		{ kind: 'message', id: 'why' },
		{ kind: 'objective', id: 'o' }
	] as const)
		expect(readAbout(writeAbout(about))).toEqual(about);
	expect(readTag('objective:o')).toBeNull();
	expect(readAbout('nonsense')).toBeNull();
	expect(readAbout('priority:')).toBeNull();
});

test('the decision says what it was and what it became', () => {
	expect(decisionWords('adapt', 'Two visits', 'One visit')).toBe(
		'Change “Two visits” to “One visit”'
	);
	expect(decisionWords('stop', 'Two visits', '')).toBe('Stop: Two visits');
});
