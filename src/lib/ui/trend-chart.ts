/** A reading as the chart places it; null where none was taken. */
export type ChartPoint = {
	value: number | null;
	ringed?: boolean;
	/** Its natural limits, where they are known. */
	usual?: { lower: number; upper: number } | null;
};

export type ChartBounds = {
	/** What good is, each from a point on. */
	targets: readonly { value: number; from: number }[];
	/** The edges of a band that is good. */
	edges?: readonly number[];
};

/** Something that happened at a point; its shape and letter tell it apart without colour. */
export type ChartMark = {
	index: number;
	letter: string;
	shape: 'triangle' | 'circle' | 'square' | 'diamond';
	words: string;
};

/** A mark below the chart; marks that would touch are one, with their count. */
export type PlacedMark = {
	x: number;
	shape: ChartMark['shape'] | 'several';
	text: string;
	words: string;
};

export type Placed = { x: number; y: number; ringed: boolean; index: number };

export type TrendChart = {
	path: string;
	points: Placed[];
	/** The natural limits: what lies between them, and their two edges. */
	band: string;
	limits: string;
	targets: string;
	edges: number[];
	/** Labels beside the chart, moved apart where they would touch. */
	labels: { value: number; y: number; kind: 'limit' | 'target' }[];
	right: number;
	marks: PlacedMark[];
};

type Frame = { width: number; height: number; right: number; bottom: number };

type Scale = {
	across: (index: number) => number;
	down: (value: number) => number;
	/** Where the last target ends. */
	end: number;
};

const margin = 5;
const top = 8;
const labelHeight = 13;

/** Places readings, oldest first, with their limits and targets, in a frame of so many pixels. */
export function drawTrend(
	points: readonly ChartPoint[],
	{ targets, edges = [] }: ChartBounds,
	{ width, height, right, bottom }: Frame,
	marks: readonly ChartMark[] = []
): TrendChart {
	const [x1, y1] = [width - margin - right, height - bottom];
	const values = [
		...points.flatMap(({ value }) => value ?? []),
		...targets.map(({ value }) => value),
		...edges,
		...points.flatMap(({ usual }) => (usual ? [usual.lower, usual.upper] : []))
	];
	const [lowest, highest] = [Math.min(...values), Math.max(...values)];
	const air = (highest - lowest) * 0.08 || Math.abs(highest) * 0.1 || 1;
	const [low, high] = [lowest - air, highest + air];
	const step = (x1 - margin) / Math.max(1, points.length - 1);
	const across = (index: number) => margin + index * step;
	const down = (value: number) => top + (y1 - top) * (1 - (value - low) / (high - low));

	const placed = points.flatMap(({ value, ringed = false }, index): Placed[] =>
		value === null ? [] : [{ x: across(index), y: down(value), ringed, index }]
	);
	return {
		path: line(placed),
		points: placed,
		...limitsOf(points, across, down, x1 + margin),
		targets: staircase(targets, { across, down, end: x1 + margin }),
		edges: edges.map(down),
		labels: apart(
			[
				...lastLimits(points).map((value) => ({
					value,
					kind: 'limit' as const
				})),
				...[...targets.slice(-1).map(({ value }) => value), ...edges].map((value) => ({
					value,
					kind: 'target' as const
				}))
			].map((label) => ({ ...label, y: down(label.value) }))
		),
		right: x1 + margin,
		marks: placeMarks(marks, across)
	};
}

/** Two marks nearer than this would touch. */
const markWidth = 24;

/** Marks in a row, those that would touch made one in their middle. */
function placeMarks(marks: readonly ChartMark[], across: (index: number) => number): PlacedMark[] {
	let groups = marks
		.toSorted((a, b) => a.index - b.index)
		.map((mark) => ({ x: across(mark.index), marks: [mark] }));
	// A group in the middle of two marks may touch the next one, which may go on to the end.
	for (;;) {
		const at = groups.findIndex(
			({ x }, index) => (groups[index + 1]?.x ?? Infinity) - x < markWidth
		);
		const [one, next] = groups.slice(at);
		if (at < 0 || !one || !next) break;
		const both = [...one.marks, ...next.marks];
		const x = (across(both[0]!.index) + across(both.at(-1)!.index)) / 2;
		groups = [...groups.slice(0, at), { x, marks: both }, ...groups.slice(at + 2)];
	}
	return groups.map(({ x, marks: [first, ...others] }) => ({
		x,
		shape: others.length > 0 ? 'several' : first!.shape,
		text: others.length > 0 ? String(others.length + 1) : first!.letter,
		words: [first!, ...others].map(({ words }) => words).join('\n')
	}));
}

function lastLimits(points: readonly ChartPoint[]): number[] {
	const last = points.findLast(({ usual }) => usual)?.usual;
	return last ? [last.upper, last.lower] : [];
}

/** Steps from reading to reading, each half-way to its neighbours. */
function limitsOf(
	points: readonly ChartPoint[],
	across: (index: number) => number,
	down: (value: number) => number,
	end: number
): { band: string; limits: string } {
	const known = points.flatMap(({ usual }, index) => (usual ? { ...usual, index } : []));
	const edge = (side: 'upper' | 'lower') =>
		known.map((limit, at) => {
			const from = at === 0 ? Math.max(0, across(limit.index) - margin) : half(limit.index, -1);
			const to = at === known.length - 1 ? end : half(limit.index, 1);
			return { from, to, y: down(limit[side]) };
		});
	const half = (index: number, way: 1 | -1) => (across(index) + across(index + way)) / 2;
	const drawn = (steps: { from: number; to: number; y: number }[]) =>
		steps
			.map(({ from, to, y }, at) => {
				const x = `${from.toFixed(1)} ${y.toFixed(1)}`;
				return `${at === 0 ? 'M' : 'L'}${x}H${to.toFixed(1)}`;
			})
			.join('');
	const [upper, lower] = [edge('upper'), edge('lower')];
	if (upper.length === 0) return { band: '', limits: '' };
	const back = lower
		.toReversed()
		.map(({ from, to, y }) => `L${to.toFixed(1)} ${y.toFixed(1)}H${from.toFixed(1)}`)
		.join('');
	return { band: `${drawn(upper)}${back}Z`, limits: drawn(upper) + drawn(lower) };
}

/** A missing reading breaks the line. */
function line(placed: readonly Placed[]): string {
	return placed
		.map(({ x, y, index }, at) => {
			const pen = placed[at - 1]?.index === index - 1 ? 'L' : 'M';
			return `${pen}${x.toFixed(1)} ${y.toFixed(1)}`;
		})
		.join('');
}

function staircase(targets: ChartBounds['targets'], { across, down, end }: Scale): string {
	return targets
		.map(({ value, from }, index) => {
			const next = targets[index + 1];
			const y = down(value).toFixed(1);
			const start = index === 0 ? '0' : across(from).toFixed(1);
			return `M${start} ${y}H${(next ? across(next.from) : end).toFixed(1)}`;
		})
		.join('');
}

function apart<Label extends { y: number }>(labels: Label[]): Label[] {
	const sorted = labels.toSorted((a, b) => a.y - b.y);
	for (let round = 0; round < 6; round += 1)
		for (const [index, label] of sorted.entries()) {
			const before = sorted[index - 1];
			const gap = before ? label.y - before.y : labelHeight;
			if (!before || gap >= labelHeight) continue;
			label.y += (labelHeight - gap) / 2;
			before.y -= (labelHeight - gap) / 2;
		}
	return sorted;
}
