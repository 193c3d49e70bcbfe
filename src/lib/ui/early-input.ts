type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
/** What a field held after somebody typed or chose, and the events that nobody heard. */
type Early = { value: string; checked: boolean; heard: Set<string> };

declare global {
	interface Window {
		/** Stops watching fields, and answers what came since the page began; see app.html. */
		takeEarlyInput?: () => Map<EventTarget, Early>;
	}
}

/**
 * Puts back what people typed and ticked before the page had its script. Taking the page over gives
 * each field what the server knew, and nobody heard of the tick: on a slow network it would be lost.
 */
export function putBackEarlyInput(): void {
	const early = window.takeEarlyInput?.();
	delete window.takeEarlyInput;
	for (const [field, { value, checked, heard }] of early ?? []) {
		if (!isField(field) || !field.isConnected) continue;
		if (isTicked(field)) field.checked = checked;
		else if (field.type !== 'file' && field.type !== 'select-multiple') field.value = value;
		// Never a change that was not one yet: whoever is still typing has not finished a value.
		for (const type of heard) field.dispatchEvent(new Event(type, { bubbles: true }));
	}
}

const isField = (target: EventTarget): target is Field =>
	target instanceof HTMLInputElement ||
	target instanceof HTMLTextAreaElement ||
	target instanceof HTMLSelectElement;

const isTicked = (field: Field): field is HTMLInputElement =>
	field.type === 'checkbox' || field.type === 'radio';
