import { expect, test } from 'vitest';
import { allFindings } from './findings.ts';
import { goalFindings } from './goal-numbers.ts';

const goal = (title: string, standing = '') => ({ title, standing });
const uptime = goal('99.2% uptime at every contract site', '98.1% today');

test('a number that an annual goal says otherwise is quoted beside it', () => {
	const text = 'By December 2027: 40% of revenue from contracts, and 99.5% uptime on every site.';
	const [found, ...others] = goalFindings(text, [uptime]);
	expect(others).toEqual([]);
	expect(found).toMatchObject({ rule: 'goal', use: '99.2%' });
	expect(text.slice(found?.from, found?.to)).toBe('99.5%');
	expect(found?.words).toBe(
		'“99.5%” is not the number of the annual goal “99.2% uptime at every contract site” (98.1% today).'
	);
});

test.each([
	['99.2% uptime on every site', 'the same number'],
	['98.1% uptime today', 'where the goal stands'],
	['99.5% of invoices paid', 'another subject'],
	['uptime of 99 days', 'another unit'],
	['uptime in 2027', 'a year'],
	['', 'nothing']
])('“%s” does not disagree: %s', (text) => expect(goalFindings(text, [uptime])).toEqual([]));

test('gross retention is not gross margin', () => {
	expect(goalFindings('92% gross retention', [goal('Services gross margin of 42%')])).toEqual([]);
	expect(goalFindings('43% gross margin', [goal('Services gross margin of 42%')])).toHaveLength(1);
});

test('what a goal aims at is its last number, and thousands are counted in', () => {
	const revenue = goal('Grow contract revenue from €12m to €17.8m');
	expect(goalFindings('€18 million of contract revenue', [revenue])[0]?.use).toBe('€17.8m');
	expect(goalFindings('€17.8 million of contract revenue', [revenue])).toEqual([]);
	expect(goalFindings('contract revenue of €17,800,000', [revenue])).toEqual([]);
});

test('a claim without a number is offered the number of the goal', () => {
	const text = 'By December 2027: 40% of revenue, and best-in-class uptime on every contract site.';
	const found = allFindings('howMuch', text, [uptime]);
	expect(found).toHaveLength(1);
	expect(found[0]).toMatchObject({ rule: 'claim', use: '99.2% uptime' });
	expect(found[0]?.words).toMatch(/^“best-in-class uptime” has no number\./u);
	expect(allFindings('howMuch', text, [])[0]?.rule).toBe('jargon');
});
