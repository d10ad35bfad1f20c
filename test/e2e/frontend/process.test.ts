import type { ServerHttp2Stream } from "node:http2";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { GatewayError } from "../../../src/buildkit/gateway.ts";
import type { Status } from "../../../src/buildkit/gen/status.ts";
import { type FakeGateway, faultAt, type RawFault, startGateway } from "../../buildkit/helpers/fake-gateway.ts";
import { drip, frame } from "../../buildkit/helpers/grpc-server.ts";
import { DOCKERFILE, deliveredBytes, deliveredFiles, worldOf } from "../../buildkit/helpers/worlds.ts";
import { exportFrontend } from "./helpers/frontend-image.ts";
import { type FrontendRun, runFrontend } from "./helpers/run-frontend.ts";

let folder = "";
beforeAll(async () => {
	folder = await exportFrontend();
});

const WELL = { end: 0, stderr: "" };

describe("the frontend's process", () => {
	it("asks for the build, and returns its result", async () => {
		const gateway = startGateway(worldOf(DOCKERFILE));
		expect(await runFrontend(folder, gateway, { env: { options: { filename: "Dockerfile" } } })).toEqual(WELL);
		expect(deliveredFiles(gateway).Dockerfile).toContain(
			'ENTRYPOINT ["/sbin/pidone", "-g", "--", "docker-entrypoint.sh"]',
		);
		expect(gateway.warned).toHaveLength(1);
		expect(gateway.returned).toMatchObject([{ result: {}, error: undefined }]);
	});

	it("passes on what is not ASCII, and bytes that are not UTF-8, unchanged", async () => {
		const text = 'FROM node:22\n# äöü € 😀\nCMD ["npm", "start"]\n';
		const gateway = startGateway(worldOf(text));
		expect(await runFrontend(folder, gateway)).toEqual(WELL);
		expect(deliveredFiles(gateway).Dockerfile).toContain("# äöü € 😀\n");
		const latin = startGateway(worldOf(Buffer.from('FROM node:22\n# \xff\nCMD ["npm", "start"]\n', "latin1")));
		expect(await runFrontend(folder, latin)).toEqual(WELL);
		expect(Buffer.from(deliveredBytes(latin).Dockerfile ?? []).toString("latin1")).toContain("\n# \xff\n");
	});

	it("waits for an answer that takes seconds, and reads one that comes byte by byte", async () => {
		const bytes = Buffer.from(DOCKERFILE);
		const message = frame(Buffer.concat([Buffer.from([0x0a, bytes.length]), bytes]));
		const slowly = async (): Promise<object> => await wait(1100, {});
		const raw = faultAt("ReadFile", (stream) => void drip(stream, message));
		const gateway = startGateway({ ...worldOf(""), build: slowly, handlers: { inputs: slowly }, raw });
		const started = performance.now();
		expect(await runFrontend(folder, gateway)).toEqual(WELL);
		expect(performance.now() - started).toBeGreaterThan(2200);
		expect(deliveredFiles(gateway).Dockerfile).toContain("/sbin/pidone");
		expect(gateway.returned).toMatchObject([{ error: undefined }]);
	});

	it("hands on an error with details of any type", async () => {
		const details = [{ type_url: "type.googleapis.com/of.Tomorrow", value: Uint8Array.of(0, 1, 2, 255) }];
		const status: Status = { code: 2, message: "process “/bin/sh -c false” did not complete: exit code: 1", details };
		const build = (): never => {
			throw new GatewayError(status);
		};
		const gateway = startGateway({ ...worldOf(DOCKERFILE), build });
		expect(await runFrontend(folder, gateway)).toEqual(WELL);
		expect(gateway.returned).toMatchObject([{ error: status }]);
	});

	it("takes a Dockerfile of 1 MB, with a finding", async () => {
		const line = `RUN echo ${"x".repeat(990)}\n`;
		const long = `FROM node:22\n${line.repeat(1_000)}CMD ["npm", "start"]\n`;
		const gateway = startGateway(worldOf(long));
		expect(await runFrontend(folder, gateway)).toEqual(WELL);
		expect(gateway.returned).toMatchObject([{ result: {}, error: undefined }]);
		expect(gateway.warned).toMatchObject([{ ranges: [{ start: { line: 1_002 } }] }]);
		expect(deliveredFiles(gateway).Dockerfile?.length).toBeGreaterThan(long.length);
	});

	it("does not end before it has reported an answer that it cannot read", async () => {
		const gateway = startGateway({
			...worldOf(DOCKERFILE),
			raw: faultAt("Solve", (stream) => stream.respond({ ":status": 200 }, { endStream: true }), 2),
		});
		expect(await runFrontend(folder, gateway)).toEqual(WELL);
		expect(gateway.returned).toMatchObject([{ error: { message: "pidone: BuildKit's answer to Solve is cut off" } }]);
	});
});

describe("a frontend whose connection is lost", () => {
	it.each<[string, RawFault]>([
		["before anything is answered", loseAt("Ping")],
		["in the middle of a solve", loseAt("Solve")],
		["in the middle of an answer", loseAt("ReadFile", startAnswer)],
		["while it asks for the build", loseAt("Solve", () => undefined, 2)],
		["when it tells the result", loseAt("Return")],
	])("says so in one line and ends: %s", async (_, raw) => {
		const gateway = startGateway({ ...worldOf(DOCKERFILE), raw });
		expectFailure(await runFrontend(folder, gateway), gateway);
	});

	it("ends when stdin ends at once", async () => {
		const gateway = startGateway(worldOf(DOCKERFILE));
		const run = await runFrontend(folder, gateway, { whenStarted: ({ stdin }) => void stdin?.end() });
		expectFailure(run, gateway);
		expect(run.stderr).toBe("pidone: BuildKit has closed the connection\n");
	});

	it("ends when BuildKit says goodbye between two calls", async () => {
		const raw = faultAt("Solve", (stream) => stream.session?.close());
		const gateway = startGateway({ ...worldOf(DOCKERFILE), raw: (...call) => raw(...call) && false });
		expectFailure(await runFrontend(folder, gateway), gateway);
	});

	it.each(["HTTP/1.1 400 Bad Request\r\n\r\n", "\0".repeat(100), "gibberish\n"])(
		"ends when something else answers: %j",
		async (answer) => {
			const gateway = startGateway(worldOf(DOCKERFILE));
			const run = await runFrontend(folder, { serve: (stream) => void stream.resume().write(answer) });
			expectFailure(run, gateway);
		},
	);
});

/** Closes the connection when a method is called for the nth time. */
function loseAt(name: string, prepare: (stream: ServerHttp2Stream) => void = () => undefined, nth = 1): RawFault {
	return faultAt(
		name,
		(stream, disconnect) => {
			prepare(stream);
			disconnect();
		},
		nth,
	);
}

function startAnswer(stream: ServerHttp2Stream): void {
	stream.respond({ ":status": 200, "content-type": "application/grpc" });
	stream.write(frame(Buffer.alloc(10), 1000));
}

/** The error cannot be returned, because nobody is there to receive it. */
function expectFailure({ end, stderr }: FrontendRun, { returned }: FakeGateway): void {
	expect({ end, stderr }).toEqual({ end: 1, stderr: expect.stringMatching(/^pidone: [^\n]+\n$/) });
	expect(returned).toEqual([]);
}
