import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './scripts/chromium.js';

const port = Number(process.env.TEST_PORT ?? 4190);
const executablePath = await findChromium();

export default defineConfig({
	testDir: 'tests',
	// Every test brings people of its own; on two processors more workers only wait for each other.
	fullyParallel: true,
	workers: 2,
	forbidOnly: Boolean(process.env.CI),
	// Real browsers and servers on a shared machine: a second try tells slow from broken, and is counted.
	retries: process.env.CI ? 2 : 0,
	timeout: 60_000,
	// A promise that is kept late on a busy machine is kept; one that is broken waits this long once.
	expect: { timeout: 20_000 },
	use: {
		browserName: 'chromium',
		baseURL: `http://localhost:${port}`,
		locale: 'en-GB',
		timezoneId: 'Europe/London',
		// Recording takes a sixth of the processors: only what failed once is recorded.
		trace: 'on-first-retry',
		launchOptions: { ...(executablePath ? { executablePath } : {}), args: chromiumFlags }
	},
	webServer: {
		command: 'node scripts/test-server.js',
		url: `http://localhost:${port}/healthz`,
		env: { PORT: String(port), HOST: '127.0.0.1' },
		timeout: 120_000,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 }
	}
});
