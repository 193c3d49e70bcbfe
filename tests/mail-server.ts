import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export type Delivered = { mail: Email; raw: string; recipients: string[] };

/** What the server answers: a reply such as `550 no such mailbox`, or nothing for yes. */
export type Answers = {
	recipient?: (address: string) => string | undefined;
	/** After the whole mail; `hang up` ends the connection instead of an answer. */
	mail?: (recipients: string[]) => string | undefined;
};

export type MailServer = {
	url: string;
	delivered: Delivered[];
	/** Connections that were ever opened. */
	opened: () => number;
	/** Mails that are only counted, where keeping thousands would be in the way. */
	counted: () => number;
	close: () => Promise<void>;
};

/** A real SMTP server on loopback that keeps what it is handed, parsed by a parser not our own. */
export async function startMailServer(
	answers: Answers = {},
	{ keeps = true, port = 0 } = {}
): Promise<MailServer> {
	const delivered: Delivered[] = [];
	let [opened, counted] = [0, 0];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onConnect: (_session, done) => {
			opened += 1;
			done();
		},
		onRcptTo: ({ address }, _session, done) => done(refusal(answers.recipient?.(address))),
		onData: (stream, session, done) => {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => keeps && chunks.push(chunk));
			stream.on('end', () => {
				const recipients = session.envelope.rcptTo.map(({ address }) => address);
				const answer = answers.mail?.(recipients);
				if (answer === 'hang up') {
					for (const { _socket } of connectionsOf(server)) _socket.destroy();
					return;
				}
				if (answer) return done(refusal(answer));
				counted += 1;
				if (!keeps) return done();
				const raw = Buffer.concat(chunks);
				void PostalMime.parse(raw).then((mail) => {
					delivered.push({ mail, raw: raw.toString(), recipients });
					done();
				});
			});
		}
	});
	server.on('error', () => {});
	server.listen(port, '127.0.0.1');
	await once(server.server, 'listening');
	const address = server.server.address() as AddressInfo;
	return {
		url: `smtp://127.0.0.1:${address.port}`,
		delivered,
		opened: () => opened,
		counted: () => counted,
		close: () => new Promise<void>((done) => server.close(() => done()))
	};
}

function refusal(reply: string | undefined): Error | null {
	if (!reply) return null;
	const [code = '', ...words] = reply.split(' ');
	return Object.assign(new Error(words.join(' ')), { responseCode: Number(code) });
}

/** Not in the types: the connections that are open. */
function connectionsOf(server: SMTPServer): Iterable<{ _socket: { destroy: () => void } }> {
	return (server as unknown as { connections: Set<{ _socket: { destroy: () => void } }> })
		.connections;
}
