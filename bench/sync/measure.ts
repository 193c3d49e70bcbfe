// Started by job.ts: reads a job, does it, and says what came of it on the last line.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { openPostgres } from '../../src/lib/server/database/postgres.ts';
import { Crowd } from './crowd.ts';
import { processors, type Job } from './job.ts';
import { familyOf, listenerOn, untilQuiet } from './processes.ts';
import { noiseIn, quiet, scenarios, type Results } from './scenarios.ts';
import { Server } from './server.ts';
import { targets, type Target } from './targets.ts';
import { forgetDocuments } from './update-rows.ts';

type Result = Results[keyof Results];

const log = (line: string) => console.error(`    ${line}`);
const job = JSON.parse(await text(process.stdin)) as Job;
const { scenario, ports } = job;
const target: Target = targets[job.target];
/** Where others disturbed, it is measured again and the quietest kept; not while writing code. */
const isTrial = job.seconds !== undefined;
const mostAttempts = isTrial || scenario === 'sweep' || scenario === 'trace' ? 1 : 3;
const { nodes = 1, measure } = scenarios[scenario];
const scratch = await mkdtemp(join(tmpdir(), 'drumbeat-'));

const environment: Record<string, string> = {};
if (target.isOurs)
	Object.assign(environment, {
		...{ DATABASE_URL: job.databaseUrl, LOG_LEVEL: 'error' },
		// The company has just been founded: hundreds of weekly mails would be due at once. A server
		// that may mail but does not know its own address sends none.
		SMTP_URL: 'smtp://127.0.0.1:9'
	});
if (target.storesIn) environment[target.storesIn] = join(scratch, 'documents.sqlite');
if (nodes > 1 && job.redisUrl) environment.REDIS_URL = job.redisUrl;

const stores = [
	target.isOurs ? Number(new URL(job.databaseUrl).port || 5432) : undefined,
	nodes > 1 && job.redisUrl ? Number(new URL(job.redisUrl).port || 6379) : undefined
];
const listeners = stores.flatMap((port) => (port && listenerOn(port)) ?? []);

const database = target.isOurs ? openPostgres(job.databaseUrl, { connections: 1 }) : undefined;
let server: Server | undefined;
process.once('SIGTERM', () => {
	void (server?.stop('SIGKILL') ?? Promise.resolve()).then(() => process.exit(1));
});

/** A new server without any documents, and what came of it. */
async function attempt(): Promise<Result> {
	if (database) await forgetDocuments(database);
	await rm(scratch, { recursive: true, force: true });
	await mkdir(scratch);
	await untilQuiet(isTrial ? 5000 : 60_000);
	server = new Server({
		script: target.script,
		ports,
		environment,
		processor: processors.server
	});
	try {
		await server.start();
		return await measure({
			server,
			crowd: new Crowd({
				protocol: target.protocol,
				ports,
				path: target.path,
				given: target.isOurs ? job.given : undefined
			}),
			target,
			behind: () => listeners.flatMap(familyOf),
			database,
			seconds: job.seconds,
			log
		});
	} finally {
		if (server.complaints) log(server.complaints);
		await server.stop();
	}
}

let quietest: Result | undefined;
try {
	for (let turn = 1; turn <= mostAttempts; turn += 1) {
		const result = await attempt();
		if (!quietest || noiseIn(result) < noiseIn(quietest)) quietest = result;
		if (noiseIn(result) <= quiet) break;
		log(`others used ${noiseIn(result).toFixed(2)} processors meanwhile`);
	}
	console.log(JSON.stringify(quietest));
} finally {
	await database?.close();
	await rm(scratch, { recursive: true, force: true });
}
process.exit();
