import { arrangeBoard, titleOf } from '#lib/retrospective/board.ts';
import { isStage } from '#lib/retrospective/stages.ts';
import type { RetrospectiveDocument } from './retrospective-document.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isUuid = (id: string | null | undefined): id is string => uuid.test(id ?? '');
const uuidOrNull = (id: string | null | undefined) => (isUuid(id) ? id : null);
const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
const isDay = (text: string) => !Number.isNaN(Date.parse(text));

/**
 * What the document of a retrospective says, as private.settle_retrospective takes it. Records
 * without a proper id cannot become rows and are left out.
 */
export function settledRetrospective(retrospective: RetrospectiveDocument) {
	const at = retrospective.progress();
	const stage = isStage(at.segment?.id) ? at.segment.id : '';
	const totals = retrospective.totals.all();
	const cards = retrospective.cards.all().filter(({ id }) => isUuid(id));
	const board = arrangeBoard(cards, retrospective.themes.all(), totals).filter(({ id }) =>
		isUuid(id)
	);
	const whys = retrospective.whys.all();
	const causes = retrospective.causes.all();
	const grades = retrospective.grades.all();
	const reasons = retrospective.reasons.all();
	const carries = retrospective.carries.all();
	const decided = retrospective.dispositions.all();

	return {
		state: at.state,
		stage,
		opened_at: iso(at.startedAt),
		closed_at: iso(at.closedAt),
		headline: retrospective.headline.trim().slice(0, 200),
		writers: [...retrospective.finished.all()].filter(
			([key, done]) => done && key.startsWith('brainstorm:')
		).length,
		grades: [
			...new Set([...grades.keys(), ...whys.keys(), ...causes.keys(), ...carries.keys()])
		].map((keyResult) => ({
			key_result_id: keyResult,
			grade: grades.get(keyResult) ?? null,
			cause: causes.get(keyResult) ?? null,
			why: (whys.get(keyResult) ?? '').trim(),
			carry: carries.get(keyResult) ?? null
		})),
		dispositions: [...new Set([...decided.keys(), ...reasons.keys()])].map((objective) => ({
			objective_id: objective,
			disposition: decided.get(objective) ?? null,
			reason: (reasons.get(objective) ?? '').trim()
		})),
		themes: board.map((theme) => ({
			id: theme.id,
			side: theme.side,
			title: titleOf(theme).slice(0, 300),
			votes: Math.round(theme.votes)
		})),
		cards: board.flatMap((theme) =>
			theme.cards.map(({ id, side, body }) => ({
				id,
				theme_id: theme.id,
				side,
				body: body.slice(0, 300)
			}))
		),
		outcomes: retrospective.outcomes
			.all()
			.filter(({ id, title }) => isUuid(id) && title.trim() !== '')
			.toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
			.map((outcome, position) => ({
				id: outcome.id,
				position,
				kind: outcome.kind,
				title: outcome.title.trim(),
				owner_id: uuidOrNull(outcome.owner),
				due_on: outcome.due !== null && isDay(outcome.due) ? outcome.due : null,
				theme_id: uuidOrNull(outcome.theme),
				votes: outcome.theme === null ? null : (totals.get(outcome.theme) ?? null)
			}))
	};
}
