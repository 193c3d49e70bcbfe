import type { Bounds } from './metric.ts';

/** Far beyond any reading, and exact in every browser and in the database. */
const largest = 1e12;

/**
 * The number somebody meant by `98.4`, `98,4 %`, `€1,200.50`, `1.200,50`, `1 200` or `−3`;
 * `undefined` when it is none. A lone comma or dot with exactly three digits behind it could be
 * either: `1,200` is read as a thousands mark, as people here write it, `1.200` as a decimal.
 */
export function readNumber(typed: string, unit = ''): number | undefined {
	const bare = typed
		.replace(unit, '')
		.replace(/[\s'’_]|^[€$£]|[%€$£]$/gu, '')
		.replace(/^−/u, '-')
		.replace(/^(-?)[€$£]/u, '$1');
	const plain = withoutMarks(bare);
	if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return undefined;
	const number = Number(plain);
	return Math.abs(number) <= largest ? number : undefined;
}

/** Leaves digits and one decimal point; what has marks in impossible places stays as it is. */
function withoutMarks(typed: string): string {
	const [dot, comma] = [typed.lastIndexOf('.'), typed.lastIndexOf(',')];
	if (dot >= 0 && comma >= 0) {
		const [mark, point] = dot > comma ? [',', '.'] : ['.', ','];
		return grouped(typed, mark, point) ? typed.replaceAll(mark, '').replace(point, '.') : typed;
	}
	if (comma >= 0)
		return grouped(typed, ',', '.') ? typed.replaceAll(',', '') : typed.replace(',', '.');
	const isGrouped = typed.indexOf('.') !== dot && grouped(typed, '.', ',');
	return isGrouped ? typed.replaceAll('.', '') : typed;
}

/** True when every mark stands before three digits: `1,200`, `12,345,678.9`, and not `98,4`. */
function grouped(typed: string, mark: string, point: string): boolean {
	const [whole = ''] = typed.split(point);
	const [first = '', ...groups] = whole.replace(/^[+-]/, '').split(mark);
	return /^[1-9]\d{0,2}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
}

const signs = new Set(['€', '$', '£']);
/** Units that stand close to their number. */
const tight = new Set(['%', '×', '°']);

/** A number as its metric writes it: `98.4%`, `44 min`, `€1,200`. */
export function writeReading(
	value: number,
	{ unit, decimals }: Pick<Bounds, 'unit' | 'decimals'>
): string {
	const [, sign = '', scale = ''] = /^([€$£]?)(.*)$/su.exec(unit) ?? [];
	const number = writeNumber(Math.abs(value), decimals);
	const minus = value < 0 && Number(number.replaceAll(',', '')) !== 0 ? '−' : '';
	if (signs.has(sign)) return `${minus}${sign}${number}${scale}`;
	return `${minus}${number}${unit && !tight.has(unit) ? ` ${unit}` : unit}`;
}

/** A number without its unit, as it stands in a field. */
export function writeNumber(value: number, decimals: number): string {
	return new Intl.NumberFormat('en-GB', {
		minimumFractionDigits: decimals,
		maximumFractionDigits: Math.max(decimals, 4)
	}).format(value);
}

/** `min 99.0%`, `max 45 min` or `70% to 85%`; nothing when the metric has no bound. */
export function writeTarget(bounds: Bounds): string {
	const { direction, target, lower, upper } = bounds;
	if (direction === 'band') {
		if (lower === null || upper === null) return '';
		return `${writeReading(lower, bounds)} to ${writeReading(upper, bounds)}`;
	}
	if (target === null) return '';
	return `${direction === 'up' ? 'min' : 'max'} ${writeReading(target, bounds)}`;
}
