import * as v from 'valibot';
import { MeetingDocument } from '#lib/live/meeting-document.ts';
import { PlannedStep, seedAgenda } from '#lib/live/seed-agenda.ts';
import { settledContent } from '#lib/live/settled-content.ts';
import { settledProposals } from '#lib/live/settled-proposals.ts';
import { keepProposals } from '../settle/keep-proposals.ts';
import { keepMessageOfMeeting } from '../settle/settle-message.ts';
import { settleMeeting } from '../settle/settle-meeting.ts';
import type { LiveKind } from './live-kind.ts';

/** A meeting begins with its agenda, and is settled at every change of segment. */
export const meetingKind: LiveKind = {
	async find(database, name, id) {
		const [row] = await database.query<{ steps: unknown; team_id: string }>(
			`with created as (
				insert into private.documents (name, team_id, meeting_id)
				select $1, team_id, id from public.meetings where id = $2::uuid
				on conflict (name) do nothing
			)
			select steps, team_id from public.meetings where id = $2::uuid`,
			[name, id]
		);
		if (!row) return undefined;
		return {
			team: row.team_id,
			seed: () => seedAgenda(v.parse(v.array(PlannedStep), row.steps))
		};
	},

	stand(doc) {
		const meeting = new MeetingDocument(doc);
		const { state, segment, chair } = meeting.progress();
		const sealed = [...meeting.sealed()].toSorted().join(' ');
		return { state, stage: segment?.id ?? '', chair, sealed };
	},

	async settle(queries, id, doc, lease) {
		const content = settledContent(new MeetingDocument(doc), Date.now());
		// Before the meeting is closed for good: a server that ends in between does both again.
		if (content.state === 'closed') await keepMessageOfMeeting(queries, id);
		await settleMeeting(queries, id, content, lease);
		await keepProposals(queries, id, settledProposals(new MeetingDocument(doc)));
	},

	park(doc, now) {
		new MeetingDocument(doc).record({ type: 'parked', at: now, by: null });
	}
};
