/** What the person chose for this browser; `system` follows their device. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const key = 'theme';

export function nextTheme(theme: Theme): Theme {
	return theme === 'system' ? 'light' : theme === 'light' ? 'dark' : 'system';
}

/** Storage may be forbidden, as in a private window: then the device decides. */
export function readTheme(): Theme {
	try {
		const kept = localStorage.getItem(key);
		return themes.find((theme) => theme === kept) ?? 'system';
	} catch {
		return 'system';
	}
}

/** Paints the theme at once and keeps it; app.html reads the same key before the first paint. */
export function wearTheme(theme: Theme): void {
	if (theme === 'system') delete document.documentElement.dataset.theme;
	else document.documentElement.dataset.theme = theme;

	try {
		if (theme === 'system') localStorage.removeItem(key);
		else localStorage.setItem(key, theme);
	} catch {
		// The choice then lasts as long as the page.
	}
}
