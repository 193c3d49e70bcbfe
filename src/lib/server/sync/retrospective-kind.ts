import * as v from 'valibot';
import * as Y from 'yjs';
import { RetrospectiveDocument } from '#lib/live/retrospective-document.ts';
import { settledRetrospective } from '#lib/live/settled-retrospective.ts';
import { Side } from '#lib/retrospective/board.ts';
import { forms, isStage, stages, type Form } from '#lib/retrospective/stages.ts';
import type { Queries } from '../database/database.ts';
import type { LiveKind, Written } from './live-kind.ts';

/**
 * A retrospective begins with its form, and is settled at every change of stage. What was done blind
 * comes into the document by the server's hand when the stage is over: cards in an order that chance
 * gives, votes as totals.
 */
export const retrospectiveKind: LiveKind = {
	async find(database, name, id) {
		const [row] = await database.query<{ form: number; team_id: string }>(
			`with created as (
				insert into private.documents (name, team_id)
				select $1, team_id from public.retrospectives where id = $2::uuid
				on conflict (name) do nothing
			)
			select form, team_id from public.retrospectives where id = $2::uuid`,
			[name, id]
		);
		if (!row) return undefined;
		const form = forms.find((one) => one === Number(row.form)) ?? 90;
		return { team: row.team_id, seed: () => seedForm(form) };
	},

	stand(doc) {
		const { state, segment, chair } = new RetrospectiveDocument(doc).progress();
		return { state, stage: segment?.id ?? '', chair, sealed: '' };
	},

	async settle(queries, id, doc, { node, epoch }) {
		const retrospective = new RetrospectiveDocument(doc);
		const content = settledRetrospective(retrospective);
		const [row] = await queries.query<{ settled: boolean }>(
			'select private.settle_retrospective($1::uuid, $2::text::jsonb, $3::uuid, $4::bigint) as settled',
			[id, JSON.stringify(content), node, epoch]
		);
		// Closed, it stands still: what the rows say now is the last word.
		if (!row?.settled || content.state === 'closed') return;
		// From here on the rows know the stage, so that nothing blind comes in after it.
		const said: Written[] = [];
		if (isPast(content.stage, 'brainstorm')) said.push(await showCards(queries, id, retrospective));
		if (isPast(content.stage, 'vote')) said.push(await countVotes(queries, id));
		return (doc) => said.forEach((write) => write(doc));
	},

	park(doc, now) {
		new RetrospectiveDocument(doc).course.record({ type: 'parked', at: now, by: null });
	}
};

function isPast(stage: string, blind: 'brainstorm' | 'vote'): boolean {
	return isStage(stage) && stages.indexOf(stage) > stages.indexOf(blind);
}

/** The first update of its document: the same bytes wherever it is made. */
function seedForm(form: Form): Uint8Array {
	const doc = new Y.Doc();
	doc.clientID = 1;
	new RetrospectiveDocument(doc).setForm(form);
	return Y.encodeStateAsUpdate(doc);
}

/**
 * Writes the cards that are not there yet, in one transaction under the server's client id. They are
 * sorted by ids the database minted by chance, so that their order says nothing of their writers. Those
 * that are there and kept are forgotten where they waited.
 */
async function showCards(
	queries: Queries,
	id: string,
	{ cards }: RetrospectiveDocument
): Promise<Written> {
	const waiting = await queries.query<{ shown_as: string; side: string; body: string }>(
		`select shown_as::text, side, body from private.silent_cards
		where retrospective_id = $1::uuid order by shown_as`,
		[id]
	);
	const isKept = (known: ReadonlySet<string>) => (card: { shown_as: string }) =>
		known.has(card.shown_as);
	if (waiting.length > 0 && waiting.every(isKept(idsOf(cards)))) {
		await queries.query('delete from private.silent_cards where retrospective_id = $1::uuid', [id]);
		return () => {};
	}
	return (doc) => {
		const { cards, themes } = new RetrospectiveDocument(doc);
		const isThere = isKept(idsOf(cards));
		doc.transact(() => {
			for (const card of waiting) {
				if (isThere(card)) continue;
				const { shown_as: id, body } = card;
				const side = v.parse(Side, card.side);
				themes.add({ id, side, title: '' });
				cards.add({ id, side, body, theme: id });
			}
		});
	};
}

const idsOf = (cards: RetrospectiveDocument['cards']) => new Set(cards.all().map(({ id }) => id));

async function countVotes(queries: Queries, id: string): Promise<Written> {
	const rows = await queries.query<{ theme: string; dots: number }>(
		`select theme_id::text as theme, sum(dots)::int as dots from public.retrospective_votes
		where retrospective_id = $1::uuid group by theme_id order by theme_id`,
		[id]
	);
	const counted = new Map(rows.map(({ theme, dots }) => [theme, Number(dots)]));
	return (doc) => {
		const { totals } = new RetrospectiveDocument(doc);
		doc.transact(() => {
			for (const [theme, dots] of counted) if (totals.get(theme) !== dots) totals.set(theme, dots);
			for (const theme of totals.all().keys()) if (!counted.has(theme)) totals.remove(theme);
		});
	};
}
