import type { PageLoad } from './$types';

/** The list comes with its script only when it is asked for: the tree is what most people open. */
export const load: PageLoad = async ({ data, url }) => ({
	...data,
	CascadeList:
		url.searchParams.get('view') === 'list'
			? (await import('./CascadeList.svelte')).default
			: undefined
});
