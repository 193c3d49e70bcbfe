import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

/** How often a thing may be tried: so many times in so many seconds. */
const allowances = {
	/** Passwords and codes tried for one account. */
	'sign-in': { points: 10, duration: 15 * 60 },
	/** The same from one address, where a whole office may sit behind one. */
	'sign-in address': { points: 100, duration: 15 * 60 },
	/** Mails with a code to one mailbox. */
	code: { points: 5, duration: 15 * 60 },
	'code address': { points: 50, duration: 15 * 60 },
	'sign-up address': { points: 30, duration: 60 * 60 },
	/** Readings that one token brings, or one address without a token. */
	reading: { points: 600, duration: 60 },
	/** Lists that one token reads, or one address without a token. */
	'api reading': { points: 300, duration: 60 },
	/** Invitations made by one person. */
	invitation: { points: 60, duration: 60 * 60 },
	/** Lists of people to invite, each of up to a hundred, that one person brings. */
	'invited list': { points: 6, duration: 60 * 60 },
	/** Tests of the weekly mail that one person sends to themselves. */
	'test mail': { points: 10, duration: 60 * 60 },
	/** Exports of a workspace that one person makes. */
	export: { points: 12, duration: 60 * 60 },
	/** A calendar program that asks one link every minute stays far below it. */
	calendar: { points: 60, duration: 15 * 60 },
	/** Wrong secrets of a mail server, tried from one address. */
	'mail guess': { points: 30, duration: 15 * 60 },
	/** Calendar links that do not exist, tried from one address. */
	'calendar guess': { points: 60, duration: 15 * 60 },
	/** Invitation links tried from one address. */
	'invitation address': { points: 60, duration: 15 * 60 }
} as const;

export type Allowance = keyof typeof allowances;

export type RateLimits = {
	/** Counts one try; answers how many seconds to wait, 0 when it may go ahead. */
	wait(allowance: Allowance, key: string): Promise<number>;
	close(): Promise<void>;
};

/** Loaded only where there is one: the client alone is almost thirty megabytes. */
async function openRedis(url: string) {
	const { createClient } = await import('redis');
	// Without the queue a Redis that is away is noticed at once, and the node counts for itself.
	return createClient({ url, disableOfflineQueue: true });
}

/** Counted in memory, or in Redis where several nodes share the count. */
export async function createRateLimits(
	redisUrl: string | undefined,
	onFailure: (error: unknown) => void
): Promise<RateLimits> {
	const redis = redisUrl ? await openRedis(redisUrl) : undefined;
	redis?.on('error', onFailure);
	const connecting = redis?.connect();
	connecting?.catch(onFailure);
	// A moment for a Redis that is there; one that is away is tried again behind the scenes.
	await Promise.race([connecting, new Promise((resolve) => setTimeout(resolve, 2000))]);

	const limiter = (name: Allowance) => {
		const options = { keyPrefix: `drumbeat ${name}`, ...allowances[name] };
		const memory = new RateLimiterMemory(options);
		if (!redis) return memory;
		// With Redis away each node counts for itself rather than letting everything through.
		return new RateLimiterRedis({
			...options,
			storeClient: redis,
			useRedisPackage: true,
			insuranceLimiter: memory
		});
	};
	const limiters = new Map<Allowance, ReturnType<typeof limiter>>();

	return {
		wait: async (allowance, key) => {
			const known = limiters.get(allowance) ?? limiter(allowance);
			limiters.set(allowance, known);
			try {
				await known.consume(key.toLowerCase());
				return 0;
			} catch (refused) {
				if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1000);
				throw refused;
			}
		},
		close: async () => {
			redis?.destroy();
		}
	};
}
