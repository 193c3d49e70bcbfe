export type ZoneGroup = { region: string; zones: { name: string; city: string }[] };

/** Every time zone there is, by region, as `Europe` and `Amsterdam`. */
export function zoneGroups(names: readonly string[]): ZoneGroup[] {
	const groups = new Map<string, ZoneGroup>();
	for (const name of names) {
		const slash = name.indexOf('/');
		const region = slash < 0 ? 'Other' : name.slice(0, slash);
		const group = groups.get(region) ?? { region, zones: [] };
		groups.set(region, group);
		group.zones.push({ name, city: name.slice(slash + 1).replaceAll('_', ' ') });
	}
	return [...groups.values()];
}
