import type { Queries } from '../database/database.ts';
import { instant, onDay, type Calendar } from './calendar.ts';
import { insertRows } from './insert-rows.ts';
import { messages, recalled, recalledVersion, recallWeeksAgo } from './messages.ts';
import { personId } from './people.ts';
import { sampleId } from './sample-ids.ts';
import { priorities } from './strategy.ts';

const messageId = (weeksAgo: number) => sampleId('message', weeksAgo);

/** The versions of the leadership message, and a recall round with what seven leaders wrote. */
export async function addMessages(
	queries: Queries,
	team: string,
	{ today }: Calendar
): Promise<void> {
	await insertRows(
		queries,
		'public.leadership_messages',
		messages.map(({ weeksAgo, name, writtenBy, what, why, how, howMuch }) => ({
			id: messageId(weeksAgo),
			team_id: team,
			name,
			published: name === '',
			what,
			why,
			how,
			how_much: onDay(howMuch, today),
			written_by: writtenBy && personId(writtenBy),
			created_at: instant(today, -7 * weeksAgo, '07:30')
		}))
	);
	const round = sampleId('recall round');
	const started = instant(today, -7 * recallWeeksAgo, '07:40');
	await insertRows(queries, 'public.recall_rounds', [
		{
			id: round,
			team_id: team,
			message_id: messageId(recalledVersion),
			priorities: priorities.map(({ title }) => title),
			started_by: personId('sw'),
			started_at: started,
			closes_at: instant(today, -7 * recallWeeksAgo, '07:42'),
			revealed_at: instant(today, -7 * recallWeeksAgo, '07:42')
		}
	]);
	await insertRows(
		queries,
		'public.recall_answers',
		recalled.map(({ person, priorities: named, what, why, how, howMuch }) => ({
			round_id: round,
			person_id: personId(person),
			team_id: team,
			priorities: named,
			what,
			why,
			how,
			how_much: howMuch,
			answered_at: started
		}))
	);
}
