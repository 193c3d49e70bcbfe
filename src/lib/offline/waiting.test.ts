import { expect, test } from 'vitest';
import { discard, keep, nextOf, readWaiting, settle, type Waiting } from './waiting.ts';

const aTick = (more: Partial<Waiting> = {}): Waiting => ({
	...{ id: '1', person: 'ada', what: 'action', about: 'call', words: 'Call Acme' },
	...{ to: '/t/1/actions?/finish', fields: [['done', 'yes']] },
	...more
});

test('an action ticked twice without a connection is sent once, as it stood last', () => {
	const list = keep(keep([], aTick()), aTick({ id: '2', fields: [['done', 'no']] }));
	expect(list).toEqual([aTick({ id: '2', fields: [['done', 'no']] })]);
});

test('two comments on one line are both kept, in their order', () => {
	const say = (id: string) => aTick({ id, what: 'comment', words: id });
	expect(keep(keep([], say('first')), say('second')).map(({ id }) => id)).toEqual([
		'first',
		'second'
	]);
});

test('what was taken is gone, what no answer came for waits, what was refused says why', () => {
	const list = [aTick(), aTick({ id: '2', about: 'write' })];
	expect(settle(list, '1', 'taken')).toEqual([list[1]]);
	expect(settle(list, '1', 'away')).toEqual(list);
	const refused = settle(list, '1', { refused: 'Only its owner can finish an action.' });
	expect(refused[0]).toMatchObject({ refused: 'Only its owner can finish an action.' });
	expect(nextOf(refused, 'ada')?.id).toBe('2');
	expect(discard(refused, '1')).toEqual([list[1]]);
});

test('nobody sends what somebody else wrote on the same device', () => {
	expect(nextOf([aTick()], 'grace')).toBeUndefined();
});

test('storage that somebody else filled is no queue', () => {
	expect(readWaiting(null)).toEqual([]);
	expect(readWaiting('{broken')).toEqual([]);
	expect(readWaiting('[{"id":1}, 7, null]')).toEqual([]);
	expect(readWaiting(JSON.stringify([aTick({ to: 'https://elsewhere.example' })]))).toEqual([]);
	expect(readWaiting(JSON.stringify([aTick()]))).toEqual([aTick()]);
});
