import * as v from 'valibot';
import { longestPart, mostParts } from '#lib/scorecard/import/limits.ts';
import type { Counted } from '#lib/scorecard/import/settings.ts';
import { CadenceOf } from '#lib/scorecard/metric.ts';
import type { Db } from './db.ts';

/** A part of what is to be imported: `[line, metric, first day of the period, value]`. */
export const ImportPart = v.object({
	import: v.pipe(v.string(), v.uuid()),
	part: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostParts - 1)),
	readings: v.pipe(
		v.array(
			v.strictTuple([
				v.pipe(v.number(), v.integer(), v.minValue(1)),
				v.pipe(v.string(), v.uuid()),
				v.pipe(v.string(), v.isoDate()),
				v.pipe(v.number(), v.finite())
			])
		),
		v.minLength(1),
		v.maxLength(longestPart)
	)
});
export type ImportPart = v.InferOutput<typeof ImportPart>;

/** What the database holds against a reading that waits. */
export type Refusal = 'no metric' | 'no number' | 'wrong period' | 'too early' | 'twice';

/** What entering would do. Corrections and refusals are the first two hundred of their kind. */
export type Comparison = {
	entered: number;
	known: number;
	corrected: number;
	refused: number;
	corrections: { line: number; metric: string; period: string; was: number; value: number }[];
	refusals: { line: number; problem: Refusal }[];
	/** Entering hands it back, and learns from it whether all this is still so. */
	mark: string;
};

/** Puts a part where it waits for the others. The first one forgets what waited before. */
export async function keepPart(
	db: Db,
	team: string,
	person: string,
	{ import: id, part, readings }: ImportPart
): Promise<void> {
	if (part === 0) await forgetParts(db, team, person);
	await db
		.from('reading_import_parts')
		.insert({ team_id: team, person_id: person, import_id: id, part, readings })
		.throwOnError();
}

export async function forgetParts(db: Db, team: string, person: string): Promise<void> {
	await db
		.from('reading_import_parts')
		.delete()
		.eq('team_id', team)
		.eq('person_id', person)
		.throwOnError();
}

const Corrections = v.array(
	v.object({
		line: v.number(),
		metric_id: v.string(),
		period: v.string(),
		was: v.pipe(v.union([v.number(), v.string()]), v.transform(Number)),
		value: v.pipe(v.union([v.number(), v.string()]), v.transform(Number))
	})
);
const Refusals = v.array(
	v.object({
		line: v.number(),
		problem: v.picklist(['no metric', 'no number', 'wrong period', 'too early', 'twice'])
	})
);

/** Holds everything that waits against what is known. */
export async function compareImport(db: Db, team: string, id: string): Promise<Comparison> {
	const { data } = await db.rpc('compare_import', { team, import: id }).throwOnError();
	const [row] = data;
	if (!row) throw new Error('The database did not say what an import would do');
	return {
		entered: row.entered,
		known: row.known,
		corrected: row.corrected,
		refused: row.refused,
		corrections: v
			.parse(Corrections, row.corrections)
			.map(({ metric_id: metric, ...rest }) => ({ ...rest, metric })),
		refusals: v.parse(Refusals, row.refusals),
		mark: row.mark
	};
}

export type Imported = {
	outcome: 'entered' | 'changed' | 'refused';
	entered: number;
	corrected: number;
};

/**
 * Enters everything that waits, or nothing.
 *
 * @param mark of the comparison somebody has seen
 * @param note where the readings come from
 */
export async function enterImport(
	db: Db,
	team: string,
	id: string,
	mark: string,
	note: string
): Promise<Imported> {
	const { data } = await db
		.rpc('enter_import', { team, import: id, seen: mark, said: note })
		.throwOnError();
	const [row] = data;
	if (!row) throw new Error('The database did not say what came of an import');
	return {
		outcome: v.parse(v.picklist(['entered', 'changed', 'refused']), row.outcome),
		entered: row.entered,
		corrected: row.corrected
	};
}

/** Every metric the team has or had, as far as reading its readings needs it. */
export async function listCounted(db: Db, team: string): Promise<Counted[]> {
	const { data } = await db
		.from('metrics')
		.select('id, key, name, cadence, unit, decimals, removed_at')
		.eq('team_id', team)
		.order('position')
		.order('name')
		.throwOnError();
	return data.map(({ cadence, removed_at, ...row }) => ({
		...row,
		cadence: v.parse(v.fallback(CadenceOf, 'week'), cadence),
		isRemoved: removed_at !== null
	}));
}
