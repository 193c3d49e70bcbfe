/** Who wants to speak, since when (milliseconds). A hand that is lowered is missing. */
export type Hands = Readonly<Record<string, number>>;

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

/** In the order hands went up; whoever is speaking has left the queue. */
export function queue(hands: Hands, speaking: string | null): string[] {
	return Object.entries(hands)
		.filter(([person]) => person !== speaking)
		.toSorted(([one, since], [other, until]) => since - until || (one < other ? -1 : 1))
		.map(([person]) => person);
}

/** `You are second, after Jonas`; null for somebody whose hand is down. */
export function standing(
	hands: Hands,
	speaking: string | null,
	me: string,
	nameOf: (person: string) => string
): string | null {
	if (speaking === me) return 'You are speaking';
	const waiting = queue(hands, speaking);
	const place = waiting.indexOf(me);
	if (place < 0) return null;
	const before = waiting[place - 1] ?? speaking;
	const which = place === 0 ? 'next' : (ordinals[place] ?? `number ${place + 1}`);
	return before === null ? `You are ${which}` : `You are ${which}, after ${nameOf(before)}`;
}
