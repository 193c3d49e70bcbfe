import type { Person } from '#lib/meeting/person.ts';

export const roleWords: Record<Person['role'], string> = {
	admin: 'Admin',
	member: 'Member',
	observer: 'Observer'
};
