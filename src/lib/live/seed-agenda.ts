import { generateNKeysBetween } from 'fractional-indexing';
import * as v from 'valibot';
import * as Y from 'yjs';
import { Segment, SegmentKind, toMinutes, toTitle } from '#lib/meeting/segment.ts';
import { MeetingDocument } from './meeting-document.ts';

/** One step of the agenda a meeting was made with; ids were minted when the meeting was made. */
export const PlannedStep = v.object({
	id: v.string(),
	kind: SegmentKind,
	title: v.string(),
	minutes: v.number(),
	guide: v.optional(v.string(), '')
});
export type PlannedStep = v.InferOutput<typeof PlannedStep>;

/**
 * The first update of a meeting's document. Two nodes that seed at once write the very same bytes,
 * so that the agenda is there once.
 */
export function seedAgenda(steps: readonly PlannedStep[]): Uint8Array {
	const doc = new Y.Doc();
	doc.clientID = 1;
	const meeting = new MeetingDocument(doc);
	const orders = generateNKeysBetween(null, null, steps.length);
	doc.transact(() => {
		steps.forEach((step, index) => {
			const segment: Segment = {
				id: step.id,
				kind: step.kind,
				title: toTitle(step.title) || 'Untitled',
				minutes: toMinutes(step.minutes) ?? 5,
				guide: step.guide,
				order: orders[index] ?? ''
			};
			meeting.segments.add(segment);
		});
	});
	return Y.encodeStateAsUpdate(doc);
}
