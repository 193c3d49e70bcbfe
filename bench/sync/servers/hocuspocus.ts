// Hocuspocus as its documentation sets it up: with SQLITE it stores, with REDIS_URL it has several nodes.
import { DatabaseSync } from 'node:sqlite';
import process from 'node:process';
import { fileOf } from '../peers.ts';

type Extension = new (options: object) => object;
type Asked = { documentName: string; state: Uint8Array };

const load = (name: string): Promise<unknown> =>
	import(
		fileOf('hocuspocus', '@hocuspocus', name, 'dist', `hocuspocus-${name.split('-').at(-1)}.esm.js`)
	);

const extensions: object[] = [];
const { PORT, SQLITE, REDIS_URL } = process.env;

if (SQLITE) {
	const { Database } = (await load('extension-database')) as { Database: Extension };
	// The statements of its own SQLite extension, on the SQLite that comes with Node.
	const sqlite = new DatabaseSync(SQLITE);
	sqlite.exec(
		'create table if not exists documents (name varchar(255) not null unique, data blob not null)'
	);
	const select = sqlite.prepare('select data from documents where name = ? order by rowid desc');
	const upsert = sqlite.prepare(
		'insert into documents (name, data) values (?, ?) on conflict (name) do update set data = excluded.data'
	);
	extensions.push(
		new Database({
			fetch: async ({ documentName }: Asked) => select.get(documentName)?.data ?? null,
			store: async ({ documentName, state }: Asked) => void upsert.run(documentName, state)
		})
	);
}
if (REDIS_URL) {
	const { Redis } = (await load('extension-redis')) as { Redis: Extension };
	const { hostname, port, password } = new URL(REDIS_URL);
	extensions.push(
		new Redis({
			host: hostname,
			port: Number(port || 6379),
			options: { password: password || null }
		})
	);
}

const { Server } = (await load('server')) as {
	Server: new (options: object) => { listen(): Promise<unknown> };
};
await new Server({ port: Number(PORT), address: '127.0.0.1', quiet: true, extensions }).listen();
