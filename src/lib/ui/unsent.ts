type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What a form says of itself once the server has taken it. */
export const taken = 'drumbeat:taken';

/**
 * Knows whether a form of the page holds something that was typed and not sent, so that nobody draws
 * the page anew under it. A component that changes fields without anybody typing dispatches `input`
 * on its form.
 */
export class Unsent {
	#before = new WeakMap<Field, string>();
	#changed = new Set<Field | HTMLFormElement>();
	#sent = new WeakMap<Field, string>();

	/** Watches all forms of a document; the returned function stops it. */
	watch(document: Document): () => void {
		const watching = new AbortController();
		const on = (type: string, heard: (target: EventTarget | null) => void) =>
			document.addEventListener(type, ({ target }) => heard(target), {
				capture: true,
				signal: watching.signal
			});
		on('focusin', (target) => this.#remember(target));
		on('input', (target) => {
			if (target instanceof HTMLFormElement || (isField(target) && target.form))
				this.#changed.add(target);
		});
		on('submit', (target) => {
			for (const field of this.#changed)
				if (isField(field) && field.form === target) this.#sent.set(field, valueOf(field));
		});
		on('reset', (target) => this.#forget(target, () => true));
		on(taken, (target) =>
			this.#forget(target, (field) => this.#sent.get(field) === valueOf(field))
		);
		return () => watching.abort();
	}

	get any(): boolean {
		for (const changed of this.#changed) {
			const isBack = isField(changed) && this.#before.get(changed) === valueOf(changed);
			if (isBack || !changed.isConnected) this.#changed.delete(changed);
		}
		return this.#changed.size > 0;
	}

	#remember(target: EventTarget | null): void {
		if (isField(target) && !this.#changed.has(target)) this.#before.set(target, valueOf(target));
	}

	#forget(form: EventTarget | null, isToForget: (field: Field) => boolean): void {
		for (const changed of this.#changed) {
			const isIn = isField(changed) ? changed.form === form : changed === form;
			if (!isIn || (isField(changed) && !isToForget(changed))) continue;
			this.#changed.delete(changed);
			this.#remember(changed);
		}
	}
}

function isField(target: unknown): target is Field {
	return (
		target instanceof HTMLInputElement ||
		target instanceof HTMLSelectElement ||
		target instanceof HTMLTextAreaElement
	);
}

function valueOf(field: Field): string {
	const isTicked = field.type === 'checkbox' || field.type === 'radio';
	return isTicked && 'checked' in field ? String(field.checked) : field.value;
}
