import { writeDay } from '#lib/calendar/day.ts';
import { isToTell } from '#lib/meeting/telling.ts';
import type { RecapFacts } from '#lib/notices/recap-facts.ts';
import { letterHtml, letterText, type Letter, type LetterLine } from './letter.ts';
import { oneLine, type Mail } from './mail.ts';

/** Where a mail goes, and where its links lead. */
export type Posting = {
	to: string;
	/** Where the site is, such as https://drumbeat.example. */
	site: string;
	offKey: string;
	/** Where an answer by mail goes; left out where none can be taken. */
	replyTo?: string | undefined;
};

/** The recap of a meeting for one reader: what is theirs on top, then what it left. */
export function recapMail(facts: RecapFacts, reader: string, posting: Posting): Mail {
	const { meeting, team } = facts;
	const letter = recapLetter(facts, reader, posting);
	return {
		to: posting.to,
		subject: oneLine(`Recap: ${meeting.name}, ${writeDay(meeting.occursOn)} (${team.name})`),
		text: letterText(letter),
		html: letterHtml(letter),
		unsubscribe: `${posting.site}/mails/off/${posting.offKey}`,
		...(posting.replyTo && { replyTo: posting.replyTo })
	};
}

/** What the recap mail says to this reader: the ids of the lines that no other mail of the day repeats. */
export function toldBy(facts: RecapFacts, reader: string): string[] {
	return [
		facts.meeting.id,
		...facts.actions.flatMap(({ id, owner }) => (owner === reader ? [id] : [])),
		...facts.asked.map(({ id }) => id)
	];
}

function recapLetter(facts: RecapFacts, reader: string, posting: Posting): Letter {
	const { meeting, team, people, there } = facts;
	const recap = `${posting.site}/m/${meeting.id}/recap`;
	const wasThere = there.includes(reader);
	const nameOf = (person: string | null) =>
		person === reader ? 'You' : (people.find(({ id }) => id === person)?.name ?? '');
	const due = (day: string | null) => (day ? `due ${writeDay(day)}` : '');
	const at = (id: string) => `${recap}#${id}`;
	const own = ownLines(facts, reader, at);
	const sections = [
		{
			heading: 'Decisions',
			lines: facts.decisions.map(({ id, title, owner, why }) => ({
				...{ words: title, href: at(id) },
				beside: said(nameOf(owner), why && `Why: ${why}`)
			}))
		},
		{
			heading: 'Actions',
			lines: facts.actions.map(({ id, title, owner, due: day }) => ({
				...{ words: title, href: at(id) },
				beside: said(nameOf(owner) || 'Nobody yet', due(day))
			}))
		},
		{
			heading: 'Hot items',
			lines: facts.hotItems.map(({ id, title, state, finder, backBy }) => ({
				...{ words: title, href: at(id) },
				beside: said(endings[state] ?? '', nameOf(finder), backBy && `back by ${writeDay(backBy)}`)
			}))
		},
		{ heading: 'Insights', lines: facts.insights.map((one) => lineOf(one, nameOf, at)) },
		{ heading: 'Risks', lines: facts.risks.map((one) => lineOf(one, nameOf, at)) },
		{
			heading: 'What we tell our teams',
			lines: facts.told.map(({ id, body, audience, teller }) => ({
				...{ words: body, href: at(id) },
				beside: said(audience, teller ? `told by ${nameOf(teller).replace(/^You$/u, 'you')}` : '')
			}))
		}
	];
	return {
		over: `${team.name}, ${writeDay(meeting.occursOn, 'long')}`,
		title: meeting.name,
		lead: `${wasThere ? '' : 'You were not there. '}${headline(facts)}`,
		...(own.length > 0 && { own: { heading: 'Yours', lines: own } }),
		sections: sections.filter(({ lines }) => lines.length > 0),
		button:
			wasThere || facts.signed
				? { words: 'Open the recap', href: recap }
				: {
						words: 'Catch up and say that you read it',
						href: `${posting.site}/t/${team.id}/catch-up`
					},
		foot: [
			{ words: 'One such mail comes when a meeting closes. What is sealed is not in it.' },
			{
				words: 'Choose what you are told of',
				href: `${posting.site}/t/${team.id}/settings/mine`
			},
			{
				words: 'Send me no more recaps',
				href: `${posting.site}/mails/off/${posting.offKey}`
			}
		],
		...(posting.replyTo && { isAnswerable: true })
	};
}

/** Actions, facts to find, words to answer, and what to tell, for whom the mail is. */
function ownLines(facts: RecapFacts, reader: string, at: (id: string) => string): LetterLine[] {
	const by = (person: string | null) =>
		facts.people.find(({ id }) => id === person)?.name ?? 'Somebody';
	return [
		...facts.actions
			.filter(({ owner }) => owner === reader)
			.map(({ id, title, due }) => ({
				...{ words: title, href: at(id) },
				beside: `Action, ${due ? `due ${writeDay(due, 'long')}` : 'no date'}`
			})),
		...facts.hotItems
			.filter(({ finder, state }) => finder === reader && state === 'fact-finding')
			.map(({ id, title, backBy }) => ({
				...{ words: title, href: at(id) },
				beside: `You find the facts${backBy ? `, back by ${writeDay(backBy, 'long')}` : ''}`
			})),
		...facts.asked.map(({ id, by: author, body, line }) => ({
			...{ words: body, href: at(`comment-${id}`) },
			beside: `${by(author)} asks you${line ? `, on “${line.slice(0, 80)}”` : ''}`
		})),
		...(facts.mayWrite
			? facts.told
					.filter((one) => isToTell(one, reader))
					.map(({ id, body, audience }) => ({
						...{ words: body, href: at(id) },
						beside: `To tell your team${audience ? ` (${audience})` : ''}`
					}))
			: [])
	];
}

const endings: Record<string, string> = {
	resolved: 'Resolved',
	'fact-finding': 'Facts to be found',
	parked: 'Parked for the next meeting',
	merged: 'Part of another item',
	dropped: 'Dropped',
	open: 'Not reached'
};

const said = (...parts: (string | null)[]) => parts.filter(Boolean).join(' · ');

const lineOf = (
	{ id, title, owner }: RecapFacts['insights'][number],
	nameOf: (person: string | null) => string,
	at: (id: string) => string
): LetterLine => ({ words: title, href: at(id), beside: nameOf(owner) });

/** `2 decisions, 3 actions, rated 8.5.` */
function headline({ decisions, actions, hotItems, ratings }: RecapFacts): string {
	const counted = (count: number, one: string) =>
		count > 0 ? `${count} ${one}${count === 1 ? '' : 's'}` : '';
	const parts = [
		counted(decisions.length, 'decision'),
		counted(actions.length, 'action'),
		counted(hotItems.length, 'hot item'),
		ratings.length > 0
			? `rated ${(ratings.reduce((sum, one) => sum + one, 0) / ratings.length).toFixed(1)}`
			: ''
	].filter(Boolean);
	return parts.length > 0 ? `${parts.join(', ')}.` : 'It left nothing written down.';
}
