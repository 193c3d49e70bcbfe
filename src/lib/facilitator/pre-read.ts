import { writeDay } from '#lib/calendar/day.ts';
import { reviewDue, reviewDueWords } from '#lib/learning/due.ts';
import type { EarlierAction, Offer } from '#lib/meeting/carry-over.ts';
import { timesUndone } from '#lib/meeting/carry-over.ts';
import type { Called } from './numbers-call.ts';
import type { EarlierItem } from './repeats.ts';
import { History } from './said-before.ts';

/** One thing to know before the meeting; `about` is what it rests on, by its id. */
export type PreReadLine = {
	words: string;
	why: string;
	about: { what: 'metric' | 'action' | 'hot item' | 'register'; id: string };
};

/** What to read before the meeting, by rule: empty parts are left out by whoever shows it. */
export type PreRead = Record<'changed' | 'due' | 'repeats' | 'waits', PreReadLine[]>;

/** What the rules read it from; `today` is an ISO date, the day of the meeting. */
export type BeforeMeeting = {
	called: readonly Called[];
	actions: readonly EarlierAction[];
	offers: readonly Offer[];
	earlier: readonly EarlierItem[];
	nameOf: (person: string) => string;
	/** The days of the meetings that learned what no strategy review has looked at (ISO dates). */
	unreviewed?: readonly string[];
	today: string;
};

/**
 * What changed (the numbers a rule nominates), what is due (open actions due by the meeting, or without
 * owner or date), what repeats (what waits and was a matter before), and what waits for follow-up.
 */
export function preRead(before: BeforeMeeting): PreRead {
	const { called, actions, offers, today } = before;
	const open = actions.filter(({ doneAt }) => doneAt === null);
	return {
		changed: called.map(({ metric, title, why }) => ({
			words: title,
			why,
			about: { what: 'metric', id: metric }
		})),
		due: [
			...reviewLine(before.unreviewed ?? [], today),
			...open.flatMap((action) => dueLine(action, before.nameOf, today))
		],
		repeats: repeated(before),
		waits: offers.map(({ item, why }) => ({
			words: item.title,
			why: waiting[why],
			about: { what: 'hot item', id: item.id }
		}))
	};
}

const waiting: Record<Offer['why'], string> = {
	parked: 'Parked, and not taken up since.',
	'not reached': 'The last meeting did not reach it.',
	'facts due': 'The facts are due back.'
};

function reviewLine(unreviewed: readonly string[], today: string): PreReadLine[] {
	const due = reviewDue(unreviewed, today);
	if (!due) return [];
	const why = `The oldest is of ${writeDay(due.since, 'dated')}.`;
	return [{ words: reviewDueWords(due), why, about: { what: 'register', id: '' } }];
}

function dueLine(
	{ id, title, owner, due, reviews }: EarlierAction,
	nameOf: (person: string) => string,
	today: string
): PreReadLine[] {
	const undone = timesUndone(reviews);
	const lacks = [...(owner === null ? ['no owner'] : []), ...(due === null ? ['no date'] : [])];
	if (lacks.length === 0 && due !== null && due > today) return [];
	const who = owner === null ? [] : [nameOf(owner)];
	const when =
		due === null ? [] : [due < today ? `late since ${writeDay(due)}` : `due ${writeDay(due)}`];
	const again = undone > 1 ? [`undone ${undone} times`] : [];
	return [
		{
			words: title,
			why: `${[...who, ...when, ...lacks, ...again].join(', ')}.`,
			about: { what: 'action', id }
		}
	];
}

/** What waits or is nominated, and resembles an older matter that something came of, or nothing did. */
function repeated({ offers, called, earlier }: BeforeMeeting): PreReadLine[] {
	const waits = new Set(offers.map(({ item }) => item.id));
	const older = earlier.filter(({ id }) => !waits.has(id));
	const history = new History(older);
	const asked = [
		...offers.map(({ item }) => ({
			words: item.title,
			text: `${item.title} ${item.question}`,
			about: { what: 'hot item' as const, id: item.id }
		})),
		...called.map(({ metric, title }) => ({
			words: title,
			text: title,
			about: { what: 'metric' as const, id: metric }
		}))
	];
	return asked.flatMap(({ words, text, about }): PreReadLine[] => {
		const [like] = history.like(text);
		const found = older.find(({ id }) => id === like?.id);
		if (!found) return [];
		const came = found.outcome || 'nothing came of it';
		return [{ words, why: `The team had it on ${writeDay(found.on, 'dated')}: ${came}.`, about }];
	});
}
