import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { readForm, refusal } from '#lib/server/form.ts';
import type { Db } from '#lib/server/rows/db.ts';
import { runtime } from '#lib/server/runtime.ts';
import { sendCode } from '../sign-in/send-code.server.ts';
import { waitSentence } from '../sign-in/wait-sentence.ts';
import { mustWait } from '../sign-in/waiting.server.ts';
import {
	type CodeSent,
	keepCodeSent,
	readCodeSent,
	takeDestination
} from '../sign-in/way-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

const between = 60_000; // ms between two codes; Supabase refuses sooner ones

const Code = v.object({
	code: v.pipe(
		v.string(),
		v.transform((typed) => typed.replace(/[\s-]+/gu, '')),
		v.regex(/^\d{6,10}$/u, 'Write the digits from the mail.')
	)
});

export const load: PageServerLoad = ({ cookies, locals }) => {
	const sent = readCodeSent(cookies);
	if (!sent) redirect(303, '/sign-in');
	return { email: sent.email, kind: sent.kind, hasMailbox: locals.isLocalVisitor };
};

export const actions: Actions = {
	check: async (event) => {
		const sent = readCodeSent(event.cookies);
		if (!sent) redirect(303, '/sign-in');
		const form = readForm(Code, await event.request.formData());
		if (form.refused) return fail(400, form.refused);

		const wait = await mustWait(event, {
			account: ['sign-in', sent.email],
			address: 'sign-in address'
		});
		if (wait) return fail(429, refusal({ values: form.values, said: wait }));

		if (!(await isRight(event.locals.db, sent, form.output.code)))
			return fail(
				400,
				refusal({
					values: form.values,
					problems: {
						code: 'That is not the newest code, or it has run out. Look again, or have another sent.'
					}
				})
			);
		if (sent.kind === 'reset') redirect(303, '/new-password');
		redirect(303, takeDestination(event));
	},

	again: async (event) => {
		const sent = readCodeSent(event.cookies);
		if (!sent) redirect(303, '/sign-in');

		const seconds = Math.ceil((sent.sentAt + between - Date.now()) / 1000);
		const wait =
			seconds > 0
				? waitSentence(seconds)
				: await mustWait(event, { account: ['code', sent.email], address: 'code address' });
		if (wait) return fail(429, refusal({ said: wait }));

		// A code to sign in with also confirms an address that was never confirmed.
		const unsent = await sendCode(
			event.locals.db,
			sent.email,
			sent.kind === 'reset' ? 'reset' : 'sign-in'
		);
		if (unsent) return fail(502, refusal({ said: unsent }));
		keepCodeSent(event, { ...sent, sentAt: Date.now() });
		return { ...refusal({}), again: true };
	}
};

/** A right code leaves its session in `db`. */
async function isRight(db: Db, { email, kind }: CodeSent, token: string): Promise<boolean> {
	// The embedded backend knows the type `email` only by its older name.
	const signIn = runtime().supabase.embedded ? 'magiclink' : 'email';
	const types =
		kind === 'reset'
			? (['recovery'] as const)
			: kind === 'sign-up'
				? (['signup', signIn] as const)
				: ([signIn] as const);
	for (const type of types) {
		const { error } = await db.auth.verifyOtp({ email, token, type });
		if (!error) return true;
		if (error.status === undefined || error.status >= 500) throw error;
	}
	return false;
}
