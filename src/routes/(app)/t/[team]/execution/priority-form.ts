import * as v from 'valibot';
import { Owner } from '../owner.ts';

export const Id = v.pipe(v.string(), v.uuid());

/** What somebody typed on one line. */
export const line = (longest: number, lacks: string) =>
	v.pipe(
		v.string(),
		v.transform((typed) => typed.replace(/\s+/gu, ' ').trim()),
		v.minLength(1, lacks),
		v.maxLength(longest, `Please keep it under ${longest} characters.`)
	);

export const NewPriority = v.object({ title: line(300, 'Say what it is.'), owner: Owner });
export const TakenUp = v.object({ priority: Id });

export const fiveAreActive =
	'Five are active already, and nothing was added. Finish or park one of them first.';
