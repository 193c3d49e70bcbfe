import { describe, expect, test } from 'vitest';
import { checkClarity, findingsIn, verdictOn, type Element } from './clarity.ts';

const rules = (element: Element, text: string) => findingsIn(element, text).map(({ rule }) => rule);
const quoted = (element: Element, text: string) =>
	findingsIn(element, text).map(({ from, to }) => text.slice(from, to));

test('a message that says what it means has nothing to look at', () => {
	const message = {
		what: 'We are moving from selling robots to guaranteeing picks per hour.',
		why: 'Warehouse operators no longer want machines; they want orders out of the door. Hardware-only renewals fell from 94% to 81% in a year, and three of our ten largest accounts now buy throughput from an integrator. If we wait, we become that integrator’s supplier.',
		how: 'By opening a remote operations centre in Tilburg, moving every site to gateway firmware 4, and teaching the sales team to sell outcomes. Every contract site has a named engineer and an answer within 15 minutes.',
		howMuch:
			'By December 2027: 40% of revenue from throughput contracts, 92% gross retention, and 99.2% uptime on every contract site.'
	};

	expect(Object.values(checkClarity(message)).flat()).toEqual([]);
});

test('an empty phrase is quoted with what it is about', () => {
	const how =
		'By opening a centre in Tilburg. Along the way we will improve the customer experience.';
	expect(quoted('how', how)).toEqual(['improve the customer experience']);
	expect(verdictOn('how', findingsIn('how', how))).toBe('One vague phrase');

	const howMuch =
		'By December 2027: 40% of revenue from throughput contracts, and best-in-class uptime on every contract site.';
	expect(quoted('howMuch', howMuch)).toEqual(['best-in-class uptime']);
});

describe('what', () => {
	test.each([
		['We sell robots.', ['from and to']],
		['We stop selling robots and start selling picks.', []],
		['We become a service company.', []],
		['From robots to picks. And we open in Leeds. All by spring.', ['one sentence']],
		['From 3.5 to 4.2 picks a second', []],
		['', []],
		['   ', []]
	])('%s', (text, found) => expect(rules('what', text)).toEqual(found));
});

describe('why', () => {
	test.each([
		['Customers like robots.', ['stakes']],
		['If we do not, the integrators will.', []],
		['Renewals fell from 94% to 81%.', []]
	])('%s', (text, found) => expect(rules('why', text)).toEqual(found));
});

describe('how', () => {
	test.each([
		['Reliability.', ['actor or method']],
		['By hiring two engineers.', []],
		['The night team answers every call.', []]
	])('%s', (text, found) => expect(rules('how', text)).toEqual(found));
});

describe('how much', () => {
	test.each([
		['By December 2027.', ['number']],
		['40% of revenue.', ['date']],
		['A third of revenue by the end of next year.', []],
		['Customers will be happy.', ['number', 'date']]
	])('%s', (text, found) => expect(rules('howMuch', text)).toEqual(found));
});

test('poor lines are all found, whichever way they are poor', () => {
	const poor: [Element, string][] = [
		['what', 'We will leverage our ecosystem to deliver holistic solutions.'],
		['what', 'We want to be the best.'],
		['why', 'Because innovation is important to us and our customers deserve excellence.'],
		['how', 'Foster a culture of accountability.'],
		['how', 'We will optimise our processes and drive efficiency.'],
		['howMuch', 'Significant growth as soon as possible.'],
		['howMuch', 'World-class customer satisfaction.']
	];
	for (const [element, text] of poor) expect(rules(element, text), text).not.toEqual([]);
});

test('a number beside a weak word says what it means; jargon stays jargon', () => {
	expect(quoted('how', 'By improving first-pass yield to 98%.')).toEqual([]);
	expect(quoted('how', 'By improving first-pass yield.')).toEqual(['improving first-pass yield']);
	expect(quoted('how', 'By building 3 seamless journeys.')).toEqual(['seamless journeys']);
});

test('words inside other words are left alone', () => {
	expect(quoted('how', 'By selling keyboards to supporters of Morecambe, using Drivers.')).toEqual(
		[]
	);
});

test('a long answer is found from the first word too many on', () => {
	const what = `From robots to ${'picks '.repeat(40)}`;
	const [finding] = findingsIn('what', what);

	expect(finding).toMatchObject({ rule: 'length', to: what.trimEnd().length });
	expect(what.slice(0, finding?.from).trim().split(' ')).toHaveLength(30);
});

test('whatever is typed, findings stay inside the text and do not overlap without end', () => {
	let seed = 7;
	const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
	const pieces = [
		'improve ',
		'best-in-class ',
		'40% ',
		'. ',
		', ',
		'→ ',
		'🙂',
		'\n',
		'ß',
		'<b>',
		'we '
	];
	for (let round = 0; round < 2000; round += 1) {
		const text = Array.from({ length: random(30) }, () => pieces[random(pieces.length)]).join('');
		for (const element of ['what', 'why', 'how', 'howMuch'] as const)
			for (const { from, to } of findingsIn(element, text)) {
				expect(from).toBeGreaterThanOrEqual(0);
				expect(to).toBeGreaterThanOrEqual(from);
				expect(to).toBeLessThanOrEqual(text.length);
			}
	}
});
