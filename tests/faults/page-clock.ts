import type { Page } from 'playwright';

/** What a page's clock showed, with the machine's true time in milliseconds at which it did. */
type Shown = { at: number; seconds: number };

/** Keeps in the page when its clock showed what, and what was announced. */
export function watchClock(): void {
	const shown: Shown[] = [];
	const said: string[] = [];
	const look = () => {
		const face = document.querySelector('[role=timer]')?.textContent?.trim() ?? '';
		const parts = /^(\+?)(\d+):(\d\d)$/.exec(face);
		if (parts) {
			const size = Number(parts[2]) * 60 + Number(parts[3]);
			const seconds = parts[1] ? -size : size;
			const at = performance.timeOrigin + performance.now();
			if (shown.at(-1)?.seconds !== seconds) shown.push({ at, seconds });
		}
		for (const region of document.querySelectorAll('[aria-live]')) {
			const words = region.textContent?.trim() ?? '';
			if (words && said.at(-1) !== words) said.push(words);
		}
	};
	look();
	new MutationObserver(look).observe(document.body, {
		childList: true,
		subtree: true,
		characterData: true
	});
	Object.assign(globalThis, { watched: { shown, said } });
}

/** What `watchClock` kept in the page. */
export function readClock(): { shown: Shown[]; said: string[] } {
	return Reflect.get(globalThis, 'watched') as { shown: Shown[]; said: string[] };
}

/** How far apart two pages turned to the same second. */
export function differences(one: Shown[], other: Shown[]): number[] {
	// The first is only what was seen first.
	const times = new Map(other.slice(1).map(({ seconds, at }) => [seconds, at]));
	return one.slice(1).flatMap(({ seconds, at }) => {
		const there = times.get(seconds);
		return there === undefined ? [] : [Math.abs(there - at)];
	});
}

/** The seconds left that a page's clock shows; below zero once its time is over. */
export async function clockOf(page: Page): Promise<number> {
	const face = await page.getByRole('timer').innerText();
	const parts = face.replace(/[^\d:]/g, '').split(':');
	const size = parts.reduce((sum, part) => sum * 60 + Number(part), 0);
	return /^\d/.test(face) ? size : -size;
}
