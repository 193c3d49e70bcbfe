import { library } from '#lib/scorecard/library.ts';
import type { Plan, PlanRow, Source } from './plan-row.ts';
import { personOf, type PriorityPicture } from './priority-picture.ts';
import { sayTheSame } from './same-words.ts';
import { quote } from './title-words.ts';

/** A row as it was proposed before, and what became of it. */
export type Earlier = { row: PlanRow; state: 'proposed' | 'accepted' | 'dismissed' };

export type Proposal =
	| { state: 'new'; row: PlanRow }
	/** It was proposed before, and what it rests on has changed. */
	| { state: 'changed'; row: PlanRow; before: Earlier; because: string }
	/** The team has it already, from elsewhere. */
	| { state: 'there'; row: PlanRow; as: { id: string; title: string } };

export type ReRun = {
	proposals: readonly Proposal[];
	/** Rows still waiting for an answer that a plan drafted today would not hold any more. */
	outdated: readonly Earlier[];
};

/**
 * What a plan drafted anew adds to what was proposed before. A row nobody has answered, or that was
 * accepted, comes again only when a target, a date, a risk or the person it rests on has changed; a
 * dismissed one only when the facts have, not the person. Readings and today's date change nothing.
 */
export function reRun(plan: Plan, earlier: readonly Earlier[], picture: PriorityPicture): ReRun {
	const byKey = new Map(earlier.map((one) => [one.row.key, one]));
	const stems = new Set(earlier.map(({ row }) => stemOf(row.key)));
	const proposals = plan.rows.flatMap((row): Proposal[] => {
		const before = byKey.get(row.key);
		if (before) {
			const because = changeOf(before, row, picture);
			return because === undefined ? [] : [{ state: 'changed', row, before, because }];
		}
		const stem = stemOf(row.key);
		// What it was about is dealt with; in general words it says nothing new.
		if (row.key === stem && stems.has(stem)) return [];
		const general = byKey.get(stem);
		if (general && general.state !== 'dismissed')
			return [{ state: 'changed', row, before: general, because: nowAbout(row) }];
		const as = alreadyThere(row, picture);
		return [as ? { state: 'there', row, as } : { state: 'new', row }];
	});
	const wanted = new Set(plan.rows.map(({ key }) => key));
	const replaced = new Set(
		proposals.flatMap((one) => (one.state === 'changed' ? [one.before.row.key] : []))
	);
	const outdated = earlier.filter(
		({ row, state }) =>
			state === 'proposed' &&
			row.worker === plan.worker &&
			!wanted.has(row.key) &&
			!replaced.has(row.key)
	);
	return { proposals, outdated };
}

/** The key without what the row is about: worker, kind and name. */
const stemOf = (key: string) => key.split('/').slice(0, 3).join('/');

function changeOf(
	{ row: before, state }: Earlier,
	now: PlanRow,
	picture: PriorityPicture
): string | undefined {
	for (const source of now.from) {
		const then = before.from.find((one) => isSame(one, source));
		if (then && then.said !== source.said)
			return `${quote(source.name)}: ${then.said} before, ${source.said} now.`;
	}
	if (state === 'dismissed' || before.owner === now.owner) return undefined;
	const owner = personOf(picture, now.owner);
	return owner ? `It would go to ${owner.name} now.` : 'Whoever it was meant for is not there now.';
}

function nowAbout(row: PlanRow): string {
	const about = row.from.find(({ id }) => row.key.endsWith(`/${id}`));
	return `It is about ${quote(about?.name ?? row.title)} now.`;
}

const isSame = (one: Source, other: Source) => one.kind === other.kind && one.id === other.id;

/** What the team has that says the same as a row, whoever wrote it. */
export function alreadyThere(
	row: PlanRow,
	{ actions, milestones, risks, kpis }: PriorityPicture
): { id: string; title: string } | undefined {
	switch (row.kind) {
		case 'action':
			return actions.find(({ title }) => sayTheSame(title, row.title));
		case 'timeline':
			return milestones.find(({ title }) => sayTheSame(title, row.title));
		case 'risk':
			return risks.find(({ title }) => sayTheSame(title, row.title));
		case 'kpi': {
			const name = library.find(({ number }) => number === row.library)?.name ?? row.title;
			const found = kpis.find(
				(kpi) =>
					(row.library !== null && kpi.library === row.library) ||
					sayTheSame(kpi.name, row.title) ||
					sayTheSame(kpi.name, name)
			);
			return found && { id: found.id, title: found.name };
		}
		case 'resource':
			return undefined;
	}
}
