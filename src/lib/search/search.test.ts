import { expect, test } from 'vitest';
import { firstDay, readFilters } from './filters.ts';
import { fold } from './fold.ts';
import { placeOf, type Hit } from './hit.ts';
import { excerpt, markWords, type Piece } from './marks.ts';
import { longestQuestion, readQuery } from './query.ts';

const shown = (pieces: readonly Piece[]) =>
	pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

test.each([
	['Crème  Brûlée!', 'creme brulee'],
	['Don’t  stop', 'dont stop'],
	['Łódź, Straße & Ærø', 'lodz strasse aero'],
	['99.2 %', '99 2'],
	['🙂', '🙂'],
	['СЛОН', 'слон']
])('%s is looked for as %s', (typed, folded) => {
	expect(fold(typed)).toBe(folded);
});

test('words are looked for singly, and what is in quotation marks as a phrase', () => {
	expect(readQuery('pricing “spare parts” Brixholm')).toEqual({
		words: ['pricing', 'brixholm'],
		phrases: ['spare parts'],
		typing: false
	});
	expect(readQuery('"uptime"')).toEqual({ words: ['uptime'], phrases: [], typing: false });
});

test('a phrase that is still being typed is a phrase already', () => {
	expect(readQuery('"spare par', true)).toEqual({
		words: [],
		phrases: ['spare par'],
		typing: false
	});
});

test('the last word may go on while somebody types, until a space ends it', () => {
	expect(readQuery('firm', true)?.typing).toBe(true);
	expect(readQuery('firm ', true)?.typing).toBe(false);
	expect(readQuery('firm')?.typing).toBe(false);
});

test.each(['', '   ', '""', '...', '\u0000'])('in %j there is nothing to look for', (typed) => {
	expect(readQuery(typed)).toBeUndefined();
});

test('ten thousand letters and a broken character are cut short, not refused', () => {
	const query = readQuery('x'.repeat(10_000));
	expect(query?.words.join('').length).toBe(longestQuestion);
	expect(readQuery('a '.repeat(5_000))?.words).toHaveLength(12);
	expect(readQuery('\ud83d drop')?.words).toContain('drop');
});

test('what was looked for is marked as it is written, and the text stays whole', () => {
	const text = 'We decided: the café’s prices rise.';
	const pieces = markWords(text, ['decided', 'cafes']);
	expect(shown(pieces)).toBe('We [decided]: the [café’s] prices rise.');
	expect(pieces.map((piece) => piece.text).join('')).toBe(text);
});

test('the beginning of a word that is being typed is marked, one letter is not', () => {
	expect(shown(markWords('Firmware first', [], 'firm'))).toBe('[Firmware] first');
	expect(shown(markWords('Firmware first', [], 'f'))).toBe('Firmware first');
});

test('of a long text the part around the first mark is shown', () => {
	const text = `${'before '.repeat(40)}needle ${'after '.repeat(40)}`;
	const part = shown(excerpt(markWords(text, ['needle']), 120));
	expect(part).toMatch(/^… before .* \[needle\] after .* …$/u);
	expect(part.length).toBeLessThan(135);
	expect(shown(excerpt(markWords('short', []), 120))).toBe('short');
	expect(shown(excerpt(markWords('x'.repeat(500), []), 120))).toBe(`${'x'.repeat(120)} …`);
});

test('what is no filter filters nothing', () => {
	const asked = new URLSearchParams("kind=toString&time=__proto__&team=' or 1=1");
	expect(readFilters(asked)).toEqual({ group: undefined, team: undefined, span: 'any' });
	expect(readFilters(new URLSearchParams('kind=notes&time=year'))).toMatchObject({
		group: 'notes',
		span: 'year'
	});
	expect(firstDay('month', '2026-11-30')).toBe('2026-10-30');
	expect(firstDay('any', '2026-11-30')).toBeUndefined();
});

test('a passage leads to its line', () => {
	const hit = {
		kind: 'note',
		id: 'n',
		team: 't',
		meeting: { id: 'm', name: 'Weekly', number: 3, state: 'closed' }
	} as Hit;
	expect(placeOf(hit)).toBe('/m/m/recap#note-n');
	expect(placeOf({ ...hit, kind: 'decision' })).toBe('/m/m/recap#n');
	expect(placeOf({ ...hit, kind: 'action', meeting: null })).toBe('/t/t/actions?show=all#n');
	expect(placeOf({ ...hit, kind: 'metric' })).toBe('/t/t/scorecard/n');
});
