import { randomBytes } from 'node:crypto';
import { openPostgres } from '../../src/lib/server/database/postgres.ts';

/** A PostgreSQL server whose user may create databases. */
export const server = process.env.TEST_DATABASE_URL;

export type Borrowed = { name: string; url: string; drop: () => Promise<void> };

/** Makes a database on the PostgreSQL server, empty or a copy; `drop` takes it away again. */
export async function borrowDatabase({ template }: { template?: string } = {}): Promise<Borrowed> {
	if (!server) throw new Error('needs TEST_DATABASE_URL');
	const name = `drumbeat_test_${randomBytes(6).toString('hex')}`;
	const admin = openPostgres(server, { connections: 1 });
	await admin.query(`create database ${name}${template ? ` template ${template}` : ''}`);
	const url = new URL(server);
	url.pathname = `/${name}`;
	return {
		name,
		url: url.href,
		drop: async () => {
			await admin.query(`drop database if exists ${name} with (force)`);
			await admin.close();
		}
	};
}
