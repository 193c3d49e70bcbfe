import { channels, kinds, type Channel, type Kind } from '#lib/notices/kinds.ts';
import type { Db } from './db.ts';

/** Kinds with mails of their own, which a digest cannot carry. */
export const otherKinds = ['readings', 'invitations'] as const;
export type AnyKind = Kind | (typeof otherKinds)[number];

/** How somebody wants to be told of what; without an entry it is as usual. */
export type Choices = Partial<Record<AnyKind, Channel>>;

/** When somebody wants quiet and their digest, by their own clocks. */
export type Hours = { quiet: { from: string; until: string } | null; digestAt: string };

export async function findNoticeChoices(
	db: Db,
	person: string
): Promise<{ choices: Choices; hours: Hours }> {
	const [chosen, hours, people] = await Promise.all([
		db.from('notice_choices').select('kind, channel').eq('person_id', person).throwOnError(),
		db
			.from('quiet_hours')
			.select('quiet_from, quiet_until, digest_at')
			.eq('person_id', person)
			.maybeSingle()
			.throwOnError(),
		db.from('people').select('asked_by_mail').eq('id', person).maybeSingle().throwOnError()
	]);
	const choices: Choices = {};
	for (const { kind, channel } of chosen.data)
		if (isKind(kind) && isChannel(channel)) choices[kind] = channel;
	// The link in a mail says no to mails only.
	const isAsked = people.data?.asked_by_mail ?? true;
	choices.readings = isAsked ? 'mail' : choices.readings === 'off' ? 'off' : 'app';
	const { quiet_from: from, quiet_until: until, digest_at } = hours.data ?? {};
	return {
		choices,
		hours: {
			quiet: from && until ? { from: from.slice(0, 5), until: until.slice(0, 5) } : null,
			digestAt: digest_at?.slice(0, 5) ?? '08:00'
		}
	};
}

/** Says anew how and when somebody is told; days away hold for all mails. */
export async function saveNoticeChoices(
	db: Db,
	person: string,
	wanted: Choices & { readings: Channel },
	{ quiet, digestAt }: Hours,
	{ zone, away }: { zone: string; away: { from: string; until: string } | null }
): Promise<void> {
	const rows = Object.entries(wanted).map(([kind, channel]) => ({
		...{ person_id: person, kind },
		channel
	}));
	await db.from('notice_choices').upsert(rows).throwOnError();
	await db
		.from('quiet_hours')
		.upsert({
			person_id: person,
			quiet_from: quiet?.from ?? null,
			quiet_until: quiet?.until ?? null,
			digest_at: digestAt
		})
		.throwOnError();
	await db
		.from('people')
		.update({
			asked_by_mail: wanted.readings === 'mail',
			time_zone: zone,
			away_from: away?.from ?? null,
			away_until: away?.until ?? null
		})
		.eq('id', person)
		.throwOnError();
}

/** Where and when somebody lives, as all their mails know it. */
export async function findWhereabouts(db: Db, person: string) {
	const { data } = await db
		.from('people')
		.select('time_zone, away_from, away_until')
		.eq('id', person)
		.maybeSingle()
		.throwOnError();
	const { time_zone: zone = 'Europe/London', away_from: from, away_until: until } = data ?? {};
	return { zone, away: from && until ? { from, until } : null };
}

const isKind = (kind: string): kind is AnyKind =>
	[...kinds, ...otherKinds].some((one) => one === kind);
const isChannel = (channel: string): channel is Channel => channels.some((one) => one === channel);
