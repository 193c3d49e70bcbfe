import type { Db } from './db.ts';

/** Head, heart and briefcase: how the holder of a key seat fits, and what is done about it. */
export type SeatNotes = {
	head: string;
	heart: string;
	briefcase: string;
	development: string;
	writtenBy: string | null;
	/** People who may read and write them besides the admins of the team. */
	readers: string[];
};

/** Undefined for whoever is not permitted; the database decides. Nothing but this page reads them. */
export async function findSeatNotes(
	db: Db,
	team: string,
	seat: string,
	me: { id: string; role: string }
): Promise<SeatNotes | undefined> {
	const [notes, readers] = await Promise.all([
		db
			.from('seat_notes')
			.select('head, heart, briefcase, development, written_by')
			.eq('team_id', team)
			.eq('seat_id', seat)
			.maybeSingle()
			.throwOnError(),
		db
			.from('seat_note_readers')
			.select('person_id')
			.eq('team_id', team)
			.eq('seat_id', seat)
			.throwOnError()
	]);
	const permitted = readers.data.map(({ person_id }) => person_id);
	if (!notes.data && me.role !== 'admin' && !permitted.includes(me.id)) return undefined;
	return {
		head: notes.data?.head ?? '',
		heart: notes.data?.heart ?? '',
		briefcase: notes.data?.briefcase ?? '',
		development: notes.data?.development ?? '',
		writtenBy: notes.data?.written_by ?? null,
		readers: permitted
	};
}

/** False for whoever is not permitted. */
export async function writeSeatNotes(
	db: Db,
	team: string,
	seat: string,
	person: string,
	notes: Omit<SeatNotes, 'writtenBy' | 'readers'>
): Promise<boolean> {
	const row = { ...notes, written_by: person };
	const { data } = await db
		.from('seat_notes')
		.update(row)
		.eq('team_id', team)
		.eq('seat_id', seat)
		.select('seat_id')
		.throwOnError();
	if (data.length > 0) return true;
	const { error } = await db.from('seat_notes').insert({ ...row, seat_id: seat, team_id: team });
	if (error && /42501|SUP/.test(error.code) && error.message.includes('policy')) return false;
	if (error) throw error;
	return true;
}

/** Permits somebody, or no longer does; only admins of the team may. */
export async function permitNotes(
	db: Db,
	team: string,
	seat: string,
	person: string,
	may: boolean
): Promise<void> {
	if (!may) {
		await db
			.from('seat_note_readers')
			.delete()
			.eq('team_id', team)
			.eq('seat_id', seat)
			.eq('person_id', person)
			.throwOnError();
		return;
	}
	const { error } = await db
		.from('seat_note_readers')
		.insert({ seat_id: seat, person_id: person, team_id: team });
	if (error && error.code !== '23505') throw error;
}
