import * as v from 'valibot';
import { enterSigned, SentReading } from '#lib/server/readings-api.ts';
import { runtime } from '#lib/server/runtime.ts';
import { problem, takeReading } from '../../one-reading.server.ts';
import type { RequestHandler } from './$types';

const Token = v.pipe(v.string(), v.uuid());
const sent = {
	schema: v.object({ ...SentReading.entries, metric: v.pipe(v.string(), v.maxLength(60)) }),
	example: '{"metric": "fleet-uptime", "period": "2026-11-16", "value": 98.4}'
};

/**
 * Enters one reading that is signed instead of carrying a token, for programs that send webhooks:
 * `X-Drumbeat-Token` names the token, `X-Drumbeat-Timestamp` the second, and
 * `X-Drumbeat-Signature` is `sha256=` and the signature.
 */
export const POST: RequestHandler = async ({ request, getClientAddress }) => {
	const said = (name: string) => request.headers.get(`x-drumbeat-${name}`) ?? '';
	const token = said('token');
	if (!v.is(Token, token)) return problem(401, 'Name the token in “X-Drumbeat-Token”.');
	const { database } = runtime().supabase;
	return takeReading(request, getClientAddress(), sent, async (reading, body) => ({
		metric: reading.metric,
		...(await enterSigned(
			database,
			token,
			{ timestamp: said('timestamp'), signature: said('signature'), body },
			reading.metric,
			reading,
			Date.now()
		))
	}));
};
