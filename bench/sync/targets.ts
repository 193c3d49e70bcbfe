// The servers that are measured, and how each is started.
import { join } from 'node:path';
import { fileOf } from './peers.ts';
import type { ProtocolName } from './protocol.ts';

const root = join(import.meta.dirname, '../..');
const own = (name: string) => join(import.meta.dirname, 'servers', `${name}.ts`);

export type TargetName = keyof typeof targets;

export type Target = {
	/** What it is called in the table. */
	title: string;
	protocol: ProtocolName;
	script: string;
	/** What comes before the name of a document in its addresses. */
	path: string;
	/** It lets in those it knows, into documents it knows, and keeps them in PostgreSQL. */
	isOurs?: boolean;
	/** It keeps documents in the file it finds in this variable. */
	storesIn?: string;
};

export const targets = {
	ours: {
		title: 'Drumbeat',
		protocol: 'y-websocket',
		script: join(root, 'src/server.ts'),
		path: '/sync/',
		isOurs: true
	},
	relay: {
		title: 'bare relay',
		protocol: 'relay',
		script: own('relay'),
		path: '/'
	},
	staticAnswer: {
		title: 'static answer',
		protocol: 'y-websocket',
		script: own('static-answer'),
		path: '/'
	},
	yWebsocket: {
		title: '@y/websocket-server',
		protocol: 'y-websocket',
		script: fileOf('y-websocket-server', '@y/websocket-server/src/server.js'),
		path: '/'
	},
	hocuspocus: {
		title: 'Hocuspocus',
		protocol: 'hocuspocus',
		script: own('hocuspocus'),
		path: '/'
	},
	hocuspocusSqlite: {
		title: 'Hocuspocus with SQLite',
		protocol: 'hocuspocus',
		script: own('hocuspocus'),
		path: '/',
		storesIn: 'SQLITE'
	}
} satisfies Record<string, Target>;
