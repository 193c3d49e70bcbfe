import * as v from 'valibot';
import { Owner } from '../owner.ts';

const Title = v.pipe(
	v.string(),
	v.transform((typed) => typed.replace(/\s+/gu, ' ').trim()),
	v.minLength(1, 'Say what it is.'),
	v.maxLength(300, 'Please keep it under 300 characters.')
);
const Id = v.pipe(v.string(), v.uuid());

/** A new priority or objective, or a changed one when it brings an id. */
export const GoalForm = v.object({
	kind: v.picklist(['priority', 'objective']),
	id: v.optional(Id),
	title: Title,
	cycle: v.optional(
		v.pipe(v.string(), v.trim(), v.maxLength(60, 'Please keep the cycle under 60 characters.')),
		''
	),
	owner: Owner
});

export const EndForm = v.object({
	kind: v.picklist(['priority', 'objective']),
	id: Id,
	ends: v.picklist(['yes', 'no'])
});
