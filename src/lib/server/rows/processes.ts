import type { Step } from '#lib/diagnosis/flow.ts';
import type { Db } from './db.ts';

export type Fix = {
	id: string;
	what: string;
	owner: string | null;
	dueOn: string | null;
	/** Hours from end to end. */
	before: number;
	after: number | null;
	measuredOn: string | null;
};
export type Process = {
	id: string;
	name: string;
	owner: string | null;
	steps: Step[];
	fixes: Fix[];
};

/** The processes a team has mapped, each with its steps in order and its fixes, the newest first. */
export async function listProcesses(db: Db, team: string): Promise<Process[]> {
	// Fixes are asked for apart: of a process one at most is open, which some servers take for one at all.
	const [{ data }, { data: fixes }] = await Promise.all([
		db
			.from('processes')
			.select(
				'id, name, owner_id, process_steps(id, position, name, work_hours, wait_hours, doer, hand_off, rework, back_to)'
			)
			.eq('team_id', team)
			.is('removed_at', null)
			.order('created_at')
			.throwOnError(),
		db
			.from('process_fixes')
			.select('id, process_id, what, owner_id, due_on, hours_before, hours_after, measured_on')
			.eq('team_id', team)
			.order('created_at', { ascending: false })
			.throwOnError()
	]);
	return data.map(({ id, name, owner_id, process_steps }) => ({
		id,
		name,
		owner: owner_id,
		steps: process_steps
			.toSorted((one, other) => one.position - other.position)
			.map((step) => ({
				id: step.id,
				name: step.name,
				work: Number(step.work_hours),
				wait: Number(step.wait_hours),
				doer: step.doer,
				handOff: step.hand_off,
				rework: Number(step.rework),
				backTo: step.back_to
			})),
		fixes: fixes
			.filter((fix) => fix.process_id === id)
			.map((fix) => ({
				id: fix.id,
				what: fix.what,
				owner: fix.owner_id,
				dueOn: fix.due_on,
				before: Number(fix.hours_before),
				after: fix.hours_after === null ? null : Number(fix.hours_after),
				measuredOn: fix.measured_on
			}))
	}));
}

/** The most steps a process may have here. */
export const mostSteps = 200;

export async function addProcess(
	db: Db,
	team: string,
	id: string,
	{ name, owner }: { name: string; owner: string | null }
): Promise<void> {
	await db.from('processes').insert({ id, team_id: team, name, owner_id: owner }).throwOnError();
}

/** False when the team has no such process, or this person may not. */
export async function removeProcess(db: Db, team: string, id: string, at: Date): Promise<boolean> {
	const { data } = await db
		.from('processes')
		.update({ removed_at: at.toISOString() })
		.eq('team_id', team)
		.eq('id', id)
		.select('id')
		.throwOnError();
	return data.length > 0;
}

type StepRow = Omit<Step, 'id'> & { position: number };

/** Adds a step, or says one anew. False when the team has no such step, or this person may not. */
export async function saveStep(
	db: Db,
	team: string,
	process: string,
	id: string | undefined,
	{ position, name, work, wait, doer, handOff, rework, backTo }: StepRow
): Promise<boolean> {
	const row = {
		...{ position, name, doer, rework },
		work_hours: work,
		wait_hours: wait,
		hand_off: handOff,
		back_to: backTo
	};
	if (id === undefined) {
		await db
			.from('process_steps')
			.insert({ process_id: process, team_id: team, ...row })
			.throwOnError();
		return true;
	}
	const { data } = await db
		.from('process_steps')
		.update(row)
		.eq('team_id', team)
		.eq('process_id', process)
		.eq('id', id)
		.select('id')
		.throwOnError();
	return data.length > 0;
}

export async function removeStep(db: Db, team: string, id: string): Promise<void> {
	await db.from('process_steps').delete().eq('team_id', team).eq('id', id).throwOnError();
}

/** Begins the one fix of a process; false when another is under way. */
export async function beginFix(
	db: Db,
	team: string,
	process: string,
	{ what, owner, dueOn, before }: Pick<Fix, 'what' | 'owner' | 'dueOn' | 'before'>
): Promise<boolean> {
	const { error } = await db.from('process_fixes').insert({
		...{ process_id: process, team_id: team, what, owner_id: owner },
		due_on: dueOn,
		hours_before: before
	});
	if (error?.code === '23505') return false;
	if (error) throw error;
	return true;
}

/** Says how long the process takes after its fix. False when there is no such open fix. */
export async function measureFix(
	db: Db,
	team: string,
	id: string,
	{ after, on }: { after: number; on: string }
): Promise<boolean> {
	const { data } = await db
		.from('process_fixes')
		.update({ hours_after: after, measured_on: on })
		.eq('team_id', team)
		.eq('id', id)
		.is('hours_after', null)
		.select('id')
		.throwOnError();
	return data.length > 0;
}
