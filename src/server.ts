import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '..');

const isOneClick = ({ method, url, headers }: IncomingMessage) =>
	method === 'POST' && url?.startsWith('/mails/off/') && headers.origin === undefined;

/** One line that says what to do, and no stack. */
function refuse(line: string): never {
	console.error(`drumbeat: ${line}`);
	process.exit(1);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18))
	refuse(
		`Node ${process.versions.node} is too old to run this file by hand. Use \`npm start\`, which brings its own.`
	);

// Supabase Lite reports its use to its makers unless told not to.
process.env.DO_NOT_TRACK = '1';

const { letHelperThreadsWait } = await import('#lib/server/helper-threads.ts');
const { readSettings } = await import('#lib/server/settings.ts');
const { Refusal } = await import('#lib/server/supabase/data-folder.ts');

letHelperThreadsWait();

try {
	await serve(readSettings(process.env));
} catch (error) {
	if (error instanceof Refusal) refuse(error.message);
	throw error;
}

async function serve(settings: ReturnType<typeof readSettings>): Promise<void> {
	const { HOST, PORT } = settings;
	// Who asks while the database is still starting is answered once it has.
	const site =
		Promise.withResolvers<(request: IncomingMessage, response: ServerResponse) => void>();
	const server = createServer((request, response) => {
		void site.promise.then((answer) => {
			// Whoever gave up meanwhile is not answered: to send a file to nobody ends the process.
			if (!response.destroyed) answer(request, response);
		});
	});
	// Node gives an idle connection up after 5 s. A proxy or a browser that sends its next request at
	// that very moment gets a reset; load balancers keep theirs for 60 s, so ours are kept longer.
	server.keepAliveTimeout = 75_000;
	// The port is taken first: nothing else is touched when it is not ours to have.
	await new Promise<void>((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) =>
			reject(
				new Refusal(
					error.code === 'EADDRINUSE'
						? `Port ${PORT} is taken. Stop what uses it, or choose another: PORT=${PORT + 1} npm start`
						: `Cannot listen on ${HOST}:${PORT} (${error.code}). Set HOST and PORT to what this machine may use.`
				)
			)
		);
		// Whole companies come in one second; whoever found no place would try again after another.
		server.listen({ port: PORT, host: HOST, backlog: 4096 }, resolve);
	});

	const { startRuntime } = await import('#lib/server/start-runtime.ts');
	const { attachSync } = await import('#lib/server/sync/upgrade.ts');
	const { runtime, stop } = await startRuntime(settings, root).catch((error: unknown) => {
		server.close();
		throw error;
	});

	const built = join(root, 'build', 'handler.js');
	if (!existsSync(built)) {
		await stop();
		throw new Refusal('The site is not built yet. Use `npm start`, or run `npm run build` first.');
	}
	if (settings.TRUST_PROXY === '1') process.env.ADDRESS_HEADER ||= 'x-forwarded-for';
	process.env.PROTOCOL_HEADER ||= 'x-forwarded-proto';
	process.env.BODY_SIZE_LIMIT ||= '1M';
	const { handler } = (await import(built)) as typeof import('./built-site.d.ts');
	site.resolve((request, response) => {
		const proxied = settings.TRUST_PROXY === '1' && request.headers['x-forwarded-proto'];
		if (!proxied) request.headers['x-forwarded-proto'] = 'http';
		if (settings.TRUST_PROXY === '1')
			request.headers['x-forwarded-for'] ??= request.socket.remoteAddress;
		// A mail program that switches mails off comes without an origin (RFC 8058); the key in the
		// address is its right, and no cookie plays a part. SvelteKit takes such a form for a forged one.
		if (isOneClick(request)) request.headers['content-type'] = 'application/octet-stream';
		handler(request, response, () => {
			response.statusCode = 404;
			response.end();
		});
	});
	const detachSync = attachSync(server, {
		rooms: runtime.rooms,
		changes: runtime.changes,
		supabase: runtime.supabase,
		trustProxy: settings.TRUST_PROXY === '1',
		claimsAll: true,
		onFailure: (error) => runtime.log.error(error, 'a connection failed')
	});

	const address = server.address();
	const port = address && typeof address === 'object' ? address.port : PORT;
	const host = HOST === '0.0.0.0' || HOST === '::' || HOST === '127.0.0.1' ? 'localhost' : HOST;
	console.log(`Drumbeat is at http://${host}:${port}`);

	let stopping = false;
	const leave = (signal: string) => {
		if (stopping) return;
		stopping = true;
		runtime.log.info({ signal }, 'stopping');
		// Whatever hangs, the process is gone within ten seconds.
		setTimeout(() => process.exit(1), 9500).unref();
		server.close();
		server.closeIdleConnections();
		void stop()
			.then(() => detachSync())
			.then(() => process.exit(0));
	};
	process.on('SIGTERM', () => leave('SIGTERM'));
	process.on('SIGINT', () => leave('SIGINT'));
}
