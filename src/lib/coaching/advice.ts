import type { Report } from './report.ts';

/** One thing to try next time, and the figure it rests on. */
export type Advice = { words: string; why: string };

/** From here on it stands out: our choices. */
const late = 5;
const overrun = 5;
const uneven = 0.5;
const apart = 4;
const perFactFinding = 5;

/**
 * One suggestion for the next meeting: what costs the room most comes first. A meeting in which nothing
 * stands out is told so.
 */
export function advise(report: Report): Advice {
	const { items, processed, overran, balance, rating, startedLate, took, planned } = report;
	const [longest] = overran;
	if (startedLate >= late)
		return {
			words: 'Start on time, with whoever is there.',
			why: `It began ${startedLate} min after its time.`
		};
	if (items > processed && longest && longest.by >= overrun)
		return {
			words: `Hold ${longest.title} to its time: raise what needs talk, and go on.`,
			why: `It took ${longest.by} min more than planned, and ${items - processed} of ${items} items were not worked to an end.`
		};
	if (items > processed)
		return {
			words: 'Put fewer items in order before you open the first.',
			why: `${items - processed} of ${items} items were not worked to an end.`
		};
	if (took - planned >= overrun)
		return {
			words: 'Say at three quarters how much time is left, and ask: decide, park or extend?',
			why: `It took ${took} of ${planned} min.`
		};
	if (report.factFindings > 0 && report.factFinding / report.factFindings >= perFactFinding)
		return {
			words: 'End fact-finding after three minutes: the question, a name and a day.',
			why: `Fact-finding took ${Math.round(report.factFinding / report.factFindings)} min an item.`
		};
	if (balance !== null && balance < uneven)
		return {
			words: 'Open one item with a round in which everybody says one sentence.',
			why: 'A few people wrote and recorded nearly everything.'
		};
	if (rating.spread !== null && rating.spread >= apart)
		return {
			words: 'Ask in the closing round what the lowest rating would have needed.',
			why: `Ratings went from ${rating.lowest} to ${rating.highest}.`
		};
	const [wish] = report.improvements;
	if (wish)
		return { words: `Try what somebody wished for: ${wish}`, why: 'Nothing else stands out.' };
	return {
		words: 'Keep it as it is, and ask what would have made it a 10.',
		why: 'Nothing stands out: on time, and every item worked to an end.'
	};
}
