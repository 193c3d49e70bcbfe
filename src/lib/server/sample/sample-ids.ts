import { createHash } from 'node:crypto';

/**
 * The same id for the same name, shaped as a UUID of version 8 (RFC 9562: bits of our own making).
 * Only code on the server names ids this way, so that nobody can claim one by signing up.
 */
export function sampleId(...names: (string | number)[]): string {
	const hash = createHash('sha256')
		.update(`Northwind Robotics/${names.join('/')}`)
		.digest('hex');
	const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
	return [
		hash.slice(0, 8),
		hash.slice(8, 12),
		`8${hash.slice(13, 16)}`,
		`${variant}${hash.slice(17, 20)}`,
		hash.slice(20, 32)
	].join('-');
}
