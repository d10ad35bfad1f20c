// The frames of HTTP/2 (RFC 9113, sections 4 and 6).
import { joinBytes } from "../bytes.ts";

/** The types of frames. Other types must be ignored. */
export const FrameType = {
	data: 0,
	headers: 1,
	resetStream: 3,
	settings: 4,
	pushPromise: 5,
	ping: 6,
	goAway: 7,
	windowUpdate: 8,
	continuation: 9,
} as const;

/** Flags. The same bit means `ack` in settings and pings, and `endStream` in other frames. */
export const Flag = { ack: 0x1, endStream: 0x1, endHeaders: 0x4, padded: 0x8, priority: 0x20 } as const;

export interface Frame {
	readonly type: number;
	readonly flags: number;
	/** 0: the connection. */
	readonly stream: number;
	readonly payload: Uint8Array;
}

/** The largest payload that every peer accepts, and that we accept. */
export const MAX_PAYLOAD = 16_384;

const HEAD = 9;

/** Encodes a frame (RFC 9113, section 4.1). */
export function encodeFrame({ type, flags, stream, payload }: Frame): Uint8Array {
	const { length } = payload;
	const head = [length >> 16, length >> 8, length, type, flags, stream >> 24, stream >> 16, stream >> 8, stream];
	return joinBytes([Uint8Array.from(head), payload]);
}

/** Splits received bytes into frames, in whatever pieces they arrive. */
export class FrameReader {
	/** The beginning of a frame whose end has not arrived. */
	#rest = new Uint8Array();

	/**
	 * Yields the frames that are complete.
	 * @throws {Error} for a frame that is too large, as bytes that are not HTTP/2 usually are
	 */
	*read(received: Uint8Array): Generator<Frame> {
		const bytes = joinBytes([this.#rest, received]);
		const view = new DataView(bytes.buffer);
		let offset = 0;
		while (bytes.length - offset >= HEAD) {
			const length = view.getUint32(offset) >>> 8;
			if (length > MAX_PAYLOAD) throw new Error(`a frame of ${length} bytes, more than the ${MAX_PAYLOAD} allowed`);
			const end = offset + HEAD + length;
			if (end > bytes.length) break;
			const stream = view.getUint32(offset + 5) & 0x7fff_ffff;
			const [type, flags] = [view.getUint8(offset + 3), view.getUint8(offset + 4)];
			yield { type, flags, stream, payload: bytes.subarray(offset + HEAD, end) };
			offset = end;
		}
		this.#rest = bytes.slice(offset);
	}
}

/** The payload of a frame without its padding, and without the priority before header fields. */
export function contentOf({ type, flags, payload }: Frame): Uint8Array {
	const padding = flags & Flag.padded ? 1 : 0;
	const priority = type === FrameType.headers && flags & Flag.priority ? 5 : 0;
	const start = padding + priority;
	const end = payload.length - (padding === 0 ? 0 : (payload[0] ?? 0));
	if (start > end) throw new Error("a frame with more padding than payload");
	return payload.subarray(start, end);
}
