/**
 * True for a visitor on this very machine who asked for it by a local name. The name is checked
 * because a page of another site can point its own domain at 127.0.0.1, and a forwarded request
 * comes from whoever the proxy speaks for.
 */
export function isLocalVisitor(address: string, request: Request): boolean {
	const local = /^(::1|127\.\d+\.\d+\.\d+|::ffff:127\.\d+\.\d+\.\d+)$/;
	const { hostname } = new URL(request.url);
	const named = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
	return named && local.test(address) && !request.headers.has('x-forwarded-for');
}
