import type { SupabaseClient } from '@supabase/supabase-js';
import type { Database } from '#lib/server/database-types.ts';

declare global {
	namespace App {
		interface Locals {
			/** Supabase as the person who asks: row-level security decides what it answers. */
			db: SupabaseClient<Database>;
			/** Whoever is signed in. */
			person: { id: string; email: string } | undefined;
			/** A visitor on this very machine, of the embedded set-up. */
			isLocalVisitor: boolean;
			/** The one host that this page shows in a frame; without it there are none. */
			frame?: string;
		}
		interface Error {
			message: string;
			/** Names the entry in the server's log. */
			id?: string;
		}
	}
}

export {};
