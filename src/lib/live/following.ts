import { everything, isFinal } from './protocol.ts';

export type FollowingOptions = {
	url: string;
	/** When the page last knew everything, in milliseconds of its own clock. */
	knownAt: number;
	/** Makes sure the session is fresh before a socket is opened; false when there is none. */
	renewSession: () => Promise<boolean>;
	/** Rows of these kinds changed; `*` stands for any. */
	onChanged: (kinds: string[]) => void;
	/** Nothing comes any more, with the code that says why. */
	onRefused: (code: number) => void;
	openSocket?: (url: string) => WebSocket;
};

const firstRetry = 500;
const lastRetry = 15_000;
const openingAllowed = 10_000;
/** The server shows life every 20 seconds. */
const silenceAllowed = 50_000;
const beatEvery = 10_000;
/** Without a socket the page asks by itself: soon at first, and then now and then. */
const askFirstAfter = 5000;
const askEvery = 30_000;

/**
 * Hears which rows of a team change, over one socket that comes back by itself. It never has to ask
 * what it missed: it says for how long it was away, and the server knows.
 */
export class Following {
	#options: FollowingOptions;
	#socket: WebSocket | undefined;
	#knownAt: number;
	#heardAt = 0;
	#retry = firstRetry;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#beat: ReturnType<typeof setInterval> | undefined;
	#asking: ReturnType<typeof setTimeout> | undefined;
	#state: 'opening' | 'open' | 'waiting' | 'ended' = 'opening';

	constructor(options: FollowingOptions) {
		this.#options = options;
		this.#knownAt = options.knownAt;
		void this.#open();
	}

	/** The network may be back, or somebody looks again. */
	tryNow(): void {
		if (this.#state === 'open') this.#checkLife();
		if (this.#state !== 'waiting') return;
		clearTimeout(this.#timer);
		void this.#open();
	}

	stop(): void {
		this.#end();
		if (!this.#socket) return;
		this.#socket.onmessage = null;
		this.#socket.close(1000);
	}

	async #open(): Promise<void> {
		this.#state = 'opening';
		this.#askMeanwhile(askFirstAfter);
		const signedIn = await this.#options.renewSession().catch(() => 'away' as const);
		if (this.#isOver) return;
		if (signedIn === 'away') return this.#tryLater();
		if (!signedIn) return this.#refuse(4401);

		const address = new URL(this.#options.url);
		// A clock that was set back makes the time away longer, never shorter.
		const away = Date.now() - this.#knownAt;
		if (away >= 0) address.searchParams.set('age', String(Math.round(away)));
		const socket = (this.#options.openSocket ?? ((url) => new WebSocket(url)))(address.href);
		this.#socket = socket;
		socket.onopen = () => this.#opened();
		socket.onmessage = ({ data }: MessageEvent<unknown>) => this.#hear(String(data));
		socket.onclose = ({ code }) => this.#closed(code);
		this.#timer = setTimeout(() => this.#giveUp(), openingAllowed);
	}

	#opened(): void {
		clearTimeout(this.#timer);
		this.#state = 'open';
		this.#heardAt = Date.now();
		this.#beat = setInterval(() => this.#checkLife(), beatEvery);
	}

	#hear(text: string): void {
		clearTimeout(this.#asking);
		this.#asking = undefined;
		this.#retry = firstRetry;
		this.#heardAt = Date.now();
		this.#knownAt = this.#heardAt;
		const kinds = text.split(' ').filter((word) => word !== '');
		if (kinds.length > 0) this.#options.onChanged(kinds);
	}

	/** A socket can be dead without anybody saying so; after sleep it mostly is. */
	#checkLife(): void {
		if (Date.now() - this.#heardAt > silenceAllowed) this.#giveUp();
	}

	#giveUp(): void {
		const dead = this.#socket;
		if (!dead) return;
		dead.onclose = null;
		dead.onmessage = null;
		dead.close();
		this.#closed(1006);
	}

	#closed(code: number): void {
		clearTimeout(this.#timer);
		clearInterval(this.#beat);
		this.#socket = undefined;
		if (this.#isOver) return;
		if (isFinal(code)) this.#refuse(code);
		else this.#tryLater();
	}

	#tryLater(): void {
		this.#state = 'waiting';
		this.#askMeanwhile(askFirstAfter);
		// A different wait on every device: a restarted server is not met by all of them at once.
		const wait = this.#retry * (0.5 + Math.random() / 2);
		this.#retry = Math.min(this.#retry * 2, lastRetry);
		this.#timer = setTimeout(() => void this.#open(), wait);
	}

	#askMeanwhile(after: number): void {
		this.#asking ??= setTimeout(() => {
			this.#asking = undefined;
			this.#options.onChanged([everything]);
			this.#askMeanwhile(askEvery);
		}, after);
	}

	#refuse(code: number): void {
		this.#end();
		this.#options.onRefused(code);
	}

	get #isOver(): boolean {
		return this.#state === 'ended';
	}

	#end(): void {
		this.#state = 'ended';
		clearTimeout(this.#timer);
		clearTimeout(this.#asking);
		clearInterval(this.#beat);
	}
}
