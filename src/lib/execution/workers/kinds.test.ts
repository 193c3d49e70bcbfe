import { expect, test } from 'vitest';
import { kindsOf, writeKind } from './kinds.ts';
import { anyPicture, gap } from './a-picture.ts';

const kindOf = (title: string, more = {}) => kindsOf(anyPicture({ title, ...more }))[0]?.kind;

test('a priority is known by the words of its title', () => {
	expect(kindOf('Convert ten pilots to throughput contracts')).toBe('growth');
	expect(kindOf('Halve churn among small accounts')).toBe('retention');
	expect(kindOf('Reach 99% fleet uptime')).toBe('reliability');
	expect(kindOf('Cut the cost of a site visit by a third')).toBe('cost');
	expect(kindOf('Retrain the sales team to sell outcomes')).toBe('capacity');
	expect(kindOf('Open the remote operations centre in Tilburg')).toBe('launch');
	expect(kindOf('Ship gateway firmware 4 to every site')).toBe('launch');
	expect(kindOf('Cut the hand-offs between order and dispatch')).toBe('process');
	expect(kindOf('Pass the ISO 27001 audit')).toBe('compliance');
	expect(kindOf('Be kinder to each other')).toBe('other');
});

test('what surrounds a vague title says what kind it is', () => {
	expect(kindOf('Project Falcon', { gaps: [gap({ name: 'Gross margin of services' })] })).toBe(
		'cost'
	);
});

test('the word that decided is quoted', () => {
	const [first] = kindsOf(anyPicture({ title: 'Reach 99% fleet uptime' }));
	expect(first && writeKind(first)).toBe(
		'It reads as quality and reliability: “uptime” in its title.'
	);
});
