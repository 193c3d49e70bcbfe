import {
	isForChair,
	openedKey,
	openSuggestions,
	opensForm,
	suggestionKinds
} from '#lib/facilitator/suggestion.ts';
import type { Effect, Suggestion, SuggestionKind } from '#lib/facilitator/suggestion.ts';
import { meetingView } from '#lib/facilitator/meeting-view.ts';
import { notice, type Line } from '#lib/facilitator/notice.ts';
import type { SuggestionAnswer } from '#lib/live/meeting-document.ts';
import { appendLine, noteLines } from '#lib/live/note-lines.ts';
import { byOrder } from '#lib/meeting/agenda.ts';
import { grants } from '#lib/meeting/forecast.ts';
import { isoDay } from '#lib/meeting/notes/turn-line.ts';
import type { Room } from '#lib/meeting/room.svelte.ts';
import { minutes } from '#lib/meeting/timebox.ts';

/** The rules look this often: a facilitator who speaks with every letter is none. */
const everyMs = 5000;

/** What the facilitator has to say to one person in the room, and what answering does. */
export class Facilitator {
	#room: Room;
	/** Kinds this person has turned on or off since the page was loaded. */
	#turned = $state.raw<ReadonlyMap<SuggestionKind, boolean>>(new Map());
	#now = $derived.by(() => Math.floor(this.#room.live.now / everyMs) * everyMs);
	#all: readonly Suggestion[] = $derived.by(() => this.#notice(this.#now));
	/** Kinds that are not suggested to anybody in this team. */
	#offForAll = $derived.by(() => {
		const { offForTeam, ofNoUse } = this.#room.rows.suggestions;
		return kindsIn([...offForTeam, ...ofNoUse.map(({ kind }) => kind)]);
	});
	#offForMe = $derived.by(() => {
		const kept = kindsIn(this.#room.rows.suggestions.offForMe);
		return new Set(suggestionKinds.filter((kind) => !(this.#turned.get(kind) ?? !kept.has(kind))));
	});
	/** What was dismissed in an earlier meeting, and is quiet still. */
	#quiet = $derived.by(() => new Set(this.#room.rows.suggestions.quiet));

	constructor(room: Room) {
		this.#room = room;
	}

	/** What nobody has answered yet, the most pressing first. */
	get open(): Suggestion[] {
		return this.#stillToSay(this.#offForMe);
	}

	/** What is said to the room whoever has turned what off for themselves: it counts as shown. */
	get said(): Suggestion[] {
		return this.#stillToSay(new Set());
	}

	#stillToSay(off: ReadonlySet<SuggestionKind>): Suggestion[] {
		const { isChair, isDraft, live } = this.#room;
		const mine = this.#all.filter(
			({ audience, key }) => (audience === 'room' || isChair || isDraft) && !this.#quiet.has(key)
		);
		return openSuggestions(mine, live.suggested.all, new Set([...off, ...this.#offForAll]));
	}

	/** The newest that was answered, for a minute, so that everybody sees what became of it. */
	get answered(): SuggestionAnswer | undefined {
		const since = this.#now - minutes(1);
		return [...this.#room.live.suggested.all.values()]
			.filter(({ at, words }) => at >= since && words !== '')
			.toSorted((one, other) => other.at - one.at)[0];
	}

	isOff(kind: SuggestionKind): boolean {
		return this.#offForMe.has(kind);
	}

	/** Why a kind is not suggested to anybody here, if so. */
	whyOff(kind: SuggestionKind): string | undefined {
		const { offForTeam, ofNoUse } = this.#room.rows.suggestions;
		if (offForTeam.includes(kind)) return 'off for the team';
		const own = ofNoUse.find((one) => one.kind === kind);
		return own && `turned itself off: ${own.accepted} of 30 accepted`;
	}

	/** Turns a kind on or off for this person, on every device. @returns false when it was not kept */
	async turn(kind: SuggestionKind, isOn: boolean): Promise<boolean> {
		this.#turned = new Map([...this.#turned, [kind, isOn]]);
		const body = new FormData();
		body.set('kind', kind);
		body.set('on', String(isOn));
		try {
			const headers = { 'x-sveltekit-action': 'true' };
			return (await fetch('?/turn', { method: 'POST', body, headers })).ok;
		} catch {
			return false;
		}
	}

	/** Whether this person may do what it does. */
	may(effect: Effect): boolean {
		const { isChair, live } = this.#room;
		return isForChair(effect) ? isChair && live.canSteer : live.canWrite;
	}

	/** Keeps that this was said: what nobody answers was of no use either. */
	show({ key, kind, audience, words }: Suggestion): void {
		const isForAll = audience === 'room';
		this.#room.live.commands.showSuggestion(isForAll ? key : kind, {
			kind,
			source: 'rule',
			words: isForAll ? words : ''
		});
	}

	/**
	 * Does what was suggested, and says so to everybody.
	 *
	 * @returns the outcome that was made or is to be changed, if there is one
	 */
	accept(suggestion: Suggestion, { words, effect }: Suggestion['effects'][number]) {
		const outcome = this.#do(effect);
		const key = opensForm(effect) ? openedKey(suggestion.key) : suggestion.key;
		this.#answer({ ...suggestion, key }, 'accepted', words);
		return outcome;
	}

	dismiss(suggestion: Suggestion): void {
		this.#answer(suggestion, 'dismissed', '');
	}

	/** What only the chair was told stays between the two. */
	#answer(
		{ key, kind, audience, words }: Suggestion,
		answer: SuggestionAnswer['answer'],
		changed: string
	): void {
		const told = audience === 'room' ? words : '';
		const { commands } = this.#room.live;
		commands.answerSuggestion(key, { answer, words: told, kind, source: 'rule', changed });
	}

	#do(effect: Effect): string | undefined {
		const { commands, items, progress } = this.#room.live;
		switch (effect.does) {
			case 'extend':
				commands.extend(effect.target, effect.by / minutes(1));
				return undefined;
			case 'park':
				if (progress.item?.id === effect.item) commands.leaveItem(effect.item, 'parked');
				else commands.changeItem(effect.item, { state: 'parked' });
				return undefined;
			case 'go on':
				if (items.get(effect.to)) commands.openItem(effect.to);
				else commands.enter(progress.segment?.id ?? null, effect.to);
				return undefined;
			case 'win back':
				if (effect.way.way === 'park') commands.changeItem(effect.way.item, { state: 'parked' });
				for (const { target, by_ms } of grants(effect.way))
					commands.extend(target, by_ms / minutes(1));
				return undefined;
			case 'capture': {
				const { kind, note, title } = effect;
				if (kind !== 'hot item') return commands.capture({ kind, title, note });
				commands.raise({ title, source: 'Notes' });
				return undefined;
			}
			case 'decide':
				return commands.capture({ kind: 'decision', title: effect.title, item: effect.item });
			case 'give':
				return effect.action;
			case 'reword':
				return effect.outcome;
			case 'raise': {
				const { title, question, source, metric } = effect;
				commands.raise({ title, question, source, metric });
				return undefined;
			}
			case 'plan':
				commands.changeSegment(effect.segment, { minutes: effect.minutes });
				return undefined;
			case 'ask':
				this.#write(effect.of, effect.words);
				return undefined;
			case 'cite': {
				const { history } = this.#room.rows;
				const earlier = [...history.items, ...history.decisions].find(
					({ id }) => id === effect.earlier
				);
				if (earlier) this.#write(effect.item, `Before, on ${earlier.on}: ${earlier.text}`);
				return undefined;
			}
		}
	}

	#write(of: string, text: string): void {
		const { live } = this.#room;
		appendLine(live.document.notes(of), {
			id: crypto.randomUUID(),
			by: live.person,
			at: live.connection.clock.now(),
			text
		});
	}

	#notice(now: number): Suggestion[] {
		const { live, rows } = this.#room;
		const happening = {
			course: this.#room.course,
			outcomes: live.outcomes.all,
			lines: this.#lines(),
			votes: live.votes.all.keys(),
			present: live.presence.people
		};
		return notice(meetingView(happening, rows, isoDay(now)), now);
	}
	/** All lines that are written, but for the one somebody is at right now. */
	#lines(): Line[] {
		const { live } = this.#room;
		const places = [...live.orderedSegments, ...live.items.all.toSorted(byOrder)];
		return places.flatMap(({ id: of }) => {
			const writers = new Set(live.presence.writingIn(of));
			const lines = noteLines(live.document.notes(of));
			return lines
				.filter(({ author }, index) => {
					const isLast = lines.findLastIndex((line) => line.author === author) === index;
					return !(author !== null && writers.has(author) && isLast);
				})
				.map((line) => ({ ...line, of }));
		});
	}
}

/** The kinds among these words; what an older or newer Drumbeat wrote is none. */
function kindsIn(words: readonly string[]): ReadonlySet<SuggestionKind> {
	return new Set(suggestionKinds.filter((kind) => words.includes(kind)));
}
