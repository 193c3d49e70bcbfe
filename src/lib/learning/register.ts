import type { About, ElementKey } from './about.ts';
import type { VerdictKind } from './verdict.ts';

/** What a strategy review made of an insight, and where. Instants are ISO. */
export type Reviewed = {
	meeting: string;
	meetingNumber: number;
	on: string;
	verdict: VerdictKind;
	decision: string | null;
	subject: { kind: About['kind'] | 'objective'; id: string } | null;
	was: string;
	became: string;
	at: string;
};

/** Something a team learned: when, in which meeting, from what. */
export type Learned = {
	id: string;
	title: string;
	on: string;
	at: string;
	meeting: string;
	meetingNumber: number;
	/** The hot item or segment it came from; '' when it came from none. */
	from: string;
	note: string | null;
	by: string | null;
	about: About | null;
	/** The newest last. */
	reviews: readonly Reviewed[];
};

/** A version of the message, as far as it matters here. */
export type Version = { id: string; at: string; name: string } & Record<ElementKey, string>;

export const standings = ['waits', 'kept', 'changed', 'stopped', 'decided'] as const;
/**
 * Where an insight stands. `decided`: the message is to be changed because of it, and no version since
 * says anything else yet.
 */
export type Standing = (typeof standings)[number];

/** The first version in which an element says something else than it did when that was decided. */
export function versionAfter(
	{ at, was, subject }: Reviewed,
	versions: readonly Version[]
): Version | undefined {
	if (subject?.kind !== 'message') return undefined;
	const element = subject.id as ElementKey;
	return versions
		.filter((version) => Date.parse(version.at) > Date.parse(at) && version[element] !== was)
		.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))[0];
}

/** The insights that each version of the message came from, by the id of the version. */
export function insightsBehind(
	all: readonly Learned[],
	versions: readonly Version[]
): Map<string, Learned[]> {
	const behind = all.flatMap((learned) => {
		const last = learned.reviews.at(-1);
		const version = last && last.verdict !== 'keep' ? versionAfter(last, versions) : undefined;
		return version ? [{ version: version.id, learned }] : [];
	});
	const grouped = Map.groupBy(behind, ({ version }) => version);
	return new Map([...grouped].map(([id, found]) => [id, found.map(({ learned }) => learned)]));
}

/** The last word of a review is what counts. */
export function standingOf({ reviews }: Learned, versions: readonly Version[]): Standing {
	const last = reviews.at(-1);
	if (!last) return 'waits';
	if (last.verdict === 'keep') return 'kept';
	if (last.verdict === 'stop') return 'stopped';
	if (last.subject?.kind === 'message') return versionAfter(last, versions) ? 'changed' : 'decided';
	return last.subject && last.became !== '' && last.became !== last.was ? 'changed' : 'decided';
}

/** How many insights changed something, and how many did not yet. */
export function countChanges(
	all: readonly Learned[],
	versions: readonly Version[]
): { changed: number; notYet: number } {
	const changed = all.filter((learned) =>
		['changed', 'stopped'].includes(standingOf(learned, versions))
	).length;
	return { changed, notYet: all.length - changed };
}

/** Insights a strategy review goes through: those since the last one, and those it never looked at. */
export function toReview(all: readonly Learned[]): Learned[] {
	return all
		.filter(({ reviews }) => reviews.length === 0)
		.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}
