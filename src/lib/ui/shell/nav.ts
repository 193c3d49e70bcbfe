import type { Icon } from '../icon.ts';

/** A place to go to, from the rail or the tab bar. */
export type NavItem = {
	href: string;
	label: string;
	icon: Icon;
	count?: number;
	current?: boolean;
};

export type NavGroup = { label: string; items: NavItem[] };
