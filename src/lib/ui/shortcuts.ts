import { createContext } from 'svelte';

/**
 * Something a key does. `keys` is one key ("n", "space", "?"), a sequence ("g h"), or a chord with
 * Ctrl or Cmd ("mod+k"). Only chords work while someone is typing.
 */
export type Shortcut = {
	keys: string;
	does: string;
	group?: string;
	/** Whether there is something to do; otherwise the press is left to others, or to the browser. */
	when?: () => boolean;
	run: () => void;
};

/** One press, freed of the browser. */
export type Press = {
	key: string;
	/** Ctrl or Cmd was held. */
	mod: boolean;
	/** The press lands in a field, or in something open that has keys of its own. */
	isTyping: boolean;
	/** The press lands on a control that Space and Enter already operate. */
	isOnControl: boolean;
	/** Milliseconds on any one clock. */
	at: number;
};

const patience = 1_000; // ms between the keys of a sequence
const storageKey = 'shortcuts';

/** The keys that are listening, newest first: a panel that opens later may take a key over. */
export class Shortcuts {
	#listening: Shortcut[] = [];
	#begun = '';
	#begunAt = 0;
	#isOn: boolean;
	#keep: (isOn: boolean) => void;

	constructor(isOn = true, keep: (isOn: boolean) => void = () => {}) {
		this.#isOn = isOn;
		this.#keep = keep;
	}

	/** Every shortcut once, in the order they were added. */
	get all(): Shortcut[] {
		return this.#listening
			.filter((one, index, every) => every.findIndex(({ keys }) => keys === one.keys) === index)
			.toReversed();
	}

	/** Single keys can be turned off (WCAG 2.1.4); chords stay. */
	get isOn(): boolean {
		return this.#isOn;
	}

	turn(isOn: boolean): void {
		this.#isOn = isOn;
		this.#begun = '';
		this.#keep(isOn);
	}

	/** Listens until the returned function is called: `$effect(() => shortcuts.add([…]))`. */
	add(shortcuts: Shortcut[]): () => void {
		const added = shortcuts.map((shortcut) => ({ ...shortcut })).toReversed();
		this.#listening = [...added, ...this.#listening];

		return () => {
			this.#listening = this.#listening.filter((shortcut) => !added.includes(shortcut));
		};
	}

	/** Runs what the press asks for, and says whether it did, or may with the next key. */
	press(press: Press): boolean {
		if (press.mod) return this.#run(`mod+${press.key}`);
		if (!this.#isOn || press.isTyping || this.#belongsToControl(press)) {
			this.#begun = '';
			return false;
		}

		const isSequel = this.#begun !== '' && press.at - this.#begunAt <= patience;
		const sequence = isSequel ? `${this.#begun} ${press.key}` : press.key;
		this.#begun = '';
		if (this.#run(sequence)) return true;
		if (this.#listening.some(({ keys }) => keys.startsWith(`${press.key} `))) {
			this.#begun = press.key;
			this.#begunAt = press.at;
			return true;
		}
		return isSequel && this.#run(press.key);
	}

	#belongsToControl(press: Press): boolean {
		return press.isOnControl && (press.key === 'space' || press.key === 'enter');
	}

	#run(keys: string): boolean {
		const found = this.#listening.find(
			(shortcut) => shortcut.keys === keys && (shortcut.when?.() ?? true)
		);
		found?.run();
		return found !== undefined;
	}
}

const fields =
	'input:not([type=checkbox],[type=radio],[type=button],[type=submit]),textarea,select';
const floating = '[role=dialog],[role=menu],[role=listbox],[role=combobox],[role=textbox]';
const controls = 'button,a[href],summary,input,[role=button],[role=tab],[role=option]';

/** Reads a key press; nothing when it is not ours to act on. */
export function pressOf(event: KeyboardEvent): Press | undefined {
	if (event.defaultPrevented || event.isComposing || event.repeat || event.altKey) return;

	const target = event.target instanceof HTMLElement ? event.target : undefined;
	return {
		key: event.key === ' ' ? 'space' : event.key.toLowerCase(),
		mod: event.ctrlKey || event.metaKey,
		isTyping: Boolean(target?.isContentEditable || target?.closest(`${fields},${floating}`)),
		isOnControl: Boolean(target?.closest(controls)),
		at: event.timeStamp
	};
}

/** How keys are read out and drawn: "g h" is G then H, "mod+k" is Ctrl K or Cmd K. */
export function keyCaps(keys: string, isApple = false): string[] {
	return keys.split(/[ +](?=.)/u).map((key) => {
		if (key === 'mod') return isApple ? 'Cmd' : 'Ctrl';
		return key.length === 1 ? key.toUpperCase() : key[0]?.toUpperCase() + key.slice(1);
	});
}

export const [getShortcuts, setShortcuts] = createContext<Shortcuts>();

/** Shortcuts that remember in this browser whether single keys are on. */
export function keptShortcuts(): Shortcuts {
	let isOn = true;
	try {
		isOn = globalThis.localStorage?.getItem(storageKey) !== 'off';
	} catch {
		// Storage is forbidden: the choice lasts as long as the page.
	}

	return new Shortcuts(isOn, (value) => {
		try {
			localStorage.setItem(storageKey, value ? 'on' : 'off');
		} catch {
			// As above.
		}
	});
}
