import * as Y from 'yjs';
import { documentName } from '#lib/live/protocol.ts';
import { settledContent } from '#lib/live/settled-content.ts';
import type { PlannedStep } from '#lib/live/seed-agenda.ts';
import { leadershipRhythm } from '#lib/meeting/formats-leadership.ts';
import type { Database, Queries } from '../database/database.ts';
import { settleMeeting } from '../settle/settle-meeting.ts';
import { addAbsence } from './absence-rows.ts';
import { instant, onDay, quarterOf, readyNumber, type Calendar } from './calendar.ts';
import { Chronicle } from './chronicle.ts';
import { holdMeeting, type Occasion } from './hold-meeting.ts';
import { insertRows } from './insert-rows.ts';
import { MeetingPen } from './meeting-pen.ts';
import { personId, team } from './people.ts';
import { sampleId } from './sample-ids.ts';
import { raised, stories } from './stories.ts';
import { objectives, priorities } from './strategy.ts';
import type { Story } from './story.ts';
import { meetingName, objectiveId, place, seriesId, teamId } from './team-rows.ts';

type Meeting = {
	id: string;
	/** What ids of its document are named after: the day is part of it, so that a browser never
	 * mixes what it kept of yesterday's sample with today's. */
	name: string;
	number: number;
	occursOn: string;
	startsAt: string;
	steps: PlannedStep[];
};

/** Every meeting of the series: held and settled, ready to start, and to come. */
export async function addMeetings(
	database: Database,
	queries: Queries,
	calendar: Calendar
): Promise<void> {
	const all = meetingsOf(calendar);
	await insertRows(
		queries,
		'public.meetings',
		all.map(({ id, number, occursOn, startsAt, steps }) => ({
			id,
			team_id: teamId,
			series_id: seriesId,
			number,
			state: 'draft',
			occurs_on: occursOn,
			starts_at: startsAt,
			minutes: leadershipRhythm.minutes,
			name: meetingName,
			place,
			steps,
			facilitator_id: personId('sw'),
			created_at: instant(occursOn, -35, '03:00')
		}))
	);

	const past = new Chronicle();
	for (const story of stories) {
		const meeting = all.find(({ number }) => number === story.number);
		if (!meeting) throw new Error(`There is no meeting ${story.number}`);
		await addHeld({ database, queries, calendar, story, meeting, past });
	}
	await queries.query(
		`update public.action_items a set done_at = (made ->> 'doneAt')::timestamptz
		from jsonb_array_elements($1::text::jsonb) made where a.id = (made ->> 'id')::uuid`,
		[JSON.stringify(past.actions)]
	);

	const ready = all.find(({ number }) => number === readyNumber);
	if (!ready) return;
	const next = prepareNext(ready, past);
	await keepDocument(queries, ready, next.doc);
	await addAbsence(queries, ready, next.meeting.items.all());
}

function meetingsOf({ today, meetings }: Calendar): Meeting[] {
	return [...meetings].map(([number, { occursOn, startsAt }]) => {
		const name = `${today}/meeting/${number}`;
		const steps = leadershipRhythm.steps.map(({ key, kind, title, minutes, guide }) => {
			return { id: sampleId(name, key), kind, title, minutes, guide };
		});
		return { id: sampleId(name), name, number, occursOn, startsAt, steps };
	});
}

/** Holds the meeting in a live document, settles that as the server does, and seals it. */
async function addHeld(held: {
	database: Database;
	queries: Queries;
	calendar: Calendar;
	story: Story;
	meeting: Meeting;
	past: Chronicle;
}): Promise<void> {
	const { database, queries, calendar, story, meeting, past } = held;
	const pen = holdMeeting(story, occasionOf(meeting, calendar), past);
	await keepDocument(queries, meeting, pen.doc);
	await settleMeeting(
		{ ...database, ...queries },
		meeting.id,
		settledContent(pen.meeting, pen.now)
	);

	const closedAt = new Date(pen.now).toISOString();
	await insertRows(
		queries,
		'public.meeting_ratings',
		team.flatMap(({ key, id }) => {
			const given = story.ratings[key];
			if (!given) return [];
			const [rating, improvement = ''] = given;
			const who = { meeting_id: meeting.id, person_id: id, team_id: teamId };
			return [{ ...who, rating, improvement, rated_at: closedAt }];
		})
	);
	// Settling stamps the present; these meetings were closed when their story says.
	await queries.query(
		`update public.meetings set settled_at = closed_at, ratings_revealed_at = closed_at where id = $1::uuid`,
		[meeting.id]
	);
	await queries.query(
		'update private.documents set sealed_at = $2::timestamptz where meeting_id = $1::uuid',
		[meeting.id, closedAt]
	);
}

function occasionOf(meeting: Meeting, { today }: Calendar): Occasion {
	const { name, occursOn, startsAt, steps } = meeting;
	const current = quarterOf(today);
	const quarter = occursOn < current.startsOn ? -1 : 0;
	const cycle = quarterOf(today, quarter).name;
	return {
		name,
		occursOn,
		startsAt,
		since: new Date(Date.parse(startsAt) - 7 * 86_400_000).toISOString(),
		steps,
		priorities: priorities.map(({ key, owner }) => ({ id: sampleId('priority', key), key, owner })),
		objectives: objectives
			.filter((objective) => objective.quarter === quarter)
			.map(({ key, owner }) => ({ id: objectiveId(key, cycle), key, owner }))
	};
}

/** The draft: people have raised items since last week, written under them and voted. */
function prepareNext(meeting: Meeting, past: Chronicle): MeetingPen {
	const since = Date.parse(instant(meeting.occursOn, -1, '13:10'));
	const pen = new MeetingPen(meeting.name, meeting.steps, since);
	const fill = (text: string) => onDay(text, meeting.occursOn);
	for (const [index, item] of raised.entries()) {
		pen.now = since + index * 47 * 60_000;
		const id = pen.raise(item, fill, past.item(item.continues));
		for (const [by, words] of item.lines) {
			pen.now += 4 * 60_000;
			pen.write(id, by, fill(words));
		}
		for (const { key } of team.slice(index, index + item.votes)) pen.as(key).vote(id, true);
	}
	return pen;
}

async function keepDocument(queries: Queries, meeting: Meeting, doc: Y.Doc): Promise<void> {
	await queries.query(
		`insert into private.documents (name, team_id, meeting_id, snapshot)
		values ($1, $2::uuid, $3::uuid, $4::bytea)`,
		[documentName('meeting', meeting.id), teamId, meeting.id, Y.encodeStateAsUpdate(doc)]
	);
}
