import { deserialize } from '$app/forms';
import type { Sent, Waiting } from '#lib/offline/waiting.ts';

/** Posts a form that waited, as the page it was written on would have. */
export async function sendWaiting(one: Waiting): Promise<Sent> {
	const body = new FormData();
	for (const [name, value] of one.fields) body.append(name, value);
	try {
		const answer = await fetch(one.to, {
			method: 'POST',
			body,
			headers: { accept: 'application/json', 'x-sveltekit-action': 'true' }
		});
		if (answer.status >= 500) return 'away';
		const result = deserialize(await answer.text());
		if (result.type === 'success') return 'taken';
		if (result.type === 'redirect' || result.status === 401) return 'signed out';
		if (result.type === 'failure') {
			const said: unknown = result.data?.['problem'];
			return { refused: typeof said === 'string' ? said : 'the server did not say why.' };
		}
		return { refused: 'it is no longer there, or not yours to change.' };
	} catch {
		return 'away';
	}
}
