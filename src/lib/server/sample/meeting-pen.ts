import * as Y from 'yjs';
import { MeetingCommands } from '#lib/live/meeting-commands.ts';
import { MeetingDocument } from '#lib/live/meeting-document.ts';
import { seedAgenda, type PlannedStep } from '#lib/live/seed-agenda.ts';
import { personId, type PersonKey } from './people.ts';
import { sampleId } from './sample-ids.ts';
import type { StoryItem } from './story.ts';

/**
 * Writes the live document of one sample meeting the way people do, through the same commands,
 * with a clock that the story moves. The same story gives the same bytes.
 */
export class MeetingPen {
	readonly doc = new Y.Doc();
	readonly meeting: MeetingDocument;
	/** Milliseconds; what is written next happens now. */
	now: number;
	#name: string;
	#made = 0;

	constructor(name: string, steps: readonly PlannedStep[], startsAt: number) {
		this.#name = name;
		this.now = startsAt;
		Y.applyUpdate(this.doc, seedAgenda(steps));
		// The seed is written as client 1; all of the story is written as client 2.
		this.doc.clientID = 2;
		this.meeting = new MeetingDocument(this.doc);
	}

	newId = (): string => sampleId(this.#name, (this.#made += 1));

	as(person: PersonKey): MeetingCommands {
		return new MeetingCommands(this.meeting, {
			person: personId(person),
			now: () => Math.round(this.now),
			newId: this.newId
		});
	}

	raise(item: StoryItem, fill: (text: string) => string, continues: string | null): string {
		return this.as(item.raisedBy).raise({
			title: fill(item.title),
			question: fill(item.question),
			kind: item.kind ?? 'hot',
			wants: item.wants ?? 'resolution',
			source: item.source ?? '',
			metric: item.metric ? sampleId('metric', item.metric) : null,
			minutes: item.minutes,
			continues
		});
	}

	/** Adds a line to the shared notes of a segment or hot item. */
	write(of: string, by: PersonKey, words: string): string {
		const id = this.newId();
		const line = new Y.XmlElement('paragraph');
		line.setAttribute('id', id);
		line.setAttribute('by', personId(by));
		line.setAttribute('at', String(Math.round(this.now)));
		line.insert(0, [new Y.XmlText(words)]);
		this.meeting.notes(of).push([line]);
		return id;
	}
}
