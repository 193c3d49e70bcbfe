import { expect, test } from 'vitest';
import { onBothBackends } from '../../../../supabase/tests/backends.ts';
import { found, join } from '../../../../supabase/tests/people.ts';
import { asPerson } from './as-person.ts';

onBothBackends((backend) => {
	test('a job that asks for a person reads what that person may, and nobody is left signed in', async () => {
		const { database } = backend();
		const [ada, eve] = [await join(backend(), 'Ada'), await join(backend(), 'Eve')];
		const team = await found(ada, 'Northwind', 'Leadership team');
		const read = (person: string) =>
			asPerson(database, person, (queries) =>
				queries.query('select name from public.teams where id = $1::uuid', [team.id])
			);
		expect(await read(ada.id)).toEqual([{ name: 'Leadership team' }]);
		expect(await read(eve.id)).toEqual([]);
		await expect(
			asPerson(database, ada.id, (queries) => queries.query('select * from private.mailbox'))
		).rejects.toThrow(/permission denied/u);
		const after = await database.query('select auth.uid()::text as me, current_user::text as role');
		expect(after[0]).toMatchObject({ me: null });
		expect(after[0]?.['role']).not.toBe('authenticated');
	});
});
