const answersWithin = 10_000;
const triedAgainAfter = 400;

/** The dots I have given, by theme. What the server says is right; nobody else's come here. */
export class OwnVotes {
	all = $state.raw<Readonly<Record<string, number>>>({});
	problem = $state.raw('');
	#url: string;
	#sending: Promise<void> = Promise.resolve();
	/** Counts what was asked, so that only the answer to the last is shown. */
	#turn = 0;

	#isOpen: () => boolean;

	/** @param isOpen whether the vote runs: the rows may know a moment later than the room */
	constructor(retrospective: string, isOpen: () => boolean) {
		this.#url = `/r/${retrospective}/votes`;
		this.#isOpen = isOpen;
		void this.#ask(0);
	}

	get given(): number {
		return Object.values(this.all).reduce((sum, dots) => sum + dots, 0);
	}

	/** Shows it at once, and says so when the server would not have it. */
	give(theme: string, dots: number): void {
		this.all = { ...this.all, [theme]: dots };
		const turn = (this.#turn += 1);
		this.#sending = this.#sending.then(() => this.#ask(turn, { theme, dots }));
	}

	async #ask(turn: number, vote?: { theme: string; dots: number }, tries = 8): Promise<void> {
		try {
			const response = await fetch(this.#url, {
				...(vote && {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify(vote)
				}),
				signal: AbortSignal.timeout(answersWithin)
			});
			if (response.status === 409 && tries > 0 && this.#isOpen()) {
				await new Promise((resolve) => setTimeout(resolve, triedAgainAfter));
				return await this.#ask(turn, vote, tries - 1);
			}
			if (!response.ok) throw new Error(`The vote was not taken (${response.status})`);
			this.problem = '';
			const all = (await response.json()) as Record<string, number>;
			// What was pressed meanwhile is on its way, and newer.
			if (turn === this.#turn) this.all = all;
		} catch {
			this.problem = 'Your last vote did not get through. Check the dots, and try again.';
		}
	}
}
