import { addDays, daysSince } from '#lib/calendar/day.ts';
import type { Facts, Kept } from '#lib/diagnosis/evidence.ts';
import { laneAgreement } from '#lib/diagnosis/read-parts.ts';
import type { Revealed } from '#lib/diagnosis/blind-round.ts';
import { flowOf } from '#lib/diagnosis/flow.ts';
import type { Metric } from '#lib/scorecard/metric.ts';
import { readRecall } from '#lib/message/recall.ts';
import type { Db } from './db.ts';
import { loadExecution } from './execution.ts';
import { listMessages } from './messages.ts';
import { listMetrics } from './metrics.ts';
import { listPeople } from './people.ts';
import { listProcesses } from './processes.ts';
import { listRounds } from './recall.ts';
import { countSeats } from './seats.ts';

const quarter = 91;
const month = 28;
const week = 7;

/**
 * What the rows of a team say of itself, read as the person who asks.
 *
 * @param today ISO date
 * @param pillars the newest round of the six pillars, whose blind choice of a lane is evidence too
 */
export async function loadFacts(
	db: Db,
	team: string,
	today: string,
	pillars: Revealed | undefined
): Promise<Facts> {
	const since = (days: number) => `${addDays(today, -days)}T00:00:00Z`;
	const [
		actions,
		links,
		metrics,
		decisions,
		triggers,
		seats,
		execution,
		recall,
		checks,
		processes,
		told,
		called
	] = await Promise.all([
		db
			.from('action_items')
			.select('id, due_on, done_at, captured_at')
			.eq('team_id', team)
			.gte('captured_at', since(quarter))
			.throwOnError(),
		db
			.from('lineages')
			.select('subject_id')
			.eq('team_id', team)
			.eq('subject', 'action')
			.throwOnError(),
		listMetrics(db, team),
		listDecisions(db, team, addDays(today, -month)),
		db
			.from('fired_triggers')
			.select('outcome')
			.eq('team_id', team)
			.gte('fired_at', since(quarter))
			.throwOnError(),
		countSeats(db, team, today),
		loadExecution(db, team, today),
		findRecall(db, team),
		db.from('change_checks').select('answer').eq('team_id', team).throwOnError(),
		listProcesses(db, team),
		countTold(db, team, today),
		listOffTrack(db, team)
	]);
	const linked = new Set(links.data.map(({ subject_id }) => subject_id));
	const due = actions.data.filter(({ due_on }) => due_on !== null && due_on < today);
	const { priorities } = execution;
	const missed = priorities.flatMap(({ id, milestones }) =>
		milestones.flatMap(({ due: day, done }) =>
			day !== null &&
			day >= addDays(today, -quarter) &&
			day < today &&
			(done === null || done > day)
				? { priority: id, day }
				: []
		)
	);
	const countOf = (has: (one: (typeof priorities)[number]) => boolean) =>
		priorities.filter(has).length;
	const open = priorities.flatMap(({ dependencies }) =>
		dependencies.filter(({ clearedOn }) => clearedOn === null)
	);
	const late = open.filter(({ neededBy }) => neededBy !== null && neededBy < today);
	const flows = processes.map(({ steps }) => flowOf(steps));
	const hours = flows.reduce((sum, { total }) => sum + (total ?? 0), 0);
	const lane = pillars?.result ? laneAgreement(pillars.result).percent : null;
	return {
		today,
		recall,
		actions: {
			all: actions.data.length,
			linked: actions.data.filter(({ id }) => linked.has(id)).length,
			due: due.length,
			kept: due.filter(
				({ due_on, done_at }) => done_at !== null && done_at.slice(0, 10) <= (due_on ?? '')
			).length
		},
		told,
		missed: {
			all: missed.length,
			early: missed.filter(({ priority, day }) =>
				called.some(
					(one) => one.priority === priority && one.on < day && one.on >= addDays(day, -month)
				)
			).length
		},
		kept: await findKept(db, metrics),
		metrics: {
			all: metrics.length,
			leading: metrics.filter(({ leading }) => leading).length,
			perspectives: new Set(metrics.map(({ perspective }) => perspective)).size,
			owned: metrics.filter(({ owner }) => owner !== null).length,
			answered: metrics.filter(
				({ response, responder }) => response.trim() !== '' && responder !== null
			).length
		},
		decisions,
		triggers: {
			fired: triggers.data.length,
			answered: triggers.data.filter(({ outcome }) => outcome !== null).length
		},
		...seats,
		priorities: {
			all: priorities.length,
			owned: countOf(({ owner }) => owner !== null),
			planned: countOf(({ phases }) => phases.length > 0),
			resourced: countOf(({ resources }) => resources.length > 0),
			scoped: countOf(({ notDoing }) => notDoing.trim() !== ''),
			shared: countOf(({ parts }) => parts.some(({ part }) => part === 'responsible')),
			fresh: countOf(({ kpis, gaps, milestones }) => {
				const from = addDays(today, -week);
				return (
					[...kpis, ...gaps].some(({ values }) => (values.at(-1)?.on ?? '') >= from) ||
					milestones.some(({ done }) => (done ?? '') >= from)
				);
			})
		},
		blockers: {
			open: open.length,
			late: late.length,
			oldest: Math.max(0, ...late.map(({ neededBy }) => daysSince(neededBy ?? today, today)))
		},
		lane: lane === null ? null : lane / 100,
		lasting: {
			asked: checks.data.length,
			inUse: checks.data.filter(({ answer }) => answer === 'yes').length
		},
		fixes: processes
			.flatMap(({ fixes }) => fixes)
			.filter(({ measuredOn }) => measuredOn !== null && measuredOn >= addDays(today, -quarter))
			.length,
		processes: {
			all: flows.filter(({ total }) => total !== null && total > 0).length,
			waiting:
				hours > 0 ? flows.reduce((sum, { waiting }) => sum + (waiting ?? 0), 0) / hours : null
		}
	};
}

/** The decisions of closed meetings since a day, and those that came of a metric's hot item. */
async function listDecisions(db: Db, team: string, from: string): Promise<Facts['decisions']> {
	const { data } = await db
		.from('meetings')
		.select('decisions(hot_item_id), hot_items(id, metric_id)')
		.eq('team_id', team)
		.eq('state', 'closed')
		.gte('occurs_on', from)
		.throwOnError();
	const ofMetrics = new Set(
		data.flatMap(({ hot_items }) =>
			hot_items.filter((one) => one.metric_id !== null).map(({ id }) => id)
		)
	);
	const all = data.flatMap(({ decisions }) => decisions);
	return {
		all: all.length,
		ofMetric: all.filter(({ hot_item_id }) => hot_item_id !== null && ofMetrics.has(hot_item_id))
			.length
	};
}

/**
 * How often a leader was to tell their team something in the last quarter, and said that they did.
 * What is less than a week old may still be told.
 */
async function countTold(db: Db, team: string, today: string): Promise<Facts['told']> {
	const [meetings, people] = await Promise.all([
		db
			.from('meetings')
			.select('cascade_messages(id, teller_id, told_teams(person_id))')
			.eq('team_id', team)
			.eq('state', 'closed')
			.gte('occurs_on', addDays(today, -quarter))
			.lte('occurs_on', addDays(today, -week))
			.throwOnError(),
		listPeople(db, team)
	]);
	const leaders = new Set(
		people.filter(({ current, role }) => current && role !== 'observer').map(({ id }) => id)
	);
	const messages = meetings.data.flatMap(({ cascade_messages }) => cascade_messages);
	return messages.reduce(
		({ asked, done }, { teller_id, told_teams }) => {
			const tellers = teller_id === null ? leaders : new Set([teller_id]);
			return {
				asked: asked + tellers.size,
				done: done + told_teams.filter(({ person_id }) => tellers.has(person_id)).length
			};
		},
		{ asked: 0, done: 0 }
	);
}

/** When priorities were called off track in a meeting, which is how bad news reaches the table. */
async function listOffTrack(db: Db, team: string): Promise<{ priority: string; on: string }[]> {
	const { data } = await db
		.from('status_checks')
		.select('subject_id, meetings(occurs_on)')
		.eq('team_id', team)
		.eq('subject', 'priority')
		.eq('on_track', false)
		.throwOnError();
	return data.map(({ subject_id, meetings }) => ({
		priority: subject_id,
		on: meetings?.occurs_on ?? ''
	}));
}

/** The newest reading of the metrics in percent that speak of ramp and of succession. */
async function findKept(db: Db, metrics: readonly Metric[]): Promise<Facts['kept']> {
	const newest = async (spoken: RegExp): Promise<Kept | null> => {
		const metric = metrics.find(
			({ name, unit, direction }) => unit === '%' && direction === 'up' && spoken.test(name)
		);
		if (!metric) return null;
		const { data } = await db
			.from('readings')
			.select('value')
			.eq('metric_id', metric.id)
			.order('period', { ascending: false })
			.limit(1)
			.maybeSingle()
			.throwOnError();
		const value = data ? Number(data.value) : Number.NaN;
		return value >= 0 && value <= 100 ? { name: metric.name, value } : null;
	};
	const [ramp, succession] = await Promise.all([
		newest(/\bramp|\bonboard/iu),
		newest(/\bsuccess(?:ion|or)/iu)
	]);
	return { ramp, succession };
}

/** How much of the message leaders wrote from memory in the newest round, 0 to 1. */
async function findRecall(db: Db, team: string): Promise<number | null> {
	const [[round], versions] = await Promise.all([listRounds(db, team), listMessages(db, team)]);
	const message = versions.find(({ id }) => id === round?.message);
	if (!round || !message) return null;
	const overlaps = readRecall(message, round.priorities, round.answers).answers.flatMap(
		({ overlap }) => Object.values(overlap).filter((value) => value !== null)
	);
	return overlaps.length === 0
		? null
		: overlaps.reduce((sum, one) => sum + one, 0) / overlaps.length;
}
