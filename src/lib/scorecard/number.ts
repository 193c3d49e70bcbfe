import type { Bounds } from './metric.ts';

/** Far beyond any reading, and exact in every browser and in the database. */
const largest = 1e12;

/** What stands before the decimals. */
export type DecimalMark = '.' | ',';

/**
 * The number somebody meant by `98.4`, `98,4 %`, `€1,200.50`, `1.200,50`, `1 200`, `−3` or, as
 * accountants write it, `(3)`; `undefined` when it is none. A lone comma or dot with exactly three
 * digits behind it could be either: `1,200` is read as a thousands mark, as people here write it,
 * `1.200` as a decimal.
 *
 * @param mark what stands before the decimals, where that is known: nothing is left to guess then
 */
export function readNumber(typed: string, unit = '', mark?: DecimalMark): number | undefined {
	const plain = withoutMarks(withoutSigns(typed.replace(unit, '')), mark);
	if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return undefined;
	const number = Number(plain);
	return Math.abs(number) <= largest ? number : undefined;
}

/**
 * What is known of the decimal mark from how a number is written; 'either' when `1,200` or `1.200`
 * stands alone, nothing when it has no mark.
 */
export function markIn(typed: string): DecimalMark | 'either' | undefined {
	const bare = withoutSigns(typed).replace(/^[+-]/, '');
	if (!/^[\d.,]*\d[\d.,]*$/.test(bare)) return undefined;
	const [dot, comma] = [bare.lastIndexOf('.'), bare.lastIndexOf(',')];
	if (dot < 0 && comma < 0) return undefined;
	if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ',';
	const [own, other] = dot >= 0 ? (['.', ','] as const) : ([',', '.'] as const);
	if (bare.indexOf(own) !== bare.lastIndexOf(own)) return other;
	return grouped(bare, own, other) ? 'either' : own;
}

/** Without spaces, thousands apostrophes, per cent and currency; (3) is −3. */
function withoutSigns(typed: string): string {
	const bare = typed
		.replace(/[\s'’_]|[%\p{Sc}](?=\)?$)/gu, '')
		.replace(/^\p{Sc}/u, '')
		.replace(/^−/u, '-')
		.replace(/^(-?)\p{Sc}/u, '$1');
	const [, owed] = /^\(\p{Sc}?([^()+-]+)\)$/u.exec(bare) ?? [];
	return owed === undefined ? bare : `-${owed}`;
}

/** Leaves digits and one decimal point; what has marks in impossible places stays as it is. */
function withoutMarks(typed: string, mark?: DecimalMark): string {
	if (mark) {
		const other = mark === '.' ? ',' : '.';
		const [whole = '', ...rest] = typed.split(mark);
		const isGrouped = whole.includes(other) && grouped(whole, other, mark);
		const bare = [isGrouped ? whole.replaceAll(other, '') : whole, ...rest].join(mark);
		// A point that is no decimal mark would be read as one.
		return mark === ',' && bare.includes('.') ? '' : bare.replace(mark, '.');
	}
	const [dot, comma] = [typed.lastIndexOf('.'), typed.lastIndexOf(',')];
	if (dot >= 0 && comma >= 0) {
		const [thousands, point] = dot > comma ? [',', '.'] : ['.', ','];
		return grouped(typed, thousands, point)
			? typed.replaceAll(thousands, '').replace(point, '.')
			: typed;
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
