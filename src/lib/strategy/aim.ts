import * as v from 'valibot';
import type { Missing } from './cascade.ts';

export const aimKinds = ['priority', 'objective', 'key result'] as const;

/** What an action, a decision or a hot item may serve. */
export const Aim = v.object({ kind: v.picklist(aimKinds), id: v.string() });
export type Aim = v.InferOutput<typeof Aim>;

/** An aim by name, from itself upwards: key result, objective, annual goal, imperative. */
export type Serves = Aim & {
	titles: string[];
	missing: Missing;
	/** The cycle an objective or a key result belongs to. */
	cycle: string | null;
};

/** The aim as the value of a choice; '' for none. */
export function writeAim(aim: Aim | null | undefined): string {
	return aim ? `${aim.kind}:${aim.id}` : '';
}

/** The aim that a choice stands for; null for anything else. */
export function readAim(choice: string): Aim | null {
	const [kind, id] = choice.split(':');
	const read = v.safeParse(Aim, { kind, id });
	return read.success && read.output.id ? read.output : null;
}
