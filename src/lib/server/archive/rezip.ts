import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { ZipReader } from './zip-reader.ts';

/** For tests: the same zip with some files changed; answers where it is. */
export async function rezip(
	from: string,
	to: string,
	change: (path: string, data: Buffer) => Buffer
): Promise<string> {
	const zip = await ZipReader.open(from);
	const changed = new ZipFile();
	for (const path of zip.paths()) changed.addBuffer(change(path, await zip.whole(path)), path);
	changed.end();
	await pipeline(changed.outputStream, createWriteStream(to));
	zip.close();
	return to;
}
