/** Verbs titles of priorities begin with; after `to` such a title can stand in a sentence. */
const verbs = new Set(
	`achieve add attract automate be become begin bring build buy certify clear close complete connect convert
	create cut decide deliver design develop double earn end enter establish expand fill find finish fix get
	give grow halve hire hit hold implement improve increase install integrate introduce keep launch lower
	make merge migrate move open pass pilot prepare prevent prove publish raise reach recruit redesign reduce
	relaunch release rebuild renew reorganise replace restructure retain retrain roll run save secure sell
	set shift ship shorten sign simplify stabilise standardise start stop switch teach test train triple turn
	unify upgrade win write`.split(/\s+/u)
);

/** The title as it stands after `to`: `reach 99% fleet uptime`, or `deliver “Project Falcon”`. */
export function aimOf(title: string): string {
	const [, first = '', rest = ''] = /^(\p{L}+)(.*)$/su.exec(title.trim()) ?? [];
	if (verbs.has(first.toLowerCase())) return `${first.toLowerCase()}${rest}`;
	return title.trim() === '' ? '' : `deliver “${title.trim()}”`;
}

/**
 * A name as it stands in a sentence: a full stop of its own would end that sentence, and quotes in
 * it are the inner ones.
 */
export function quote(words: string): string {
	const inner = words
		.trim()
		.replace(/[.;,]+$/u, '')
		.replaceAll('“', '‘')
		.replaceAll('”', '’');
	return `“${inner}”`;
}
