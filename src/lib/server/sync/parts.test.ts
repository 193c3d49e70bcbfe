import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Parts } from './parts.ts';

const update = fc.uint8Array({ maxLength: 1500, size: 'max' });

test('they come back as they were given, in order, from wherever somebody asks', () => {
	fc.assert(
		fc.property(
			fc.array(update, { maxLength: 3 }),
			fc.array(update),
			fc.nat(12),
			(own, added, at) => {
				const parts = new Parts(own);
				for (const bytes of added) {
					const given = Uint8Array.from(bytes);
					expect(parts.add(given)).toEqual(bytes);
					// Whoever gave it writes something else there.
					given.fill(0);
				}
				const all = [...own, ...added];
				expect([...parts]).toEqual(all);
				expect([...parts.after(at)]).toEqual(all.slice(at));
				expect(parts.length).toBe(all.length);
				expect(parts.size).toBe(all.reduce((bytes, one) => bytes + one.byteLength, 0));
			}
		)
	);
});

test('a thousand short ones take little more than their bytes', () => {
	const parts = new Parts();
	const buffers = new Set<ArrayBufferLike>();
	for (let count = 0; count < 1000; count += 1) buffers.add(parts.add(new Uint8Array(60)).buffer);
	const bytes = [...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0);
	expect(bytes).toBeLessThan(parts.size + 8192);
});
