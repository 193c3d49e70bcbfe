import type { Allowance } from '#lib/server/rate-limits.ts';
import { runtime } from '#lib/server/runtime.ts';
import { waitSentence } from './wait-sentence.ts';

/**
 * Counts a try for the account and for the address it comes from; a sentence when either has used
 * up its tries.
 */
export async function mustWait(
	event: { getClientAddress: () => string; locals: Pick<App.Locals, 'isLocalVisitor'> },
	tries: { account?: [Allowance, string]; address: Allowance }
): Promise<string | undefined> {
	const { limits } = runtime();
	// Whoever sits at this machine is no stranger from the network; accounts are guarded all the same.
	const address = event.locals.isLocalVisitor
		? 0
		: await limits.wait(tries.address, event.getClientAddress());
	const seconds = Math.max(address, tries.account ? await limits.wait(...tries.account) : 0);
	return seconds > 0 ? waitSentence(seconds) : undefined;
}
