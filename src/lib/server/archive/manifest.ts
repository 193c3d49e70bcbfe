import * as v from 'valibot';
import { formatName, formatVersion } from './read-me.ts';
import { NotImported, type ZipReader } from './zip-reader.ts';

const Name = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,62}$/));
const Listed = v.object({
	rows: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
	bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
	sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
});
const Named = v.object({ id: v.pipe(v.string(), v.uuid()), name: v.string() });

export const Manifest = v.object({
	format: v.literal(formatName),
	version: v.literal(formatVersion),
	exportedAt: v.string(),
	workspace: Named,
	teams: v.array(Named),
	tables: v.record(Name, v.array(Name)),
	files: v.record(v.string(), Listed)
});
export type Manifest = v.InferOutput<typeof Manifest>;

const Version = v.object({ format: v.literal(formatName), version: v.number() });

/** What a file says of itself. Throws `NotImported` when it is not ours, or from a newer Drumbeat. */
export async function readManifest(zip: ZipReader): Promise<Manifest> {
	if (!zip.has('manifest.json')) throw new NotImported('not an export');
	let said: unknown;
	try {
		said = JSON.parse((await zip.whole('manifest.json')).toString('utf8'));
	} catch (error) {
		throw error instanceof NotImported ? error : new NotImported('not an export');
	}
	const version = v.safeParse(Version, said);
	if (!version.success) throw new NotImported('not an export');
	if (version.output.version > formatVersion) throw new NotImported('newer');
	const manifest = v.safeParse(Manifest, said);
	if (!manifest.success) throw new NotImported('damaged');
	return manifest.output;
}
