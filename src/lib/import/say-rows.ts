import { word, type Terms } from '#lib/team/terms.ts';
import type { RowKind } from './fields.ts';

const terms = { actions: 'action', issues: 'hot item', objectives: 'objective' } as const;
const others = {
	people: { one: 'person', many: 'people' },
	readings: { one: 'reading', many: 'readings' }
};

/** What a list holds, in the words of the team: `1 action`, `1,200 readings`. */
export function sayRows(ours: Terms, kind: RowKind | 'readings', count: number): string {
	const said =
		kind === 'people' || kind === 'readings'
			? others[kind][count === 1 ? 'one' : 'many']
			: word(ours, terms[kind], count);
	return `${count.toLocaleString('en-GB')} ${said}`;
}
