import { execaSync } from "execa";
import { describe, expect, it } from "vitest";
import { headOf } from "../../src/buildkit/llb.ts";
import { recorded } from "./helpers/recorded-digests.ts";
import { buildIn, deliveredFiles } from "./helpers/worlds.ts";

const source = 'FROM scratch\nCMD ["/a"]\n';
const tar = execaSync("tar", ["-C", new URL(".", import.meta.url).pathname, "-c", "build-context.test.ts"], {
	encoding: "buffer",
}).stdout;
const oldTar = execaSync(
	"tar",
	["--format=v7", "-C", new URL(".", import.meta.url).pathname, "-c", "build-context.test.ts"],
	{ encoding: "buffer" },
).stdout;

describe("a build from a URL", () => {
	it.each<[string, Uint8Array]>([
		["tar", tar],
		["tar without a magic number", oldTar],
		["gzip", Buffer.from([0x1f, 0x8b, 0x08, 0])],
		["bzip2", Buffer.from("BZh9")],
		["xz", Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00, 0])],
	])("unpacks an archive, and reads the Dockerfile in it: %s", async (_, bytes) => {
		const { context, load, digest } = recorded.archive;
		const world = {
			sources: { "http://": { context: bytes } },
			archive: { "sub/Dockerfile": source, "sub/Dockerfile.dockerignore": "x" },
		};
		const { gateway, returned } = await buildIn(world, { options: { context, filename: "sub/Dockerfile" } });
		expect(returned.error).toBeUndefined();
		expect(gateway.solved.slice(0, 2).map(({ Definition }) => Definition && headOf(Definition))).toEqual([
			load,
			digest,
		]);
		expect(deliveredFiles(gateway)).toMatchObject({
			"sub/Dockerfile": expect.stringContaining("/sbin/pidone"),
			"sub/Dockerfile.dockerignore": "x",
		});
		const build = gateway.solved.at(-1);
		expect(build?.FrontendInputs.context && headOf(build.FrontendInputs.context)).toBe(digest);
		expect(build?.FrontendOpt).not.toHaveProperty("context");
	});

	it.each(['FROM scratch\nCMD ["/a"]\n', `# ${"x".repeat(300)}\nFROM scratch\nCMD ["/a"]\n`])(
		"takes anything else for the Dockerfile",
		async (text) => {
			const options = { context: "https://example.test/Dockerfile", filename: "other" };
			const { gateway, returned } = await buildIn({ sources: { "https://": { context: text } } }, { options });
			expect(returned.error).toBeUndefined();
			expect(deliveredFiles(gateway)).toEqual({ other: expect.stringContaining("/sbin/pidone") });
		},
	);

	it("reads only the bytes that it takes to recognize it", async () => {
		const { gateway } = await buildIn(
			{ sources: { "https://": { context: source } } },
			{ options: { context: "https://example.test/x" } },
		);
		expect(gateway.calls.slice(0, 4)).toEqual(["Inputs", "Ping", "Solve", "ReadFile"]);
		expect(gateway.solved).toHaveLength(3);
	});

	it("refers to it by digest for an old builder, which has fetched it under that digest", async () => {
		const { context, load } = recorded.archive;
		const world = {
			sources: { "http://": { context: tar } },
			archive: { Dockerfile: source },
			caps: ["frontend.inputs"],
		};
		const { gateway } = await buildIn(world, { options: { context } });
		const [bytes = new Uint8Array()] = gateway.solved[0]?.Definition?.def ?? [];
		// For moby/buildkit 0.8, the constraints of a source follow it.
		expect(Buffer.from(bytes).subarray(-2)).toEqual(Buffer.from([0x5a, 0]));
		expect(gateway.solved[0]?.Definition && headOf(gateway.solved[0].Definition)).not.toBe(load);
	});

	it("fails if there is nothing at the URL", async () => {
		const { returned } = await buildIn({}, { options: { context: "https://example.test/x" } });
		expect(returned.error?.message).toContain("no such file or directory");
	});
});

describe("a build from a repository", () => {
	it("reads the Dockerfile in it, and passes the fetched tree to the builder", async () => {
		const [{ context = "", digest } = {}] = recorded.git;
		const { gateway, returned } = await buildIn(
			{ sources: { "git://": { Dockerfile: source } } },
			{ options: { contextkey: "ctx", ctx: context } },
		);
		expect(returned.error).toBeUndefined();
		const build = gateway.solved.at(-1);
		expect(build?.FrontendInputs.context && headOf(build.FrontendInputs.context)).toBe(digest);
		expect(build?.FrontendOpt).not.toHaveProperty("ctx");
		expect(deliveredFiles(gateway).Dockerfile).toContain("/sbin/pidone");
	});

	it.each([["1"], ["true"], ["T"]])("keeps .git when the build argument says %s", async (value) => {
		const [{ context, digest } = { context: "" }] = recorded.keepGitDir;
		const { gateway } = await buildIn(
			{ sources: { "git://": { Dockerfile: source } } },
			{ options: { context, "build-arg:BUILDKIT_CONTEXT_KEEP_GIT_DIR": value } },
		);
		expect(gateway.solved[0]?.Definition && headOf(gateway.solved[0].Definition)).toBe(digest);
	});

	it("explains invalid options of a repository", async () => {
		const { gateway, returned } = await buildIn({}, { options: { context: "https://example.test/foo.git?ref=a#b" } });
		expect(returned.error?.message).toBe('pidone: the build context cannot be read: ref conflicts: "b" vs "a"');
		expect(gateway.solved).toEqual([]);
	});
});

describe("a build from the client's files", () => {
	it.each(["local", "./foo.git", "custom.test/moby/buildkit.git", "constructor"])(
		"leaves the context to the builder: %s",
		async (context) => {
			const { gateway, returned } = await buildIn(
				{ sources: { "local://": { Dockerfile: source } } },
				{ options: { context } },
			);
			expect(returned.error).toBeUndefined();
			expect(gateway.solved.at(-1)?.FrontendOpt.context).toBe(context);
			expect(gateway.solved.at(-1)?.FrontendInputs).not.toHaveProperty("context");
		},
	);

	it.each(["constructor", "toString", "__proto__"])(
		"has no context by the name of what every object has: %s",
		async (contextkey) => {
			const { returned } = await buildIn(
				{ sources: { "local://": { Dockerfile: source } } },
				{ options: { contextkey } },
			);
			expect(returned.error).toBeUndefined();
		},
	);
});
