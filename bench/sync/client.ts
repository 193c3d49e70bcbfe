import { connect, type Socket } from 'node:net';

/** One buffer that every socket reads into: thousands of clients cost no garbage. */
const incoming = Buffer.allocUnsafeSlow(1 << 20);
const binary = 2;
const close = 8;
const ping = 9;
const pong = 10;

export type Listener = {
	onOpen(): void;
	/** The message lies in bytes[start, end) and is overwritten once this returns. */
	onMessage(bytes: Buffer, start: number, end: number): void;
	onClose(reason: Error): void;
};

/**
 * A WebSocket client that costs a measurement as little as possible: frames are parsed where they
 * lie. It does what is needed here and nothing else.
 */
export class Client {
	isClosed = false;
	#isOpen = false;
	#listener: Listener;
	#socket: Socket;
	#head = '';
	/** A frame that has not come whole yet. */
	#carry: Buffer | undefined;
	#carried = 0;
	#fragments: Buffer[] = [];

	constructor(url: URL, headers: readonly string[], listener: Listener) {
		this.#listener = listener;
		this.#socket = connect({
			host: url.hostname,
			port: Number(url.port),
			noDelay: true,
			onread: { buffer: incoming, callback: (length) => this.#read(length) }
		});
		this.#socket.on('connect', () =>
			this.#socket.write(
				[
					`GET ${url.pathname} HTTP/1.1`,
					`Host: ${url.host}`,
					'Upgrade: websocket',
					'Connection: Upgrade',
					'Sec-WebSocket-Key: ZHJ1bWJlYXQgbWVhc3VyZQ==',
					'Sec-WebSocket-Version: 13',
					...headers,
					'\r\n'
				].join('\r\n')
			)
		);
		this.#socket.on('error', (error) => this.#ended(error));
		this.#socket.on('close', () => this.#ended(new Error('closed')));
	}

	/** Bytes the kernel has not taken yet. */
	get waiting(): number {
		return this.#socket.writableLength;
	}

	send(message: Uint8Array): void {
		if (this.#isOpen) this.#socket.write(frameOf(message, binary));
	}

	/** Drops the connection without a word. */
	drop(): void {
		this.isClosed = true;
		this.#isOpen = false;
		this.#socket.destroy();
	}

	#ended(reason: Error): void {
		if (this.isClosed) return;
		this.isClosed = true;
		this.#isOpen = false;
		this.#listener.onClose(reason);
	}

	#read(length: number): boolean {
		if (this.#isOpen) this.#parse(incoming, length);
		else this.#shakeHands(length);
		return true;
	}

	#shakeHands(length: number): void {
		this.#head += incoming.toString('latin1', 0, length);
		const end = this.#head.indexOf('\r\n\r\n');
		if (end < 0) return;
		if (!this.#head.startsWith('HTTP/1.1 101')) {
			this.#socket.destroy();
			return this.#ended(new Error(this.#head.split('\r\n')[0]));
		}
		const rest = Buffer.from(this.#head.slice(end + 4), 'latin1');
		this.#head = '';
		this.#isOpen = true;
		this.#listener.onOpen();
		if (rest.length > 0) this.#parse(rest, rest.length);
	}

	#parse(bytes: Buffer, length: number): void {
		if (this.#carry) {
			const carry = this.#roomFor(length);
			bytes.copy(carry, this.#carried, 0, length);
			this.#carried += length;
			const used = this.#frames(carry, this.#carried);
			carry.copyWithin(0, used, this.#carried);
			this.#carried -= used;
			if (this.#carried === 0) this.#carry = undefined;
			return;
		}
		const used = this.#frames(bytes, length);
		if (used === length) return;
		this.#carry = Buffer.allocUnsafe(Math.max(frameSize(bytes, used, length), length - used, 256));
		bytes.copy(this.#carry, 0, used, length);
		this.#carried = length - used;
	}

	#roomFor(more: number): Buffer {
		const carry = this.#carry!;
		const needed = this.#carried + more;
		if (needed <= carry.length) return carry;
		const size = Math.max(needed, carry.length * 2, frameSize(carry, 0, this.#carried));
		this.#carry = Buffer.allocUnsafe(size);
		carry.copy(this.#carry, 0, 0, this.#carried);
		return this.#carry;
	}

	/** Hands out every frame that is whole; answers how many bytes they took. */
	#frames(bytes: Buffer, length: number): number {
		let at = 0;
		while (length - at >= 2) {
			const size = frameSize(bytes, at, length);
			if (size === 0 || at + size > length) break;
			const short = bytes[at + 1]! & 127;
			const header = short < 126 ? 2 : short === 126 ? 4 : 10;
			this.#frame(bytes[at]!, bytes, at + header, at + size);
			if (this.isClosed) return length;
			at += size;
		}
		return at;
	}

	#frame(first: number, bytes: Buffer, start: number, end: number): void {
		const opcode = first & 15;
		if (opcode === ping) return void this.#socket.write(frameOf(bytes.subarray(start, end), pong));
		if (opcode === close) {
			const code = end - start >= 2 ? bytes.readUInt16BE(start) : 1005;
			this.#socket.end(frameOf(bytes.subarray(start, end), close));
			return this.#ended(new Error(`closed with ${code}`));
		}
		const isLast = (first & 0x80) !== 0;
		if (isLast && this.#fragments.length === 0) return this.#listener.onMessage(bytes, start, end);
		this.#fragments.push(Buffer.from(bytes.subarray(start, end)));
		if (!isLast) return;
		const whole = Buffer.concat(this.#fragments);
		this.#fragments = [];
		this.#listener.onMessage(whole, 0, whole.length);
	}
}

/** Bytes of the frame that starts here, or 0 while its header is not complete. */
function frameSize(bytes: Buffer, at: number, end: number): number {
	if (end - at < 2) return 0;
	const short = bytes[at + 1]! & 127;
	if (short < 126) return 2 + short;
	if (short === 126) return end - at < 4 ? 0 : 4 + bytes.readUInt16BE(at + 2);
	return end - at < 10 ? 0 : 10 + Number(bytes.readBigUInt64BE(at + 2));
}

/**
 * A frame of a client. Its mask is zero, which is allowed and leaves the message as it is: the
 * generator pays nothing for masking, and the server still unmasks.
 */
function frameOf(message: Uint8Array, opcode: number): Buffer {
	const length = message.byteLength;
	const extra = length < 126 ? 0 : length < 0x10000 ? 2 : 8;
	const frame = Buffer.allocUnsafe(6 + extra + length);
	frame[0] = 0x80 | opcode;
	frame[1] = 0x80 | (extra === 0 ? length : extra === 2 ? 126 : 127);
	if (extra === 2) frame.writeUInt16BE(length, 2);
	if (extra === 8) frame.writeBigUInt64BE(BigInt(length), 2);
	frame.fill(0, 2 + extra, 6 + extra);
	frame.set(message, 6 + extra);
	return frame;
}
