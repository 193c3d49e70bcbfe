import type { WeeklySummary } from '#lib/execution/weekly-summary.ts';
import { oneLine, type Mail } from './mail.ts';
import { weeklyHtml } from './weekly-mail-html.ts';
import { weeklyText } from './weekly-mail-text.ts';

/**
 * The mail that tells one reader how the team stands this week, as HTML and as plain text.
 *
 * @param more `site` is where the site is, such as https://drumbeat.example; `isTest` says in the
 * mail that it was asked for by hand
 */
export function weeklyMail(
	summary: WeeklySummary,
	{
		to,
		site,
		offKey,
		isTest = false
	}: { to: string; site: string; offKey: string; isTest?: boolean }
): Mail {
	const team = `${site}/t/${summary.team.id}`;
	const links = { team, alerts: `${team}/alerts`, off: `${site}/mails/off/${offKey}` };
	return {
		to,
		subject: `${isTest ? 'Test: ' : ''}${subjectOf(summary)}`,
		text: weeklyText(summary, links, isTest),
		html: weeklyHtml(summary, links, isTest),
		unsubscribe: links.off
	};
}

/** `Leadership team, week 48: 1 off track, 2 actions late`. */
export function subjectOf({ team, week, headline }: WeeklySummary): string {
	return oneLine(`${team.name}, ${week.toLowerCase()}: ${headline}`);
}
