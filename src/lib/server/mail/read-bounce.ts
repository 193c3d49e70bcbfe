import PostalMime, { type Attachment } from 'postal-mime';

/** A weekly mail that came back for good; `status` is the reason as RFC 3463 counts them. */
export type Bounce = { mail: string; status: string };

/** What the Message-ID of a weekly mail begins with, so that a report of it names its row. */
export const weeklyMailId = (mail: string) => `weekly-${mail}`;
const ours = /<weekly-([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})@/u;

/**
 * Reads the report of a mail server that could not deliver a weekly mail (RFC 3464).
 *
 * @returns undefined for anything else: a mail that is only late, a reply of somebody who is away, a
 * mail that is not ours, or no mail at all
 */
export async function readBounce(raw: Uint8Array): Promise<Bounce | undefined> {
	const report = await parse(raw);
	const told = report?.attachments.find(isOneOf('message/delivery-status'));
	if (!report || !told) return undefined;
	const status = statusOf(textOf(told));
	if (status === undefined) return undefined;
	const original = report.attachments.find(isOneOf('message/rfc822', 'text/rfc822-headers'));
	const sent = original && (await parse(textOf(original)));
	// Some servers leave the original out, and name it as what they answer.
	for (const id of [sent?.messageId, report.inReplyTo, report.references]) {
		const mail = ours.exec(id ?? '')?.[1];
		if (mail !== undefined) return { mail, status };
	}
	return undefined;
}

const parse = (raw: Uint8Array | string) =>
	PostalMime.parse(raw, { forceRfc822Attachments: true, attachmentEncoding: 'utf8' }).catch(
		() => undefined
	);

const textOf = ({ content }: Attachment) => (typeof content === 'string' ? content : '');

const isOneOf =
	(...types: string[]) =>
	({ mimeType }: Attachment) =>
		types.includes(mimeType.toLowerCase());

/** The status of a recipient it failed to reach for good; each has a block of fields. */
function statusOf(fields: string): string | undefined {
	for (const block of fields.split(/\r?\n\s*\r?\n/u)) {
		const status = /^status:\s*(5\.\d{1,3}\.\d{1,3})\b/imu.exec(block)?.[1];
		if (status !== undefined && /^action:\s*failed\b/imu.test(block)) return status;
	}
	return undefined;
}
