import { json } from '@sveltejs/kit';
import { runtime } from '#lib/server/runtime.ts';

/** For whoever watches over the server: 200 when it can serve, 503 when the database is away. */
export async function GET() {
	const { version, supabase, rooms } = runtime();
	const database = await Promise.race([
		supabase.database.query('select 1').then(() => true),
		new Promise<false>((resolve) => setTimeout(() => resolve(false), 2000))
	]).catch(() => false);
	return json({ version, database, documents: rooms.count }, { status: database ? 200 : 503 });
}
