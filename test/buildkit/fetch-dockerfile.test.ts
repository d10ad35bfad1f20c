import { describe, expect, it } from "vitest";
import { toBytes } from "../../src/buildkit/bytes.ts";
import { fetchDockerfile } from "../../src/buildkit/fetch-dockerfile.ts";
import { Op } from "../../src/buildkit/gen/ops.ts";
import { files, headOf } from "../../src/buildkit/llb.ts";
import { CAPS, refusal, startGateway, type World } from "./helpers/fake-gateway.ts";
import { recorded } from "./helpers/recorded-digests.ts";
import { requestWith } from "./helpers/requests.ts";
import { buildIn, deliveredBytes, deliveredFiles } from "./helpers/worlds.ts";

const source = 'FROM scratch\nCMD ["/a"]\n';

describe("fetchDockerfile", () => {
	it.each(recorded.local)(
		"asks for $filename as BuildKit does, byte for byte",
		async ({ filename, session, name, digest }) => {
			const gateway = startGateway({ sources: { "local://dockerfile": { [filename]: source } } });
			const file = await fetchDockerfile(
				gateway.connect(),
				requestWith({ filename }, { sessionId: session }),
				undefined,
			);
			expect(headOf(file.definition)).toBe(digest);
			expect(file.definition.metadata[digest]?.description["llb.customname"]).toBe(name);
			expect(file).toMatchObject({ filename, bytes: toBytes(source), ignore: undefined });
		},
	);

	it("falls back from Dockerfile to dockerfile, also in a directory", async () => {
		expect((await buildIn(worldWith({ dockerfile: source }))).returned.error).toBeUndefined();
		const { gateway } = await buildIn(worldWith({ "sub/dockerfile": source }), {
			options: { filename: "sub/Dockerfile" },
		});
		expect(Object.keys(deliveredFiles(gateway))).toEqual(["sub/Dockerfile"]);
	});

	it("passes on the ignore file that belongs to it, and no other", async () => {
		const tree = { "a b.Dockerfile": source, "a b.Dockerfile.dockerignore": "*\n!x\n", ".dockerignore": "y" };
		const { gateway } = await buildIn(worldWith(tree), { options: { filename: "a b.Dockerfile" } });
		expect(deliveredFiles(gateway)).toEqual({
			"a b.Dockerfile": expect.stringContaining("/sbin/pidone"),
			"a b.Dockerfile.dockerignore": "*\n!x\n",
		});
	});

	it("reads an empty ignore file", async () => {
		const { gateway } = await buildIn(worldWith({ Dockerfile: source, "Dockerfile.dockerignore": "" }));
		expect(deliveredFiles(gateway)["Dockerfile.dockerignore"]).toBe("");
	});

	it("asks the client for another directory by dockerfilekey, in the session that is named for it", async () => {
		const options = { dockerfilekey: "other", "local-sessionid:other": "s2", contextkey: "ctx" };
		const { gateway } = await buildIn({ sources: { "local://other": { Dockerfile: source } } }, { options });
		const [first] = gateway.solved;
		expect(Op.decode(first?.Definition?.def[0] ?? new Uint8Array()).op).toMatchObject({
			value: { identifier: "local://other", attrs: { "local.session": "s2", "local.sharedkeyhint": "other" } },
		});
		expect(gateway.solved.at(-1)?.FrontendOpt).not.toHaveProperty("dockerfilekey");
	});

	it("prefers an input to the client's directory", async () => {
		const inputs = { dockerfile: files("x", [{ path: "Dockerfile", bytes: Buffer.from(source), mode: 0o644 }]) };
		const { gateway } = await buildIn({ inputs, sources: { "local://dockerfile": { Dockerfile: "FROM wrong\n" } } });
		expect(deliveredFiles(gateway).Dockerfile).toContain("FROM scratch");
	});

	it.each(["../../etc/passwd", "/etc/passwd", "sub/../../Dockerfile"])(
		"stays within what BuildKit gives: %s",
		async (filename) => {
			const { gateway, returned } = await buildIn(
				{ handlers: { readFile: ({ FilePath }) => only(FilePath === filename) } },
				{ options: { filename } },
			);
			expect(returned.error).toBeUndefined();
			for (const path of pathsOf(gateway.solved.at(-1)?.FrontendInputs.dockerfile?.def[0]))
				expect(path).toMatch(/^(?:\/(?!\.\.?(?:\/|$))[^/]+)+$/);
		},
	);
});

describe("a Dockerfile that cannot be used", () => {
	it.each<[string, World, string]>([
		[
			"none",
			{},
			"pidone: failed to read dockerfile: failed to read Dockerfile: open Dockerfile: no such file or directory",
		],
		[
			"one that may not be read",
			{ handlers: { readFile: ({ FilePath }) => only(false, FilePath === "Dockerfile" ? 7 : 2) } },
			"pidone: failed to read dockerfile: no",
		],
		[
			"an ignore file that may not be read",
			{ handlers: { readFile: ({ FilePath }) => only(FilePath === "Dockerfile", 7) } },
			"no",
		],
	])("is reported in one error: %s", async (_, world, message) => {
		const { gateway, returned } = await buildIn(world);
		expect(returned.error?.message).toBe(message);
		expect(gateway.solved.map(({ Frontend }) => Frontend)).toEqual([""]);
	});

	it.each<[string, string | Uint8Array, string, number]>([
		["one in another encoding", Buffer.from([0xff, 0xfe, 0x46, 0x00]), "UTF-16", 1],
		["one that is not text", "FROM a\nRUN \0", "NUL", 2],
	])("is reported with its line: %s", async (_, bytes, message, line) => {
		const { returned } = await buildIn(worldWith({ Dockerfile: bytes }));
		expect(returned.error?.message).toContain(message);
		expect(JSON.parse(Buffer.from(returned.error?.details[0]?.value ?? []).toString())).toMatchObject({
			ranges: [{ start: { line } }],
		});
	});

	it("reaches the builder with its bytes that are not UTF-8 unchanged", async () => {
		const { gateway } = await buildIn(
			worldWith({ Dockerfile: Buffer.from('# caf\xe9\nFROM scratch\nCMD ["/\xe9"]\n', "latin1") }),
		);
		const text = Buffer.from(deliveredBytes(gateway).Dockerfile ?? []).toString("latin1");
		expect(text).toMatch(/^# caf\xe9\nFROM scratch\nCMD \["\/\xe9"\]\n/);
		expect(text).toContain("/sbin/pidone");
	});

	it.each<[string, string]>([
		["an empty one", ""],
		["one without a stage", "RUN a\n"],
		["one that does not parse", "FROM a\nRUNN x\n"],
	])("is reported by the builder, which gets it as it is: %s", async (_, text) => {
		const { gateway, returned } = await buildIn({ ...worldWith({ Dockerfile: text }), build: refuse });
		expect(returned.error).toMatchObject({ code: 3, message: "no" });
		expect(deliveredFiles(gateway).Dockerfile).toBe(text);
	});

	it.each([
		["linux/amd64", 8_100_000, "the Dockerfile has 8.1 MB: BuildKit takes up to 8.0 MB from a frontend"],
		["linux/amd64,linux/arm64", 5_000_000, "the Dockerfile has 5.0 MB: BuildKit takes up to 4.0 MB from a frontend"],
	])("is too large for the builder's messages, for %s with %d bytes", async (platform, bytes, message) => {
		const { returned } = await buildIn(worldWith({ Dockerfile: source.padEnd(bytes, "#") }), { options: { platform } });
		expect(returned.error?.message).toBe(`pidone: ${message}`);
	});

	it("is reported by pidone if the builder accepts it, because the image would have no init", async () => {
		const { returned } = await buildIn(worldWith({ Dockerfile: "FROM a\nRUNN x\n" }));
		expect(returned.error?.message).toMatch(/^pidone: /);
		expect(returned.result).toBeUndefined();
	});
});

function worldWith(files: Readonly<Record<string, string | Uint8Array>>): World {
	return { caps: CAPS, sources: { "local://dockerfile": files } };
}

function only(isThere: boolean, code = 2): { Data: Buffer } {
	if (!isThere) throw refusal(code, code === 2 ? "no such file or directory" : "no");
	return { Data: Buffer.from(source) };
}

function refuse(): never {
	throw refusal(3, "no");
}

function pathsOf(operation: Uint8Array | undefined): string[] {
	const { op } = Op.decode(operation ?? new Uint8Array());
	const actions = op?.$case === "file" ? op.value.actions : [];
	return actions.flatMap(({ action }) =>
		action?.$case === "mkfile" || action?.$case === "mkdir" ? [action.value.path] : [],
	);
}
