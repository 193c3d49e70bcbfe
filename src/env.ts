import { defineEnvVars } from '@sveltejs/kit/env';
import * as v from 'valibot';

const text = v.optional(
	v.pipe(
		v.string(),
		v.trim(),
		v.transform((value) => value || undefined)
	)
);
const url = v.optional(
	v.union([
		v.pipe(
			v.literal(''),
			v.transform(() => undefined)
		),
		v.pipe(v.string(), v.trim(), v.url('must be a URL'))
	])
);
/** Long enough that nobody guesses it. */
const secret = v.pipe(
	text,
	v.check(
		(said) => said === undefined || said.length >= 24,
		'must have at least 24 characters, such as openssl rand -hex 20 makes'
	)
);
const whole = (fallback: number, least: number, most: number) =>
	v.pipe(
		v.optional(v.string(), String(fallback)),
		v.transform((value) => Number(value || fallback)),
		v.integer('must be a whole number'),
		v.minValue(least, `must be at least ${least}`),
		v.maxValue(most, `must be at most ${most}`)
	);

/** One of a few words; the first when it is empty. */
const choice = <const Words extends readonly [string, ...string[]]>(words: Words) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.transform((value) => value || words[0]),
		v.picklist<Words, string>(words, `must be one of ${words.join(', ')}`)
	);

/** Every environment variable Drumbeat reads. src/server.ts checks them before anything starts. */
export const variables = defineEnvVars({
	HOST: {
		schema: v.optional(v.string(), '127.0.0.1'),
		description: 'The address to listen on; 0.0.0.0 lets other machines in.'
	},
	PORT: { schema: whole(3000, 0, 65_535), description: 'The port to listen on.' },
	DATA_DIR: {
		schema: v.optional(v.string(), 'data'),
		description: 'Where the embedded database keeps its files.'
	},
	SUPABASE_URL: { schema: url, description: 'A hosted or self-hosted Supabase.' },
	SUPABASE_PUBLISHABLE_KEY: {
		schema: text,
		description: 'Its publishable (anon) key. The secret key is never asked for.'
	},
	DATABASE_URL: {
		schema: url,
		description: 'PostgreSQL: that of the hosted Supabase, or your own instead of the embedded one.'
	},
	REDIS_URL: {
		schema: url,
		description: 'Lets several nodes on one database serve the same meetings and share rate limits.'
	},
	SITE_URL: {
		schema: url,
		description:
			'The address people open, as https://drumbeat.example; mails that ask for readings link to it.'
	},
	SMTP_URL: {
		schema: url,
		description: 'Where mails are handed over, as smtps://user:secret@mail.example:465.'
	},
	MAIL_FROM: {
		schema: v.optional(v.string(), 'Drumbeat <drumbeat@localhost>'),
		description: 'The sender of mails.'
	},
	MAIL_REPLY_TO: {
		schema: v.optional(
			v.union([
				v.pipe(
					v.literal(''),
					v.transform(() => undefined)
				),
				v.pipe(
					v.string(),
					v.trim(),
					v.email('must be a mail address'),
					// A local part has 64 places, and the token takes 33 of them (RFC 5321, 4.5.3.1.1).
					v.regex(/^[^@+]{1,31}@/u, 'must have at most 31 characters before the @, and no +')
				)
			])
		),
		description:
			'Where answers to mails arrive, as replies@drumbeat.example; the token is added as replies+token@.'
	},
	MAIL_INBOUND_SECRET: {
		schema: secret,
		description:
			'What the mail server shows when it hands an answer over, and what reply addresses are signed with.'
	},
	MAIL_BOUNCES_SECRET: {
		schema: secret,
		description: 'What a mail server must say to post what came back; without it nothing is taken.'
	},
	OPENAI_BASE_URL: {
		schema: url,
		description:
			'The address of your own language model, as http://127.0.0.1:11434/v1; OpenAI when a key is set.'
	},
	OPENAI_API_KEY: {
		schema: text,
		description: 'The key of the language model; it never leaves the server.'
	},
	OPENAI_MODEL: {
		schema: text,
		description: 'The name of the model; nothing asks one without it.'
	},
	AI_API: {
		schema: choice(['chat', 'responses']),
		description: 'How the model is spoken to: chat (Chat Completions, every server) or responses.'
	},
	AI_SCHEMA: {
		schema: choice(['strict', 'json_object', 'prompt']),
		description:
			'How the shape of an answer is asked for: strict (JSON schema), json_object, or prompt (in words).'
	},
	AI_TOKENS_A_MEETING: {
		schema: whole(100_000, 0, 1_000_000_000),
		description: 'The most tokens one meeting uses.'
	},
	AI_TOKENS_A_DAY: {
		schema: whole(500_000, 0, 1_000_000_000),
		description: 'The most tokens a workspace uses in a day.'
	},
	WEBHOOKS_TO_LOOPBACK: {
		schema: v.optional(v.picklist(['0', '1', '']), '0'),
		description:
			'1 lets webhooks reach this very machine, over plain http too; for tests and development only.'
	},
	TRUST_PROXY: {
		schema: v.optional(v.picklist(['0', '1', '']), '0'),
		description: '1 when a reverse proxy in front sets X-Forwarded-For and X-Forwarded-Proto.'
	},
	LOG_LEVEL: {
		schema: v.optional(v.picklist(['silent', 'error', 'warn', 'info', 'debug']), 'info'),
		description: 'How much is logged, as JSON lines on standard output.'
	},
	PARK_AFTER_SECONDS: {
		schema: whole(600, 1, 86_400),
		description: 'A live meeting parks itself when everybody has been gone this long.'
	}
});
