import type { DueLine, PriorityLine, WeeklySummary } from '#lib/execution/weekly-summary.ts';
import { oneLine } from './mail.ts';
import {
	healthWords,
	ownerWords,
	shareWords,
	statusWords,
	type WeeklyLinks
} from './weekly-mail-words.ts';

/** The plain text, for whoever reads mails so, and for programs that read them out. */
export function weeklyText(summary: WeeklySummary, links: WeeklyLinks, isTest: boolean): string {
	const { team, week, challenge, phases, priorities, insights, message, actions, risks } = summary;
	const blocks = [
		isTest ? 'This is a test that you asked for. The weekly mail looks like this.' : '',
		`${oneLine(team.name)}, ${week.toLowerCase()}`,
		section(
			'KEY CHALLENGE',
			challenge
				? [`${oneLine(challenge.title)}. ${oneLine(challenge.why)}`]
				: ['Nothing stands out.']
		),
		section(
			'PRIORITIES',
			priorities.length > 0 ? priorities.map(priorityText) : ['No priority is active.']
		),
		section('ACTIONS THAT NEED ATTENTION', [
			...(actions.length > 0 ? actions.map(dueText) : ['None is late or due this week.']),
			...(summary.moreActions > 0 ? [`And ${summary.moreActions} more: ${links.team}/actions`] : [])
		]),
		risks.length > 0 ? section('RISKS TO REVIEW', risks.map(dueText)) : '',
		section(
			'PHASES',
			phases.map(({ name, share, words }) => `${name}: ${shareWords(share)}. ${words}`)
		),
		section(
			'INSIGHTS OF THE WEEK',
			insights.length > 0
				? insights.map(({ title, by }) => `${oneLine(title)}${by ? ` (${oneLine(by)})` : ''}`)
				: ['None was kept in the last seven days.']
		),
		message.length > 0
			? section(
					'LEADERSHIP MESSAGE',
					message.map(({ question, answer }) => `${question}: ${answer.replace(/\s+/gu, ' ')}`)
				)
			: '',
		`Open the team: ${links.team}`,
		`Once a week, to ${oneLine(summary.reader) || 'you'}. Another day or time: ${links.alerts}\nSend me no more of them: ${links.off}`,
		'Drumbeat'
	];
	return blocks.filter((block) => block !== '').join('\n\n');
}

function section(heading: string, lines: readonly string[]): string {
	return [heading, ...lines.map((line) => `- ${line}`)].join('\n');
}

function priorityText(priority: PriorityLine): string {
	const { title, status, why, progress, isMine } = priority;
	return [
		`${isMine ? 'ASSIGNED TO YOU: ' : ''}${oneLine(title)}`,
		`  ${[statusWords[status], `Owner: ${oneLine(ownerWords(priority))}`].join('. ')}`,
		`  ${[oneLine(why), progress, healthWords(priority)].filter(Boolean).join('. ')}`
	].join('\n');
}

function dueText(line: DueLine): string {
	const of = line.of ? `, ${oneLine(line.of)}` : '';
	return `${oneLine(line.title)}${of}. ${oneLine(ownerWords(line))}. ${line.due}.`;
}
