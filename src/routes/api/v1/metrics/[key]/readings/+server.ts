import { enterByToken, SentReading } from '#lib/server/readings-api.ts';
import { runtime } from '#lib/server/runtime.ts';
import { readings } from '#lib/server/read-api/resources.ts';
import { problem, takeReading } from '../../../one-reading.server.ts';
import { readList, tokenOf } from '../../../read-list.server.ts';
import type { RequestHandler } from './$types';

const sent = { schema: SentReading, example: '{"period": "2026-11-16", "value": 98.4}' };

/** The readings of a metric, for a token that may read them. */
export const GET: RequestHandler = (event) => readList(event, readings, event.params.key);

/** Enters one reading of a metric, with a team's token. */
export const POST: RequestHandler = async ({ request, params }) => {
	const token = tokenOf(request);
	if (!token) return problem(401, 'Send the token of a team as “Authorization: Bearer …”.');
	const { database } = runtime().supabase;
	return takeReading(request, token, sent, async (reading) => ({
		metric: params.key,
		...(await enterByToken(database, token, params.key, reading))
	}));
};
