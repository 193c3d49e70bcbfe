import { expect, test } from 'vitest';
import { matcher } from './match.ts';
import type { Counted } from './settings.ts';

const counted = (id: string, name: string, more: Partial<Counted> = {}): Counted => ({
	id,
	name,
	key: id,
	cadence: 'week',
	unit: '',
	decimals: 0,
	isRemoved: false,
	...more
});
const match = matcher([
	counted('fleet-uptime', 'Fleet uptime'),
	counted('fax', 'Fax', { isRemoved: true }),
	counted('old-margin', 'Margin', { isRemoved: true }),
	counted('margin', 'Margin'),
	counted('nps', 'NPS'),
	counted('nps-2', 'NPS')
]);

test.each([
	'Fleet uptime',
	' fleet  UPTIME ',
	'ＦＬＥＥＴ uptime',
	'fleet\u00a0uptime',
	'fleet-uptime'
])('“%s” is Fleet uptime', (name) => {
	expect(match(name)).toMatchObject({ metric: { id: 'fleet-uptime' } });
});

test('a name nobody knows, of something taken off, or of several says which', () => {
	expect(match('Fleet uptme')).toEqual({ why: 'unknown' });
	expect(match('Fax')).toEqual({ why: 'removed' });
	expect(match('NPS')).toEqual({ why: 'several' });
});

test('what is counted now comes before what was taken off', () => {
	expect(match('margin')).toMatchObject({ metric: { id: 'margin' } });
});
