import * as Y from 'yjs';

/**
 * Whether a part of an update may move a live document on: whatever does so has a `type` and an
 * `at`. It is asked of every update, before anybody looks inside the document: never no for an
 * event, seldom yes for anything else.
 */
export function couldBeEvent(struct: Y.Item | Y.GC | Y.Skip): boolean {
	if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentAny)) return false;
	return struct.content.arr.some(
		(value: unknown) =>
			typeof value === 'object' && value !== null && 'type' in value && 'at' in value
	);
}
