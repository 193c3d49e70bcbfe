/** How the bytes of a file stand for letters. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type Decoded = { text: string; encoding: Encoding } | { refused: string };

/**
 * The text of a file as spreadsheets write it: its mark at the beginning says how, else zeros
 * between the letters do. What is not UTF-8 is Windows-1252, in which every byte means something.
 */
export function decode(bytes: Uint8Array): Decoded {
	if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4)
		return {
			refused:
				'This is a workbook, not a CSV file. Save the sheet as CSV, or copy its cells and paste them here.'
		};
	const encoding = encodingOf(bytes);
	const text = new TextDecoder(encoding).decode(bytes);
	if (text.includes('\0'))
		return { refused: 'This file holds no text. Save the sheet as CSV, and choose that file.' };
	return { text, encoding };
}

function encodingOf(bytes: Uint8Array): Encoding {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	const start = bytes.subarray(0, 1000);
	const zeros = [0, 0];
	for (const [at, byte] of start.entries())
		if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
	const [even = 0, odd = 0] = zeros;
	if (odd > start.length / 4 && even === 0) return 'utf-16le';
	if (even > start.length / 4 && odd === 0) return 'utf-16be';
	return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}
