import {
	constants,
	createServer,
	type ServerHttp2Session,
	type ServerHttp2Stream,
	type ServerOptions,
} from "node:http2";
import { duplexPair } from "node:stream";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { toBytes, toText } from "../../../src/buildkit/bytes.ts";
import { Connection } from "../../../src/buildkit/http2/connection.ts";
import { encodeFrame, Flag, type Frame, FrameReader, FrameType } from "../../../src/buildkit/http2/frames.ts";

const FIELDS = { ":method": "POST", ":scheme": "http", ":authority": "a", ":path": "/" };

interface Peer {
	readonly connection: Connection;
	readonly session: () => ServerHttp2Session;
}

/** A connection to a server of Node.js, which uses nghttp2. */
function connect(answer: (stream: ServerHttp2Stream) => unknown, options: ServerOptions = {}): Peer {
	const server = createServer(options);
	const [ours, theirs] = duplexPair();
	let session: ServerHttp2Session | undefined;
	server.on("session", (started) => {
		session = started;
	});
	server.on("stream", (stream) => {
		stream.on("error", () => undefined);
		void answer(stream);
	});
	server.on("sessionError", () => undefined);
	server.emit("connection", theirs);
	onTestFinished(() => void theirs.destroy());
	// Node.js terminates if it receives data while it is sending.
	const connection = new Connection((bytes) => void setImmediate(() => ours.write(bytes)));
	ours.on("data", (bytes: Uint8Array) => connection.receive(bytes));
	return { connection, session: () => session ?? expect.unreachable("there is no session") };
}

/** Answers with the body of the request, and with its length in bytes in a trailer. */
async function echo(stream: ServerHttp2Stream): Promise<void> {
	const body = await buffer(stream);
	stream.respond({ ":status": 200 }, { waitForTrailers: true });
	stream.on("wantTrailers", () => stream.sendTrailers({ "x-length": String(body.length) }));
	stream.end(body);
}

/** Bytes that are not all the same. */
function bytesOf(length: number): Uint8Array {
	return Uint8Array.from({ length }, (_, index) => index * 7 + (index >> 8));
}

describe("a connection to Node.js's HTTP/2", () => {
	it.each<[string, ServerOptions]>([
		["as it is", {}],
		["that takes a little at a time", { settings: { initialWindowSize: 100 } }],
		["that takes nothing before it is asked", { settings: { initialWindowSize: 0 } }],
		["that pads its frames", { paddingStrategy: constants.PADDING_STRATEGY_MAX }],
	])("gives whole answers to requests of any length: %s", async (_, options) => {
		const { connection, session } = connect(echo, options);
		const sizes = [1, 99, 100, 16_384, 16_385, 65_536, 1_000_000];
		const answers = Promise.all(sizes.map((size) => connection.request(FIELDS, bytesOf(size))));
		if (options.settings?.initialWindowSize === 0) session().settings({ initialWindowSize: 50_000 });
		for (const [index, { body, trailers }] of (await answers).entries()) {
			expect(Buffer.compare(body, bytesOf(sizes[index] ?? 0)), String(sizes[index])).toBe(0);
			expect(trailers).toEqual({ "x-length": String(sizes[index]) });
		}
	});

	it("reads any header field, in one frame or in several", async () => {
		const { connection } = connect(
			(stream) =>
				void buffer(stream).then((body) => stream.respond({ ":status": 200, x: body.toString() }, { endStream: true })),
		);
		const printable = fc.string({
			unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
			minLength: 1,
			maxLength: 300,
		});
		await fc.assert(
			fc.asyncProperty(printable, async (text) => {
				expect((await connection.request(FIELDS, toBytes(text))).trailers.x).toBe(text);
			}),
			{ numRuns: 200, seed: 20_240_601 },
		);
		const long = Buffer.from(bytesOf(36_000)).toString("base64");
		expect((await connection.request(FIELDS, toBytes(long))).trailers.x).toBe(long);
	});

	it("answers a ping", async () => {
		const { connection, session } = connect(echo);
		await connection.request(FIELDS, toBytes("x"));
		const payload = await new Promise((resolve, reject) =>
			session().ping(Buffer.from("12345678"), (error, _, bytes) => (error ? reject(error) : resolve(String(bytes)))),
		);
		expect(payload).toBe("12345678");
	});

	it("fails a request that is reset, and no other", async () => {
		const { connection } = connect((stream) =>
			stream.id === 1 ? stream.close(constants.NGHTTP2_REFUSED_STREAM) : echo(stream),
		);
		const [reset, other] = [connection.request(FIELDS, toBytes("x")), connection.request(FIELDS, toBytes("y"))];
		await expect(reset).rejects.toThrow("BuildKit canceled a call: HTTP/2 error 7");
		expect(toText((await other).body)).toBe("y");
	});

	it("answers requests from before a GOAWAY, and none after it", async () => {
		const { connection } = connect((stream) => {
			stream.session?.close();
			return echo(stream);
		});
		expect(toText((await connection.request(FIELDS, toBytes("x"))).body)).toBe("x");
		await expect(connection.request(FIELDS, toBytes("y"))).rejects.toThrow("BuildKit accepts no more calls");
	});
});

const SETTINGS: Frame = { type: FrameType.settings, flags: 0, stream: 0, payload: new Uint8Array() };

/** A connection whose peer is this test. `sent` contains the frames after the preface. */
function speak(): {
	readonly connection: Connection;
	readonly sent: Frame[];
	readonly say: (...frames: Frame[]) => void;
} {
	const sent: Frame[] = [];
	const reader = new FrameReader();
	let hasPreface = false;
	const connection = new Connection((bytes) => {
		if (hasPreface) sent.push(...reader.read(bytes));
		hasPreface = true;
	});
	return {
		connection,
		sent,
		say: (...frames) => frames.forEach((frame) => void connection.receive(encodeFrame(frame))),
	};
}

describe("a connection to a peer that sends unusual frames", () => {
	it("skips frames of types that it does not know", () => {
		const { say } = speak();
		say(
			SETTINGS,
			{ type: 2, flags: 0, stream: 1, payload: bytesOf(5) },
			{ type: 200, flags: 255, stream: 7, payload: bytesOf(100) },
		);
	});

	it("ignores frames for a request that has ended", () => {
		const { say } = speak();
		const late = { stream: 99, payload: new Uint8Array(4) };
		say(SETTINGS, { type: FrameType.data, flags: 0, ...late }, { type: FrameType.resetStream, flags: 0, ...late });
		say(
			{ type: FrameType.windowUpdate, flags: 0, ...late },
			{ type: FrameType.headers, flags: Flag.endHeaders | Flag.endStream, stream: 99, payload: new Uint8Array() },
		);
	});

	it("reads header fields between a priority and padding", async () => {
		const { connection, say } = speak();
		const answer = connection.request(FIELDS, toBytes("x"));
		const field = [0x00, 1, 0x61, 1, 0x62];
		const flags = Flag.endHeaders | Flag.endStream | Flag.padded | Flag.priority;
		say(SETTINGS, {
			type: FrameType.headers,
			flags,
			stream: 1,
			payload: Uint8Array.of(2, 0, 0, 0, 0, 16, ...field, 0, 0),
		});
		expect(await answer).toEqual({ body: new Uint8Array(), trailers: { a: "b" } });
	});

	it("sends nothing while the window is negative", () => {
		const { connection, sent, say } = speak();
		const window = (size: number): Frame => ({ ...SETTINGS, payload: Uint8Array.of(0, 4, 0, 0, size >> 8, size) });
		const sizes = (): number[] =>
			sent.splice(0).flatMap(({ type, payload }) => (type === FrameType.data ? [payload.length] : []));
		say(window(100));
		void connection.request(FIELDS, bytesOf(150));
		expect(sizes()).toEqual([100]);
		say(window(40), { type: FrameType.windowUpdate, flags: 0, stream: 1, payload: Uint8Array.of(0, 0, 0, 60) });
		expect(sizes()).toEqual([]);
		say({ type: FrameType.windowUpdate, flags: 0, stream: 1, payload: Uint8Array.of(0, 0, 0, 20) }, window(70));
		expect(sizes()).toEqual([20, 30]);
	});

	it("ignores the reserved bits", async () => {
		const { connection, sent, say } = speak();
		const answers = [bytesOf(65_535), bytesOf(2)].map((body) => connection.request(FIELDS, body));
		say(SETTINGS, { type: FrameType.windowUpdate, flags: 0, stream: 0, payload: Uint8Array.of(0x80, 0, 0, 1) });
		expect(sent.at(-1)).toMatchObject({ type: FrameType.data, stream: 3, payload: { length: 1 } });
		say({ type: FrameType.goAway, flags: 0, stream: 0, payload: Uint8Array.of(0x80, 0, 0, 1, 0, 0, 0, 0) });
		await expect(answers[1]).rejects.toThrow("BuildKit accepts no more calls");
	});

	const header = (stream: number, flags = 0): Frame => ({
		type: FrameType.headers,
		flags,
		stream,
		payload: new Uint8Array(),
	});
	it.each<[string, Frame[]]>([
		["does not begin with settings", [{ ...SETTINGS, type: FrameType.ping, payload: new Uint8Array(8) }]],
		["begins with an answer to settings", [{ ...SETTINGS, flags: Flag.ack }]],
		["promises an answer", [SETTINGS, { ...header(2), type: FrameType.pushPromise }]],
		["breaks header fields off", [SETTINGS, header(1), { ...SETTINGS, type: FrameType.ping }]],
		[
			"goes on with the header fields of another stream",
			[SETTINGS, header(1), { ...header(3), type: FrameType.continuation }],
		],
		["goes on with header fields that were not begun", [SETTINGS, { ...header(1), type: FrameType.continuation }]],
		[
			"pads more than there is",
			[SETTINGS, { ...header(1), type: FrameType.data, flags: Flag.padded, payload: Uint8Array.of(5, 0) }],
		],
		["has a frame that is too short", [SETTINGS, { ...header(1), type: FrameType.windowUpdate }]],
		["has half a setting", [{ ...SETTINGS, payload: new Uint8Array(9) }]],
		["has fields that are cut off", [SETTINGS, { ...header(1, Flag.endHeaders), payload: Uint8Array.of(0, 5, 0x61) }]],
	])("throws when the peer %s", (_, frames) => {
		expect(() => speak().say(...frames)).toThrow(/./);
	});
});
