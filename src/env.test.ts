import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { variables } from './env.ts';

const read = (file: string) => readFile(join(import.meta.dirname, '..', file), 'utf8');
const names = (text: string, line: RegExp) =>
	[...text.matchAll(line)].map(([, name]) => name).toSorted();

const declared = Object.keys(variables).toSorted();

test('the README explains every variable, and no other', async () => {
	const [, section = ''] = (await read('README.md')).split('\n## Variables\n');
	const [table = ''] = section.split('\n## ');
	expect(names(table, /^\| `([A-Z_]+)` \|/gm)).toEqual(declared);
});

test('.env.example lists every variable, and no other', async () => {
	expect(names(await read('.env.example'), /^([A-Z_]+)=/gm)).toEqual(declared);
});
