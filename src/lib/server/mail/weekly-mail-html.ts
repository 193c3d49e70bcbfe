import type { DueLine, PriorityLine, WeeklySummary } from '#lib/execution/weekly-summary.ts';
import type { Phase } from '#lib/execution/weekly-phases.ts';
import { html, Markup } from './markup.ts';
import { label, light, sheet, small, ui, words } from './paper.ts';
import {
	healthWords,
	ownerWords,
	shareWords,
	statusWords,
	type WeeklyLinks
} from './weekly-mail-words.ts';

/**
 * The weekly mail for whoever reads mails with headings and colours. Mail programs drop style sheets
 * or understand half of them, so whatever must hold is inline, in tables; the sheet only turns
 * colours round in the dark and makes phones roomier. There is no picture: nothing is fetched.
 */
export function weeklyHtml(summary: WeeklySummary, links: WeeklyLinks, isTest: boolean): string {
	const { challenge, phases, insights, priorities, message, actions, moreActions, risks } = summary;
	return html`<!doctype html>
		<html lang="en-GB">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="supported-color-schemes" content="light dark" />
				<title>${summary.team.name}, ${summary.week.toLowerCase()}</title>
				<style>
					${new Markup(sheet)}
				</style>
			</head>
			<body
				class="canvas"
				style="margin:0;padding:0;background:${light.canvas};color:${light.text};-webkit-text-size-adjust:100%"
			>
				<div style="display:none;max-height:0;overflow:hidden">
					${summary.headline}. ${challenge?.title ?? ''}
				</div>
				<table
					role="presentation"
					width="100%"
					cellpadding="0"
					cellspacing="0"
					border="0"
					class="canvas"
					style="background:${light.canvas}"
				>
					<tr>
						<td align="center" class="around" style="padding:24px 12px">
							<table
								role="presentation"
								width="100%"
								cellpadding="0"
								cellspacing="0"
								border="0"
								class="paper"
								style="max-width:640px;background:${light.surface};border:1px solid ${light.line};border-radius:10px;${ui};text-align:left"
							>
								<tr>
									<td class="in" style="padding:24px 28px 4px">
										${isTest && html`<p class="quiet" style="${small};color:${light.quiet};margin:0 0 12px">This is a test that you asked for. The weekly mail looks like this.</p>`}
										<p class="quiet" style="${small};color:${light.quiet};margin:0">
											${summary.week} <span aria-hidden="true">·</span> Weekly alert
										</p>
										<h1
											dir="auto"
											style="font-size:24px;line-height:30px;font-weight:600;margin:2px 0 0;letter-spacing:-0.01em;overflow-wrap:anywhere"
										>
											${summary.team.name}
										</h1>
										<p
											class="dim"
											style="margin:4px 0 0;font-size:15px;line-height:22px;color:${light.dim}"
										>
											${sentence(summary.headline)}
										</p>
									</td>
								</tr>
								<tr>
									<td class="in" style="padding:16px 28px 0">
										<table
											role="presentation"
											width="100%"
											cellpadding="0"
											cellspacing="0"
											border="0"
											class="soft"
											style="background:${light.soft};border-radius:6px"
										>
											<tr>
												<td style="padding:12px 16px 14px">
													<h2 class="quiet" style="${label};color:${light.quiet};margin:0 0 4px">
														Key challenge
													</h2>
													${
														challenge
															? html`<p dir="auto" style="${words};margin:0">${challenge.title}</p>
																	<p
																		dir="auto"
																		class="dim"
																		style="${small};color:${light.dim};margin:3px 0 0"
																	>
																		${challenge.why}
																	</p>`
															: html`<p style="font-size:15px;line-height:22px;margin:0">
																	Nothing stands out this week.
																</p>`
													}
												</td>
											</tr>
										</table>
									</td>
								</tr>
								${section(
									'Priorities',
									priorities.length > 0
										? priorities.map(priorityRow)
										: nothing('No priority is active. Choose at most five, each with one owner.')
								)}
								${section(
									'Actions that need attention',
									actions.length > 0
										? [
												...actions.map(dueRow),
												moreActions > 0 &&
													html`<p style="${small};margin:10px 0 0">
														<a href="${links.team}/actions" class="link" style="color:${light.link}"
															>And ${moreActions} more</a
														>
													</p>`
											]
										: nothing('None is late or due this week.')
								)}
								${risks.length > 0 && section('Risks to review', risks.map(dueRow))}
								${section('How far we are', phases.map(phaseRow))}
								${section(
									'Insights of the week',
									insights.length > 0
										? insights.map(
												({ title, by }) =>
													html`<p dir="auto" style="${words};margin:10px 0 0">
														${title}${by && html` <span class="quiet" style="${ui};${small};color:${light.quiet}">${by}</span>`}
													</p>`
											)
										: nothing('None was kept in the last seven days.')
								)}
								${
									message.length > 0 &&
									section(
										'Leadership message',
										message.map(
											({ question, answer }) =>
												html`<p class="quiet" style="${small};color:${light.quiet};margin:12px 0 0">
														${question}
													</p>
													<p dir="auto" style="${words};margin:1px 0 0">${inLines(answer)}</p>`
										)
									)
								}
								<tr>
									<td class="in" style="padding:26px 28px 28px">
										<table role="presentation" cellpadding="0" cellspacing="0" border="0">
											<tr>
												<td class="button" style="background:${light.link};border-radius:6px">
													<a
														href="${links.team}"
														class="on-button"
														style="display:inline-block;padding:11px 18px;color:#fdfdfd;font-size:15px;line-height:20px;font-weight:600;text-decoration:none"
														>Open the team</a
													>
												</td>
											</tr>
										</table>
									</td>
								</tr>
							</table>
							<table
								role="presentation"
								width="100%"
								cellpadding="0"
								cellspacing="0"
								border="0"
								style="max-width:640px;${ui};text-align:left"
							>
								<tr>
									<td class="in quiet" style="padding:16px 28px 8px;${small};color:${light.quiet}">
										<p style="margin:0">
											Once a week, to ${summary.reader || 'you'}.
											<a href="${links.alerts}" class="link" style="color:${light.link}"
												>Change day and time</a
											>, or
											<a href="${links.off}" class="link" style="color:${light.link}"
												>send me no more of them</a
											>.
										</p>
										<p style="margin:6px 0 0">Drumbeat</p>
									</td>
								</tr>
							</table>
						</td>
					</tr>
				</table>
			</body>
		</html>`.text;
}

/** Shape and word, so that it reads without colour. */
const shapes = { on: '●', risk: '▲', off: '■', none: '○' } as const;

/** What people wrote in several lines stays in several lines. */
const inLines = (text: string) =>
	text.split('\n').map((line, index) => html`${index > 0 && html`<br />`}${line}`);

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const nothing = (said: string) =>
	html`<p class="quiet" style="font-size:15px;line-height:22px;color:${light.quiet};margin:8px 0 0">
		${said}
	</p>`;

function section(heading: string, content: Parameters<typeof html>[1]): Markup {
	return html`<tr>
		<td class="in" style="padding:26px 28px 0">
			<h2 style="font-size:16px;line-height:22px;font-weight:600;margin:0">${heading}</h2>
			${content}
		</td>
	</tr>`;
}

function priorityRow(priority: PriorityLine): Markup {
	const { title, status, why, progress, isMine, owner } = priority;
	const facts = [progress, healthWords(priority)].filter(Boolean).join(', ');
	return html`<div
		class="line"
		style="border-top:1px solid ${light.line};margin-top:10px;padding-top:10px"
	>
		${isMine && html`<p style="margin:0 0 4px"><span class="tag" style="display:inline-block;background:${light.tag};color:${light.link};border-radius:4px;padding:2px 8px;font-size:12px;line-height:17px;font-weight:600;letter-spacing:.02em">ASSIGNED TO YOU</span></p>`}
		<p dir="auto" style="${words};margin:0">${title}</p>
		<p style="${small};margin:4px 0 0">
			<span class="${status}" style="color:${light[status]};font-weight:600"
				><span aria-hidden="true">${shapes[status]}</span> ${statusWords[status]}</span
			>
			<span class="dim" dir="auto" style="color:${light.dim}">${why}</span>
		</p>
		<p class="quiet" style="${small};color:${light.quiet};margin:2px 0 0">
			<span dir="auto">${owner === null ? 'Nobody is accountable' : ownerWords(priority)}</span
			>${facts && html` <span aria-hidden="true">·</span> ${facts}`}
		</p>
	</div>`;
}

function dueRow(line: DueLine): Markup {
	const who = line.isMine
		? html`<b class="link" style="color:${light.link}">You</b>`
		: html`<span dir="auto">${ownerWords(line)}</span>`;
	const late = line.isLate
		? html`<span class="off" style="color:${light.off};font-weight:600">${line.due}</span>`
		: html`<span>${line.due}</span>`;
	return html`<div
		class="line"
		style="border-top:1px solid ${light.line};margin-top:10px;padding-top:10px"
	>
		<p dir="auto" style="${words};margin:0">${line.title}</p>
		<p class="quiet" style="${small};color:${light.quiet};margin:2px 0 0">
			${who}
			<span aria-hidden="true">·</span>
			${late}${line.of && html` <span aria-hidden="true">·</span> <span dir="auto">${line.of}</span>`}
		</p>
	</div>`;
}

function phaseRow({ name, share, words: said }: Phase): Markup {
	const full = Math.round((share ?? 0) * 100);
	const cell = (width: number, of: string, colour: string) =>
		width > 0 &&
		html`<td
			width="${width}%"
			class="${of}"
			style="background:${colour};height:6px;font-size:0;line-height:6px;border-radius:3px"
		>
			&nbsp;
		</td>`;
	return html`<table
		role="presentation"
		width="100%"
		cellpadding="0"
		cellspacing="0"
		border="0"
		style="margin-top:12px"
	>
		<tr>
			<td style="font-size:15px;line-height:20px;font-weight:600">${name}</td>
			<td align="right" class="dim" style="${small};color:${light.dim}">${shareWords(share)}</td>
		</tr>
		<tr>
			<td colspan="2" style="padding:5px 0 3px">
				<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
					<tr>
						${cell(full, 'full', '#2253b5')}${cell(100 - full, 'bar', '#cdccc7')}
					</tr>
				</table>
			</td>
		</tr>
		<tr>
			<td colspan="2" class="quiet" style="${small};color:${light.quiet}">${said}</td>
		</tr>
	</table>`;
}
