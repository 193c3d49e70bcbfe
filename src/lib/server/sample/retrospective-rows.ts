import { addDays } from '#lib/calendar/day.ts';
import type { Queries } from '../database/database.ts';
import { earlierKeyResults } from './cascade.ts';
import { cycleId } from './cascade-rows.ts';
import { instant, quarterOf, type Calendar } from './calendar.ts';
import { insertRows } from './insert-rows.ts';
import { personId, team } from './people.ts';
import { graded, headline, health, outcomes, themes } from './retrospective.ts';
import { sampleId } from './sample-ids.ts';
import { objectives } from './strategy.ts';

/** How sure the team was through the quarter: it saw the sites slip. */
const sure = { confidence_start: 7, confidence_middle: 6, confidence_end: 5 };

/** Last quarter's retrospective, closed, with what it left behind. */
export async function addRetrospective(
	queries: Queries,
	team_id: string,
	{ today }: Calendar,
	objectiveIdOf: (objective: string, quarter: string) => string
): Promise<void> {
	const [last, now] = [quarterOf(today, -1), quarterOf(today)];
	const id = sampleId('retrospective', last.name);
	const mine = { retrospective_id: id, team_id };
	// Some days into the new quarter; or, while it is younger than that, on the last day of the old.
	const held = today > addDays(now.startsOn, 5) ? 5 : -1;
	const due = addDays(now.startsOn, 21);
	const closed_at = instant(now.startsOn, held, '16:00');
	const insert = (table: string, rows: Parameters<typeof insertRows>[2]) =>
		insertRows(queries, `public.${table}`, rows);

	await insert('retrospectives', [
		{
			id,
			team_id,
			cycle_id: cycleId(last.name),
			state: 'closed',
			stage: 'outcomes',
			form: 90,
			dots: 5,
			headline,
			writers: team.length,
			voters: team.length,
			health,
			opened_at: instant(now.startsOn, held, '14:30'),
			closed_at,
			created_at: closed_at
		}
	]);
	await insert(
		'retrospective_dispositions',
		graded.map(({ objective, owner, disposition, reason }, position) => ({
			...mine,
			objective_id: objectiveIdOf(objective, last.name),
			position,
			title: objectives.find(({ key }) => key === objective)?.title ?? '',
			owner_id: personId(owner),
			ambition: 'committed',
			disposition,
			reason,
			next_objective_id: objectiveIdOf(objective, now.name)
		}))
	);
	await insert(
		'retrospective_grades',
		graded.flatMap(({ objective, keyResults }, at) =>
			keyResults.flatMap(({ title, ...given }, position) => {
				const measured = earlierKeyResults.find((one) => one.title === title);
				if (!measured) return [];
				const { baseline, target, now: value, unit, decimals } = measured;
				return {
					...mine,
					...given,
					...{ title, baseline, target, value, unit, decimals },
					key_result_id: sampleId('key result', last.name, title),
					objective_id: objectiveIdOf(objective, last.name),
					position: at * 10 + position,
					weight: 1,
					checked_weeks: 13,
					...sure
				};
			})
		)
	);
	const themeId = (title: string) => sampleId('theme', title);
	await insert(
		'retrospective_themes',
		themes.map(({ side, title, votes }) => ({ ...mine, id: themeId(title), side, title, votes }))
	);
	await insert(
		'retrospective_cards',
		themes.flatMap(({ side, title, cards }) =>
			cards.map((body) => ({
				...mine,
				id: sampleId('card', body),
				theme_id: themeId(title),
				side,
				body
			}))
		)
	);
	await insert(
		'retrospective_outcomes',
		outcomes.map(({ kind, title, owner, votes }, position) => ({
			...mine,
			id: sampleId('retrospective outcome', title),
			position,
			kind,
			title,
			owner_id: personId(owner),
			due_on: kind === 'action' ? due : null,
			theme_id: themeId(themes.find((theme) => theme.votes === votes)?.title ?? ''),
			votes
		}))
	); // What was promised has been kept since.
	await queries.query(
		`update public.action_items set done_at = least(now(), $2::text::timestamptz)
		where team_id = $1::uuid and id in (
			select outcomes.id from public.retrospective_outcomes outcomes where outcomes.retrospective_id = $3::uuid
		)`,
		[team_id, instant(due, 0, '15:00'), id]
	);
}
