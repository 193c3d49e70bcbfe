import type { Db } from './db.ts';

/** What a page offers to the next meeting. */
export type AgendaProposal = { id: string; title: string; source: string };

/** What waits to be taken, the oldest first. */
export async function listAgendaProposals(db: Db, team: string): Promise<AgendaProposal[]> {
	const { data } = await db
		.from('agenda_proposals')
		.select('id, title, source')
		.eq('team_id', team)
		.is('ended_as', null)
		.order('proposed_at')
		.limit(20)
		.throwOnError();
	return data;
}

/** Offers it once: one that waits under the same title stays as it is. */
export async function proposeForAgenda(
	db: Db,
	team: string,
	person: string,
	{ title, source }: { title: string; source: string }
): Promise<void> {
	const { error } = await db.from('agenda_proposals').insert({
		team_id: team,
		title: title.slice(0, 300),
		source: source.slice(0, 500),
		proposed_by: person
	});
	if (error && error.code !== '23505') throw error;
}

/** False when nothing waits under this id, or this person may not. */
export async function endProposal(
	db: Db,
	team: string,
	id: string,
	as: 'taken' | 'declined'
): Promise<boolean> {
	const { data } = await db
		.from('agenda_proposals')
		.update({ ended_as: as })
		.eq('team_id', team)
		.eq('id', id)
		.is('ended_as', null)
		.select('id')
		.throwOnError();
	return data.length > 0;
}
