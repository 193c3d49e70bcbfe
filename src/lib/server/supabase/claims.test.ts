import { createHmac, randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { claimsSignedWith } from './claims.ts';

const secret = 'a secret of at least thirty-two characters';
const claimsOf = claimsSignedWith(secret);
const person = { sub: randomUUID(), session_id: randomUUID() };
const later = () => Math.floor(Date.now() / 1000) + 60;

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const sign = (text: string, key = secret, hash = 'sha256') =>
	`${text}.${createHmac(hash, key).update(text).digest('base64url')}`;
const token = (payload: unknown, header: unknown = { alg: 'HS256', typ: 'JWT' }) =>
	sign(`${part(header)}.${part(payload)}`);

test('a token of ours says who carries it', async () => {
	expect(await claimsOf(token({ ...person, exp: later(), role: 'authenticated' }))).toEqual(person);
});

test('nobody else’s token is believed, nor one that was changed or has run out', async () => {
	const good = { ...person, exp: later() };
	const [header = '', , signature = ''] = token(good).split('.');
	const refused = {
		'another secret': sign(`${part({ alg: 'HS256' })}.${part(good)}`, `${secret}!`),
		'another person': `${header}.${part({ ...good, sub: randomUUID() })}.${signature}`,
		'no signature': `${header}.${part(good)}.`,
		'half a signature': token(good).slice(0, -8),
		'more parts': `${token(good)}.${part({})}`,
		'algorithm none': `${part({ alg: 'none' })}.${part(good)}.`,
		'another algorithm': sign(`${part({ alg: 'HS512' })}.${part(good)}`, secret, 'sha512'),
		'algorithm none, signed': token(good, { alg: 'none' }),
		'run out': token({ ...person, exp: later() - 61 }),
		'no end': token(person),
		'an end that is no number': token({ ...person, exp: '9999999999' }),
		'no session': token({ sub: person.sub, exp: later() }),
		'a session of another kind': token({ ...person, session_id: 'one', exp: later() }),
		'no object': token('somebody'),
		nothing: '',
		'not a token': 'bm90IGpzb24'
	};
	for (const [what, given] of Object.entries(refused))
		expect(await claimsOf(given), what).toBeUndefined();
});

test('a token that was believed is not any more once it has run out', async () => {
	const given = token({ ...person, exp: later() });
	expect(await claimsOf(given)).toEqual(person);
	vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
	try {
		expect(await claimsOf(given)).toBeUndefined();
	} finally {
		vi.useRealTimers();
	}
});

test('more people than are remembered are each known, whoever comes again', async () => {
	const people = Array.from({ length: 4200 }, () => ({ ...person, sub: randomUUID() }));
	const tokens = people.map((one) => token({ ...one, exp: later() }));
	for (const round of [0, 1])
		for (const [index, given] of tokens.entries())
			expect(await claimsOf(given), `round ${round}`).toEqual(people[index]);
});
