import { describe, expect, it } from "vitest";
import { toBytes } from "../../src/buildkit/bytes.ts";
import type { ReturnRequest } from "../../src/buildkit/gen/gateway.ts";
import type { FakeGateway } from "./helpers/fake-gateway.ts";
import { buildIn, deliveredFiles, worldOf } from "./helpers/worlds.ts";

const TARGETS = 'FROM node:22 AS app\nCMD ["a"]\nFROM node:22 AS Web\nCMD ["b"]\nFROM node:22\nCMD ["c"]\n';

async function build(
	text: string,
	options: Readonly<Record<string, string>> = {},
): Promise<{ gateway: FakeGateway; returned: ReturnRequest; text: string }> {
	const done = await buildIn(worldOf(text), { options: { source: "pidone/dockerfile:1", ...options } });
	return { ...done, text: isDelegated(done.gateway) ? (deliveredFiles(done.gateway).Dockerfile ?? "") : "" };
}

function isDelegated({ solved }: FakeGateway): boolean {
	return solved.at(-1)?.Frontend !== "";
}

function placeOf({ error }: ReturnRequest): unknown {
	return JSON.parse(Buffer.from(error?.details[0]?.value ?? []).toString()).ranges;
}

describe("rewriteDockerfile", () => {
	it("rewrites only the target, and keeps line numbers", async () => {
		const { text } = await build(TARGETS, { target: "web" });
		const added =
			'COPY --from=pidone-init /sbin/pidone /sbin/pidone\nENTRYPOINT ["/sbin/pidone", "--", "docker-entrypoint.sh"]\n';
		expect(text).toBe(TARGETS.replace('CMD ["b"]\n', (line) => `${line}${added}`));
	});

	it.each<[string, Record<string, string>, boolean]>([
		["the last stage has no name", {}, false],
		["the target is another", { target: "app" }, false],
		["the target is one of them, in capitals", { target: "WEB" }, true],
	])("rewrites those of PIDONE_TARGETS: %s", async (_, options, isRewritten) => {
		const { text, gateway } = await build(TARGETS, { "build-arg:PIDONE_TARGETS": "x,wEb", ...options });
		expect(text !== TARGETS).toBe(isRewritten);
		expect(gateway.resolved).toHaveLength(isRewritten ? 1 : 0);
	});

	it.each<[what: string, text: string, options: Record<string, string>, told: string[]]>([
		[
			"a target that is not one of PIDONE_TARGETS",
			TARGETS,
			{ target: "app", "build-arg:PIDONE_TARGETS": "web" },
			["pidone/build-argument: build argument PIDONE_TARGETS: the stage that is built, app, "],
		],
		[
			"a target of PIDONE_TARGETS that does not exist",
			TARGETS,
			{ target: "app", "build-arg:PIDONE_TARGETS": "app, other" },
			["pidone/build-argument: build argument PIDONE_TARGETS: no stage is called other; "],
		],
		[
			"a build argument that means nothing",
			TARGETS,
			{ "build-arg:PIDONE_GRACE": "5" },
			["pidone/build-argument: build argument PIDONE_GRACE: unknown setting"],
		],
		[
			"a build argument that the Dockerfile declares",
			`ARG PIDONE_GRACE\n${TARGETS}`,
			{ "build-arg:PIDONE_GRACE": "5" },
			[],
		],
		[
			"an inherited command",
			"FROM scratch\nFROM node:22 AS x\nCOPY a b\n",
			{},
			[
				"pidone/inherited-command: runs its base's own command, docker-entrypoint.sh node: pass the build argument PIDONE_INHERITED=1 to restate it after the init (line 2)",
			],
		],
		["an inherited command that is asked for", "FROM node:22\nCOPY a b\n", { "build-arg:PIDONE_INHERITED": "1" }, []],
		["an inherited command that is to be left", "FROM node:22\nCOPY a b\n", { "build-arg:PIDONE_OFF": "1" }, []],
	])("warns of %s", async (_, text, options, told) => {
		const { gateway, returned } = await build(text, options);
		expect(returned.error).toBeUndefined();
		const shorts = gateway.warned.map(({ short }) => Buffer.from(short).toString());
		expect(shorts).toEqual(told.map((each) => expect.stringContaining(each)));
	});

	it.each([
		["PIDONE_TARGETS", "webb", "PIDONE_TARGETS: no stage is called webb; did you mean web?"],
		["PIDONE_TARGET", "web", "PIDONE_TARGET: unknown setting; did you mean PIDONE_TARGETS?"],
	])("refuses %s=%s when it is nearly something else: %s", async (name, value, message) => {
		const { returned } = await build(TARGETS, { [`build-arg:${name}`]: value });
		expect(returned.error?.message).toBe(`pidone: build argument ${message}`);
	});

	it("does not report an inherited command in --check", async () => {
		const { gateway } = await build("FROM node:22\nCOPY a b\n", { requestid: "frontend.lint" });
		expect(gateway.warned).toEqual([]);
	});

	it("changes nothing with PIDONE_OFF, or if the target does not exist, which the builder reports", async () => {
		expect((await build(TARGETS, { target: "none" })).text).toBe(TARGETS);
		const broken = "RUNN\n";
		expect(await build(broken, { "build-arg:PIDONE_OFF": "1" })).toMatchObject({
			text: broken,
			returned: { error: undefined },
		});
	});

	it("installs another init with its own method", async () => {
		const { text, gateway } = await build(TARGETS, {
			"build-arg:PIDONE_INIT": "tini,-g",
			"build-arg:PIDONE_INSTALL": "apt-get",
		});
		expect(text).toMatch(/apt-get install .*tini/s);
		expect(text).toContain('ENTRYPOINT ["/usr/bin/tini", "-g", "--", "docker-entrypoint.sh"]');
		expect(Object.keys(gateway.solved.at(-1)?.FrontendInputs ?? {})).toEqual(["dockerfile"]);
	});

	it("copies the init from the frontend's image if the builder has no named contexts", async () => {
		const { gateway } = await buildIn(
			{ ...worldOf(TARGETS), caps: ["frontend.inputs"] },
			{ options: { source: "example.test/pidone:1" } },
		);
		expect(deliveredFiles(gateway).Dockerfile).toContain("COPY --from=example.test/pidone:1 ");
		const { text } = await build(`# syntax=docker/dockerfile:1.3\n${TARGETS}`);
		expect(text).toContain("COPY --from=pidone/dockerfile:1 ");
	});

	it.each<[string, string, Record<string, string>, RegExp, number]>([
		[
			"a platform without an init",
			TARGETS,
			{ platform: "linux/amd64,linux/loong64" },
			/^pidone: pidone is not available for linux\/loong64: build for /,
			6,
		],
		[
			"a stage of the context's name",
			`FROM node:22 AS pidone-init\n${TARGETS}`,
			{},
			/^pidone: the stage name pidone-init/,
			7,
		],
		[
			"an init that cannot be installed",
			'FROM scratch\nCOPY a /\nCMD ["/a"]\n',
			{ "build-arg:PIDONE_INIT": "tini", "build-arg:PIDONE_INSTALL": "apk" },
			/^pidone: .*tini/,
			3,
		],
	])("fails at the line for %s", async (_, text, options, message, line) => {
		const { returned, gateway } = await build(text, options);
		expect(returned.error?.message).toMatch(message);
		expect(placeOf(returned)).toEqual([{ start: { line }, end: { line } }]);
		expect(isDelegated(gateway)).toBe(false);
	});

	it("adds no init if the target is for a platform without one", async () => {
		const { returned } = await build('FROM --platform=linux/amd64 node:22\nCMD ["a"]\n', { platform: "linux/s390x" });
		expect(returned.error).toBeUndefined();
	});

	it("warns about remaining findings, but not about what the rewrite has fixed", async () => {
		const { gateway, text } = await build("FROM node:22\nENTRYPOINT npm start\n");
		expect(text).toContain('ENTRYPOINT ["/sbin/pidone", "-g", "--", "/bin/sh", "-c", "npm start"]');
		const short = gateway.warned.map((warning) => Buffer.from(warning.short).toString().replace(/:.*/, ""));
		expect(short).toEqual(["pidone/package-manager-pid1"]);
		expect((await build("FROM node:22\nENTRYPOINT node server.js\n")).gateway.warned).toEqual([]);
		const { gateway: off } = await build("FROM node:22\nENTRYPOINT node server.js\n", { "build-arg:PIDONE_OFF": "1" });
		expect(off.warned).toEqual([]);
	});

	it("passes the original file to sub-requests, and adds findings to --check only", async () => {
		const report = toBytes('{"warnings":[]}');
		const world = { ...worldOf('FROM node:22\nCMD ["npm", "start"]\n'), metadata: { "result.json": report } };
		const check = await buildIn(world, { options: { requestid: "frontend.lint" } });
		expect(
			JSON.parse(Buffer.from(check.returned.result?.metadata["result.json"] ?? []).toString()).warnings,
		).toMatchObject([{ ruleName: "pidone/package-manager-pid1" }]);
		const outline = await buildIn(world, { options: { requestid: "frontend.outline" } });
		expect(outline.returned.result?.metadata["result.json"]).toEqual(report);
		for (const { gateway } of [check, outline]) {
			expect(deliveredFiles(gateway).Dockerfile).toBe('FROM node:22\nCMD ["npm", "start"]\n');
			expect(gateway.warned).toEqual([]);
		}
	});
});
