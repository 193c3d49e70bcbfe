import { borrowDatabase, server, startBackend, type Backend } from '../supabase/tests/backends.ts';
import type { Figure } from './report.ts';

/** Measures with the embedded database, and with PostgreSQL where the environment names one. */
export async function onBothDatabases(
	measure: (name: 'embedded' | 'PostgreSQL', backend: Backend) => Promise<Figure[]>
): Promise<Figure[]> {
	const embedded = await startBackend();
	const figures = await measure('embedded', embedded);
	await embedded.close();
	if (!server) {
		console.log('not measured  PostgreSQL: set TEST_DATABASE_URL');
		return figures;
	}
	const { url, drop } = await borrowDatabase();
	const backend = await startBackend(url);
	figures.push(...(await measure('PostgreSQL', backend)));
	await backend.close();
	await drop();
	return figures;
}
