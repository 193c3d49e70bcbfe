import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Why a message was not sent to where it should go; the words are for the log people read. */
export class Unreachable extends Error {}

const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * Whether everybody on the Internet could be at this address: not this machine, not its network, not
 * the address clouds give their secrets at, nor an IPv6 address with such a one inside.
 *
 * @param loopback whether this machine itself is allowed, as tests need it
 */
export function isPublicAddress(address: string, loopback = false): boolean {
	if (!ipaddr.isValid(address)) return false;
	const parsed = ipaddr.process(address);
	if (loopback && parsed.range() === 'loopback') return true;
	if (parsed.range() !== 'unicast') return false;
	return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(globalUnicast);
}

type Resolve = (
	host: string,
	done: (error: Error | null, addresses: LookupAddress[]) => void
) => void;

const resolveAll: Resolve = (host, done) => systemLookup(host, { all: true }, done);

/**
 * Looks a name up at the moment of connecting, and hands the connection only addresses that were
 * judged: what is looked up later, or by somebody else, plays no part. One private address among
 * them refuses the name.
 */
export function publicLookup(loopback: boolean, resolve: Resolve = resolveAll): LookupFunction {
	return (host, options, done) => {
		resolve(host, (error, addresses) => {
			if (error) return done(error, '', 0);
			const [first] = addresses;
			if (!first || !addresses.every(({ address }) => isPublicAddress(address, loopback)))
				return done(new Unreachable('It leads into a private network.'), '', 0);
			if (options.all) return done(null, addresses);
			done(null, first.address, first.family);
		});
	};
}
