import Boxes from '@lucide/svelte/icons/boxes';
import Cog from '@lucide/svelte/icons/cog';
import Coins from '@lucide/svelte/icons/coins';
import Handshake from '@lucide/svelte/icons/handshake';
import Headphones from '@lucide/svelte/icons/headphones';
import Kanban from '@lucide/svelte/icons/kanban';
import Megaphone from '@lucide/svelte/icons/megaphone';
import Server from '@lucide/svelte/icons/server';
import Users from '@lucide/svelte/icons/users';
import type { Department } from '#lib/execution/workers/departments.ts';
import type { Icon } from '#lib/ui/icon.ts';

/** By which each of the nine is known wherever it is named. */
export const workerIcons: Record<Department, Icon> = {
	marketing: Megaphone,
	sales: Handshake,
	operations: Cog,
	finance: Coins,
	hr: Users,
	product: Boxes,
	'customer-success': Headphones,
	it: Server,
	'project-management': Kanban
};
