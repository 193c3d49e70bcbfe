import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Db } from '#lib/server/rows/db.ts';
import { setServes, subjects } from '#lib/server/rows/lineage.ts';
import { aimKinds } from '#lib/strategy/aim.ts';

const Id = v.pipe(v.string(), v.uuid());
const ServeForm = v.object({
	subject: v.picklist(subjects),
	id: Id,
	/** The kind and the id of what it serves; '' for nothing. */
	aim: v.union([
		v.pipe(
			v.literal(''),
			v.transform(() => null)
		),
		v.pipe(
			v.string(),
			v.transform((typed) => {
				const [kind, id] = typed.split(':');
				return { kind, id };
			}),
			v.object({ kind: v.picklist(aimKinds), id: Id })
		)
	])
});

/** Says what an action, a decision or a hot item of this team serves. */
export async function serveTyped(
	db: Db,
	team: string,
	person: string,
	request: Request
): Promise<void> {
	const form = v.safeParse(ServeForm, Object.fromEntries(await request.formData()));
	if (!form.success) error(400, 'That is nothing it could serve. Nothing was changed.');
	await setServes(db, team, person, form.output);
}
