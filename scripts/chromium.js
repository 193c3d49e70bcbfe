// Where a Chromium is for the browser tests and measurements.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** @returns {Promise<string | undefined>} */
export async function findChromium() {
	const { chromium } = await import('playwright');
	const folders = (process.env.PATH ?? '').split(delimiter);
	// The shell has no window to draw: eighteen tests took 141 s with it, and 177 s without.
	const inPath = ['chromium-headless-shell', 'chromium', 'google-chrome'].flatMap((name) =>
		folders.map((folder) => join(folder, name))
	);
	const places = [process.env.CHROMIUM_PATH, ...inPath, chromium.executablePath()];
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
