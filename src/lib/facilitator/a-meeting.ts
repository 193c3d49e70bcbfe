import type { HotItem } from '#lib/meeting/hot-item.ts';
import type { Outcome } from '#lib/meeting/outcome.ts';
import type { Segment } from '#lib/meeting/segment.ts';

/** For tests: a hot item that nobody has said anything about yet. */
export const aHotItem = (id: string, more: Partial<HotItem> = {}): HotItem => ({
	...{ id, title: id, question: '', kind: 'hot', wants: 'resolution', minutes: 8 },
	...{ raisedBy: null, raisedAt: 0, source: '', order: id, state: 'open', mergedInto: null },
	...{ metric: null, watch: 3, continues: null, factFinder: null, backBy: null, serves: null },
	...more
});

/** For tests: a step of the agenda. */
export const aSegment = (id: string, kind: Segment['kind'], minutes: number): Segment => ({
	...{ id, kind, title: id, minutes, guide: '', order: id }
});

/** For tests: something Ada recorded. */
export const anOutcome = (kind: Outcome['kind'], more: Partial<Outcome> = {}): Outcome => ({
	...{ id: kind, kind, title: kind, owner: null, due: null, by: 'ada', at: 0 },
	...{ segment: null, item: null, note: null, serves: null },
	...more
});
