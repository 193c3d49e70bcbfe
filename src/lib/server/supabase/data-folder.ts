import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Why the server will not start; the message is one line that says what to do. */
export class Refusal extends Error {}

/**
 * Takes the data folder for this process alone. PGlite has no lock of its own, and a second
 * process on the same folder would make the first lose what it acknowledged. The lock is one the
 * operating system holds on a small SQLite file: it is gone the moment the process is, also after
 * a kill, so that a restart never waits and never has to guess whether a lock is stale.
 */
export function takeDataFolder(folder: string): { release: () => void } {
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		accessSync(folder, constants.W_OK);
	} catch {
		throw new Refusal(
			`Cannot write to the data folder ${folder}. Set DATA_DIR to a folder this user may write to.`
		);
	}
	let lock: DatabaseSync | undefined;
	try {
		lock = new DatabaseSync(join(folder, 'lock.sqlite'));
		lock.exec('pragma locking_mode = exclusive; begin exclusive; commit;');
		const held = lock;
		return { release: () => held.close() };
	} catch (error) {
		lock?.close();
		if (error instanceof Error && /locked|busy/i.test(error.message))
			throw new Refusal(
				`Another Drumbeat is using the data folder ${folder}. Stop it, or set DATA_DIR to another folder.`
			);
		throw new Refusal(
			`Cannot write to the data folder ${folder}. Set DATA_DIR to a folder this user may write to.`
		);
	}
}
