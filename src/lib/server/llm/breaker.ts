/** After so many failures in a row nobody asks for a while; then one tries. */
const mostFailures = 5;
const rest = 60_000;

/** Keeps a server that is down from being asked by everybody, and everybody from waiting for it. */
export class Breaker {
	#failures = 0;
	#restsUntil = 0;

	/** @param now milliseconds */
	mayAsk(now: number): boolean {
		if (this.#failures < mostFailures) return true;
		if (now < this.#restsUntil) return false;
		// Whoever comes next waits for what this one finds.
		this.#restsUntil = now + rest;
		return true;
	}

	worked(): void {
		this.#failures = 0;
	}

	failed(now: number): void {
		this.#failures++;
		if (this.#failures >= mostFailures) this.#restsUntil = now + rest;
	}
}
