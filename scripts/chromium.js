// Where a Chromium is for the browser tests and measurements.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** @returns {Promise<string | undefined>} */
export async function findChromium() {
	const { chromium } = await import('playwright');
	const folders = (process.env.PATH ?? '').split(delimiter);
	const inPath = ['chromium', 'google-chrome'].flatMap((name) =>
		folders.map((folder) => join(folder, name))
	);
	const places = [
		process.env.CHROMIUM_PATH,
		chromium.executablePath(),
		'/usr/bin/chromium',
		...inPath
	];
	return places.find((path) => path && existsSync(path));
}

/** Starts on a machine without a graphics card and as root, and talks to nobody by itself. */
export const chromiumFlags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];
