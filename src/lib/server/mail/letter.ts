import { html, Markup } from './markup.ts';
import { oneLine } from './mail.ts';
import { label, light, sheet, small, ui, words } from './paper.ts';

/** One thing a letter tells: the words of somebody, where they stand, and what is said beside them. */
export type LetterLine = { words: string; href?: string; beside?: string; isLate?: boolean };

/** A mail before it is HTML or text, so that both say the same. */
export type Letter = {
	/** Above the title: the team, the day. */
	over: string;
	title: string;
	/** One sentence below the title. */
	lead?: string;
	/** What is the reader's own, set apart on top. */
	own?: { heading: string; lines: readonly LetterLine[] };
	sections: readonly { heading: string; lines: readonly LetterLine[] }[];
	button: { words: string; href: string };
	/** Why it came, and how it is stopped. */
	foot: readonly { words: string; href?: string }[];
	/** True when an answer by mail becomes a comment. */
	isAnswerable?: boolean;
};

/** Whatever a person writes above it is their answer. */
export const answerAbove = 'Answer above this line, and your words become a comment.';

/** The plain text, for whoever reads mails so, and for programs that read them out. */
export function letterText(letter: Letter): string {
	const { own, sections, button, foot } = letter;
	return [
		...(letter.isAnswerable ? [`-- ${answerAbove} --`] : []),
		`${oneLine(letter.over)}\n${oneLine(letter.title)}`,
		...(letter.lead ? [letter.lead] : []),
		...[...(own ? [own] : []), ...sections].map(({ heading, lines }) =>
			[heading.toUpperCase(), ...lines.map(lineText)].join('\n')
		),
		`${button.words}: ${button.href}`,
		foot.map(({ words, href }) => (href ? `${words}: ${href}` : words)).join('\n'),
		'Drumbeat'
	].join('\n\n');
}

function lineText({ words, beside, href }: LetterLine): string {
	const said = words
		.trim()
		.split(/\s*\n\s*/u)
		.map(oneLine)
		.join('\n  ');
	return [
		`- ${said}`,
		...(beside ? [`  ${oneLine(beside)}`] : []),
		...(href ? [`  ${href}`] : [])
	].join('\n');
}

/**
 * The same for whoever reads mails with headings and colours. Whatever must hold is inline, in tables,
 * because mail programs drop style sheets or understand half of them. Nothing is fetched.
 */
export function letterHtml(letter: Letter): string {
	const { own, sections, button, foot } = letter;
	return html`<!doctype html>
		<html lang="en-GB">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="supported-color-schemes" content="light dark" />
				<title>${letter.title}</title>
				<style>
					${new Markup(sheet)}
				</style>
			</head>
			<body
				class="canvas"
				style="margin:0;padding:0;background:${light.canvas};color:${light.text};-webkit-text-size-adjust:100%"
			>
				${
					letter.isAnswerable
						? html`<p
								class="quiet"
								style="${ui};${small};color:${light.quiet};margin:0;padding:10px 16px 0;text-align:center"
							>
								-- ${answerAbove} --
							</p>`
						: html`<div style="display:none;max-height:0;overflow:hidden">${letter.lead}</div>`
				}
				${table('class="canvas" ', `background:${light.canvas}`)}
					<tr>
						<td align="center" class="around" style="padding:24px 12px">
							${table('class="paper" ', `max-width:640px;background:${light.surface};border:1px solid ${light.line};border-radius:10px;${ui};text-align:left`)}
								<tr>
									<td class="in" style="padding:24px 28px 4px">
										<p dir="auto" class="quiet" style="${small};color:${light.quiet};margin:0">
											${letter.over}
										</p>
										<h1
											dir="auto"
											style="font-size:24px;line-height:30px;font-weight:600;margin:2px 0 0;letter-spacing:-0.01em;overflow-wrap:anywhere"
										>
											${letter.title}
										</h1>
										${letter.lead && html`<p class="dim" style="margin:4px 0 0;font-size:15px;line-height:22px;color:${light.dim}">${letter.lead}</p>`}
									</td>
								</tr>
								${own && ownBlock(own)} ${sections.map(section)}
								<tr>
									<td class="in" style="padding:26px 28px 28px">
										<table role="presentation" cellpadding="0" cellspacing="0" border="0">
											<tr>
												<td class="button" style="background:${light.link};border-radius:6px">
													<a
														href="${button.href}"
														class="on-button"
														style="display:inline-block;padding:11px 18px;color:#fdfdfd;font-size:15px;line-height:20px;font-weight:600;text-decoration:none"
														>${button.words}</a
													>
												</td>
											</tr>
										</table>
									</td>
								</tr>
							</table>
							${table('', `max-width:640px;${ui};text-align:left`)}
								<tr>
									<td class="in quiet" style="padding:16px 28px 8px;${small};color:${light.quiet}">
										${foot.map(
											({ words: said, href }) =>
												html`<p style="margin:0 0 2px">
													${href ? html`<a href="${href}" class="link" style="color:${light.link}">${said}</a>` : said}
												</p>`
										)}
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

const table = (more: string, style: string) =>
	new Markup(
		`<table ${more}role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${style.replaceAll('"', '&quot;')}">`
	);

function ownBlock({ heading, lines }: NonNullable<Letter['own']>): Markup {
	return html`<tr>
		<td class="in" style="padding:16px 28px 0">
			${table('class="soft" ', `background:${light.soft};border-radius:6px`)}
				<tr>
					<td style="padding:12px 16px 14px">
						<h2 class="quiet" style="${label};color:${light.quiet};margin:0 0 2px">${heading}</h2>
						${lines.map((line, place) => oneOf(line, place === 0))}
					</td>
				</tr>
			</table>
		</td>
	</tr>`;
}

function section({ heading, lines }: Letter['sections'][number]): Markup {
	return html`<tr>
		<td class="in" style="padding:26px 28px 0">
			<h2 style="font-size:16px;line-height:22px;font-weight:600;margin:0">${heading}</h2>
			${lines.map((line) => oneOf(line, false))}
		</td>
	</tr>`;
}

function oneOf({ words: said, href, beside, isLate }: LetterLine, isFirst: boolean): Markup {
	const rule = isFirst ? '' : `border-top:1px solid ${light.line};margin-top:10px;padding-top:10px`;
	const inLines = said.split('\n').map((line, index) => html`${index > 0 && html`<br />`}${line}`);
	return html`<div class="line" style="${rule}">
		<p dir="auto" style="${words};margin:0">
			${href ? html`<a href="${href}" class="words" style="color:${light.text};text-decoration:none">${inLines}</a>` : inLines}
		</p>
		${
			beside &&
			html`<p
				dir="auto"
				class="${isLate ? 'off' : 'quiet'}"
				style="${small};color:${isLate ? light.off : light.quiet};margin:2px 0 0"
			>
				${beside}
			</p>`
		}
	</div>`;
}
