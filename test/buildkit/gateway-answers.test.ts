import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { toBytes } from "../../src/buildkit/bytes.ts";
import { serve } from "../../src/buildkit/frontend.ts";
import { GatewayError } from "../../src/buildkit/gateway.ts";
import { Result } from "../../src/buildkit/gen/gateway.ts";
import { Status } from "../../src/buildkit/gen/status.ts";
import { type RawFault, refusal, startGateway } from "./helpers/fake-gateway.ts";
import { drip, frame } from "./helpers/grpc-server.ts";
import { runtime } from "./helpers/runtime.ts";
import { buildIn, DOCKERFILE, deliveredFiles, worldOf } from "./helpers/worlds.ts";

const UNIMPLEMENTED = 12;

describe("a frontend", () => {
	it("asks for the build, and returns its result", async () => {
		const metadata = { "containerimage.config": toBytes("{}") };
		const { gateway } = await buildIn({ ...worldOf(DOCKERFILE), metadata }, { options: { filename: "Dockerfile" } });
		expect(deliveredFiles(gateway).Dockerfile).toContain(
			'ENTRYPOINT ["/sbin/pidone", "-g", "--", "docker-entrypoint.sh"]',
		);
		expect(gateway.warned).toHaveLength(1);
		expect(gateway.returned).toMatchObject([
			{ result: { result: { value: { id: "ref-1" } }, metadata: { "containerimage.config": toBytes("{}") } } },
		]);
	});

	it("waits for an answer that takes seconds", async () => {
		const slowly = async (): Promise<object> => await wait(1100, {});
		const { returned } = await buildIn({ ...worldOf(DOCKERFILE), build: slowly, handlers: { inputs: slowly } });
		expect(returned).toMatchObject({ error: undefined });
	});

	it("reads an answer that comes byte by byte", async () => {
		const bytes = Buffer.from(DOCKERFILE);
		const message = frame(Buffer.concat([Buffer.from([0x0a, bytes.length]), bytes]));
		const raw: RawFault = (method, stream) => {
			if (method !== "ReadFile" || gateway.calls.filter((call) => call === "ReadFile").length !== 1) return false;
			void drip(stream, message);
			return true;
		};
		const gateway = startGateway({ ...worldOf(""), raw });
		await serve(gateway.connect(), runtime());
		expect(deliveredFiles(gateway).Dockerfile).toContain("/sbin/pidone");
	});

	it("accepts a Dockerfile of almost 8 MB with a finding", async () => {
		const line = `RUN echo ${"x".repeat(990)}\n`;
		const long = `FROM node:22\n${line.repeat(7_900)}CMD ["npm", "start"]\n`;
		const { gateway, returned } = await buildIn(worldOf(long));
		expect(returned).toMatchObject({ result: {}, error: undefined });
		expect(gateway.warned).toMatchObject([{ ranges: [{ start: { line: 7_902 } }] }]);
		expect(deliveredFiles(gateway).Dockerfile?.length).toBeGreaterThan(long.length);
	});
});

describe("a gateway without a method", () => {
	const missing = (): never => {
		throw refusal(UNIMPLEMENTED, "unknown method for service moby.buildkit.v1.frontend.LLBBridge");
	};

	it("builds without warnings if the method for them is missing", async () => {
		const { gateway, returned } = await buildIn({
			...worldOf(`${DOCKERFILE}FROM node:22\nCMD ["yarn", "start"]\n`),
			handlers: { warn: missing },
		});
		expect(returned).toMatchObject({ result: {}, error: undefined });
		expect(gateway.calls.filter((call) => call === "Warn")).toHaveLength(1);
	});

	it("builds with what the catalogue knows if the method for images is missing", async () => {
		const { gateway, returned } = await buildIn({ ...worldOf(DOCKERFILE), handlers: { resolveImageConfig: missing } });
		expect(returned).toMatchObject({ result: {}, error: undefined });
		expect(deliveredFiles(gateway).Dockerfile).toContain('"/sbin/pidone", "-g", "--", "docker-entrypoint.sh"');
	});

	it("fails if the method for inputs is missing", async () => {
		const { returned } = await buildIn({ ...worldOf(DOCKERFILE), handlers: { inputs: missing } });
		expect(returned.error).toMatchObject({ code: UNIMPLEMENTED, message: expect.stringContaining("unknown method") });
	});

	it("says what to do if the builder is too old for inputs", async () => {
		const { returned } = await buildIn({ ...worldOf(DOCKERFILE), caps: ["solve.base"], handlers: { inputs: missing } });
		expect(returned.error?.message).toBe(
			"pidone: this builder is too old for the frontend: use BuildKit 0.8 (Docker 20.10) or newer, or pidone build",
		);
	});
});

describe("a gateway that refuses the build", () => {
	const details = [
		{ type_url: "github.com/moby/buildkit/stack.Stack+json", value: Buffer.from('{"frames":null}') },
		{ type_url: "type.googleapis.com/of.Tomorrow", value: Buffer.from([0, 1, 2, 255]) },
	];

	it("passes on its error, with details of any type", async () => {
		const status: Status = { code: 2, message: "process “/bin/sh -c false” did not complete: exit code: 1", details };
		const { returned } = await buildIn({ ...worldOf(DOCKERFILE), build: refuse(status) });
		expect(Buffer.from(Status.encode(returned.error ?? Status.create()).finish())).toEqual(
			Buffer.from(Status.encode(status).finish()),
		);
	});

	it("passes on its message unchanged if there are no details", async () => {
		const status: Status = { code: 5, message: "100% wrong:\nÄrger", details: [] };
		const { returned } = await buildIn({ ...worldOf(DOCKERFILE), build: refuse(status) });
		expect(returned.error).toMatchObject({ code: 5, message: status.message });
	});

	it("keeps unknown fields of a result and of an error", async () => {
		const unknown = Buffer.from("\x7a\x03new", "latin1");
		const bytes = Buffer.concat([
			Result.encode({ result: { $case: "ref", value: { id: "x" } }, metadata: {} }).finish(),
			unknown,
		]);
		const { returned } = await buildIn({ ...worldOf(DOCKERFILE), build: () => ({ result: Result.decode(bytes) }) });
		expect(Buffer.from(Result.encode(returned.result ?? Result.create()).finish())).toEqual(bytes);
		const status = Buffer.concat([Status.encode({ code: 2, message: "m", details: [] }).finish(), unknown]);
		const { returned: refused } = await buildIn({ ...worldOf(DOCKERFILE), raw: refuseRaw(status) });
		expect(Buffer.from(Status.encode(refused.error ?? Status.create()).finish())).toEqual(status);
	});
});

function refuse(status: Status): () => never {
	return () => {
		throw new GatewayError(status);
	};
}

/** Refuses the second solve, which is the build. */
function refuseRaw(status: Buffer): RawFault {
	let count = 0;
	return (method, stream) => {
		if (method !== "Solve" || ++count !== 2) return false;
		stream.respond(
			{ ":status": 200, "grpc-status": "2", "grpc-status-details-bin": status.toString("base64") },
			{ endStream: true },
		);
		return true;
	};
}
