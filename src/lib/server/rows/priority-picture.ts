import type {
	Degree,
	Kpi,
	Measure,
	OpenAction,
	Person,
	PriorityPicture
} from '#lib/execution/workers/priority-picture.ts';
import { cycleOn } from '#lib/strategy/cascade.ts';
import type { Db } from './db.ts';
import { findLane } from './lane.ts';
import { listPeople } from './people.ts';

/**
 * What workers may know of a priority, read with the rights of whoever asks. Undefined when this
 * person's team has no such priority, or it has ended.
 *
 * @param today ISO date
 */
export async function loadPriorityPicture(
	db: Db,
	team: string,
	priority: string,
	today: string
): Promise<PriorityPicture | undefined> {
	const { data: row } = await db
		.from('priorities')
		.select('id, title, why, owner_id, annual_goals(id, title)')
		.eq('team_id', team)
		.eq('id', priority)
		.is('ended_at', null)
		.maybeSingle()
		.throwOnError();
	if (!row) return undefined;
	const [cycles, measures, milestones, risks, { actions, people }, off, lane] = await Promise.all([
		db.from('cycles').select('id, name, starts_on, ends_on').eq('team_id', team).throwOnError(),
		listMeasures(db, team, priority),
		listMilestones(db, team, priority),
		listRisks(db, team, priority),
		whoDoesWhat(db, team, priority),
		db.from('days_off').select('day').eq('team_id', team).gte('day', today).throwOnError(),
		findLane(db, team)
	]);
	const named = cycles.data.map(({ id, name, starts_on, ends_on }) => ({
		...{ id, name },
		...{ startsOn: starts_on, endsOn: ends_on }
	}));
	const cycle = cycleOn(named, today);
	return {
		id: row.id,
		title: row.title,
		why: row.why,
		owner: people.some(({ id }) => id === row.owner_id) ? row.owner_id : null,
		goal: row.annual_goals,
		cycle: cycle ? { startsOn: cycle.startsOn, endsOn: cycle.endsOn } : null,
		lane: lane?.lane ?? null,
		...measures,
		milestones,
		risks,
		actions,
		people,
		today,
		daysOff: off.data.map(({ day }) => day)
	};
}

type Measures = { gaps: Measure[]; kpis: Kpi[] };

/** KPIs and gaps with their newest value; one that follows a metric has that metric's. */
async function listMeasures(db: Db, team: string, priority: string): Promise<Measures> {
	const { data } = await db
		.from('measures')
		.select(
			`id, kind, name, unit, decimals, baseline, target,
			measure_values(value, measured_on), metrics(cadence, readings(value, period))`
		)
		.eq('team_id', team)
		.eq('priority_id', priority)
		.is('removed_at', null)
		.order('position')
		.order('id')
		.order('measured_on', { referencedTable: 'measure_values', ascending: false })
		.limit(1, { referencedTable: 'measure_values' })
		.order('period', { referencedTable: 'metrics.readings', ascending: false })
		.limit(1, { referencedTable: 'metrics.readings' })
		.throwOnError();
	const all = data.map((row) => {
		const newest = row.metrics ? row.metrics.readings[0] : row.measure_values[0];
		const kpi: Kpi = {
			id: row.id,
			name: row.name,
			unit: row.unit,
			decimals: row.decimals,
			baseline: numberOrNull(row.baseline),
			target: numberOrNull(row.target),
			current: numberOrNull(newest?.value ?? null),
			cadence: toCadence(row.metrics?.cadence),
			library: null
		};
		return { kind: row.kind, kpi };
	});
	return {
		gaps: all.flatMap(({ kind, kpi }) => {
			const { cadence: _, library: __, ...gap } = kpi;
			return kind === 'gap' ? [gap] : [];
		}),
		kpis: all.flatMap(({ kind, kpi }) => (kind === 'kpi' ? [kpi] : []))
	};
}

async function listMilestones(db: Db, team: string, priority: string) {
	const { data } = await db
		.from('milestones')
		.select('id, title, due_on, done_on')
		.eq('team_id', team)
		.eq('priority_id', priority)
		.is('removed_at', null)
		.order('due_on', { nullsFirst: false })
		.order('position')
		.order('id')
		.throwOnError();
	return data.map(({ id, title, due_on, done_on }) => ({
		...{ id, title },
		due: due_on,
		done: done_on !== null
	}));
}

async function listRisks(db: Db, team: string, priority: string) {
	const { data } = await db
		.from('priority_risks')
		.select('id, title, likelihood, impact, mitigation, owner_id')
		.eq('team_id', team)
		.eq('priority_id', priority)
		.is('removed_at', null)
		.is('closed_on', null)
		.order('raised_at')
		.order('id')
		.throwOnError();
	return data.map(({ owner_id, likelihood, impact, ...risk }) => ({
		...risk,
		likelihood: toDegree(likelihood),
		impact: toDegree(impact),
		owner: owner_id
	}));
}

/** Open actions that serve the priority, and how many each member has open anywhere in the team. */
async function whoDoesWhat(
	db: Db,
	team: string,
	priority: string
): Promise<{ actions: OpenAction[]; people: Person[] }> {
	const [members, open, served] = await Promise.all([
		listPeople(db, team),
		db
			.from('action_items')
			.select('id, title, owner_id, due_on, sealed')
			.eq('team_id', team)
			.is('done_at', null)
			.order('due_on', { nullsFirst: false })
			.order('id')
			.throwOnError(),
		db
			.from('lineages')
			.select('subject_id')
			.eq('team_id', team)
			.eq('priority_id', priority)
			.eq('subject', 'action')
			.throwOnError()
	]);
	const serving = new Set(served.data.map(({ subject_id }) => subject_id));
	return {
		actions: open.data
			// Workers may be models, and what they draft is read by all.
			.filter(({ id, sealed }) => serving.has(id) && !sealed)
			.map(({ id, title, owner_id, due_on }) => ({ id, title, owner: owner_id, due: due_on })),
		people: members
			.filter(({ current, role }) => current && role !== 'observer')
			.map(({ id, name, title }) => ({
				...{ id, name },
				seats: title === '' ? [] : [title],
				openActions: open.data.filter(({ owner_id }) => owner_id === id).length
			}))
	};
}

const numberOrNull = (value: number | null): number | null =>
	value === null ? null : Number(value);

const toDegree = (value: number): Degree => (value === 1 || value === 3 ? value : 2);

function toCadence(cadence: string | undefined): Kpi['cadence'] {
	return cadence === 'month' || cadence === 'quarter' ? cadence : 'week';
}
