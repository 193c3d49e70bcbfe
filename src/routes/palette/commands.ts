import Activity from '@lucide/svelte/icons/activity';
import Building2 from '@lucide/svelte/icons/building-2';
import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import FileUp from '@lucide/svelte/icons/file-up';
import Layers from '@lucide/svelte/icons/layers';
import LogOut from '@lucide/svelte/icons/log-out';
import Search from '@lucide/svelte/icons/search';
import Settings from '@lucide/svelte/icons/settings';
import Users from '@lucide/svelte/icons/users';
import type { NavItem } from '#lib/ui/shell/nav.ts';
import type { Command } from './command.ts';

export type Around = {
	team: { id: string; workspace: { id: string } };
	teams: { id: string; name: string; workspace: { name: string } }[];
	/** The pages of the rail. */
	places: NavItem[];
};

/** What the search box leads to besides what it finds: every place, and what is done often. */
export function commandsOf({ team, teams, places }: Around): Command[] {
	const home = `/t/${team.id}`;
	const settings = { hint: 'Settings', icon: Settings };
	return [
		...places.map(({ href, label, icon }) => ({ value: href, label, icon })),
		{ value: '/live', label: 'Open the meeting that runs now', icon: CalendarClock },
		{ value: `${home}/scorecard/enter`, label: 'Enter readings', icon: Activity },
		{ value: `${home}/scorecard/import`, label: 'Import readings', icon: Activity },
		{ value: `${home}/import`, label: 'Import lists from another tool', icon: FileUp },
		{ value: `${home}/strategy/check-in`, label: 'Check in on key results', icon: Layers },
		{ value: `${home}/search`, label: 'Search with filters', icon: Search },
		{ ...settings, value: `${home}/settings`, label: 'Settings', hint: 'People and invitations' },
		{ ...settings, value: `${home}/settings/rhythm`, label: 'Weekly rhythm' },
		{ ...settings, value: `${home}/settings/agenda`, label: 'Agenda' },
		{ ...settings, value: `${home}/settings/words`, label: 'Words' },
		{ ...settings, value: `${home}/settings/calendar`, label: 'Calendar' },
		{ ...settings, value: `${home}/settings/webhooks`, label: 'Webhooks' },
		{ ...settings, value: `${home}/settings/mine`, label: 'My settings', hint: 'Mine' },
		{ value: `/w/${team.workspace.id}`, label: 'Workspace and teams', icon: Building2 },
		...teams
			.filter(({ id }) => id !== team.id)
			.map(({ id, name, workspace }) => ({
				value: `/t/${id}`,
				label: name,
				hint: `Team, ${workspace.name}`,
				icon: Users
			})),
		{ value: '/sign-out', label: 'Sign out', icon: LogOut }
	];
}
