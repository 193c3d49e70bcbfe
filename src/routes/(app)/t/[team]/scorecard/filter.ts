import type { Area } from '#lib/scorecard/metric.ts';
import type { ScorecardRow } from '#lib/scorecard/row.ts';

/** Which metrics of a scorecard somebody wants to see. */
export type Filter = {
	area: Area | 'all';
	kind: 'all' | 'leading' | 'lagging';
	only: 'all' | 'attention' | 'signals';
};

export const everything: Filter = { area: 'all', kind: 'all', only: 'all' };

/** Late, off track or at risk. */
export const needsAttention = ({ isLate, standing }: ScorecardRow): boolean =>
	isLate || standing.status === 'off' || standing.status === 'risk';

export function isShown(row: ScorecardRow, { area, kind, only }: Filter): boolean {
	if (area !== 'all' && row.metric.area !== area) return false;
	if (kind !== 'all' && row.metric.leading !== (kind === 'leading')) return false;
	if (only === 'all') return true;
	return only === 'attention' ? needsAttention(row) : row.signal !== undefined;
}

/** How they are drawn: as cards or rows, over as many weeks. */
export type Drawn = { view: 'trends' | 'table'; length: '13' | '26' | '52' };
