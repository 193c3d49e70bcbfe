import { writeDay } from '#lib/calendar/day.ts';

/** What the minutes of one meeting are written from; people by name, times as ISO instants. */
export type Minutes = {
	team: string;
	name: string;
	number: number;
	state: string;
	/** The ISO day on which it was held. */
	day: string;
	place: string;
	present: string[];
	decisions: { title: string; owner: string }[];
	actions: { title: string; owner: string; due: string | null; done: boolean }[];
	insights: string[];
	risks: { title: string; owner: string }[];
	hotItems: { id: string; title: string; question: string; state: string }[];
	segments: { id: string; title: string; plannedMinutes: number; spentMs: number }[];
	notes: { of: string | null; body: string; author: string }[];
	cascade: { audience: string; body: string; teller: string }[];
	/** Empty before the reveal. */
	ratings: number[];
};

/** The minutes as Markdown. People's words are escaped: nobody writes a heading or a link by accident. */
export function writeMinutes(minutes: Minutes): string {
	const { team, name, number, day, state, place, present } = minutes;
	const lines = [
		`# ${plain(name)} ${number}`,
		'',
		`${plain(team)}, ${writeDay(day, 'dated')}${place ? `, ${plain(place)}` : ''}. ${state === 'closed' ? '' : `State: ${state}.`}`.trim(),
		'',
		...(present.length > 0 ? [`Present: ${present.map(plain).join(', ')}.`, ''] : []),
		...section(
			'Decisions',
			minutes.decisions.map(({ title, owner }) => plain(title) + by(owner))
		),
		...section(
			'Actions',
			minutes.actions.map(
				({ title, owner, due, done }) =>
					`[${done ? 'x' : ' '}] ${plain(title)}${by(owner)}${due ? `, due ${writeDay(due, 'dated')}` : ''}`
			)
		),
		...section(
			'Hot items',
			minutes.hotItems.map(
				({ title, question, state: stands }) =>
					`${plain(title)}${question ? `: ${plain(question)}` : ''} (${stands})`
			)
		),
		...section('Insights', minutes.insights.map(plain)),
		...section(
			'Risks',
			minutes.risks.map(({ title, owner }) => plain(title) + by(owner))
		),
		...section(
			'What we tell our teams',
			minutes.cascade.map(
				({ audience, body, teller }) =>
					`${audience ? `**${plain(audience)}** ` : ''}${plain(body)}${by(teller)}`
			)
		),
		...section(
			'Time',
			minutes.segments.map(
				({ title, plannedMinutes, spentMs }) =>
					`${plain(title)}: ${Math.round(spentMs / 60_000)} min of ${plannedMinutes} planned`
			)
		),
		...notes(minutes),
		...(minutes.ratings.length > 0
			? [
					'## Rating',
					'',
					`${mean(minutes.ratings).toFixed(1)} from ${minutes.ratings.length} (${minutes.ratings.join(', ')})`,
					''
				]
			: [])
	];
	return `${lines.join('\n').trim()}\n`;
}

function section(title: string, lines: string[]): string[] {
	return lines.length > 0 ? [`## ${title}`, '', ...lines.map((line) => `- ${line}`), ''] : [];
}

function notes({ notes, segments, hotItems }: Minutes): string[] {
	const places = [{ id: null, title: 'Before the meeting' }, ...segments, ...hotItems];
	const written = places.flatMap(({ id, title }) => {
		const own = notes.filter(({ of, body }) => of === id && body.trim() !== '');
		if (own.length === 0) return [];
		return [
			`### ${plain(title)}`,
			'',
			...own.map(({ body, author }) => `- ${plain(body)}${by(author)}`),
			''
		];
	});
	return written.length > 0 ? ['## Notes', '', ...written] : [];
}

const by = (name: string) => (name ? ` (${plain(name)})` : '');
const mean = (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;

/** One line without markup, whatever was typed. */
function plain(text: string): string {
	return text
		.replace(/\s+/gu, ' ')
		.trim()
		.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
		.replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1');
}
