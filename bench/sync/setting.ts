import type { Crowd } from './crowd.ts';
import type { Database } from '../../src/lib/server/database/database.ts';
import type { Server } from './server.ts';
import type { Target } from './targets.ts';

/** What a scenario works with: a server that runs, and a crowd that knows where it is. */
export type Setting = {
	server: Server;
	crowd: Crowd;
	target: Target;
	/** The processes of the database and of Redis. */
	behind: () => readonly number[];
	/** The database of ours. */
	database: Database | undefined;
	/** How long a load is held, where that was asked for. */
	seconds: number | undefined;
	log: (line: string) => void;
};
