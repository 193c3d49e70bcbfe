/**
 * The items of an answer's first list that are whole, while the rest is still coming. What is not
 * JSON is left out here; the answer as a whole is read once it is there.
 */
export function wholeItems(text: string): unknown[] {
	const list = text.indexOf('[');
	if (list < 0) return [];
	const items: unknown[] = [];
	let depth = 0;
	let start = -1;
	let isQuoted = false;
	for (let at = list + 1; at < text.length; at++) {
		const letter = text[at];
		if (isQuoted) {
			if (letter === '\\') at++;
			else if (letter === '"') isQuoted = false;
		} else if (letter === '"') isQuoted = true;
		else if (letter === '{' || letter === '[') {
			if (depth === 0) start = at;
			depth++;
		} else if (letter === '}' || letter === ']') {
			if (depth === 0) break;
			depth--;
			if (depth > 0) continue;
			try {
				items.push(JSON.parse(text.slice(start, at + 1)));
			} catch {
				// Whoever reads the whole answer says so.
			}
		}
	}
	return items;
}
