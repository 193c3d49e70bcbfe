import { MessageDocument } from '#lib/live/message-document.ts';
import { seedMessage } from '#lib/live/seed-message.ts';
import { settleMessage } from '../settle/settle-message.ts';
import type { LiveKind } from './live-kind.ts';

/** The message of a team begins with its newest version, and never closes. */
export const messageKind: LiveKind = {
	async find(database, name, id) {
		const [row] = await database.query<{
			what: string | null;
			why: string | null;
			how: string | null;
			how_much: string | null;
		}>(
			`with created as (
				insert into private.documents (name, team_id)
				select $1, id from public.teams where id = $2::uuid
				on conflict (name) do nothing
			)
			select newest.what, newest.why, newest.how, newest.how_much from public.teams
			left join lateral (
				select * from public.leadership_messages where team_id = teams.id
				order by created_at desc, id limit 1
			) newest on true
			where teams.id = $2::uuid`,
			[name, id]
		);
		if (!row) return undefined;
		const { what, why, how, how_much } = row;
		return {
			team: id,
			seed: () =>
				seedMessage({ what: what ?? '', why: why ?? '', how: how ?? '', howMuch: how_much ?? '' })
		};
	},

	stand(doc) {
		const waiting = new MessageDocument(doc).events().map(({ id }) => id);
		return { state: 'live', stage: waiting.join(' '), chair: null, sealed: '' };
	},

	settle(queries, id, doc, lease) {
		return settleMessage(queries, id, new MessageDocument(doc), lease);
	}
};
