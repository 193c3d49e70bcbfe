import * as v from 'valibot';

/** What a page shows again after a form was refused: a sentence per field, and what was typed. */
export type Refused = {
	problems: Record<string, string | undefined>;
	values: Record<string, string | undefined>;
	/** What is wrong with the whole of it, in one sentence. */
	said?: string;
};

/** A refusal that the schema of a form cannot know about. */
export function refusal(more: Partial<Refused>): Refused {
	return { problems: {}, values: {}, ...more };
}

type Fields = v.GenericSchema<unknown, Record<string, unknown>>;
type Read<Schema extends Fields> =
	| { output: v.InferOutput<Schema>; values: Refused['values']; refused?: undefined }
	| { refused: Refused };

/** Reads a posted form; a password is never handed back to the page. */
export function readForm<const Schema extends Fields>(
	schema: Schema,
	data: FormData
): Read<Schema> {
	const fields = Object.fromEntries(
		[...data].flatMap(([name, value]) =>
			typeof value === 'string' ? [[name, value] as const] : []
		)
	);
	const { password: _, ...values } = fields;
	const parsed = v.safeParse(schema, fields);
	if (parsed.success) return { output: parsed.output, values };
	const problems: Refused['problems'] = {};
	for (const issue of parsed.issues) problems[v.getDotPath(issue) ?? ''] ??= issue.message;
	return { refused: { problems, values } };
}

/** One line of text that somebody must fill in; control characters never get through. */
export function Line(what: string, longest = 120) {
	return v.pipe(
		v.string(`Write ${what}.`),
		v.transform((typed) => typed.replace(/\p{Cc}+/gu, ' ').trim()),
		v.minLength(1, `Write ${what}.`),
		v.check(
			(line) => Array.from(line).length <= longest,
			`Keep it to ${longest} characters or fewer.`
		)
	);
}

/** The same, which may also stay empty. */
export function OptionalLine(longest = 120) {
	return v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => typed.replace(/\p{Cc}+/gu, ' ').trim()),
		v.check(
			(line) => Array.from(line).length <= longest,
			`Keep it to ${longest} characters or fewer.`
		)
	);
}

export const Email = v.pipe(
	v.string('Write your e-mail address.'),
	v.trim(),
	v.toLowerCase(),
	v.minLength(1, 'Write your e-mail address.'),
	v.maxLength(254, 'That is longer than any e-mail address.'),
	v.email('That does not look like an e-mail address. It needs a name, an @ and a domain.')
);

export const NewPassword = v.pipe(
	v.string('Choose a password.'),
	v.minLength(10, 'Use at least 10 characters.'),
	// bcrypt, which keeps it, reads no further than 72 bytes.
	v.check(
		(password) => new TextEncoder().encode(password).length <= 72,
		'Use at most 72 characters.'
	)
);

/** An id that somebody else's page, or nobody's, may have put into a form. */
export const Id = v.pipe(v.string('Choose one.'), v.uuid('Choose one.'));
