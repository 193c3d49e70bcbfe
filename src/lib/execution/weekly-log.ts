import * as v from 'valibot';

/** A mail that was to be sent, and what became of it. */
export const WeeklyLogLine = v.object({
	id: v.string(),
	person: v.string(),
	week: v.string(),
	dueAt: v.string(),
	state: v.picklist([
		...(['waiting', 'sending', 'sent', 'needless'] as const),
		...(['failed', 'refused', 'unsure', 'bounced'] as const)
	]),
	tries: v.number(),
	problem: v.nullable(v.picklist(['address', 'sender', 'login', 'unreachable', 'busy', 'other'])),
	code: v.nullable(v.string()),
	nextTryAt: v.string(),
	changedAt: v.string()
});
export type WeeklyLogLine = v.InferOutput<typeof WeeklyLogLine>;

type Line = Pick<WeeklyLogLine, 'state' | 'tries' | 'problem' | 'code'>;

/** How a mail stands, and what to do about it; `tone` as tags are coloured. */
export type LogWords = { word: string; tone: 'on' | 'risk' | 'off' | 'plain'; advice: string };

/** Says what became of a mail. */
export function logWords({ state, tries, problem, code }: Line): LogWords {
	const why = problem ? whyNot(problem, code) : '';
	switch (state) {
		case 'sent':
			return { word: 'Sent', tone: 'on', advice: '' };
		case 'sending':
			return { word: 'On its way', tone: 'plain', advice: '' };
		case 'waiting':
			return tries === 0
				? { word: 'About to be sent', tone: 'plain', advice: '' }
				: { word: `Failed ${tries === 1 ? 'once' : `${tries} times`}`, tone: 'risk', advice: why };
		case 'needless':
			return {
				word: 'Not needed',
				tone: 'plain',
				advice: 'They had left or switched it off, or there was nothing to tell.'
			};
		case 'failed':
			return { word: 'Given up', tone: 'off', advice: why || 'It came too late to be of use.' };
		case 'refused':
			return { word: 'Refused', tone: 'off', advice: why };
		case 'bounced':
			return {
				word: 'Came back',
				tone: 'off',
				advice: `The mailbox does not take mails${code ? ` (${code})` : ''}. No more are sent there: check the address, then try again.`
			};
		case 'unsure':
			return {
				word: 'May have arrived',
				tone: 'risk',
				advice: 'The connection or the server ended in mid-mail. It is not sent twice: ask them.'
			};
	}
}

/** What a failure means, and what to do. */
export function whyNot(problem: NonNullable<Line['problem']>, code: string | null): string {
	const answer = code ? ` (${code})` : '';
	switch (problem) {
		case 'address':
			return `The mail server refuses this address${answer}. Check that the mailbox exists, then try again; after three refusals no more are sent.`;
		case 'sender':
			return `The mail server does not take mails from our sender${answer}. Check MAIL_FROM.`;
		case 'login':
			return `The mail server did not let us in${answer}. Check the user and password in SMTP_URL.`;
		case 'unreachable':
			return `The mail server could not be reached${answer}. Check SMTP_URL, and that it runs.`;
		case 'busy':
			return `The mail server put it off${answer}. It is tried again by itself.`;
		case 'other':
			return `Something else went wrong${answer}. The server’s log says more.`;
	}
}
