import { dueInWords, writeDay } from '#lib/calendar/day.ts';
import type { Kind } from '#lib/notices/kinds.ts';
import type { NoticeFacts } from '#lib/notices/notice-facts.ts';
import { letterHtml, letterText, type Letter, type LetterLine } from './letter.ts';
import { oneLine, type Mail } from './mail.ts';
import type { Posting } from './recap-mail.ts';

/** One thing to tell somebody. `today` is theirs, as an ISO date. */
export type Told = { kind: Kind; thing: string; facts: NoticeFacts };

/** A mail about one thing. */
export function noticeMail({ kind, thing, facts }: Told, today: string, posting: Posting): Mail {
	const line = lineOf({ kind, thing, facts }, today, posting.site);
	const title = titleOf(kind, facts, today);
	return write(
		posting,
		oneLine(kind === 'mention' ? `${title} (${facts.team.name})` : `${title}: ${line.words}`),
		{
			over: facts.team.name,
			title,
			sections: [{ heading: headings[kind], lines: [line] }],
			button: { words: buttons[kind], href: line.href ?? posting.site },
			foot: footOf(posting, facts.team.id, 'Send me no more of these'),
			...(posting.replyTo && { isAnswerable: true })
		}
	);
}

/** The mail of a day, with everything somebody wanted to be told of together. */
export function digestMail(told: readonly Told[], today: string, posting: Posting): Mail {
	const order: Kind[] = ['mention', 'due', 'assigned', 'acknowledge', 'recap'];
	const count = told.length === 1 ? 'One thing' : `${told.length} things`;
	const [team] = told.map(({ facts }) => facts.team.id);
	const isOfOneTeam = new Set(told.map(({ facts }) => facts.team.id)).size === 1;
	return write(posting, `${count} for you, ${writeDay(today)}`, {
		over: isOfOneTeam ? (told[0]?.facts.team.name ?? '') : writeDay(today, 'long'),
		title: `${count} for you`,
		sections: order
			.map((kind) => ({
				heading: headings[kind],
				lines: told
					.filter((one) => one.kind === kind)
					.map((one) => lineOf(one, today, posting.site, !isOfOneTeam))
			}))
			.filter(({ lines }) => lines.length > 0),
		button: { words: 'See what needs you', href: `${posting.site}/t/${team}/catch-up` },
		foot: footOf(posting, team ?? '', 'Send me no more digests')
	});
}

const headings: Record<Kind, string> = {
	mention: 'Words to you',
	due: 'Actions that are due',
	assigned: 'Given to you',
	acknowledge: 'Decisions you have not acknowledged',
	recap: 'Recaps'
};

const buttons: Record<Kind, string> = {
	mention: 'Open the recap',
	due: 'Open your actions',
	assigned: 'Open your actions',
	acknowledge: 'Catch up',
	recap: 'Open the recap'
};

function titleOf(kind: Kind, facts: NoticeFacts, today: string): string {
	const who = facts.by ?? 'Somebody';
	switch (kind) {
		case 'mention':
			return `${who} wrote to you`;
		case 'due':
			return `${dueInWords(facts.due, today).isLate ? 'Was due yesterday' : 'Due tomorrow'}`;
		case 'assigned':
			return 'An action for you';
		case 'acknowledge':
			return 'Decisions of a meeting you missed';
		case 'recap':
			return 'Recap';
	}
}

function lineOf(
	{ kind, thing, facts }: Told,
	today: string,
	site: string,
	namesTeam = false
): LetterLine {
	const { words, by, about, due, meeting, team } = facts;
	const of = namesTeam ? ` · ${team.name}` : '';
	switch (kind) {
		case 'mention':
			return {
				words,
				href: `${site}/m/${meeting}/recap#comment-${thing}`,
				beside: `${by ?? 'Somebody'}${about ? `, on “${about.slice(0, 80)}”` : ''}${of}`
			};
		case 'due':
		case 'assigned': {
			const { words: when, isLate } = dueInWords(due, today);
			const isSealed = words === '';
			return {
				words: isSealed ? 'An action of a sealed item; its words are in no mail' : words,
				href: `${site}/t/${team.id}/actions`,
				beside: `${due && !isLate ? `Due ${when.toLowerCase() === 'tomorrow' ? 'tomorrow' : when}` : when}${of}`,
				isLate
			};
		}
		case 'acknowledge':
			return {
				words: about || words,
				href: `${site}/t/${team.id}/catch-up`,
				beside: `${words}${due ? `, ${writeDay(due, 'long')}` : ''}${of}`
			};
		case 'recap':
			return {
				words,
				href: `${site}/m/${meeting}/recap`,
				beside: `${due ? writeDay(due, 'long') : ''}${of}`
			};
	}
}

function footOf({ site, offKey }: Posting, team: string, off: string): Letter['foot'] {
	return [
		{ words: 'Choose what you are told of', href: `${site}/t/${team}/settings/mine` },
		{ words: off, href: `${site}/mails/off/${offKey}` }
	];
}

function write({ to, site, offKey, replyTo }: Posting, subject: string, letter: Letter): Mail {
	return {
		...{ to, subject: subject.slice(0, 180) },
		text: letterText(letter),
		html: letterHtml(letter),
		unsubscribe: `${site}/mails/off/${offKey}`,
		...(replyTo && { replyTo })
	};
}
