/** Text that is marked up already; everything else that goes into it is escaped. */
export class Markup {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}

	toString(): string {
		return this.text;
	}
}

type Part = string | number | Markup | readonly Part[] | null | undefined | false;

/** Marks up a mail. What people wrote stays text, whatever it contains. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
	// The indentation of our source is not worth sending.
	const [first = '', ...others] = strings.map((string) => string.replace(/\n\s+/gu, '\n'));
	return new Markup(
		others.reduce((before, string, index) => before + markUp(parts[index]) + string, first)
	);
}

function markUp(part: Part): string {
	if (part === null || part === undefined || part === false) return '';
	if (part instanceof Markup) return part.text;
	if (Array.isArray(part)) return part.map((one: Part) => markUp(one)).join('');
	return escape(String(part));
}

const entities: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

const escape = (text: string) => text.replace(/[&<>"']/gu, (one) => entities[one] ?? one);
