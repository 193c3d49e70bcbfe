// How live documents are served, next to other servers for Yjs and to the least a server can do.
// `npm run bench -- sync [--only hold,herd] [--servers ours,relay] [--runs 1] [--seconds 5]`;
// everything takes an hour.
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { refuse } from '../scripts/set-up.js';
import { freePort } from '../src/lib/server/sync/server-process.ts';
import { print, report } from './report.ts';
import { foundCompany } from './sync/company.ts';
import { figuresOf, type Outcome } from './sync/figures.ts';
import { measure } from './sync/job.ts';
import { installPeers } from './sync/peers.ts';
import { mostRooms } from './sync/scenarios/sweep.ts';
import { scenarioNames, scenarios, type ScenarioName } from './sync/scenarios.ts';
import { targets } from './sync/targets.ts';

const { values } = parseArgs({
	options: {
		only: { type: 'string' },
		servers: { type: 'string' },
		runs: { type: 'string', default: '3' },
		/** How long a load is held: short ones while writing code. */
		seconds: { type: 'string' }
	}
});
const asked = values.only?.split(',') ?? scenarioNames;
const unknown = asked.find((name) => !scenarioNames.some((known) => known === name));
if (unknown)
	refuse(`There is no scenario called ${unknown}. There are: ${scenarioNames.join(', ')}.`);
if (process.platform !== 'linux' || availableParallelism() < 2)
	refuse('This measurement needs Linux and two processors, for the server and for its clients.');
if (!process.env.TEST_DATABASE_URL)
	refuse(
		'This measurement needs PostgreSQL: set TEST_DATABASE_URL to a server whose user may create databases.'
	);

const servers = values.servers?.split(',') ?? Object.keys(targets);
const stranger = servers.find((name) => !(name in targets));
if (stranger)
	refuse(`There is no server called ${stranger}. There are: ${Object.keys(targets).join(', ')}.`);

const redisUrl = process.env.TEST_REDIS_URL;
const isMeasured = (name: ScenarioName) => {
	const needsRedis = (scenarios[name].nodes ?? 1) > 1;
	if (needsRedis && !redisUrl) console.log(`not measured  ${name}: set TEST_REDIS_URL`);
	return asked.includes(name) && (!needsRedis || redisUrl !== undefined);
};
const chosen = scenarioNames.filter(isMeasured);
const runs = Number(values.runs);
const seconds = values.seconds === undefined ? undefined : Number(values.seconds);

await installPeers();
console.log('Founding a company…');
const company = await foundCompany(mostRooms);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
	process.once(signal, () => void company.drop().finally(() => process.exit(1)));
const outcomes: Outcome[] = [];
try {
	// All servers take turns, so that a machine that grows slower is slower for each of them.
	for (let run = 1; run <= runs; run += 1)
		for (const scenario of chosen)
			for (const target of scenarios[scenario].targets.filter((name) => servers.includes(name))) {
				console.log(`${run}/${runs}  ${scenario}, ${targets[target].title}`);
				const ports: number[] = [];
				while (ports.length < (scenarios[scenario].nodes ?? 1)) ports.push(await freePort());
				const result = await measure({
					scenario,
					target,
					ports,
					databaseUrl: company.url,
					redisUrl,
					given: company.rooms,
					seconds
				});
				outcomes.push({ scenario, target, result } as Outcome);
			}
} finally {
	await company.drop();
}

const how = `Rooms of ten of whom three type: five updates and two carets a second each. One process plays all clients on raw sockets, by a plan that waits for nobody; each update is looked for at each receiver. Server and clients each have a processor of their own; Drumbeat has its PostgreSQL beside it on the same machine, checks who may and stores everything, the others know no people and, without SQLite, store nothing. All servers take turns; the middle of ${runs} ${runs === 1 ? 'run' : 'runs'}${runs === 1 ? '' : ', with the lowest and highest'}. Compared with @y/websocket-server 0.1.5, Hocuspocus 4.7.0, a bare relay on ws 8.23.0 that reads nothing, and a server that gives everybody the same prepared answer.`;
const figures = figuresOf(outcomes);
// Part of it does not take the place of all of it.
if (chosen.length === scenarioNames.length && !values.servers && seconds === undefined)
	await report('sync', how, figures);
else print('sync', how, figures);
process.exit();
