import type { Post } from './mail.ts';

const closesAfterMs = 10_000;

/** A way to the mail server that stays open for the next mails, until nobody has used it for a while. */
export class LastingPost {
	readonly #open: () => Post;
	#post: Post | undefined;
	#users = 0;
	#idle: NodeJS.Timeout | undefined;

	constructor(open: () => Post) {
		this.#open = open;
	}

	/** For some mails in a row. Closing it leaves the way open to whoever comes next. */
	use(): Post {
		clearTimeout(this.#idle);
		const post = (this.#post ??= this.#open());
		this.#users += 1;
		return {
			send: post.send,
			close: () => {
				this.#users -= 1;
				if (this.#users > 0) return;
				this.#idle = setTimeout(() => this.close(), closesAfterMs).unref();
			}
		};
	}

	close(): void {
		clearTimeout(this.#idle);
		this.#post?.close();
		this.#post = undefined;
	}
}
