import { error } from '@sveltejs/kit';
import { toCsv } from '#lib/archive/csv.ts';
import { toMarkdown, toTable } from '#lib/retrospective/record-text.ts';
import { listPeople } from '#lib/server/rows/people.ts';
import { findNextCycle, findRecord } from '../find-record.server.ts';
import type { RequestHandler } from './$types';

/** The record as a file: `?as=md` for people, `?as=csv` for tables. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	if (!locals.person) error(401, 'Sign in first.');
	const as = url.searchParams.get('as');
	if (as !== 'md' && as !== 'csv') error(404, 'It comes as Markdown or as CSV.');
	const record = await findRecord(locals, params.team, params.retro);
	const [people, next] = await Promise.all([
		listPeople(locals.db, params.team),
		findNextCycle(locals.db, params.team, record.cycle)
	]);
	const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? '';
	const text =
		as === 'md' ? toMarkdown(record, nameOf, next.name) : toCsv(toTable(record, nameOf, next.name));
	const name = `${record.cycle.name} retrospective.${as}`.replace(/[^\w .-]/g, '');
	return new Response(text, {
		headers: {
			'content-type': as === 'md' ? 'text/markdown; charset=utf-8' : 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'no-store'
		}
	});
};
