import * as v from 'valibot';
import { Id, line } from '../execution/priority-form.ts';

const lines = v.pipe(
	v.optional(v.string(), ''),
	v.transform((typed) =>
		typed
			.split('\n')
			.map((one) => one.replace(/\s+/gu, ' ').trim())
			.filter((one) => one !== '')
	),
	v.maxLength(12, 'Twelve are enough: a seat that answers for more answers for nothing.'),
	v.check((all) => all.join('').length <= 3000, 'Please say it shorter.')
);

export const SeatForm = v.object({
	title: line(120, 'Say what the seat is called.'),
	accountabilities: lines,
	reportsTo: v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => typed || null),
		v.nullable(Id)
	),
	isKey: v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => typed === 'yes')
	)
});
export const SignForm = v.object({
	note: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.maxLength(500, 'Please keep it under 500 characters.')
	)
});
export const LinkForm = v.object({
	link: v.pipe(
		v.string(),
		v.regex(/^(metric|priority|objective) [0-9a-f-]{36}$/, 'Pick one.'),
		v.transform((typed) => {
			const [kind, row] = typed.split(' ') as ['metric' | 'priority' | 'objective', string];
			return { kind, row };
		})
	)
});
const note = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.maxLength(2000, 'Please keep it under 2000 characters.')
);
export const NotesForm = v.object({ head: note, heart: note, briefcase: note, development: note });
