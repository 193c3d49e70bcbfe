// What is measured, of which servers.
import { bigRoom } from './scenarios/big-room.ts';
import { coldLoad, type ColdLoad } from './scenarios/cold-load.ts';
import { herd, type Herd } from './scenarios/herd.ts';
import { hold } from './scenarios/hold.ts';
import { memory, type Memory } from './scenarios/memory.ts';
import { sweep, type Sweep } from './scenarios/sweep.ts';
import { trace, type Trace } from './scenarios/trace.ts';
import type { Level } from './level.ts';
import type { Setting } from './setting.ts';
import type { TargetName } from './targets.ts';

export type Results = {
	hold: Level;
	sweep: Sweep;
	herd: Herd;
	memory: Memory;
	bigroom: Level & { isComplete: boolean };
	coldload: ColdLoad;
	nodes: Level;
	saved: Level;
	trace: Trace;
};

export type ScenarioName = keyof Results;

type Scenario<Result> = {
	measure: (setting: Setting) => Promise<Result>;
	targets: TargetName[];
	/** Processes that serve the same documents, with Redis between them. */
	nodes?: number;
};

export const scenarios: { [Name in ScenarioName]: Scenario<Results[Name]> } = {
	hold: {
		measure: (setting) => hold(setting, 150, 10),
		targets: ['ours', 'relay', 'yWebsocket', 'hocuspocus']
	},
	sweep: { measure: sweep, targets: ['ours', 'relay', 'yWebsocket', 'hocuspocus'] },
	herd: { measure: herd, targets: ['ours', 'staticAnswer', 'yWebsocket', 'hocuspocus'] },
	memory: { measure: memory, targets: ['ours', 'relay', 'yWebsocket', 'hocuspocus'] },
	bigroom: { measure: bigRoom, targets: ['ours', 'relay', 'yWebsocket', 'hocuspocus'] },
	coldload: { measure: coldLoad, targets: ['ours', 'hocuspocusSqlite'] },
	nodes: {
		measure: (setting) => hold(setting, 1, 20),
		targets: ['ours', 'hocuspocus'],
		nodes: 2
	},
	saved: { measure: (setting) => hold(setting, 150, 20), targets: ['ours'] },
	trace: { measure: trace, targets: ['ours'] }
};

export const scenarioNames = Object.keys(scenarios) as ScenarioName[];

/** What others may use of the processors; where they used more, the result says so. */
export const quiet = 0.15;

/** Processors that others used meanwhile. */
export function noiseIn(result: Results[ScenarioName]): number {
	if ('best' in result) return result.best.used.others;
	return 'used' in result ? result.used.others : 0;
}
