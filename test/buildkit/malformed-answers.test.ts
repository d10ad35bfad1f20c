import type { ServerHttp2Stream } from "node:http2";
import { describe, expect, it } from "vitest";
import { serve } from "../../src/buildkit/frontend.ts";
import { faultAt, startGateway } from "./helpers/fake-gateway.ts";
import { frame } from "./helpers/grpc-server.ts";
import { runtime } from "./helpers/runtime.ts";
import { buildIn, DOCKERFILE, worldOf } from "./helpers/worlds.ts";

type Answer = [name: string, respond: (stream: ServerHttp2Stream) => void];

const GRPC = { ":status": 200, "content-type": "application/grpc" };

/** Answers that gRPC does not allow. */
const ANSWERS: readonly Answer[] = [
	["bytes that are not protobuf", (stream) => answer(stream, frame(Buffer.from([0x0a, 0xff, 0xff, 0xff, 0xff, 0x7f])))],
	["a field that is cut off", (stream) => answer(stream, frame(Buffer.from([0x0a, 0x10, 0x41])))],
	["a frame longer than what comes", (stream) => answer(stream, frame(Buffer.from([0x0a, 0x00]), 1000))],
	["a frame shorter than what comes", (stream) => answer(stream, frame(Buffer.from([0x0a, 0x00]), 1))],
	["a frame of 4 GB", (stream) => answer(stream, frame(Buffer.alloc(2), 0xffff_ffff))],
	["two messages", (stream) => answer(stream, Buffer.concat([frame(Buffer.alloc(0)), frame(Buffer.alloc(0))]))],
	["a compressed message", (stream) => answer(stream, Buffer.from([1, 0, 0, 0, 0]))],
	["no message", (stream) => answer(stream, Buffer.alloc(0))],
	["no trailers", (stream) => end(stream, GRPC, frame(Buffer.alloc(0)))],
	["an HTTP error", (stream) => end(stream, { ":status": 503, "content-type": "text/html" }, "<p>busy</p>")],
	[
		"a status that is not a number",
		(stream) => stream.respond({ ...GRPC, "grpc-status": "broken" }, { endStream: true }),
	],
	[
		"details that are not a status",
		(stream) =>
			stream.respond({ ...GRPC, "grpc-status": "2", "grpc-status-details-bin": "CgUKBQ" }, { endStream: true }),
	],
	["a stream that is reset", (stream) => stream.close(2)],
	["a stream that is refused", (stream) => stream.close(7)],
	["a stream that is canceled", (stream) => stream.close(8)],
	["a stream that is closed", (stream) => stream.close(0)],
];

describe("a frontend that gets a malformed answer", () => {
	it.each(ANSWERS)("returns one error when it reads the Dockerfile: %s", { timeout: 10_000 }, async (_, respond) => {
		const { returned } = await buildIn({ ...worldOf(DOCKERFILE), raw: faultAt("ReadFile", respond) });
		expect(returned).toMatchObject({
			error: { code: 2, message: expect.stringMatching(/^[^\n]+$/) },
			result: undefined,
		});
	});

	it.each(ANSWERS)("returns one error when it asks for the build: %s", { timeout: 10_000 }, async (_, respond) => {
		const { returned } = await buildIn({ ...worldOf(DOCKERFILE), raw: faultAt("Solve", respond, 2) });
		expect(returned).toMatchObject({
			error: { code: 2, message: expect.stringMatching(/^[^\n]+$/) },
			result: undefined,
		});
	});

	it.each(ANSWERS)("says that it cannot return its result: %s", { timeout: 10_000 }, async (_, respond) => {
		const gateway = startGateway({ ...worldOf(DOCKERFILE), raw: faultAt("Return", respond) });
		await expect(serve(gateway.connect(), runtime())).rejects.toThrow(/./);
	});

	it("names the malformed answer", async () => {
		const { returned } = await buildIn({
			...worldOf(DOCKERFILE),
			raw: faultAt("Solve", (stream) => end(stream, GRPC, frame(Buffer.alloc(0)))),
		});
		expect(returned).toMatchObject({ error: { message: "pidone: BuildKit's answer to Solve is cut off" } });
	});
});

/** An answer that is valid except for its body. */
function answer(stream: ServerHttp2Stream, body: Buffer): void {
	stream.respond(GRPC, { waitForTrailers: true });
	stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": "0" }));
	stream.end(body);
}

function end(
	stream: ServerHttp2Stream,
	headers: Readonly<Record<string, string | number>>,
	body: string | Buffer,
): void {
	stream.respond({ ...headers });
	stream.end(body);
}
