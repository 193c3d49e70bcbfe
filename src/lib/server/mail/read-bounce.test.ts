import { expect, test } from 'vitest';
import { readBounce } from './read-bounce.ts';

const mail = '6f8a1c52-3b70-4c2e-9a54-0d0e5f3f7a11';
const bytes = (text: string) => new TextEncoder().encode(text);
const crlf = (text: string) => text.replaceAll('\n', '\r\n');

/** As Postfix writes it. */
const postfix = `Return-Path: <>
Received: by mx.example.org (Postfix) id 4C1F22A0; Mon, 23 Nov 2026 08:00:04 +0000 (UTC)
Date: Mon, 23 Nov 2026 08:00:04 +0000 (UTC)
From: MAILER-DAEMON@mx.example.org (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: drumbeat@example.org
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="4C1F22A0.1700/mx.example.org"
Message-Id: <20261123080004.4C1F22A0@mx.example.org>

This is a MIME-encapsulated message.

--4C1F22A0.1700/mx.example.org
Content-Description: Notification
Content-Type: text/plain; charset=utf-8

This is the mail system at host mx.example.org.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

<grace@example.com>: host mx.example.com[203.0.113.5] said: 550 5.1.1
    <grace@example.com>: Recipient address rejected: User unknown in virtual
    mailbox table (in reply to RCPT TO command)

--4C1F22A0.1700/mx.example.org
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org
X-Postfix-Queue-ID: 4C1F22A0
X-Postfix-Sender: rfc822; drumbeat@example.org
Arrival-Date: Mon, 23 Nov 2026 08:00:03 +0000 (UTC)

Final-Recipient: rfc822; grace@example.com
Original-Recipient: rfc822;grace@example.com
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.example.com
Diagnostic-Code: smtp; 550 5.1.1 <grace@example.com>: Recipient address
    rejected: User unknown in virtual mailbox table

--4C1F22A0.1700/mx.example.org
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

Return-Path: <drumbeat@example.org>
From: Drumbeat <drumbeat@example.org>
To: grace@example.com
Subject: Leadership team, week 48: nothing is late
Message-ID: <weekly-${mail}@example.org>
MIME-Version: 1.0

--4C1F22A0.1700/mx.example.org--
`;

/** As Exchange writes it: the whole mail comes back, in base64, and fields are in another order. */
const exchange = `From: <postmaster@example.com>
To: <drumbeat@example.org>
Date: Mon, 23 Nov 2026 08:00:06 +0000
Content-Type: multipart/report; report-type=delivery-status; boundary="_9b1c_"
X-MS-Exchange-Message-Is-Ndr:
Message-ID: <0f0c@example.com>
In-Reply-To: <weekly-${mail}@example.org>
References: <weekly-${mail}@example.org>
Subject: Undeliverable: Leadership team, week 48: nothing is late
Auto-Submitted: auto-replied

--_9b1c_
Content-Type: text/html; charset="us-ascii"

<p>Your message to grace@example.com couldn't be delivered.</p>

--_9b1c_
Content-Type: message/delivery-status

Reporting-MTA: dns;AM0PR01.example.com
Received-From-MTA: dns;mx.example.org

Original-Recipient: rfc822;grace@example.com
Final-Recipient: rfc822;grace@example.com
Status: 5.1.10
Action: failed
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found

--_9b1c_--
`;

test.each([
	['Postfix', postfix, '5.1.1'],
	['Postfix, with the line ends of mail', crlf(postfix), '5.1.1'],
	[
		'Postfix, with the whole mail',
		postfix.replace('text/rfc822-headers', 'message/rfc822'),
		'5.1.1'
	],
	['Exchange, without the original', exchange, '5.1.10'],
	['a full mailbox', postfix.replace('Status: 5.1.1', 'Status: 5.2.2 (mailbox full)'), '5.2.2']
])('a report of %s names its mail and why', async (_, report, status) => {
	expect(await readBounce(bytes(report))).toEqual({ mail, status });
});

const delayed = postfix.replace('Action: failed', 'Action: delayed').replace('5.1.1\n', '4.4.1\n');
const away = `From: grace@example.com
Subject: Out of office
In-Reply-To: <weekly-${mail}@example.org>
Auto-Submitted: auto-replied

Status: 5.1.1
Action: failed
`;
test.each([
	['a mail that is only late', delayed],
	['one that was delivered', postfix.replace('Action: failed', 'Action: delivered')],
	['somebody who is away, whatever they write', away],
	['a mail of somebody else', postfix.replace(`weekly-${mail}`, 'abc')],
	['an id that is none', postfix.replace(mail, `${mail}' or true --`)],
	['a report that was cut off', postfix.slice(0, postfix.indexOf('Final-Recipient'))],
	['nothing', ''],
	['no mail', '{"status": "5.1.1"}'],
	['a status without an action', postfix.replace('Action: failed\n', '')]
])('%s is no bounce', async (_, report) => {
	expect(await readBounce(bytes(report))).toBeUndefined();
});

test('bytes that are no text, and a thousand parts, are no bounce and no harm', async () => {
	const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256);
	expect(await readBounce(noise)).toBeUndefined();
	const nested = Array.from({ length: 1000 }, (_, at) => {
		return `Content-Type: multipart/mixed; boundary="b${at}"\n\n--b${at}\n`;
	}).join('');
	expect(await readBounce(bytes(nested))).toBeUndefined();
});
