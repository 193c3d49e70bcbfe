/** What somebody typed in a field of a form; a file in its place is nothing. */
export function typedIn(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
