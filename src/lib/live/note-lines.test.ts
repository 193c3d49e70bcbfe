import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { appendLine, keepUnchanged, keyedLines } from './note-lines.ts';

function notes(...texts: string[]): Y.XmlFragment {
	const fragment = new Y.Doc().getXmlFragment('notes');
	for (const [index, text] of texts.entries())
		appendLine(fragment, { id: `line ${index}`, by: 'ada', at: 1000 + index, text });
	return fragment;
}

function words(fragment: Y.XmlFragment, line: number): Y.XmlText {
	const element = fragment.get(line);
	const text = element instanceof Y.XmlElement ? element.get(0) : undefined;
	if (!(text instanceof Y.XmlText)) throw new Error('There is no such line');
	return text;
}

test('of many lines only the one somebody types in is another', () => {
	const fragment = notes('Revenue is up', 'Churn is down', 'Hiring is slow');
	const before = keyedLines(fragment);

	words(fragment, 1).insert(13, ' again');
	const now = keepUnchanged(before, keyedLines(fragment));

	expect(now[0]).toBe(before[0]);
	expect(now[1]).toMatchObject({ text: 'Churn is down again' });
	expect(now[2]).toBe(before[2]);
});

test('a line that is struck out is drawn anew', () => {
	const fragment = notes('Revenue is up');
	const before = keyedLines(fragment);

	(fragment.get(0) as Y.XmlElement).setAttribute('struck', 'true');

	expect(keepUnchanged(before, keyedLines(fragment))).toMatchObject([{ struck: true }]);
});

test('lines keep being themselves when another comes between them', () => {
	const fragment = notes('Revenue is up', 'Churn is down');
	const before = keyedLines(fragment);

	const line = new Y.XmlElement('line');
	line.setAttribute('id', 'between');
	fragment.insert(1, [line]);
	const now = keepUnchanged(before, keyedLines(fragment));

	expect(now.map(({ id }) => id)).toEqual(['line 0', 'between', 'line 1']);
	expect([now[0], now[2]]).toEqual(before);
	expect(now[2]).toBe(before[1]);
});
