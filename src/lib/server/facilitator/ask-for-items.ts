import type { Answer } from '../llm/answer.ts';
import type { Model } from '../llm/ask-model.ts';
import { askerOf } from '../llm/asker.ts';
import { wholeItems } from '../llm/whole-items.ts';

export type ItemsQuestion<Item> = {
	/** What the model is to do; ours alone. */
	task: string;
	/** What it is to do it with, as JSON. */
	data: string;
	schema: { name: string; json: Record<string, unknown> };
	mostTokens: number;
	mostItems: number;
	/** One item if it holds, or what is wrong with it. */
	read: (said: unknown) => Item | string;
	/** Whether it was said already; what is handed over counts as said. */
	isKnown: (item: Item) => boolean;
};

/**
 * Asks a model for a list, and hands over each item as soon as it is whole and holds. What does not
 * hold is never shown; an answer in which nothing holds is repaired once.
 *
 * @param person whoever asks
 * @returns how many were handed over
 */
export async function askForItems<Item>(
	model: Pick<Model, 'ask'>,
	{ task, data, schema, mostTokens, mostItems, read, isKnown }: ItemsQuestion<Item>,
	person: string,
	signal: AbortSignal,
	propose: (one: Item) => void
): Promise<Answer<number>> {
	let handedOver = 0;
	let looked = 0;
	const take = (items: readonly unknown[]): string[] => {
		const faults: string[] = [];
		for (const item of items) {
			const one = read(item);
			if (typeof one === 'string') faults.push(one);
			else if (handedOver < mostItems && !isKnown(one)) {
				handedOver++;
				propose(one);
			}
		}
		return faults;
	};
	return model.ask<number>(
		{
			...{ task, data, schema, mostTokens, asker: askerOf(person) },
			onText: (text) => {
				if (text === '') looked = 0;
				const items = wholeItems(text).slice(0, 2 * mostItems);
				take(items.slice(looked));
				looked = items.length;
			},
			read: (said) => {
				if (!isList(said)) return { wrong: 'It has no list named items.' };
				const items = said.items.slice(0, 2 * mostItems);
				// Whatever was whole has been handed over while it came, and is known by now.
				const faults = [...new Set(take(items))];
				const isUseless = handedOver === 0 && faults.length > 0;
				return isUseless ? { wrong: faults.join(' ') } : { value: handedOver };
			}
		},
		signal
	);
}

const isList = (said: unknown): said is { items: unknown[] } =>
	typeof said === 'object' && said !== null && 'items' in said && Array.isArray(said.items);
