import { randomBytes } from 'node:crypto';
import type { Queries } from '../database/database.ts';
import type { Db } from '../rows/db.ts';
import type { Supabase } from '../supabase/embedded.ts';
import { insertRows } from './insert-rows.ts';
import { people } from './people.ts';
import { sampleId } from './sample-ids.ts';

/**
 * Accounts of the embedded Supabase, written as it writes them itself, but with ids that are the
 * same every time and without a password: nobody signs in to them but through `signInAsSample`.
 */
export async function addAccounts(queries: Queries, createdAt: string): Promise<void> {
	const times = { created_at: createdAt, updated_at: createdAt };
	const known = await queries.query<{ id: string }>(
		`select id::text as id from auth.users where id = any ($1::text::uuid[])`,
		[listed]
	);
	const missing = people.filter(({ id }) => !known.some((account) => account.id === id));
	await insertRows(
		queries,
		'auth.users',
		missing.map(({ id, email, name }) => ({
			...times,
			id,
			email,
			aud: 'authenticated',
			role: 'authenticated',
			email_confirmed_at: createdAt,
			raw_app_meta_data: provider,
			raw_user_meta_data: { ...claims(id, email), name, time_zone: 'Europe/Amsterdam' },
			is_sso_user: false,
			is_anonymous: false
		}))
	);
	await insertRows(
		queries,
		'auth.identities',
		missing.map(({ id, email }) => ({
			...times,
			id: sampleId('identity', id),
			provider: 'email',
			provider_id: id,
			user_id: id,
			identity_data: claims(id, email),
			last_sign_in_at: createdAt
		}))
	);
	// The profiles came with the accounts (introduce_person), stamped with the present.
	await queries.query(
		'update public.people set created_at = $2::timestamptz where id = any ($1::text::uuid[])',
		[listed, createdAt]
	);
}

/**
 * Deletes the accounts of the sample people who sit in no workspace any more: one of them may have
 * founded another since.
 */
export async function removeAccounts(queries: Queries): Promise<void> {
	const gone = await queries.query<{ id: string; email: string }>(
		`delete from auth.users u where u.id = any ($1::text::uuid[])
			and not exists (select from public.workspace_members m where m.person_id = u.id)
		returning u.id::text as id, u.email::text as email`,
		[listed]
	);
	const ids = `{${gone.map(({ id }) => id).join(',')}}`;
	const emails = `{${gone.map(({ email }) => email).join(',')}}`;
	await queries.query(
		// Lite on PostgreSQL keeps the payload as a JSON string, on PGlite as an object.
		`delete from auth.audit_log_entries
		where exists (select from unnest($1::text::text[]) id where payload::text like '%' || id || '%')`,
		[ids]
	);
	await queries.query('delete from private.mailbox where recipient = any ($1::text::text[])', [
		emails
	]);
}

/**
 * Gives `db` a session as one of the sample people. The server writes a one-time token for the
 * account and redeems it in the same breath, so that there is neither a password nor a mail.
 * Whoever enters as the same person in the same instant, on this node or another, waits until the
 * token is redeemed.
 */
export async function signInToAccount(db: Db, supabase: Supabase, id: string): Promise<boolean> {
	for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
		const token = randomBytes(32).toString('hex');
		const [mine] = await supabase.database.query(
			`update auth.users set recovery_token = $2, recovery_sent_at = now()
			where id = $1::uuid
				and (recovery_token is null or recovery_sent_at < now() - interval '2 seconds')
			returning id`,
			[id, token]
		);
		if (mine) {
			const { data } = await db.auth.verifyOtp({ type: 'magiclink', token_hash: token });
			return data.user?.id === id;
		}
		await new Promise((resolve) => setTimeout(resolve, waitMs));
	}
	return false;
}

const mostAttempts = 100;
const waitMs = 50;
const listed = `{${people.map(({ id }) => id).join(',')}}`;
const provider = { provider: 'email', providers: ['email'] };
const claims = (id: string, email: string) => ({
	sub: id,
	email,
	email_verified: true,
	phone_verified: false
});
