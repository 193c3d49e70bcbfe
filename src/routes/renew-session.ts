/**
 * Asks the server for a session that is good for the next hour, so that the socket opens with a
 * fresh cookie. Throws when the server cannot be reached; false when nobody is signed in.
 */
export async function renewSession(): Promise<boolean> {
	const response = await fetch('/session', { method: 'POST', signal: AbortSignal.timeout(10_000) });
	if (response.status === 401) return false;
	if (!response.ok) throw new Error(`The session could not be renewed (${response.status})`);
	return true;
}
