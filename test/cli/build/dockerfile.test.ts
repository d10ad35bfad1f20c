import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pidone } from "../../../src/core/inits/pidone.ts";
import { binaryName } from "../../../src/core/install/copy.ts";
import { CHANGING, NOTHING } from "../run-cli.ts";
import { dockerfileOf, RecordingBuilder, wordsOf } from "./recording-builder.ts";

/** What is added at the end of the file, so that the builder reports the line numbers of the user's file. */
const ADDED =
	'ARG TARGETARCH\nCOPY --from=pidone-init pidone-linux-${TARGETARCH} /sbin/pidone\nENTRYPOINT ["/sbin/pidone", "--", "docker-entrypoint.sh"]\n';
const CHANGED = `${CHANGING}${ADDED}`;
const INIT = "--build-context=pidone-init=TMP/init";

describe("the Dockerfile that a builder gets", () => {
	it.each<[what: string, words: string[], passed: string[]]>([
		["of the context", ["build", "."], ["--file=TMP/files/Dockerfile", INIT, "."]],
		["of --file", ["build", "--file", "sub/my.Dockerfile", "."], ["--file=TMP/files/my.Dockerfile", INIT, "."]],
		[
			"of --file=",
			["build", "--file=sub/my.Dockerfile", "-t", "a", "."],
			["--file=TMP/files/my.Dockerfile", INIT, "-t", "a", "."],
		],
		["of -f", ["build", ".", "-f", "sub/my.Dockerfile"], ["--file=TMP/files/my.Dockerfile", INIT, "."]],
		["of -fX", ["build", "-fsub/my.Dockerfile", "."], ["--file=TMP/files/my.Dockerfile", INIT, "."]],
		["of -qfX", ["build", "-qfsub/my.Dockerfile", "."], ["--file=TMP/files/my.Dockerfile", INIT, "-q", "."]],
		[
			"of the last -f",
			["build", "-f", "nope", "-f=sub/my.Dockerfile", "."],
			["--file=TMP/files/my.Dockerfile", INIT, "."],
		],
		[
			"of a file elsewhere",
			["buildx", "build", "-f", "other/Dockerfile", "sub"],
			["--file=TMP/files/Dockerfile", INIT, "sub"],
		],
		["after --", ["build", "--pull", "--", "sub"], ["--file=TMP/files/Dockerfile", INIT, "--pull", "--", "sub"]],
		[
			"of a folder's default when -f is empty",
			["build", "-f", "", "sub"],
			["--file=TMP/files/Dockerfile", INIT, "sub"],
		],
	])("is the rewritten one %s", async (_, words, passed) => {
		const verb = words[0] === "buildx" ? ["buildx", "build"] : ["build"];
		const files = {
			Dockerfile: CHANGING,
			"sub/Dockerfile": CHANGING,
			"sub/my.Dockerfile": CHANGING,
			"other/Dockerfile": CHANGING,
		};
		const builder = new RecordingBuilder(files);
		const call = await builder.build(["docker", ...words]);
		expect(wordsOf(call)).toEqual(["docker", ...verb, ...passed]);
		expect(dockerfileOf(call)).toBe(CHANGED);
		expect(call.cwd).toBe(builder.cwd);
		expect(call.run).toMatchObject({ code: 0, out: "" });
		expect(builder.left()).toEqual([]);
	});

	it.each<[what: string, words: string[]]>([
		["--file - and a folder", ["--file", "-", "sub"]],
		["-f- and a folder", ["-f-", "sub"]],
		["the context -", ["-"]],
		["-f - and a context of the builder's", ["-f", "-", "https://example.org/x.git"]],
	])("goes in and out on stdin with %s", async (_, words) => {
		const call = await new RecordingBuilder({ "sub/x": "" }).build(["docker", "build", ...words], { input: CHANGING });
		expect(wordsOf(call)).toEqual(["docker", "build", INIT, ...words]);
		expect(call.stdin).toBe(CHANGED);
	});

	it("is read from this machine if its path is absolute and BuildKit fetches the context", async () => {
		const builder = new RecordingBuilder({ "own/Dockerfile": CHANGING });
		const words = ["-f", `${builder.cwd}/own/Dockerfile`, "https://example.org/x.git"];
		const call = await builder.build(["docker", "buildx", "build", ...words]);
		expect(wordsOf(call)).toEqual(["docker", "buildx", "build", "--file=TMP/files/Dockerfile", INIT, words[2]]);
		expect(dockerfileOf(call)).toBe(CHANGED);
		const env = { DOCKER_BUILDKIT: "0" };
		const refused = await builder.run(["docker", "build", ...words], { env, options: ["--dry-run"] });
		expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("is fetched by the builder") });
	});

	it("goes on on stdin as it came in when there is nothing to do", async () => {
		const call = await new RecordingBuilder({}).build(["docker", "build", "-"], { input: NOTHING });
		expect(wordsOf(call)).toEqual(["docker", "build", "-"]);
		expect(call.stdin).toBe(NOTHING);
	});

	it.each([
		["plain", tarOf("Dockerfile", CHANGING)],
		["gzip", gzipSync(tarOf("Dockerfile", CHANGING))],
	])("is not looked for in an archive (%s)", async (_, input) => {
		const builder = new RecordingBuilder({});
		const run = await builder.run(["docker", "build", "-"], { input });
		expect(run).toMatchObject({
			code: 2,
			out: "",
			err: expect.stringMatching(/^pidone: docker build -: the build context on stdin is an archive.*tar -xC/),
		});
		expect(builder.builds()).toEqual([]);
	});

	it("takes its own ignore file along, and no other", async () => {
		const files = {
			Dockerfile: CHANGING,
			".dockerignore": "a",
			"Dockerfile.dockerignore": "b\n",
			"x.Dockerfile": CHANGING,
			"x.Dockerfile.containerignore": "c\n",
			init: CHANGING,
			"init.dockerignore/x": "",
		};
		const names = async (...words: string[]): Promise<string[]> =>
			Object.keys((await new RecordingBuilder(files).build(words)).files).filter((name) => !name.startsWith("init/"));
		expect(await names("docker", "build", ".")).toEqual(["files/Dockerfile", "files/Dockerfile.dockerignore"]);
		expect((await names("podman", "build", "-f", "x.Dockerfile", ".")).sort()).toEqual([
			"files/x.Dockerfile",
			"files/x.Dockerfile.containerignore",
		]);
		// A Dockerfile with the same name as pidone's own folder. It has no ignore file, but there is a folder with that
		// name.
		expect(await names("docker", "build", "-f", "init", ".")).toEqual(["files/init"]);
	});

	it("comes with an init that everyone may run, whatever the umask, and that is the same each time", async () => {
		const before = process.umask(0o077);
		try {
			const build = () => new RecordingBuilder({ Dockerfile: CHANGING }).build(["docker", "build", "."]);
			const [{ files: first }, { files: second }] = [await build(), await build()];
			for (const name of ["init/pidone-linux-amd64", "init/pidone-linux-arm64"]) {
				expect(first[name]).toMatchObject({ mode: 0o755 });
				expect(second[name]).toEqual(first[name]);
			}
			// BuildKit compares names, sizes and times, so a changed Dockerfile needs a different time.
			expect(second["files/Dockerfile"]?.mtimeMs).not.toBe(first["files/Dockerfile"]?.mtimeMs);
		} finally {
			process.umask(before);
		}
	});

	it.each([
		["CRLF", CHANGING.replaceAll("\n", "\r\n"), CHANGED.replaceAll("\n", "\r\n")],
		["a byte order mark", `\ufeff${CHANGING}`, `\ufeff${CHANGED}`],
		["no final newline", CHANGING.trimEnd(), CHANGED.trimEnd()],
	])("keeps %s", async (_, text, expected) => {
		const call = await new RecordingBuilder({ Dockerfile: text }).build(["docker", "build", "."]);
		expect(dockerfileOf(call)).toBe(expected);
		expect((await new RecordingBuilder({}).build(["docker", "build", "-"], { input: text })).stdin).toBe(expected);
	});

	it("is found from a folder whose name a shell would split", async () => {
		const builder = new RecordingBuilder({ "a 'b\" $c/Dockerfile": CHANGING });
		const call = await builder.build(["docker", "build", "a 'b\" $c"]);
		expect(wordsOf(call)).toEqual(["docker", "build", "--file=TMP/files/Dockerfile", INIT, "a 'b\" $c"]);
		const inside = await new RecordingBuilder({ "a 'b\" $c/Dockerfile": CHANGING });
		expect(dockerfileOf(await inside.build(["docker", "build", "."], { cwd: join(inside.cwd, "a 'b\" $c") }))).toBe(
			CHANGED,
		);
	});

	it("is the builder's own default: Containerfile comes first for podman and buildah, last for nerdctl", async () => {
		const files = { Containerfile: CHANGING, Dockerfile: NOTHING };
		expect(wordsOf(await new RecordingBuilder(files).build(["podman", "build", "."]))).toEqual([
			"podman",
			"build",
			"--file=TMP/files/Containerfile",
			INIT,
			".",
		]);
		expect(wordsOf(await new RecordingBuilder(files).build(["buildah", "bud"]))).toEqual([
			"buildah",
			"bud",
			"--file=TMP/files/Containerfile",
			INIT,
			".",
		]);
		expect(wordsOf(await new RecordingBuilder(files).build(["nerdctl", "build", "."]))).toEqual([
			"nerdctl",
			"build",
			".",
		]);
		const inContext = { "sub/Containerfile.x": CHANGING };
		const call = await new RecordingBuilder(inContext).build(["podman", "build", "-f", "Containerfile.x", "sub"]);
		expect(wordsOf(call)).toEqual(["podman", "build", "--file=TMP/files/Containerfile.x", INIT, "sub"]);
		const fromFile = await new RecordingBuilder(inContext).build(["buildah", "bud", "-f", "sub/Containerfile.x"]);
		expect(wordsOf(fromFile)).toEqual(["buildah", "bud", "--file=TMP/files/Containerfile.x", INIT, "sub"]);
	});
});

describe("the working tree", () => {
	it("is left as it is, to the byte and the time", async () => {
		const builder = new RecordingBuilder({
			Dockerfile: CHANGING,
			"Dockerfile.dockerignore": "x",
			".pidone.yaml": "init: pidone\n",
			"a/b": "c",
		});
		const before = snapshot(builder.cwd);
		await builder.build(["docker", "build", "."]);
		await builder.run(["docker", "build", "."], { options: ["--dry-run"] });
		await builder.run(["docker", "build", "-f", "-", "."], { input: CHANGING });
		expect(snapshot(builder.cwd)).toEqual(before);
	});
});

describe("a Dockerfile that needs no change", () => {
	it("leaves the command as it is", async () => {
		const words = ["docker", "--context", "x", "build", "-qt", "a", "-f", "sub/Dockerfile", "--label=a=b c", "--", "."];
		const call = await new RecordingBuilder({ "sub/Dockerfile": NOTHING }).build(words);
		expect(call).toMatchObject({ argv: words, files: {}, run: { code: 0, out: "" } });
	});

	it("gets the init when it was rewritten to take it from the named context", async () => {
		const call = await new RecordingBuilder({ Dockerfile: CHANGED }).build([
			"docker",
			"build",
			"-f",
			"Dockerfile",
			".",
		]);
		expect(wordsOf(call)).toEqual(["docker", "build", INIT, "-f", "Dockerfile", "."]);
		expect(Object.keys(call.files).sort()).toEqual(
			pidone.platforms.map((platform) => `init/${binaryName("pidone", platform)}`).sort(),
		);
	});

	it("takes the init from the user's own context of that name", async () => {
		const own = ["--build-context", "pidone-init=own"];
		const call = await new RecordingBuilder({ Dockerfile: CHANGING }).build(["docker", "build", ...own, "."]);
		expect(wordsOf(call)).toEqual(["docker", "build", "--file=TMP/files/Dockerfile", ...own, "."]);
		expect(dockerfileOf(call)).toBe(CHANGED);
	});
});

/** The hash and the time of every file. */
function snapshot(folder: string): Record<string, string> {
	const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
	return Object.fromEntries(
		names.map((name) => {
			const path = join(folder, name);
			const { mtimeMs, mode, size } = statSync(path);
			const hash = statSync(path).isFile() ? createHash("sha256").update(readFileSync(path)).digest("hex") : "";
			return [name, `${mode} ${size} ${mtimeMs} ${hash}`];
		}),
	);
}

/** A tar archive with one file. */
function tarOf(name: string, text: string): Buffer {
	const header = Buffer.alloc(512);
	header.write(name, 0);
	header.write("0000644\x000000000\x000000000\0", 100);
	header.write(`${text.length.toString(8).padStart(11, "0")}\x0000000000000\0        0`, 124);
	header.write("ustar\x0000", 257);
	const sum = header.reduce((total, byte) => total + byte, 0);
	header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
	return Buffer.concat([
		header,
		Buffer.from(text),
		Buffer.alloc((512 - (text.length % 512)) % 512),
		Buffer.alloc(1024),
	]);
}
