import type { ServerHttp2Stream } from "node:http2";
import { describe, expect, it } from "vitest";
import { type FakeGateway, type RawFault, startGateway } from "./helpers/fake-gateway.ts";
import { frame } from "./helpers/grpc-server.ts";
import { type FrontendRun, runFrontend } from "./helpers/run-frontend.ts";
import { DOCKERFILE, worldOf } from "./helpers/worlds.ts";

describe("a frontend whose connection is lost", () => {
	it.each<[string, RawFault]>([
		["before anything is answered", loseAt("Ping")],
		["in the middle of a solve", loseAt("Solve")],
		["in the middle of an answer", loseAt("ReadFile", startAnswer)],
		["while it asks for the build", loseAt("Solve", () => undefined, 2)],
		["when it tells the result", loseAt("Return")],
	])("says so in one line and ends: %s", async (_, raw) => {
		const gateway = startGateway({ ...worldOf(DOCKERFILE), raw });
		expectFailure(await runFrontend(gateway), gateway);
	});

	it("ends when stdin ends at once", async () => {
		const gateway = startGateway(worldOf(DOCKERFILE));
		const run = await runFrontend(gateway, {}, ({ stdin }) => void stdin?.end());
		expectFailure(run, gateway);
		expect(run.stderr).toBe("pidone: BuildKit has closed the connection\n");
	});

	it("ends when BuildKit says goodbye between two calls", async () => {
		const gateway = startGateway({ ...worldOf(DOCKERFILE), raw: goodbyeAt("Solve") });
		expectFailure(await runFrontend(gateway), gateway);
	});

	it.each(["HTTP/1.1 400 Bad Request\r\n\r\n", "\0".repeat(100), "gibberish\n"])("ends when something else answers: %j", async (answer) => {
		const gateway = startGateway(worldOf(DOCKERFILE));
		const run = await runFrontend({ ...gateway, serve: (stream) => void stream.resume().write(answer) });
		expectFailure(run, gateway);
	});
});

/** Ends the connection when a method is called for the nth time. */
function loseAt(name: string, prepare: (stream: ServerHttp2Stream) => unknown = () => undefined, nth = 1): RawFault {
	let count = 0;
	return (method, stream, disconnect) => {
		if (method !== name || ++count !== nth) return false;
		prepare(stream);
		disconnect();
		return true;
	};
}

function startAnswer(stream: ServerHttp2Stream): void {
	stream.respond({ ":status": 200, "content-type": "application/grpc" });
	stream.write(frame(Buffer.alloc(10), 1000));
}

/** Answers the call, and takes no other one. */
function goodbyeAt(name: string): RawFault {
	return (method, stream) => {
		if (method === name) stream.session?.close();
		return false;
	};
}

/** There is nobody to whom it could be returned. */
function expectFailure({ end, stderr }: FrontendRun, { returned }: FakeGateway): void {
	expect({ end, stderr }).toEqual({ end: 1, stderr: expect.stringMatching(/^pidone: [^\n]+\n$/) });
	expect(returned).toEqual([]);
}
