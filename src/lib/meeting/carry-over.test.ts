import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
	becomesHotItem,
	hotItemTitle,
	offers,
	takeUp,
	timesUndone,
	toReview,
	type EarlierAction,
	type Review
} from './carry-over.ts';
import { HotItem } from './hot-item.ts';
import { longestTitle } from './segment.ts';

const item = (id: string, more: Partial<HotItem> = {}) =>
	v.parse(HotItem, { id, title: id, order: 'a0', ...more });

describe('hot items', () => {
	test('the next meeting is offered what was parked and what was not reached', () => {
		const left = offers(
			[
				item('parked', { state: 'parked' }),
				item('open'),
				item('resolved', { state: 'resolved' }),
				item('dropped', { state: 'dropped' })
			],
			'2026-11-24'
		);

		expect(left.map((offer) => [offer.item.id, offer.why])).toEqual([
			['parked', 'parked'],
			['open', 'not reached']
		]);
	});

	test('fact-finding comes back in the first meeting after its date', () => {
		const finding = [item('pricing', { state: 'fact-finding', backBy: '2026-11-24' })];

		expect(offers(finding, '2026-11-17')).toEqual([]);
		expect(offers(finding, '2026-11-24')[0]?.why).toBe('facts due');
	});

	test('what a later meeting has taken up is not offered again', () => {
		expect(offers([item('open')], '2026-11-24', new Set(['open']))).toEqual([]);
	});

	test('what was sealed is offered as sealed, so that it stays so', () => {
		const left = offers(
			[item('who leaves'), item('pricing')],
			'2026-11-24',
			new Set(),
			new Set(['who leaves'])
		);

		expect(left.map(({ isSealed }) => isSealed)).toEqual([true, false]);
	});

	test('an item that is taken up is open again and remembers where it comes from', () => {
		const [offer] = offers(
			[item('pricing', { state: 'fact-finding', wants: 'fact-finding', factFinder: 'ines' })],
			'2026-11-24'
		);

		expect(offer && takeUp(offer, { id: 'new', order: 'a5' })).toMatchObject({
			id: 'new',
			order: 'a5',
			title: 'pricing',
			state: 'open',
			wants: 'resolution',
			factFinder: 'ines',
			continues: 'pricing',
			source: 'Facts found since an earlier meeting'
		});
	});
});

describe('actions', () => {
	const review = (week: number, done: boolean): Review => ({ meeting: `w${week}`, done, at: week });
	const action = (id: string, more: Partial<EarlierAction> = {}): EarlierAction => ({
		id,
		title: id,
		owner: 'jonas',
		due: '2026-11-17',
		doneAt: null,
		isSealed: false,
		serves: null,
		reviews: [],
		...more
	});

	test('the review goes through what is open and what was done since, earliest due first', () => {
		const rows = toReview(
			[
				action('undated', { due: null }),
				action('later', { due: '2026-11-20' }),
				action('done long ago', { doneAt: 5 }),
				action('just done', { doneAt: 15 }),
				action('overdue', { due: '2026-10-01' })
			],
			10
		);

		expect(rows.map(({ id }) => id)).toEqual(['overdue', 'just done', 'later', 'undated']);
	});

	test('an action found undone in two meetings is suggested as a hot item', () => {
		expect(becomesHotItem([])).toBe(false);
		expect(becomesHotItem([review(1, false)])).toBe(false);
		expect(becomesHotItem([review(1, false), review(2, false)])).toBe(true);
	});

	test('a meeting counts once, with the last that was said in it', () => {
		expect(timesUndone([review(1, false), { ...review(1, false), at: 1.5 }])).toBe(1);
		expect(timesUndone([{ ...review(1, true), at: 1.5 }, review(1, false)])).toBe(0);
	});

	test('once done, it starts afresh', () => {
		expect(timesUndone([review(1, false), review(2, true), review(3, false)])).toBe(1);
	});

	test('the hot item says what was not done and how often', () => {
		const twice = [review(1, false), review(2, false)];
		const title = hotItemTitle(action('x', { title: 'Call Acme', reviews: twice }));
		const thrice = [...twice, review(3, false)];

		expect(title).toBe('Not done twice: Call Acme');
		expect(hotItemTitle(action('x', { title: 'Call Acme', reviews: thrice }))).toBe(
			'Not done 3 times: Call Acme'
		);
		expect(hotItemTitle(action('x', { title: 'y'.repeat(999), reviews: twice }))).toHaveLength(
			longestTitle
		);
	});
});
