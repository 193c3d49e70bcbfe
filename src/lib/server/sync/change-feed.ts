import * as v from 'valibot';
import type { WebSocket } from 'ws';
import { everything } from '#lib/live/protocol.ts';
import type { Database } from '../database/database.ts';
import { findMembership, type Following } from './access.ts';
import { Gathered } from './gathered.ts';
import { limits } from './limits.ts';
import { OpenSockets } from './open-sockets.ts';
import { RecentChanges } from './recent-changes.ts';

const Announcement = v.pipe(
	v.string(),
	v.parseJson(),
	v.object({ team: v.string(), kind: v.string() })
);

/** A page outside the meetings that wants to hear what changes in a team. */
type Page = Following & { socket: WebSocket };

type Team = { pages: Set<Page>; changes: Gathered };

/**
 * Tells pages what kind of thing changed in their team, never the content: they ask again with their
 * own rights. What is said is the names of tables with a space between, `*` for anything, and nothing
 * at all as a sign of life.
 */
export class ChangeFeed {
	#database: Database;
	#onFailure: (error: unknown) => void;
	#teams = new Map<string, Team>();
	#recent = new RecentChanges(limits.changesKeptMs);
	#sockets = new OpenSockets(limits.socketsPerPerson);
	#timers: NodeJS.Timeout[];
	#rechecking = false;
	#unlisten: Promise<() => Promise<void>>;

	constructor(database: Database, onFailure: (error: unknown) => void = () => {}) {
		this.#database = database;
		this.#onFailure = onFailure;
		this.#timers = [
			setInterval(() => void this.recheck(), limits.recheckMs).unref(),
			setInterval(() => this.#showLife(), limits.heartbeatMs).unref()
		];
		this.#unlisten = database.listen(
			'changes',
			(payload) => this.#hear(payload),
			() => this.#missedSome()
		);
		this.#unlisten.then(() => this.#recent.begin(Date.now()), onFailure);
	}

	socketsOf(person: string): number {
		return this.#sockets.of(person);
	}

	/**
	 * Tells a page from now on, and first what it missed.
	 *
	 * @param age how long ago the page last knew everything, in milliseconds
	 */
	join(page: Page, age: number): void {
		const { socket, team, visitor } = page;
		if (socket.readyState !== socket.OPEN) return;
		if (!this.#sockets.admit(socket, visitor.person)) return socket.close(4429);
		const followed = this.#teams.get(team) ?? this.#follow(team);
		followed.pages.add(page);
		socket.on('message', () => socket.close(4400));
		socket.on('close', () => {
			followed.pages.delete(page);
			if (followed.pages.size > 0) return;
			followed.changes.stop();
			if (this.#teams.get(team) === followed) this.#teams.delete(team);
		});
		// Also when that is nothing: then the page knows that it knows everything.
		send(page, this.#recent.since(team, Date.now(), age).join(' '));
	}

	/** Asks the database again who may listen; whoever may not is out before anything else is said. */
	async recheck(): Promise<void> {
		this.#recent.forget(Date.now());
		if (this.#rechecking) return;
		this.#rechecking = true;
		try {
			const pages = this.#pages();
			const memberships = await findMembership(this.#database, pages);
			pages.forEach((page, index) => {
				if (memberships[index] === 'member') return;
				this.#teams.get(page.team)?.pages.delete(page);
				page.socket.close(memberships[index] === 'stranger' ? 4403 : 4401);
			});
		} catch (error) {
			this.#onFailure(error);
		} finally {
			this.#rechecking = false;
		}
	}

	/** Tells everybody to come back in a moment. */
	async close(): Promise<void> {
		for (const timer of this.#timers) clearInterval(timer);
		await (
			await this.#unlisten.catch(() => undefined)
		)?.();
		for (const { socket } of this.#pages()) socket.close(1012);
		for (const { changes } of this.#teams.values()) changes.stop();
		this.#teams.clear();
	}

	#follow(team: string): Team {
		const pages = new Set<Page>();
		const changes = new Gathered((kinds) => {
			for (const page of pages) send(page, kinds.join(' '));
		});
		const followed = { pages, changes };
		this.#teams.set(team, followed);
		return followed;
	}

	#pages(): Page[] {
		return [...this.#teams.values()].flatMap(({ pages }) => [...pages]);
	}

	#hear(payload: string): void {
		const announced = v.safeParse(Announcement, payload);
		if (!announced.success) return;
		const { team, kind } = announced.output;
		if (kind === 'team_members') void this.recheck();
		this.#recent.add(team, kind, Date.now());
		this.#teams.get(team)?.changes.add(kind);
	}

	/**
	 * The database was away: nobody knows what it said meanwhile. Not all pages may ask it in the
	 * moment in which it is back.
	 */
	#missedSome(): void {
		this.#recent.begin(Date.now());
		for (const { changes } of this.#teams.values())
			setTimeout(() => changes.add(everything), Math.random() * limits.changesSpreadMs).unref();
	}

	/** Browsers cannot see pings, so that silence would look to them like a dead connection. */
	#showLife(): void {
		for (const page of this.#pages()) send(page, '');
	}
}

function send({ socket }: Page, text: string): void {
	if (socket.readyState !== socket.OPEN) return;
	// It comes back and hears what it missed.
	if (socket.bufferedAmount > limits.feedBacklog) return socket.terminate();
	socket.send(text);
}
