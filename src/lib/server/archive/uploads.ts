import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Database } from '../database/database.ts';

/** How many bytes come in one part: under what the server takes in one request. */
export const partBytes = 512 * 1024;

/** The most an import may have. */
export const mostBytes = 256 * 1024 * 1024;

const keepForHours = 24;

/**
 * An export on its way in, kept in the database in parts: any node takes the next one, and an upload
 * that was cut off goes on where it was.
 */
export class Uploads {
	#database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	/** How many parts are there already, one after the other from the first. */
	async had(person: string, id: string): Promise<number> {
		const rows = await this.#database.query<{ position: number }>(
			`select p.position::int as position from private.workspace_upload_parts p
			join private.workspace_uploads u on u.id = p.upload_id
			where u.id = $1::text::uuid and u.person_id = $2::text::uuid order by p.position`,
			[id, person]
		);
		const gap = rows.findIndex(({ position }, index) => position !== index);
		return gap < 0 ? rows.length : gap;
	}

	/** Keeps one part; the same part twice is kept once. False when it cannot be one of this upload. */
	async keep(
		person: string,
		id: string,
		bytes: number,
		position: number,
		data: Uint8Array
	): Promise<boolean> {
		const parts = Math.ceil(bytes / partBytes);
		const size = position === parts - 1 ? bytes - position * partBytes : partBytes;
		if (bytes < 1 || bytes > mostBytes || position >= parts || data.byteLength !== size)
			return false;
		await this.#database.query(
			`delete from private.workspace_uploads where begun_at < now() - make_interval(hours => $1)
				or person_id = $2::text::uuid and id <> $3::text::uuid`,
			[keepForHours, person, id]
		);
		await this.#database.query(
			`insert into private.workspace_uploads (id, person_id, bytes)
			values ($1::text::uuid, $2::text::uuid, $3) on conflict (id) do nothing`,
			[id, person, bytes]
		);
		const kept = await this.#database.query(
			`insert into private.workspace_upload_parts (upload_id, position, data)
			select id, $3::int, $4 from private.workspace_uploads
			where id = $1::text::uuid and person_id = $2::text::uuid and bytes = $5
			on conflict (upload_id, position) do update set data = excluded.data returning position`,
			[id, person, position, data, bytes]
		);
		return kept.length > 0;
	}

	/** Writes a complete upload to a file; false while parts are missing. */
	async write(person: string, id: string, file: string): Promise<boolean> {
		const [upload] = await this.#database.query<{ bytes: number }>(
			`select bytes::int as bytes from private.workspace_uploads
			where id = $1::text::uuid and person_id = $2::text::uuid`,
			[id, person]
		);
		const parts = Math.ceil((upload?.bytes ?? 0) / partBytes);
		if (!upload || (await this.had(person, id)) < parts) return false;
		const out = createWriteStream(file);
		for (let position = 0; position < parts; position += 1) {
			const [part] = await this.#database.query<{ data: Uint8Array }>(
				'select data from private.workspace_upload_parts where upload_id = $1::text::uuid and position = $2',
				[id, position]
			);
			if (part && !out.write(part.data)) await once(out, 'drain');
		}
		out.end();
		await once(out, 'close');
		return true;
	}

	async forget(person: string, id: string): Promise<void> {
		await this.#database.query(
			'delete from private.workspace_uploads where id = $1::text::uuid and person_id = $2::text::uuid',
			[id, person]
		);
	}
}
