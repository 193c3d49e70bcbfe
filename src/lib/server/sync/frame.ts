import * as encoding from 'lib0/encoding';

const binaryMessage = 0x82;

/** Used again for every frame: a new one each time is half of what there would be to collect. */
const scratch = encoding.createEncoder();

/**
 * A whole WebSocket frame of a binary message, as a server sends it (RFC 6455, 5.2): unmasked.
 *
 * @param write puts the message into the encoder, and makes no other frame meanwhile
 */
export function frameOf(write: (encoder: encoding.Encoder) => void): Buffer {
	scratch.cpos = 0;
	scratch.bufs.length = 0;
	write(scratch);
	const length = encoding.length(scratch);
	const extra = length < 126 ? 0 : length < 0x10000 ? 2 : 8;
	const bytes = Buffer.allocUnsafe(2 + extra + length);
	bytes[0] = binaryMessage;
	bytes[1] = extra === 0 ? length : extra === 2 ? 126 : 127;
	if (extra === 2) bytes.writeUInt16BE(length, 2);
	if (extra === 8) bytes.writeBigUInt64BE(BigInt(length), 2);
	let at = 2 + extra;
	for (const part of scratch.bufs) {
		bytes.set(part, at);
		at += part.byteLength;
	}
	bytes.set(scratch.cbuf.subarray(0, scratch.cpos), at);
	return bytes;
}
