import type { Report } from './report.ts';

/** A figure over the last meetings, the oldest first; null where a meeting has none. */
export type Trend = {
	name: string;
	values: (number | null)[];
	/** The newest, as people read it. */
	newest: string;
	/** What became of it since the first half of these meetings; undefined with too few. */
	change: 'better' | 'worse' | 'level' | undefined;
};

const weeks = 6;
const leastMeetings = 3;

type Figure = {
	name: string;
	of: (report: Report) => number | null;
	write: (value: number) => string;
	/** Less is better for some; what moves less than this is level. */
	isBetter: 'more' | 'less';
	level: number;
};

const figures: readonly Figure[] = [
	{
		name: 'Minutes over',
		of: ({ took, planned }) => took - planned,
		write: (value) => `${value > 0 ? '+' : ''}${value} min`,
		isBetter: 'less',
		level: 2
	},
	{
		name: 'Items worked to an end',
		of: ({ items, processed }) => (items === 0 ? null : Math.round((100 * processed) / items)),
		write: (value) => `${value} %`,
		isBetter: 'more',
		level: 5
	},
	{
		name: 'Decisions an hour',
		of: ({ decisionsPerHour }) => decisionsPerHour,
		write: String,
		isBetter: 'more',
		level: 0.5
	},
	{
		name: 'Evenly heard',
		of: ({ balance }) => (balance === null ? null : Math.round(100 * balance)),
		write: (value) => `${value} %`,
		isBetter: 'more',
		level: 5
	},
	{
		name: 'Rating',
		of: ({ rating }) => rating.mean,
		write: (value) => value.toFixed(1),
		isBetter: 'more',
		level: 0.3
	},
	{
		name: 'Spread of the rating',
		of: ({ rating }) => rating.spread,
		write: String,
		isBetter: 'less',
		level: 1
	}
];

/** How the last six meetings went. `reports` with the newest last. */
export function trends(reports: readonly Report[]): Trend[] {
	const last = reports.slice(-weeks);
	return figures.map(({ name, of, write, isBetter, level }) => {
		const values = last.map(of);
		const newest = values.at(-1);
		return {
			name,
			values,
			newest: newest === null || newest === undefined ? '–' : write(newest),
			change: changeOf(values, isBetter, level)
		};
	});
}

/** The mean of the later half beside that of the earlier. */
function changeOf(
	values: readonly (number | null)[],
	isBetter: Figure['isBetter'],
	level: number
): Trend['change'] {
	const known = values.filter((value) => value !== null);
	if (known.length < leastMeetings) return undefined;
	const half = Math.floor(known.length / 2);
	const mean = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0) / some.length;
	const moved = mean(known.slice(-half)) - mean(known.slice(0, half));
	if (Math.abs(moved) < level) return 'level';
	return moved > 0 === (isBetter === 'more') ? 'better' : 'worse';
}
