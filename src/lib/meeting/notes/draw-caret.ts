import { firstName, type Person } from '../person.ts';

/** The caret of somebody else, with their name beside it. */
export function drawCaret({ name, hue }: Pick<Person, 'name' | 'hue'>): HTMLElement {
	const caret = document.createElement('span');
	caret.className = 'cursor';
	caret.style.setProperty('--h', `var(--hue-${hue})`);
	const flag = document.createElement('span');
	flag.textContent = firstName(name);
	caret.append(flag);
	return caret;
}
