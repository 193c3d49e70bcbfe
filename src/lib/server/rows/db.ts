import type { SupabaseClient } from '@supabase/supabase-js';
import type { Database } from '../database-types.ts';

/** Supabase as the person who asks. */
export type Db = SupabaseClient<Database>;
