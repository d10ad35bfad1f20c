import { joinBytes, toBytes } from "../bytes.ts";
import { decodeFields, encodeFields, type Fields } from "./fields.ts";
import { contentOf, encodeFrame, Flag, type Frame, FrameReader, FrameType, MAX_PAYLOAD } from "./frames.ts";

/** The answer to a request. */
export interface Answer {
	readonly body: Uint8Array;
	/** The fields after the body, or the only ones of an answer without a body. */
	readonly trailers: Fields;
}

/** A request in progress. */
interface Exchange {
	/** The rest of the body to send. */
	rest: Uint8Array;
	/** The flow-control window of the stream; can be negative (RFC 9113, 6.9.2). */
	window: number;
	readonly chunks: Uint8Array[];
	trailers: Fields;
	readonly resolve: (answer: Answer) => void;
	readonly reject: (error: Error) => void;
}

/** A field block that is not complete yet (RFC 9113, 4.3). */
interface FieldBlock {
	readonly stream: number;
	readonly endsStream: boolean;
	readonly fragments: Uint8Array[];
}

const PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
const DEFAULT_WINDOW = 65_535;
const LARGEST_WINDOW = 2 ** 31 - 1;
const Setting = { headerTableSize: 1, enablePush: 2, initialWindowSize: 4 } as const;

/**
 * The client's end of an HTTP/2 connection (RFC 9113), as far as unary calls of gRPC need it: whole requests, whole
 * answers. The server may send 2 GiB in all, far more than a build needs, so the windows for it are never enlarged. The
 * server limits what we send.
 */
export class Connection {
	readonly #write: (bytes: Uint8Array) => void;
	readonly #reader = new FrameReader();
	readonly #exchanges = new Map<number, Exchange>();
	#block: FieldBlock | undefined;
	#nextStream = 1;
	/** The flow-control window of the connection, and the initial one of a stream (RFC 9113, 5.2). */
	#window = DEFAULT_WINDOW;
	#initialWindow = DEFAULT_WINDOW;
	#hasStarted = false;
	/** Why no more requests are accepted. */
	#end: Error | undefined;

	/** @param write sends bytes to the peer, all of them, in this order */
	constructor(write: (bytes: Uint8Array) => void) {
		this.#write = write;
		write(toBytes(PREFACE));
		const settings = [
			[Setting.headerTableSize, 0],
			[Setting.enablePush, 0],
			[Setting.initialWindowSize, LARGEST_WINDOW],
		] as const;
		this.#send(
			FrameType.settings,
			0,
			0,
			joinBytes(settings.flatMap(([key, value]) => [Uint8Array.of(0, key), toUint32(value)])),
		);
		this.#send(FrameType.windowUpdate, 0, 0, toUint32(LARGEST_WINDOW - DEFAULT_WINDOW));
	}

	/**
	 * Sends a request with a body that is not empty. Rejects with an Error if BuildKit cancels the answer.
	 */
	request(fields: Fields, body: Uint8Array): Promise<Answer> {
		return new Promise((resolve, reject) => {
			if (this.#end !== undefined) return reject(this.#end);
			const stream = this.#nextStream;
			this.#nextStream += 2;
			this.#exchanges.set(stream, {
				rest: body,
				window: this.#initialWindow,
				chunks: [],
				trailers: {},
				resolve,
				reject,
			});
			this.#send(FrameType.headers, Flag.endHeaders, stream, encodeFields(fields));
			this.#sendBodies();
		});
	}

	/**
	 * Processes received bytes, which resolve requests.
	 * @throws {Error} for bytes that are not HTTP/2: the connection is unusable then
	 */
	receive(bytes: Uint8Array): void {
		for (const frame of this.#reader.read(bytes)) this.#receiveFrame(frame);
	}

	#receiveFrame(frame: Frame): void {
		const { type, flags, stream, payload } = frame;
		if (!this.#hasStarted && (type !== FrameType.settings || flags & Flag.ack))
			throw new Error("no SETTINGS frame at the start");
		this.#hasStarted = true;
		if (this.#block !== undefined && (type !== FrameType.continuation || stream !== this.#block.stream))
			throw new Error("a field block that another frame interrupts");
		switch (type) {
			case FrameType.data:
				this.#receiveData(stream, contentOf(frame));
				if (flags & Flag.endStream) this.#finish(stream);
				break;
			case FrameType.headers:
				this.#block = { stream, endsStream: (flags & Flag.endStream) !== 0, fragments: [] };
				this.#receiveFieldBlock(contentOf(frame), flags);
				break;
			case FrameType.continuation:
				this.#receiveFieldBlock(payload, flags);
				break;
			case FrameType.resetStream:
				this.#fail(stream, new Error(`BuildKit canceled a call: HTTP/2 error ${readUint32(payload, 0)}`));
				break;
			case FrameType.settings:
				if (!(flags & Flag.ack)) this.#receiveSettings(payload);
				break;
			case FrameType.pushPromise:
				throw new Error("a PUSH_PROMISE frame, though push is disabled");
			case FrameType.ping:
				if (!(flags & Flag.ack)) this.#send(FrameType.ping, Flag.ack, 0, payload);
				break;
			case FrameType.goAway:
				this.#receiveGoAway(payload);
				break;
			case FrameType.windowUpdate:
				this.#receiveWindowUpdate(stream, readUint31(payload, 0));
				break;
		}
	}

	#receiveData(stream: number, bytes: Uint8Array): void {
		this.#exchanges.get(stream)?.chunks.push(bytes);
	}

	#receiveFieldBlock(fragment: Uint8Array, flags: number): void {
		if (this.#block === undefined) throw new Error("a CONTINUATION frame without HEADERS");
		const { stream, endsStream, fragments } = this.#block;
		fragments.push(fragment);
		if (!(flags & Flag.endHeaders)) return;
		this.#block = undefined;
		const trailers = decodeFields(joinBytes(fragments));
		const exchange = this.#exchanges.get(stream);
		if (exchange !== undefined) exchange.trailers = trailers;
		if (endsStream) this.#finish(stream);
	}

	#finish(stream: number): void {
		const exchange = this.#exchanges.get(stream);
		this.#exchanges.delete(stream);
		exchange?.resolve({ body: joinBytes(exchange.chunks), trailers: exchange.trailers });
	}

	#fail(stream: number, error: Error): void {
		this.#exchanges.get(stream)?.reject(error);
		this.#exchanges.delete(stream);
	}

	#receiveSettings(payload: Uint8Array): void {
		for (let offset = 0; offset < payload.length; offset += 6) {
			if (readUint32(payload, offset) >>> 16 !== Setting.initialWindowSize) continue;
			const size = readUint32(payload, offset + 2);
			for (const exchange of this.#exchanges.values()) exchange.window += size - this.#initialWindow;
			this.#initialWindow = size;
		}
		this.#send(FrameType.settings, Flag.ack, 0, new Uint8Array());
		this.#sendBodies();
	}

	/** Rejects the requests that the peer will not process, and all later ones. */
	#receiveGoAway(payload: Uint8Array): void {
		const [last, code] = [readUint31(payload, 0), readUint32(payload, 4)];
		const reason = new Error(`BuildKit accepts no more calls${code === 0 ? "" : `: HTTP/2 error ${code}`}`);
		this.#end ??= reason;
		for (const stream of this.#exchanges.keys()) if (stream > last) this.#fail(stream, reason);
	}

	#receiveWindowUpdate(stream: number, increment: number): void {
		const exchange = this.#exchanges.get(stream);
		if (stream === 0) this.#window += increment;
		else if (exchange !== undefined) exchange.window += increment;
		this.#sendBodies();
	}

	/** Sends as much of each request as flow control allows. */
	#sendBodies(): void {
		for (const [stream, exchange] of this.#exchanges) {
			while (exchange.rest.length > 0) {
				const length = Math.min(exchange.rest.length, exchange.window, this.#window, MAX_PAYLOAD);
				if (length <= 0) break;
				const payload = exchange.rest.subarray(0, length);
				exchange.rest = exchange.rest.subarray(length);
				exchange.window -= length;
				this.#window -= length;
				this.#send(FrameType.data, exchange.rest.length === 0 ? Flag.endStream : 0, stream, payload);
			}
		}
	}

	#send(type: number, flags: number, stream: number, payload: Uint8Array): void {
		this.#write(encodeFrame({ type, flags, stream, payload }));
	}
}

function toUint32(value: number): Uint8Array {
	return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

function readUint32(bytes: Uint8Array, offset: number): number {
	if (bytes.length < offset + 4) throw new Error("a truncated frame");
	const view = new DataView(bytes.buffer, bytes.byteOffset);
	return view.getUint32(offset);
}

/** A number after a reserved bit. */
function readUint31(bytes: Uint8Array, offset: number): number {
	return readUint32(bytes, offset) & 0x7fff_ffff;
}
