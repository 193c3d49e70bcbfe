import { editDistance } from '#lib/facilitator/edit-distance.ts';
import type { MeetingDocument } from './meeting-document.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What models proposed in a meeting, as it is kept: where each came from, whoever answered, and how
 * far its words were changed. Of what is not answered, and of what was removed again, that is said.
 */
export function settledProposals(meeting: MeetingDocument) {
	return meeting.proposals
		.all()
		.filter(({ id, words }) => uuid.test(id) && words !== '')
		.map((proposal) => {
			const ask = meeting.asks.get(proposal.ask);
			const outcome =
				proposal.answer === 'accepted' ? meeting.outcomes.get(proposal.id) : undefined;
			const isRemoved = proposal.answer === 'accepted' && !outcome;
			const cited = new Set(proposal.cites.map(({ note }) => note));
			const inputs = ask?.inputs ?? [];
			return {
				id: proposal.id,
				task: ask?.task ?? '',
				kind: proposal.kind,
				words: proposal.words.slice(0, 2000),
				kept: (outcome?.title ?? '').slice(0, 2000),
				edit_distance: outcome ? editDistance(proposal.words, outcome.title) : 0,
				answer: isRemoved ? ('removed' as const) : proposal.answer,
				answered_by: uuid.test(proposal.by ?? '') ? proposal.by : null,
				answered_at: proposal.answeredAt ? new Date(proposal.answeredAt).toISOString() : null,
				model: (ask?.model ?? '').slice(0, 120),
				prompt_version: (ask?.promptVersion ?? '').slice(0, 40),
				cites: inputs.filter(({ kind, id }) => kind === 'note' && cited.has(id)),
				inputs
			};
		});
}

export type SettledProposals = ReturnType<typeof settledProposals>;
