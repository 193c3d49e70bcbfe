/** A form that opened where a row was: the focus starts in it, and Escape closes it. */
export function inlineForm(close: () => void): (form: HTMLFormElement) => () => void {
	return (form) => {
		form.querySelector<HTMLElement>('.input')?.focus();
		const press = (event: KeyboardEvent) => {
			if (event.key !== 'Escape') return;
			event.stopPropagation();
			close();
		};
		form.addEventListener('keydown', press);
		return () => form.removeEventListener('keydown', press);
	};
}
