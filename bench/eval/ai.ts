/**
 * `OPENAI_BASE_URL=… OPENAI_MODEL=… npm run eval -- ai`: lets a model take the minutes of recorded
 * meetings and compares them with what annotators wrote down. EVAL_DATA names a folder of other
 * meetings of the same shape. What it prints is true of that model and nothing else.
 */
import { join } from 'node:path';
import process from 'node:process';
import { Model } from '../../src/lib/server/llm/ask-model.ts';
import { readSettings } from '../../src/lib/server/settings.ts';
import { capture, nothing, together } from './ai-capture.ts';
import { readMeetings } from './ai-meetings.ts';
import { share } from './ai-score.ts';

const settings = readSettings(process.env);
if (!settings.OPENAI_MODEL) {
	console.log(
		'ai: no model to evaluate. Set OPENAI_MODEL, with OPENAI_API_KEY or OPENAI_BASE_URL, and run it again.'
	);
	process.exit(0);
}
const model = new Model(
	{
		...{ model: settings.OPENAI_MODEL, api: settings.AI_API, schema: settings.AI_SCHEMA },
		...(settings.OPENAI_API_KEY && { key: settings.OPENAI_API_KEY }),
		...(settings.OPENAI_BASE_URL && { url: settings.OPENAI_BASE_URL })
	},
	// A model on a processor of one's own takes its time; nobody waits in a room here.
	{ first: 600_000, idle: 60_000, total: 1_800_000 }
);
const folder = process.env['EVAL_DATA'] ?? join(import.meta.dirname, 'ai-data');
const stop = new AbortController();
let all = nothing;
for (const meeting of await readMeetings(folder)) {
	const captured = await capture(model, meeting, stop.signal);
	for (const problem of captured.problems) console.log(`ai: ${meeting.id}: ${problem}.`);
	all = together(all, captured);
}
console.log(`ai: ${model.name}, capture 1, ${all.calls} calls`);
console.log('kind       proposed  precision  recall');
for (const [name, row] of [
	['actions', all.actions],
	['decisions', all.decisions]
] as const)
	console.log(
		`${name.padEnd(11)}${String(row.proposed).padStart(8)}${share(row.right, row.proposed).padStart(11)}${share(row.found, row.noted).padStart(8)}`
	);
console.log(`citations that hold: ${share(all.held, all.said)} of ${all.said} items`);
console.log(`tokens a call: ${Math.round(all.tokens / Math.max(1, all.calls))}`);
