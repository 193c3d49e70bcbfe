import { enterByToken, SentReading } from '#lib/server/readings-api.ts';
import { runtime } from '#lib/server/runtime.ts';
import { problem, takeReading } from '../../../one-reading.server.ts';
import type { RequestHandler } from './$types';

const sent = { schema: SentReading, example: '{"period": "2026-11-16", "value": 98.4}' };

/** Enters one reading of a metric, with a team's token. */
export const POST: RequestHandler = async ({ request, params }) => {
	const token = /^Bearer (\S{20,200})$/.exec(request.headers.get('authorization') ?? '')?.[1];
	if (!token) return problem(401, 'Send the token of a team as “Authorization: Bearer …”.');
	const { database } = runtime().supabase;
	return takeReading(request, token, sent, async (reading) => ({
		metric: params.key,
		...(await enterByToken(database, token, params.key, reading))
	}));
};
