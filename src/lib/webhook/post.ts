import { writeDay } from '#lib/calendar/day.ts';
import type { WebhookEvent, WebhookKind } from './event.ts';

/** What a chat shows of an event: a headline, lines of text, and where to read on. */
type Post = { headline: string; lines: string[]; link: string };

const longestLine = 300;
const mostLines = 30;

/** The body a webhook of this kind is sent, as JSON. */
export function writeBody(kind: WebhookKind, event: WebhookEvent): string {
	if (kind === 'signed') return JSON.stringify(event);
	const post = toPost(event);
	return JSON.stringify(kind === 'slack' ? toSlack(post) : toTeams(post));
}

function toPost(event: WebhookEvent): Post {
	const { team, link } = event.data;
	if (event.type === 'test')
		return { headline: `${team.name}: this is a test`, lines: ['Drumbeat can post here.'], link };
	const { meeting } = event.data;
	const when = `${meeting.name} ${meeting.number}, ${writeDay(meeting.day)}`;
	switch (event.type) {
		case 'meeting.started':
			return { headline: `${team.name} is meeting now`, lines: [when], link };
		case 'hot_item.raised':
		case 'hot_item.ended': {
			const { title, question, state } = event.data.hotItem;
			const isRaised = event.type === 'hot_item.raised';
			return {
				headline: `${team.name}: hot item ${isRaised ? 'raised' : state}`,
				lines: [question ? `${title}: ${question}` : title, when],
				link
			};
		}
		case 'meeting.closed': {
			const { decisions, actions, hotItems, rating } = event.data;
			const by = (owner: string | null) => (owner ? ` (${owner})` : '');
			return {
				headline: `${team.name}: ${when}`,
				lines: [
					`${count(decisions, 'decision')}, ${count(actions, 'action')}${rating === null ? '' : `, rated ${rating.toFixed(1)}`}`,
					...decisions.map(({ title, owner }) => `Decided: ${title}${by(owner)}`),
					...actions.map(
						({ title, owner, due }) =>
							`To do: ${title}${by(owner)}${due ? `, by ${writeDay(due)}` : ''}`
					),
					...hotItems.map(({ title, state }) => `Hot: ${title} (${state})`)
				],
				link
			};
		}
	}
}

const count = (all: unknown[], what: string) =>
	`${all.length} ${what}${all.length === 1 ? '' : 's'}`;

function shorten({ headline, lines, link }: Post): Post {
	const cut = (text: string, longest: number) =>
		Array.from(text).length > longest
			? `${Array.from(text)
					.slice(0, longest - 1)
					.join('')}…`
			: text;
	const more = lines.length - mostLines;
	return {
		headline: cut(headline, 140),
		lines: [
			...lines.slice(0, mostLines).map((line) => cut(line, longestLine)),
			...(more > 0 ? [`And ${more} more in the recap.`] : [])
		],
		link
	};
}

/**
 * Blocks of `plain_text`, in which Slack reads no markup; in the text beside them, which it shows in
 * notifications, `&`, `<` and `>` are all that could call somebody or make a link.
 */
function toSlack(post: Post) {
	const { headline, lines, link } = shorten(post);
	const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
	return {
		text: headline.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
		blocks: [
			{ type: 'header', text: plain(headline) },
			...lines.map((line) => ({ type: 'section', text: plain(line || ' ') })),
			{ type: 'actions', elements: [{ type: 'button', text: plain('Open'), url: link }] }
		]
	};
}

/** An Adaptive Card. A `TextRun` is shown as it is; a `TextBlock` would read Markdown in it. */
function toTeams(post: Post) {
	const { headline, lines, link } = shorten(post);
	const run = (text: string, more = {}) => ({
		type: 'RichTextBlock',
		inlines: [{ type: 'TextRun', text: text || ' ', ...more }]
	});
	return {
		type: 'message',
		attachments: [
			{
				contentType: 'application/vnd.microsoft.card.adaptive',
				content: {
					$schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
					type: 'AdaptiveCard',
					version: '1.4',
					body: [
						run(headline, { weight: 'Bolder', size: 'Medium' }),
						...lines.map((line) => run(line))
					],
					actions: [{ type: 'Action.OpenUrl', title: 'Open', url: link }]
				}
			}
		]
	};
}
