import { expect, test } from 'vitest';
import { decode } from './decode.ts';

const words = 'Métrique;98,4 €\n';
const utf16 = (text: string, bigEndian: boolean) => {
	const bytes = new Uint8Array(text.length * 2);
	const view = new DataView(bytes.buffer);
	for (const [at, letter] of [...text].entries())
		view.setUint16(at * 2, letter.charCodeAt(0), !bigEndian);
	return bytes;
};
const windows1252 = Uint8Array.from([...'M\xe9trique;98,4 \x80\n'].map((one) => one.charCodeAt(0)));

test.each([
	['UTF-8', new TextEncoder().encode(words), 'utf-8'],
	['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${words}`), 'utf-8'],
	['UTF-16 with its mark, little end first', utf16(`\ufeff${words}`, false), 'utf-16le'],
	['UTF-16 with its mark, big end first', utf16(`\ufeff${words}`, true), 'utf-16be'],
	['UTF-16 without a mark, little end first', utf16(words, false), 'utf-16le'],
	['UTF-16 without a mark, big end first', utf16(words, true), 'utf-16be'],
	['Windows-1252', windows1252, 'windows-1252']
])('a file in %s keeps its letters', (_, bytes, encoding) => {
	expect(decode(bytes)).toEqual({ text: words, encoding });
});

test('a workbook and a picture are refused, with what to do', () => {
	expect(decode(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]))).toEqual({
		refused: expect.stringContaining('Save the sheet as CSV')
	});
	expect(decode(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 0]))).toEqual({
		refused: expect.stringContaining('no text')
	});
});
