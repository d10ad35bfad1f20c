// Bytes and texts, by what every JavaScript engine has or can be given: the frontend runs on none but QuickJS, and is
// tested on Node.js.

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export function toBytes(text: string): Uint8Array {
	return encoder.encode(text);
}

/** Text of UTF-8; what is none is U+FFFD in it. */
export function toText(bytes: Uint8Array): string {
	return decoder.decode(bytes);
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let offset = 0;
	for (const part of parts) {
		joined.set(part, offset);
		offset += part.length;
	}
	return joined;
}
