/** Says how long to wait, rounded up so that nobody comes back too early. */
export function waitSentence(seconds: number): string {
	const minutes = Math.ceil(seconds / 60);
	const time =
		seconds < 60
			? `${seconds} second${seconds === 1 ? '' : 's'}`
			: `${minutes} minute${minutes === 1 ? '' : 's'}`;
	return `That was tried too often. Wait ${time}, then try again.`;
}
