import * as encoding from 'lib0/encoding';

const binaryMessage = 0x82;

/** A whole WebSocket frame of a binary message, as a server sends it (RFC 6455, 5.2): unmasked. */
export function frame(message: Uint8Array): Buffer {
	const { byteLength } = message;
	const extra = byteLength < 126 ? 0 : byteLength < 0x10000 ? 2 : 8;
	const bytes = Buffer.allocUnsafe(2 + extra + byteLength);
	bytes[0] = binaryMessage;
	bytes[1] = extra === 0 ? byteLength : extra === 2 ? 126 : 127;
	if (extra === 2) bytes.writeUInt16BE(byteLength, 2);
	if (extra === 8) bytes.writeBigUInt64BE(BigInt(byteLength), 2);
	bytes.set(message, 2 + extra);
	return bytes;
}

/** A frame of what is written into the encoder. */
export function frameOf(write: (encoder: encoding.Encoder) => void): Buffer {
	const encoder = encoding.createEncoder();
	write(encoder);
	return frame(encoding.toUint8Array(encoder));
}
