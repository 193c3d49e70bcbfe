import type { Queries } from '../database/database.ts';

export type ImportedPerson = { id: string; name: string; email: string; time_zone: string };

/**
 * Gives people of an export accounts of the embedded Supabase, with the ids they had. They have no
 * password until they ask for a code; who has an account here under the same, confirmed address
 * keeps its password, and the account takes the id of the export.
 *
 * @returns whose account changed its id, and has to sign in again
 */
export async function importAccounts(
	queries: Queries,
	people: readonly ImportedPerson[],
	now: Date
): Promise<string[]> {
	const moved: string[] = [];
	for (const person of people) {
		const email = person.email.trim().toLowerCase();
		if (email === '') {
			await addNobody(queries, person.id);
			continue;
		}
		const [known] = await queries.query<{ id: string; password: string | null }>(
			`select id::text as id, case when email_confirmed_at is not null then encrypted_password end as password
			from auth.users where lower(email::text) = $1`,
			[email]
		);
		if (known?.id === person.id) continue;
		// With the account its sessions, and the profile nobody has used, are gone.
		if (known) {
			await queries.query('delete from auth.users where id = $1::text::uuid', [known.id]);
			moved.push(known.id);
		}
		await addAccount(queries, { ...person, email }, known?.password ?? null, now);
	}
	return moved;
}

/** Somebody who was erased has no account; the row of the person hangs on this one. */
async function addNobody(queries: Queries, id: string): Promise<void> {
	const nobody = { id, aud: 'authenticated', role: 'authenticated', banned_until: '2999-01-01' };
	await queries.query('delete from auth.users where id = $1::text::uuid', [id]);
	await fill(queries, 'auth.users', { ...nobody, is_sso_user: false, is_anonymous: false });
}

async function addAccount(
	queries: Queries,
	{ id, email, name, time_zone }: ImportedPerson,
	password: string | null,
	now: Date
): Promise<void> {
	const at = now.toISOString();
	const claims = { sub: id, email, email_verified: true, phone_verified: false };
	const account = {
		id,
		email,
		aud: 'authenticated',
		role: 'authenticated',
		encrypted_password: password,
		email_confirmed_at: at,
		raw_app_meta_data: { provider: 'email', providers: ['email'] },
		raw_user_meta_data: { ...claims, name, time_zone },
		is_sso_user: false,
		is_anonymous: false,
		created_at: at,
		updated_at: at
	};
	await fill(queries, 'auth.users', account);
	await fill(queries, 'auth.identities', {
		id: crypto.randomUUID(),
		provider: 'email',
		provider_id: id,
		user_id: id,
		identity_data: claims,
		last_sign_in_at: at,
		created_at: at,
		updated_at: at
	});
}

async function fill(queries: Queries, table: string, row: Record<string, unknown>): Promise<void> {
	const columns = Object.keys(row).join(', ');
	await queries.query(
		`insert into ${table} (${columns}) select ${columns}
		from jsonb_populate_record(null::${table}, $1::text::jsonb)`,
		[JSON.stringify(row)]
	);
}
