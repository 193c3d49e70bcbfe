import { invalidate } from '$app/navigation';
import { navigating } from '$app/state';
import { Following } from '#lib/live/following.ts';
import { FreshPage, type MayRead } from '#lib/live/fresh-page.ts';
import { everything, feedName } from '#lib/live/protocol.ts';
import { getToasts } from '#lib/ui/toasts.svelte.ts';
import { Unsent } from '#lib/ui/unsent.ts';
import { renewSession } from '../renew-session.ts';

const refusals = {
	'signed out': 'You have been signed out. Sign in again to go on.',
	'not in the team': 'You are no longer in this team.'
};

/**
 * Keeps the pages of a team in step with what others change, for as long as the component that calls
 * it is there. `isAway` while the server does not answer.
 */
export function followChanges(team: () => string): { readonly isAway: boolean } {
	const toasts = getToasts();
	// Every reading brings a new team object; only another team is followed anew.
	const id = $derived(team());
	let isAway = $state(false);

	$effect(() => {
		const followed = id;
		const unsent = new Unsent();
		const page = new FreshPage({
			mayRead: () => askMayRead(followed),
			read: (kinds) => invalidate((url) => isShown(url, kinds), true),
			isBusy: () => document.hidden || navigating.to !== null || unsent.any,
			onAway: (now) => (isAway = now),
			onRefused: (why) => refused(why)
		});
		const following = new Following({
			url: `${location.origin.replace(/^http/, 'ws')}/sync/${feedName(followed)}`,
			// A page that was kept on the device knows nothing of what happened since.
			knownAt:
				Date.parse(document.documentElement.dataset['keptAt'] ?? '') || performance.timeOrigin,
			renewSession,
			onChanged: (kinds) => page.changed(kinds),
			onRefused: (code) => refused(code === 4401 ? 'signed out' : 'not in the team')
		});
		const unwatch = unsent.watch(document);
		const looksAgain = () => {
			following.tryNow();
			page.catchUp();
		};
		document.addEventListener('visibilitychange', looksAgain);
		window.addEventListener('online', looksAgain);

		function refused(why: keyof typeof refusals) {
			stop();
			toasts.show(refusals[why]);
		}

		function stop() {
			unwatch();
			document.removeEventListener('visibilitychange', looksAgain);
			window.removeEventListener('online', looksAgain);
			following.stop();
			page.stop();
			isAway = false;
		}
		return stop;
	});

	return {
		get isAway() {
			return isAway;
		}
	};
}

function isShown(url: URL, kinds: ReadonlySet<string>): boolean {
	return url.protocol === 'rows:' && (kinds.has(everything) || kinds.has(url.pathname));
}

async function askMayRead(team: string): Promise<MayRead> {
	const response = await fetch(`/t/${team}/membership`, { signal: AbortSignal.timeout(10_000) });
	if (response.status === 401) return 'signed out';
	if (response.status === 404) return 'not in the team';
	if (!response.ok) throw new Error(`The team did not answer (${response.status})`);
	return 'yes';
}
