import type { Database } from '../database/database.ts';
import type { Db } from '../rows/db.ts';
import type { Runtime } from '../runtime.ts';
import type { Supabase } from '../supabase/embedded.ts';
import { addAccounts, removeAccounts, signInToAccount } from './accounts.ts';
import { calendarFor, instant } from './calendar.ts';
import { addDiagnosis } from './diagnosis-rows.ts';
import { linkActions } from './execution-rows.ts';
import { addLedger } from './ledger-rows.ts';
import { addMeetings } from './meeting-rows.ts';
import { people } from './people.ts';
import {
	addScorecard,
	addSeries,
	addStrategy,
	addTeam,
	seriesId,
	teamId,
	workspaceId
} from './team-rows.ts';
import { addWorkerPlan } from './worker-plan-rows.ts';

export type SampleCompany = {
	workspace: string;
	team: string;
	people: { id: string; name: string; title: string; hue: number; email: string }[];
};

const company: SampleCompany = {
	workspace: workspaceId,
	team: teamId,
	people: people.map(({ id, name, title, hue, email }) => ({ id, name, title, hue, email }))
};

/**
 * Makes Northwind Robotics around `today`, or returns the one that exists. Everything is written in
 * one transaction, so that a start that is cut off leaves nothing behind. Only the embedded set-up
 * has sample people: a hosted Supabase keeps its accounts to itself.
 */
export async function createSampleCompany(
	{ supabase }: Pick<Runtime, 'supabase'>,
	today: Date
): Promise<SampleCompany> {
	if (!supabase.embedded) throw new Error('The sample company needs the embedded Supabase');
	const { database } = supabase;
	const calendar = calendarFor(today);
	await database.transaction(async (queries) => {
		// Two who ask at once wait for each other; the second finds what the first made.
		await queries.query(`select pg_advisory_xact_lock(hashtext('sample company'))`);
		const [existing] = await queries.query('select id from public.workspaces where id = $1::uuid', [
			workspaceId
		]);
		if (existing) return;
		await addAccounts(queries, instant(calendar.series.startsOn, -28, '09:00'));
		await addTeam(queries, calendar);
		await addScorecard(queries, calendar);
		await addStrategy(queries, calendar);
		await addSeries(queries, calendar);
		await addMeetings(database, queries, calendar);
		await addLedger(queries, teamId, calendar);
		await linkActions(queries, teamId);
		await addWorkerPlan(queries, calendar);
		await addDiagnosis(queries, teamId, seriesId, calendar);
	});
	return company;
}

export async function findSampleCompany(database: Database): Promise<SampleCompany | undefined> {
	const [found] = await database.query(
		'select id from public.workspaces where id = $1::uuid and sample',
		[workspaceId]
	);
	return found && company;
}

/**
 * A session as one of the people of the sample company, for whoever may try the room from several
 * sides; the caller decides who that is. False for anybody else's id, and when it is not embedded.
 */
export async function signInAsSample(
	db: Db,
	supabase: Supabase,
	personId: string
): Promise<boolean> {
	if (!supabase.embedded || !company.people.some(({ id }) => id === personId)) return false;
	if (!(await findSampleCompany(supabase.database))) return false;
	return signInToAccount(db, supabase, personId);
}

/** Deletes the sample company with its people; another workspace is left as it is. */
export async function removeSampleCompany(database: Database, workspace: string): Promise<void> {
	if (workspace !== workspaceId) return;
	await database.transaction(async (queries) => {
		await queries.query('delete from public.workspaces where id = $1::uuid and sample', [
			workspace
		]);
		await removeAccounts(queries);
	});
}
