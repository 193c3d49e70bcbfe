import * as v from 'valibot';
import { Owner } from '../owner.ts';

const Title = v.pipe(
	v.string(),
	v.transform((typed) => typed.replace(/\s+/gu, ' ').trim()),
	v.minLength(1, 'Say what it is.'),
	v.maxLength(300, 'Please keep it under 300 characters.')
);
const Id = v.pipe(v.string(), v.uuid());

/** A new priority, or a changed one when it brings an id. */
export const GoalForm = v.object({
	id: v.optional(Id),
	title: Title,
	owner: Owner
});

export const EndForm = v.object({
	id: Id,
	ends: v.picklist(['yes', 'no'])
});
