export type Point = { x: number; y: number };

export type Radar = {
	/** Polygons of the levels 1 to 5, the smallest first. */
	rings: string[];
	spokes: Point[];
	/** The polygon of the means; a part without one is left out of it. */
	mean: string;
	before: string;
	/** One for each person in each part, side by side on their level. */
	dots: (Point & { isMine: boolean })[];
	labels: (Point & { anchor: 'start' | 'middle' | 'end' })[];
};

const levels = [1, 2, 3, 4, 5];
const gap = 7.5;

/**
 * Where a radar draws its parts: the first on top, the others clockwise, 1 to 5 outwards.
 *
 * @param spreads of each part how many people come to 1 to 5
 * @param mine of each part the level that is mine; null where nothing is known
 */
export function drawRadar(
	means: readonly (number | null)[],
	before: readonly (number | null)[],
	spreads: readonly (readonly number[])[],
	mine: readonly (number | null)[],
	{ x, y, radius }: Point & { radius: number }
): Radar {
	const angleOf = (at: number) => (2 * Math.PI * at) / means.length - Math.PI / 2;
	const pointOf = (at: number, value: number, aside = 0): Point => {
		const angle = angleOf(at);
		const out = (radius * value) / 5;
		return {
			x: x + out * Math.cos(angle) - aside * Math.sin(angle),
			y: y + out * Math.sin(angle) + aside * Math.cos(angle)
		};
	};
	const polygon = (values: readonly (number | null)[]) =>
		values.flatMap((value, at) => (value === null ? [] : write(pointOf(at, value)))).join(' ');
	return {
		rings: levels.map((level) => polygon(means.map(() => level))),
		spokes: means.map((_, at) => pointOf(at, 5)),
		mean: polygon(means),
		before: before.some((value) => value !== null) ? polygon(before) : '',
		dots: spreads.flatMap((counts, at) =>
			counts.flatMap((count, index) =>
				Array.from({ length: count }, (_, which) => ({
					...pointOf(at, index + 1, (which - (count - 1) / 2) * gap),
					isMine: mine[at] === index + 1 && which === 0
				}))
			)
		),
		labels: means.map((_, at) => {
			const across = Math.cos(angleOf(at));
			return {
				...pointOf(at, 5.55),
				anchor: Math.abs(across) < 0.2 ? 'middle' : across > 0 ? 'start' : 'end'
			};
		})
	};
}

const write = ({ x, y }: Point) => `${x.toFixed(1)},${y.toFixed(1)}`;
