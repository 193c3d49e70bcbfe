import { fail } from '@sveltejs/kit';
import { longestWord, type Term, termKeys, type Terms } from '#lib/team/terms.ts';
import { editTeam } from '#lib/server/rows/workspaces.ts';
import { orNotFound } from '../../../../../or-not-found.server.ts';
import type { Actions } from './$types';

const tooLong = `Keep it to ${longestWord} characters or fewer.`;

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const data = await request.formData();
		const typed = (name: string) => {
			const value = data.get(name);
			return typeof value === 'string' ? value.replace(/\p{Cc}+/gu, ' ').trim() : '';
		};
		const terms: Terms = {};
		const problems: Partial<Record<Term, string>> = {};
		for (const term of termKeys) {
			const word = { one: typed(`${term}, one`), many: typed(`${term}, many`) };
			if (!word.one && !word.many) continue;
			if (!word.one || !word.many) problems[term] = 'Give both, or leave both empty.';
			else if (word.one.length > longestWord || word.many.length > longestWord)
				problems[term] = tooLong;
			else terms[term] = word;
		}
		if (Object.keys(problems).length > 0) return fail(400, { problems, saved: false });
		await orNotFound(editTeam(locals.db, params.team, { terms }));
		return { problems, saved: true };
	}
};
