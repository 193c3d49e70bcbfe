import { join } from 'node:path';
import type { Plugin } from 'vite';
import { readSettings } from './lib/server/settings.ts';
import { startRuntime } from './lib/server/start-runtime.ts';
import { attachSync } from './lib/server/sync/upgrade.ts';

/** Gives `npm run dev` what src/server.ts gives the built site: database, live documents, jobs. */
export function drumbeat(): Plugin {
	return {
		name: 'drumbeat',
		apply: 'serve',
		async configureServer(server) {
			// Vitest has no HTTP server, and its tests start what they need themselves.
			const { httpServer } = server;
			if (!httpServer || process.env.VITEST) return;
			process.env.DO_NOT_TRACK = '1';
			const settings = readSettings({ DATA_DIR: 'data/dev', ...process.env });
			const { runtime, stop } = await startRuntime(settings, join(import.meta.dirname, '..'));
			if (!('maxHeadersCount' in httpServer)) return;
			attachSync(httpServer, {
				rooms: runtime.rooms,
				changes: runtime.changes,
				supabase: runtime.supabase,
				trustProxy: false,
				// Vite has a socket of its own for what was edited.
				claimsAll: false,
				onFailure: (error) => runtime.log.error(error, 'a connection failed')
			});
			httpServer.on('close', () => void stop());
		}
	};
}
