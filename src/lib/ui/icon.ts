import type { Component } from 'svelte';

/** Any icon of `@lucide/svelte/icons/*`: drawn at 16 px with class `i`, 14 px with `i i-14`. */
export type Icon = Component<{ class?: string }>;
