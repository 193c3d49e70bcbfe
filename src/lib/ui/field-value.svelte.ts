/**
 * What stands in a field: what is kept, until somebody types something else. A page that is read
 * anew replaces what was typed only where what is kept has changed. A `$derived` alone would go back
 * whenever the row it comes from is read again, though it says the same.
 */
export class FieldValue<Value extends string | number | boolean> {
	#kept: Value;
	value: Value;

	constructor(kept: () => Value) {
		this.#kept = $derived.by(kept);
		this.value = $derived(this.#kept);
	}
}
