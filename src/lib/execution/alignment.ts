import { departmentNames, departments, seatWords, type Department } from './workers/departments.ts';
import type { CarriedPriority, PartOf } from './carried-priority.ts';

/** What somebody carries in one priority: their part, and what is open in their name. */
export type Carries = {
	priority: string;
	part: 'accountable' | PartOf['part'] | null;
	milestones: number;
	actions: number;
	risks: number;
	measures: number;
};

export type Line = {
	/** A person's id. */
	person: string;
	carries: Carries[];
};

/** The people of one department; of those nobody can place, it is `Others`. */
export type Seats = { name: string; lines: Line[] };

type Seated = { id: string; title: string };

/**
 * What each carries in each active priority, by department: those asked for first, even when nobody
 * sits there, then the others that somebody sits in. A person is in the first whose words their seat
 * has.
 */
export function alignmentOf(
	priorities: readonly CarriedPriority[],
	people: readonly Seated[]
): Seats[] {
	const asked: readonly Department[] = ['sales', 'operations', 'finance', 'customer-success'];
	const rest = departments.filter((one) => !asked.includes(one));
	const departmentOf = ({ title }: Seated) =>
		[...asked, ...rest].find((one) => seatWords[one].test(title));
	const lines = (seated: readonly Seated[]) =>
		seated.map(({ id }) => ({
			person: id,
			carries: priorities.map((priority) => carriedBy(id, priority))
		}));
	const placed = [...asked, ...rest].map((one) => ({
		one,
		name: departmentNames[one],
		lines: lines(people.filter((person) => departmentOf(person) === one))
	}));
	const others = lines(people.filter((person) => departmentOf(person) === undefined));
	return [
		...placed
			.filter(({ one, lines }) => asked.includes(one) || lines.length > 0)
			.map(({ name, lines }) => ({ name, lines })),
		...(others.length > 0 ? [{ name: 'Others', lines: others }] : [])
	];
}

function carriedBy(person: string, priority: CarriedPriority): Carries {
	const isMine = ({ owner }: { owner: string | null }) => owner === person;
	return {
		priority: priority.id,
		part:
			priority.owner === person
				? 'accountable'
				: (priority.parts.find((one) => one.person === person)?.part ?? null),
		milestones: priority.milestones.filter((one) => isMine(one) && one.done === null).length,
		actions: priority.actions.filter((one) => isMine(one) && one.doneAt === null).length,
		risks: priority.risks.filter((one) => isMine(one) && one.closedOn === null).length,
		measures: [...priority.kpis, ...priority.gaps].filter(isMine).length
	};
}

/** Whether anything in a priority has this person's name on it. */
export function carriesAnything({ part, milestones, actions, risks, measures }: Carries): boolean {
	return part !== null || milestones + actions + risks + measures > 0;
}
