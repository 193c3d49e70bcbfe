import * as v from 'valibot';
import { pillarKeys, type PillarKey } from '#lib/diagnosis/pillars.ts';
import type { Theme } from '#lib/diagnosis/theme.ts';
import type { Db } from './db.ts';

/** The themes a team chose, of the newest quarters first. */
export async function listThemes(db: Db, team: string): Promise<Theme[]> {
	const { data } = await db
		.from('quarter_themes')
		.select('quarter, pillar, score, chosen_by, chosen_at')
		.eq('team_id', team)
		.order('quarter', { ascending: false })
		.order('chosen_at', { ascending: false })
		.limit(40)
		.throwOnError();
	return data.map((row) => ({
		...{ quarter: row.quarter, score: row.score, by: row.chosen_by },
		pillar: v.parse(v.picklist(pillarKeys), row.pillar),
		at: new Date(row.chosen_at).toISOString()
	}));
}

export async function chooseTheme(
	db: Db,
	team: string,
	person: string,
	{ quarter, pillar, score }: { quarter: string; pillar: PillarKey; score: number | null }
): Promise<void> {
	await db
		.from('quarter_themes')
		.insert({ team_id: team, quarter, pillar, score, chosen_by: person })
		.throwOnError();
}
