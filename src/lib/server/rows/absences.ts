import * as v from 'valibot';
import type { Absent } from '#lib/meeting/absent.ts';
import type { Db } from './db.ts';

const Ballots = v.nullable(v.array(v.object({ id: v.string(), items: v.array(v.string()) })));

/** Who is away from a meeting, and what they left for it, as whoever asks may know it. */
export async function findAbsent(db: Db, meeting: string): Promise<Absent> {
	const of = { meeting_id: meeting };
	const [away, inputs, votes, ballots] = await Promise.all([
		db.from('absences').select('person_id').match(of).order('said_at').throwOnError(),
		db
			.from('absent_inputs')
			.select('person_id, place, body')
			.match(of)
			.order('written_at')
			.throwOnError(),
		db.from('absent_votes').select('item').match(of).throwOnError(),
		db.rpc('read_ballots', { of_meeting: meeting }).throwOnError()
	]);
	return {
		away: away.data.map(({ person_id }) => person_id),
		inputs: inputs.data.map(({ person_id, place, body }) => ({ person: person_id, place, body })),
		votes: votes.data.map(({ item }) => item),
		ballots: v.parse(Ballots, ballots.data)
	};
}

/** What somebody leaves for a meeting they cannot be at: words for each place, and votes for items. */
export type LeftBefore = { inputs: { place: string; body: string }[]; votes: string[] };

/** Says that this person will be away, and keeps what they leave; false once the meeting has begun. */
export async function leaveBefore(
	db: Db,
	of: { meeting: string; team: string; person: string },
	{ inputs, votes }: LeftBefore
): Promise<boolean> {
	const own = { meeting_id: of.meeting, team_id: of.team, person_id: of.person };
	const said = await db.from('absences').insert(own);
	if (said.error && said.error.code !== '23505') {
		if (isRefused(said.error.code)) return false;
		throw new Error(said.error.message);
	}
	const written = inputs.filter(({ body }) => body.trim() !== '');
	const empty = inputs.filter(({ body }) => body.trim() === '').map(({ place }) => place);
	if (written.length > 0) {
		const rows = written.map(({ place, body }) => ({ ...own, place, body }));
		const kept = await db.from('absent_inputs').upsert(rows);
		if (kept.error && isRefused(kept.error.code)) return false;
		if (kept.error) throw new Error(kept.error.message);
	}
	if (empty.length > 0)
		await db.from('absent_inputs').delete().match(own).in('place', empty).throwOnError();
	const before = await db.from('absent_votes').select('item').match(own).throwOnError();
	const given = new Set(before.data.map(({ item }) => item));
	const added = votes.filter((item) => !given.has(item)).map((item) => ({ ...own, item }));
	const taken = [...given].filter((item) => !votes.includes(item));
	if (added.length > 0) {
		const { error } = await db.from('absent_votes').insert(added);
		if (error && isRefused(error.code)) return false;
		if (error && error.code !== '23505') throw new Error(error.message);
	}
	if (taken.length > 0)
		await db.from('absent_votes').delete().match(own).in('item', taken).throwOnError();
	return true;
}

/** Whoever comes after all is not away; their words stay, their votes are theirs to give in the room. */
export async function comeAfterAll(db: Db, meeting: string, person: string): Promise<void> {
	await db
		.from('absences')
		.delete()
		.match({ meeting_id: meeting, person_id: person })
		.throwOnError();
}

const isRefused = (code: string) => ['42501', 'SUP'].includes(code);
