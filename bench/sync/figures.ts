import type { Figure } from '../report.ts';
import type { Level } from './level.ts';
import { median } from './samples.ts';
import { noiseIn, quiet, scenarios, type Results, type ScenarioName } from './scenarios.ts';
import { targets, type TargetName } from './targets.ts';

/** One result of one run. */
export type Outcome = {
	[Name in ScenarioName]: { scenario: Name; target: TargetName; result: Results[Name] };
}[ScenarioName];

type Promised = { target?: number; least?: number };

/** The middle of the runs, beside what was promised for ours. */
export function figuresOf(outcomes: readonly Outcome[]): Figure[] {
	const resultsOf = <Name extends ScenarioName>(scenario: Name, target: TargetName) =>
		outcomes.flatMap((outcome) =>
			outcome.scenario === scenario && outcome.target === target
				? [outcome.result as Results[Name]]
				: []
		);

	/** A figure for each server of a scenario; what ours has to reach may hang on another. */
	const rows = <Name extends ScenarioName>(
		scenario: Name,
		what: string,
		unit: string,
		read: (result: Results[Name]) => number,
		promised: (of: (target: TargetName) => number) => Promised = () => ({})
	): Figure[] => {
		const middle = (target: TargetName) => median(resultsOf(scenario, target).map(read));
		return scenarios[scenario].targets
			.filter((target) => !Number.isNaN(middle(target)))
			.map((target) => ({
				what: `${what}, ${targets[target].title}`,
				value: middle(target),
				unit,
				...spread(resultsOf(scenario, target).map(read)),
				...noise(resultsOf(scenario, target)),
				...(target === 'ours' ? known(promised(middle)) : {})
			}));
	};

	return [
		...rows(
			'sweep',
			'rooms of ten on one processor, p99 below 100 ms',
			'',
			({ rooms }) => rooms,
			(of) => ({ least: 1.1 * of('relay') })
		),
		...rows(
			'hold',
			'150 rooms: processor time for 100,000 updates',
			's',
			({ cpu }) => cpu,
			(of) => ({ target: 0.9 * of('relay') })
		),
		...rows(
			'hold',
			'150 rooms: an update reaches all others, p95',
			'ms',
			({ latency }) => latency.p95,
			(of) => ({ target: of('relay') })
		),
		...rows(
			'herd',
			'2,000 people into 200 rooms of 50 kB, all synced',
			'ms',
			({ synced }) => synced.max,
			(of) => ({ target: 1.1 * of('staticAnswer') })
		),
		...rows(
			'nodes',
			'two nodes over Redis, one room: p95',
			'ms',
			({ latency }) => latency.p95,
			(of) => ({ target: 0.5 * of('hocuspocus') })
		),
		...rows(
			'memory',
			'idle room of four',
			'kB',
			({ perRoom }) => perRoom,
			() => ({ target: 90 })
		),
		...rows(
			'coldload',
			'20,000 updates, first load after a stop',
			'ms',
			({ stored }) => stored,
			() => ({ target: 15 })
		),
		...rows(
			'coldload',
			'20,000 updates, first load after a crash',
			'ms',
			({ afterCrash }) => afterCrash,
			() => ({ target: 15 })
		),
		...rows('saved', '150 rooms: saved on PostgreSQL, p50', 'ms', ({ saved }) => saved.p50),
		...rows(
			'saved',
			'150 rooms: saved on PostgreSQL, p95',
			'ms',
			({ saved }) => saved.p95,
			() => ({ target: 50 })
		),
		...rows(
			'saved',
			'150 rooms: saved on PostgreSQL, p99',
			'ms',
			({ saved }) => saved.p99,
			() => ({ target: 600 })
		),
		...rows(
			'bigroom',
			'room of 200: an update reaches all others, p95',
			'ms',
			({ latency }) => latency.p95
		),
		...rows(
			'trace',
			'50 rooms of 8, recorded typing for ten minutes: p95',
			'ms',
			({ latency }) => latency.p95,
			() => ({ target: 150 })
		),
		...rows('trace', 'memory of the server after two minutes', 'MB', ({ memory }) => memory.early),
		...rows('trace', 'memory of the server after ten minutes', 'MB', ({ memory }) => memory.late),
		...missing(outcomes)
	];
}

function spread(values: readonly number[]): Pick<Figure, 'from' | 'to'> {
	return values.length > 1 ? { from: Math.min(...values), to: Math.max(...values) } : {};
}

/** Says so when others used much of the machine in one of the runs. */
function noise(results: readonly Results[ScenarioName][]): Pick<Figure, 'note'> {
	const others = Math.max(...results.map(noiseIn));
	return others > quiet ? { note: `others used ${others.toFixed(1)} processors` } : {};
}

/** What hangs on a server that was not measured is not known. */
function known(promised: Promised): Promised {
	const entries = Object.entries(promised).filter(([, value]) => !Number.isNaN(value));
	return Object.fromEntries(entries);
}

/** What got lost: updates, confirmations, connections, people without the document, documents. */
function missing(outcomes: readonly Outcome[]): Figure[] {
	return [...new Set(outcomes.map(({ target }) => target))].flatMap((target) => {
		const losses = outcomes
			.filter((outcome) => outcome.target === target && lostIn(outcome) > 0)
			.map((outcome) => `${outcome.scenario} ${JSON.stringify(partsOf(outcome))}`);
		const value = outcomes
			.filter((outcome) => outcome.target === target)
			.reduce((sum, outcome) => sum + lostIn(outcome), 0);
		if (value === 0 && target !== 'ours') return [];
		const figure = {
			what: `lost, dropped or incomplete, ${targets[target].title}`,
			value,
			unit: '',
			...(losses.length > 0 ? { note: losses.join(', ') } : {})
		};
		return [target === 'ours' ? { ...figure, target: 0 } : figure];
	});
}

function lostIn(outcome: Outcome): number {
	return Object.values(partsOf(outcome)).reduce((sum, count) => sum + count, 0);
}

/** What was lost in which way; only what is more than nothing. */
function partsOf(outcome: Outcome): Record<string, number> {
	const { result } = outcome;
	const level = levelOf(outcome);
	const parts = {
		...(level ? { updates: level.lost, saves: level.neverSaved, dropped: level.disconnects } : {}),
		incomplete: 'isComplete' in result && !result.isComplete ? 1 : 0,
		differing: 'differing' in result ? result.differing : 0,
		people: 'failures' in result ? result.failures : 'missing' in result ? result.missing : 0
	};
	return Object.fromEntries(Object.entries(parts).filter(([, count]) => count > 0));
}

function levelOf({ result }: Outcome): Level | undefined {
	if ('best' in result) return result.best;
	return 'latency' in result ? result : undefined;
}
