import { beforeAll, describe, expect, test } from 'vitest';
import { whoAdds, whoChanges, whoDeletes, whoReads, type World } from './attempts.ts';
import { onBothBackends } from './backends.ts';
import { columnsOpenTo, mayDelete } from './catalogue.ts';
import { expectations, tableOf } from './expectations.ts';
import { people as gather } from './people.ts';
import { seed } from './seed.ts';

onBothBackends((backend) => {
	let world: World;

	beforeAll(async () => {
		const people = await gather(backend());
		const { database } = backend();
		const seeds = await seed(database, people.ours, people.member.id);
		await seed(database, people.theirs, people.otherTeam.id);
		await seed(database, people.elsewhere, people.otherWorkspace.id);
		world = { backend: backend(), people, seeds };
	});

	describe.each(Object.entries(expectations))('%s', (name, expected) => {
		const list = (who: readonly string[]) => who.join(', ') || 'nobody';

		test(`is read by ${list(expected.select)}`, async () => {
			expect(await whoReads(world, name)).toEqual(expected.select);
		});

		test(`is added to by ${list(expected.insert)}`, async () => {
			expect(await whoAdds(world, name, expected.enters)).toEqual(expected.insert);
		});

		test(`is changed by ${list(expected.update)}`, async () => {
			expect(await whoChanges(world, name)).toEqual(expected.update);
		});

		test(`is deleted by ${list(expected.delete)}`, async () => {
			expect(await whoDeletes(world, name)).toEqual(expected.delete);
		});

		test('gives no right beyond these, column by column', async () => {
			const columns = (verb: 'insert' | 'update') =>
				columnsOpenTo(backend().database, 'authenticated', tableOf(name), verb);
			expect(await columns('insert')).toBe(expected.enters);
			expect(await columns('update')).toBe(expected.edits);
			expect(await mayDelete(backend().database, 'authenticated', tableOf(name))).toBe(
				expected.delete.length > 0
			);
		});
	});
});
