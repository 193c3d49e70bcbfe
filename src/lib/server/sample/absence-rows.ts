import type { PlannedStep } from '#lib/live/seed-agenda.ts';
import type { HotItem } from '#lib/meeting/hot-item.ts';
import type { Queries } from '../database/database.ts';
import { absence } from './absence.ts';
import { instant, onDay } from './calendar.ts';
import { insertRows } from './insert-rows.ts';
import { personId } from './people.ts';
import { sampleId } from './sample-ids.ts';
import { teamId } from './team-rows.ts';

type Meeting = { id: string; name: string; occursOn: string; steps: readonly PlannedStep[] };

/** Says who will be away from a meeting, with what they wrote and voted for on the evening before. */
export async function addAbsence(
	queries: Queries,
	{ id, name, occursOn, steps }: Meeting,
	items: readonly Pick<HotItem, 'id' | 'title'>[]
): Promise<void> {
	const { person, onSteps, onItems, votes } = absence;
	const who = { meeting_id: id, team_id: teamId, person_id: personId(person) };
	const wrote = (place: string, words: string, minute: number) => ({
		...{ ...who, place, body: onDay(words, occursOn) },
		written_at: instant(occursOn, -1, `18:${minute}`)
	});
	const item = (title: string) => {
		const found = items.find((one) => one.title === title);
		if (!found) throw new Error(`Nobody raised ${title}`);
		return found.id;
	};
	await insertRows(queries, 'public.absences', [
		{ ...who, said_at: instant(occursOn, -1, '18:20'), ballot: sampleId(name, 'ballot', person) }
	]);
	await insertRows(queries, 'public.absent_inputs', [
		...steps.flatMap(({ id: step, kind }, index) => {
			const words = onSteps[kind];
			return words ? [wrote(step, words, 20 + index)] : [];
		}),
		...Object.entries(onItems).map(([title, words]) => wrote(item(title), words, 40))
	]);
	await insertRows(
		queries,
		'public.absent_votes',
		votes.map((title) => ({ ...who, item: item(title) }))
	);
}
