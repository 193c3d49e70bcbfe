import type { Choice } from '#lib/ui/choices.ts';
import type { Icon } from '#lib/ui/icon.ts';

/** A place the search box leads to, or something it does; its address is its value. */
export type Command = Choice & { icon: Icon };
