import type { SettledProposals } from '#lib/live/settled-proposals.ts';
import type { Queries } from '../database/database.ts';

/** Keeps what models proposed in a meeting; doing so twice changes nothing. */
export async function keepProposals(
	queries: Queries,
	meeting: string,
	proposals: SettledProposals
): Promise<void> {
	if (proposals.length === 0) return;
	await queries.query(
		`insert into public.model_suggestions (id, meeting_id, team_id, task, kind, words, kept, edit_distance,
			answer, answered_by, answered_at, model, prompt_version, cites, inputs)
		select n.id, m.id, m.team_id, n.task, n.kind, n.words, n.kept, n.edit_distance, n.answer,
			(select p.id from public.people p where p.id = n.answered_by), n.answered_at, n.model,
			n.prompt_version, n.cites, n.inputs
		from jsonb_to_recordset($2::text::jsonb) as n(id uuid, task text, kind text, words text, kept text,
			edit_distance integer, answer text, answered_by uuid, answered_at timestamptz, model text,
			prompt_version text, cites jsonb, inputs jsonb)
		join public.meetings m on m.id = $1::uuid
		on conflict (id) do update set kept = excluded.kept, edit_distance = excluded.edit_distance,
			answer = excluded.answer, answered_by = excluded.answered_by, answered_at = excluded.answered_at
		where model_suggestions.meeting_id = excluded.meeting_id`,
		[meeting, JSON.stringify(proposals)]
	);
}
