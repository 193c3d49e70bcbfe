import { createHash } from 'node:crypto';

/** How a provider tells one person from another: by a hash that says nothing about who it is. */
export const askerOf = (person: string): string =>
	createHash('sha256').update(`drumbeat asker ${person}`).digest('hex').slice(0, 32);
