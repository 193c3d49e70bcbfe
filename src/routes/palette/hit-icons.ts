import Activity from '@lucide/svelte/icons/activity';
import Flame from '@lucide/svelte/icons/flame';
import Gavel from '@lucide/svelte/icons/gavel';
import History from '@lucide/svelte/icons/history';
import Layers from '@lucide/svelte/icons/layers';
import Lightbulb from '@lucide/svelte/icons/lightbulb';
import MessageSquareQuote from '@lucide/svelte/icons/message-square-quote';
import Megaphone from '@lucide/svelte/icons/megaphone';
import NotebookPen from '@lucide/svelte/icons/notebook-pen';
import Presentation from '@lucide/svelte/icons/presentation';
import ShieldAlert from '@lucide/svelte/icons/shield-alert';
import SquareCheck from '@lucide/svelte/icons/square-check-big';
import Target from '@lucide/svelte/icons/target';
import User from '@lucide/svelte/icons/user';
import type { HitKind } from '#lib/search/hit.ts';
import type { Icon } from '#lib/ui/icon.ts';

export const hitIcons: Record<HitKind, Icon> = {
	meeting: Presentation,
	note: NotebookPen,
	decision: Gavel,
	action: SquareCheck,
	insight: Lightbulb,
	risk: ShieldAlert,
	'hot item': Flame,
	told: Megaphone,
	said: MessageSquareQuote,
	metric: Activity,
	goal: Layers,
	objective: Layers,
	'key result': Layers,
	priority: Target,
	message: Megaphone,
	assumption: Lightbulb,
	learning: History,
	person: User
};
