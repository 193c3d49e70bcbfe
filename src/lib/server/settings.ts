import * as v from 'valibot';
import { variables } from '../../env.ts';
import { Refusal } from './supabase/data-folder.ts';

const Settings = v.object({
	HOST: variables.HOST.schema,
	PORT: variables.PORT.schema,
	DATA_DIR: variables.DATA_DIR.schema,
	SUPABASE_URL: variables.SUPABASE_URL.schema,
	SUPABASE_PUBLISHABLE_KEY: variables.SUPABASE_PUBLISHABLE_KEY.schema,
	DATABASE_URL: variables.DATABASE_URL.schema,
	REDIS_URL: variables.REDIS_URL.schema,
	SITE_URL: variables.SITE_URL.schema,
	SMTP_URL: variables.SMTP_URL.schema,
	MAIL_FROM: variables.MAIL_FROM.schema,
	MAIL_REPLY_TO: variables.MAIL_REPLY_TO.schema,
	MAIL_INBOUND_SECRET: variables.MAIL_INBOUND_SECRET.schema,
	MAIL_BOUNCES_SECRET: variables.MAIL_BOUNCES_SECRET.schema,
	OPENAI_BASE_URL: variables.OPENAI_BASE_URL.schema,
	OPENAI_API_KEY: variables.OPENAI_API_KEY.schema,
	OPENAI_MODEL: variables.OPENAI_MODEL.schema,
	AI_API: variables.AI_API.schema,
	AI_SCHEMA: variables.AI_SCHEMA.schema,
	AI_TOKENS_A_MEETING: variables.AI_TOKENS_A_MEETING.schema,
	AI_TOKENS_A_DAY: variables.AI_TOKENS_A_DAY.schema,
	WEBHOOKS_TO_LOOPBACK: variables.WEBHOOKS_TO_LOOPBACK.schema,
	TRUST_PROXY: variables.TRUST_PROXY.schema,
	LOG_LEVEL: variables.LOG_LEVEL.schema,
	PARK_AFTER_SECONDS: variables.PARK_AFTER_SECONDS.schema
});
export type Settings = v.InferOutput<typeof Settings>;

/** Reads the environment, or refuses with one line that names the variable and what it must be. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
	const parsed = v.safeParse(Settings, environment);
	if (!parsed.success) {
		const [issue] = parsed.issues;
		throw new Refusal(`${v.getDotPath(issue)} ${issue.message}. Correct it and start again.`);
	}
	const settings = parsed.output;
	if (Boolean(settings.MAIL_REPLY_TO) !== Boolean(settings.MAIL_INBOUND_SECRET))
		throw new Refusal(
			'MAIL_REPLY_TO and MAIL_INBOUND_SECRET belong together. Set both to take answers by mail, or neither.'
		);
	if (settings.SUPABASE_URL && !(settings.SUPABASE_PUBLISHABLE_KEY && settings.DATABASE_URL))
		throw new Refusal(
			'SUPABASE_URL needs SUPABASE_PUBLISHABLE_KEY and DATABASE_URL beside it. Both are on your project’s settings page.'
		);
	if (settings.OPENAI_MODEL && !settings.OPENAI_BASE_URL && !settings.OPENAI_API_KEY)
		throw new Refusal(
			'OPENAI_MODEL needs OPENAI_API_KEY, or OPENAI_BASE_URL for a model of your own. Leave all three empty to draft from rules.'
		);
	return settings;
}
