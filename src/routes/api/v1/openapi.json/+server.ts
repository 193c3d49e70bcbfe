import { json } from '@sveltejs/kit';
import { openApi } from '#lib/server/read-api/openapi.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** What programs may ask, for programs. Nobody needs a token for it. */
export const GET: RequestHandler = ({ url }) => json(openApi(url.origin, runtime().version));
