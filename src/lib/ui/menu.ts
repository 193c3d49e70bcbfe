import type { Icon } from './icon.ts';

/** One line of a menu: a link when it has an `href`, else it does something. */
export type MenuItem = {
	label: string;
	hint?: string;
	icon?: Icon;
	href?: string;
	onselect?: () => void;
	danger?: boolean;
	disabled?: boolean;
	/** The one that is chosen now. */
	current?: boolean;
};
export type MenuGroup = { label?: string; items: MenuItem[] };

/** Attributes and handlers of a menu's button. */
export type MenuButton = Record<string | symbol, unknown>;
