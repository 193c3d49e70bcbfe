import type { AuthError } from '@supabase/supabase-js';
import type { Db } from '#lib/server/rows/db.ts';

/** Codes take at least this long, so that the time of an answer does not tell who has an account. */
const leastTime = 400; // ms

const unsent = 'The mail could not be sent. Nothing has changed; try again in a minute.';

/**
 * Mails a code that signs in, or one that resets the password. An address without an account gets
 * no mail and the same answer; only a mail that could not be sent is told.
 */
export async function sendCode(
	db: Db,
	email: string,
	kind: 'sign-in' | 'reset'
): Promise<string | undefined> {
	const send = async () => {
		const { error } =
			kind === 'reset'
				? await db.auth.resetPasswordForEmail(email)
				: await db.auth.signInWithOtp({ email, options: { shouldCreateUser: false } });
		return error;
	};
	const [error] = await Promise.all([send(), pause(leastTime)]);
	return isFailure(error) ? unsent : undefined;
}

/** Signs somebody up; whoever has an account already gets a code to sign in with instead. */
export async function sendFirstCode(
	db: Db,
	person: { name: string; email: string; password: string; timeZone: string }
): Promise<string | undefined> {
	const signUp = async () => {
		const { email, password, name, timeZone } = person;
		const { data, error } = await db.auth.signUp({
			email,
			password,
			options: { data: { name, time_zone: timeZone } }
		});
		const isKnown =
			error?.code === 'user_already_exists' ||
			error?.code === 'email_exists' ||
			data.user?.identities?.length === 0;
		if (!isKnown) return error;
		return (await db.auth.signInWithOtp({ email, options: { shouldCreateUser: false } })).error;
	};
	const [error] = await Promise.all([signUp(), pause(leastTime)]);
	return isFailure(error) ? unsent : undefined;
}

/** Refusals (no such account, a code was sent a moment ago) are the same answer as a sent code. */
function isFailure(error: AuthError | null): boolean {
	return error !== null && (error.status === undefined || error.status >= 500);
}

function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
