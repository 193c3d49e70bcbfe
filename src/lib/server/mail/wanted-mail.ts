import { writeDay } from '#lib/calendar/day.ts';
import type { RoundKind } from '#lib/diagnosis/blind-round.ts';
import { oneLine, type Mail } from './mail.ts';

/** What somebody is wanted for. Days are ISO dates. */
export type WantedFor =
	| { what: 'round'; kind: RoundKind; dueOn: string | null }
	/** `late` days after it was due; null where nobody has ever signed the chart. */
	| { what: 'review'; late: number | null };

type Wanted = {
	to: string;
	team: { id: string; name: string };
	wanted: WantedFor;
	/** Where the site is, such as https://drumbeat.example. */
	site: string;
	offKey: string;
};

const rounds: Record<RoundKind, { asks: string; page: string; takes: string }> = {
	pillars: { asks: 'where its six pillars stand', page: 'pillars', takes: 'five minutes' },
	'execution gap': { asks: 'where execution breaks', page: 'health', takes: 'six minutes' }
};

/** Asks somebody to answer blind, or to go through the accountability chart. It says no answer. */
export function wantedMail({ to, team, wanted, site, offKey }: Wanted): Mail {
	const off = `${site}/mails/off/${offKey}`;
	const name = oneLine(team.name);
	return {
		to,
		...(wanted.what === 'round'
			? ofRound(wanted, name, `${site}/t/${team.id}`, off)
			: ofReview(wanted, name, `${site}/t/${team.id}`, off)),
		unsubscribe: off
	};
}

function ofRound(
	{ kind, dueOn }: WantedFor & { what: 'round' },
	team: string,
	home: string,
	off: string
) {
	const { asks, page, takes } = rounds[kind];
	return {
		subject: `${team} asks you ${asks}`,
		text: [
			`${team} asks each leader ${asks}. One tap for each line, about ${takes}, on any device.${dueOn ? ` Please answer by ${writeDay(dueOn, 'long')}.` : ''}`,
			`    ${home}/${page}`,
			'Nobody learns whose an answer is, admins included, and nobody sees one before all are shown together.',
			`There is one such mail for a round. If you want no more mails that ask something of you: ${off}`,
			'Drumbeat'
		].join('\n\n')
	};
}

function ofReview(
	{ late }: WantedFor & { what: 'review' },
	team: string,
	home: string,
	off: string
) {
	const since =
		late === null
			? 'Nobody has signed it yet.'
			: late === 0
				? 'It was signed a quarter ago.'
				: `It has waited ${late} ${late === 1 ? 'day' : 'days'}.`;
	return {
		subject: `The accountability chart of ${team} is due for its review`,
		text: [
			`The accountability chart of ${team} is gone through once a quarter. ${since} Go through who holds which seat, mend what has changed, and sign it.`,
			`    ${home}/structure#review`,
			`There is one such mail a quarter. If you want no more mails that ask something of you: ${off}`,
			'Drumbeat'
		].join('\n\n')
	};
}
