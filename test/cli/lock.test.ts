import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Files, makeIndex, makeLayout, makeManifest, REF_NAME } from "../node/resolve/helpers/make-image.ts";
import { makeFolder, type Run, runCli } from "./run-cli.ts";

const ENV = { SOURCE_DATE_EPOCH: "1764201600" };
const LOCK = "pidone.lock.json";

/** A layout in the folder `layout`, with an image for two platforms. */
function layoutWith(config: object, name = "acme/base:1"): Files {
	const image = makeIndex({
		"linux/amd64": makeManifest(config),
		"linux/s390x": makeManifest(config, "linux/s390x"),
	});
	const files = makeLayout([[image, { [REF_NAME]: `docker.io/${name}` }]]);
	return Object.fromEntries(Object.entries(files).map(([name, text]) => [`layout/${name}`, text]));
}

const layout = layoutWith({ Entrypoint: ["/entry"], Env: ["APP=app"], User: "1000" });
const project: Files = {
	...layout,
	Dockerfile: 'FROM node:20\nCMD ["node"]\n',
	"web/Dockerfile": 'FROM acme/base:1\nUSER $APP\nCMD ["serve"]\n',
};
const FROM_LAYOUT = ["--layout", "layout"];

function run(cwd: string, ...args: readonly string[]): Promise<Run> {
	return runCli(args, { cwd, env: ENV });
}

function readLock(cwd: string): { readonly images: Readonly<Record<string, { readonly platforms: object }>> } {
	return JSON.parse(readFileSync(join(cwd, LOCK), "utf8"));
}

describe("pidone lock", () => {
	it("records every base image, so that --frozen asks nobody", async () => {
		const cwd = makeFolder(project);
		const { code, out, err } = await run(cwd, "lock", "--resolve", "catalogue", ...FROM_LAYOUT);
		expect([code, out]).toEqual([0, ""]);
		expect(err).toBe(`${LOCK}: added: acme/base:1\n${LOCK}: added: node:20\n${LOCK}: 2 images, written\n`);
		expect(readLock(cwd)).toMatchObject({
			version: 1,
			images: {
				"acme/base:1": {
					platforms: {
						"linux/amd64": {
							source: "layout",
							read: "2025-11-27",
							digest: expect.stringMatching(/^sha256:/),
							image: { entrypoint: ["/entry"], env: ["APP=app"], user: "1000" },
						},
						"linux/arm64": { source: "layout", available: ["linux/amd64", "linux/s390x"] },
					},
				},
				"node:20": {
					platforms: { "linux/amd64": { source: "catalogue", image: { cmd: ["node"], distro: "debian" } } },
				},
			},
		});
		rmSync(join(cwd, "layout"), { recursive: true });
		const frozen = await run(cwd, "rewrite", "--frozen", "web/Dockerfile");
		expect(frozen.code).toBe(0);
		expect(frozen.out).toContain('+ENTRYPOINT ["/sbin/pidone", "--", "/entry"]');
		expect((await run(cwd, "explain", "web/Dockerfile")).out).toMatch(
			/source: pidone\.lock\.json: read from an image layout on 2025-11-27, \d+ days ago, sha256:/,
		);
	});

	describe("an image whose SHELL the catalogue does not know", () => {
		const image = "apify/actor-python:3.12";
		const Dockerfile = `FROM ${image}\nENTRYPOINT serve\n`;

		it("is asked for", async () => {
			const cwd = makeFolder({ ...layoutWith({ Shell: ["/bin/bash", "-c"] }, image), Dockerfile });
			expect((await run(cwd, "rewrite")).err).toMatch(
				/does not know the SHELL of apify\/actor-python:3\.12, .*, or run pidone lock/,
			);
			expect((await run(cwd, "lock", "--resolve", "catalogue", ...FROM_LAYOUT)).code).toBe(0);
			expect((await run(cwd, "rewrite")).out).toContain('+ENTRYPOINT ["/sbin/pidone", "-g", "--", "/bin/bash", "-c"');
		});

		it("is what the catalogue says where nobody knows more", async () => {
			const cwd = makeFolder({ ...layout, Dockerfile });
			expect((await run(cwd, "rewrite", ...FROM_LAYOUT)).err).toMatch(
				/does not know the SHELL of .*, as layout does not have it, but .*: write it in exec form, or set SHELL before it/,
			);
			const { code, err } = await run(cwd, "lock", "--resolve", "catalogue", ...FROM_LAYOUT);
			expect([code, err]).toEqual([
				0,
				expect.stringContaining(
					`${image}: the catalogue knows a part of it, and no more is known: layout does not have it, but `,
				),
			]);
			expect(readLock(cwd)).toMatchObject({
				images: { [image]: { platforms: { "linux/amd64": { source: "catalogue", image: { shell: "varies" } } } } },
			});
		});
	});

	it("keeps what it has, and writes the same bytes", async () => {
		const cwd = makeFolder(project);
		await run(cwd, "lock", ...FROM_LAYOUT, "--resolve", "catalogue");
		const before = readFileSync(join(cwd, LOCK), "utf8");
		rmSync(join(cwd, "layout"), { recursive: true });
		const again = await run(cwd, "lock", "--resolve", "catalogue");
		expect([again.code, again.err]).toEqual([0, `${LOCK}: 2 images, nothing changes\n`]);
		expect((await run(cwd, "lock", "--check")).code).toBe(0);
		expect(readFileSync(join(cwd, LOCK), "utf8")).toBe(before);
	});

	it("asks again with --update, and says what has changed", async () => {
		const cwd = makeFolder(project);
		await run(cwd, "lock", ...FROM_LAYOUT, "--resolve", "catalogue");
		for (const [name, text] of Object.entries(layoutWith({ Entrypoint: ["/other"] })))
			writeFileSync(join(cwd, name), text);
		const update = ["lock", ...FROM_LAYOUT, "--resolve", "catalogue", "--update"];
		const checked = await run(cwd, ...update, "--check");
		expect([checked.code, checked.err]).toEqual([
			1,
			`${LOCK}: changed: acme/base:1\n${LOCK}: is not up to date: run pidone lock\n`,
		]);
		expect((await run(cwd, ...update)).code).toBe(0);
		expect(readFileSync(join(cwd, LOCK), "utf8")).toContain('"/other"');
	});

	it("is not up to date for --check if there is none, or it lacks a base image", async () => {
		const cwd = makeFolder(project);
		expect((await run(cwd, "lock", "--check")).err).toMatch(
			/\npidone\.lock\.json: is not up to date: run pidone lock\n$/,
		);
		await run(cwd, "lock", "--resolve", "catalogue");
		const { code, err } = await run(cwd, "lock", "--check");
		expect([code, err]).toEqual([
			1,
			`web/Dockerfile: acme/base:1: it is not in the lock file\n${LOCK}: is not up to date: run pidone lock\n`,
		]);
	});

	it("removes what no Dockerfile uses, when it has seen all of them", async () => {
		const cwd = makeFolder(project);
		await run(cwd, "lock", ...FROM_LAYOUT, "--resolve", "catalogue");
		writeFileSync(join(cwd, "Dockerfile"), 'FROM node:22\nCMD ["node"]\n');
		expect((await run(cwd, "lock", "Dockerfile")).err).toContain("added: node:22");
		expect(Object.keys(readLock(cwd).images)).toEqual(["acme/base:1", "node:20", "node:22"]);
		expect((await run(cwd, "lock", "--check")).code).toBe(1);
		expect((await run(cwd, "lock")).err).toContain("removed: node:20");
		expect(Object.keys(readLock(cwd).images)).toEqual(["acme/base:1", "node:22"]);
	});

	it("records what it can, and names what nobody knows", async () => {
		const cwd = makeFolder(project);
		const { code, err } = await run(cwd, "lock", "--resolve", "catalogue");
		expect(code).toBe(1);
		expect(err).toContain(
			"web/Dockerfile: acme/base:1: neither the catalogue nor any source that may be asked knows it: add one with --resolve\n",
		);
		expect(Object.keys(readLock(cwd).images)).toEqual(["node:20"]);
	});

	it("lies beside the config file, which may say where to look", async () => {
		const cwd = makeFolder({ ".pidone.yaml": "resolve: [catalogue]\n", "a/b/Dockerfile": "FROM node:20\n" });
		expect((await run(join(cwd, "a"), "lock")).code).toBe(0);
		expect([existsSync(join(cwd, LOCK)), existsSync(join(cwd, "a", LOCK))]).toEqual([true, false]);
	});

	it("writes again what was edited or has conflict marks", async () => {
		const cwd = makeFolder({ Dockerfile: "FROM node:20\n", [LOCK]: "<<<<<<< HEAD\n" });
		const { code, err } = await run(cwd, "lock", "--resolve", "catalogue");
		expect([code, err]).toEqual([
			0,
			`${LOCK}:1:1: has the conflict marks of a merge: it is written again\n${LOCK}: added: node:20\n${LOCK}: 1 image, written\n`,
		]);
		expect((await run(cwd, "check", "--frozen")).code).toBe(0);
	});

	it("leaves a lock file of a newer pidone as it is", async () => {
		const newer = '{"version": 2, "images": {}}\n';
		const cwd = makeFolder({ Dockerfile: "FROM node:20\n", [LOCK]: newer });
		const { code, err } = await run(cwd, "lock", "--resolve", "catalogue");
		expect([code, err]).toEqual([
			2,
			`pidone: ${LOCK}: has version 2, which needs a newer pidone than this one: update pidone\n`,
		]);
		expect(readFileSync(join(cwd, LOCK), "utf8")).toBe(newer);
	});

	it("reports a Dockerfile that does not parse, and records the others", async () => {
		const cwd = makeFolder({ Dockerfile: "FROM node:20\n", "b/Dockerfile": "FROM\n" });
		const { code, err } = await run(cwd, "lock", "--resolve", "catalogue");
		expect(code).toBe(4);
		expect(err).toMatch(/^b\/Dockerfile:1:1: does not parse: /m);
		expect(Object.keys(readLock(cwd).images)).toEqual(["node:20"]);
		expect((await run(makeFolder(), "lock")).code).toBe(3);
	});
});

it("counts from the nearest folder at or above each Dockerfile that a walk finds", async () => {
	const Dockerfile = 'FROM acme/base:1\nCMD ["serve"]\n';
	const cwd = makeFolder({ ...project, "own/Dockerfile": Dockerfile, "web/deep/er/Dockerfile": Dockerfile });
	await run(cwd, "lock", ".", "--resolve", "catalogue", ...FROM_LAYOUT);
	writeFileSync(join(cwd, "own", LOCK), '{"version":1,"images":{}}');
	const { out } = await run(cwd, "check", ".", "--format", "json");
	const files: readonly { readonly path: string; readonly stages: readonly { readonly code: string }[] }[] =
		JSON.parse(out).files;
	expect(files.map(({ path, stages }) => [path, ...stages.map(({ code }) => code)])).toEqual([
		["Dockerfile", "rewritten"],
		["own/Dockerfile", "unknown-base"],
		["web/Dockerfile", "rewritten"],
		["web/deep/er/Dockerfile", "rewritten"],
	]);
});

describe("--frozen", () => {
	it.each(["rewrite", "check", "explain"])(
		"fails in %s when an image is missing, or there is no lock file",
		async (command) => {
			const cwd = makeFolder({ Dockerfile: "FROM acme/base:1\n" });
			const none = await run(cwd, command, "--frozen", "Dockerfile");
			expect(none.code).toBe(2);
			expect(none.out + none.err).toMatch(/--frozen: no pidone\.lock\.json in its directory or above: run pidone lock/);
			writeFileSync(join(cwd, LOCK), '{"version":1,"images":{}}');
			const missing = await run(cwd, command, "--frozen", "Dockerfile");
			expect(missing.code).toBe(2);
			expect(missing.out + missing.err).toContain(
				"--frozen: pidone.lock.json lacks acme/base:1 for linux/amd64, linux/arm64: run pidone lock",
			);
		},
	);

	it("fails in a build, which does not start", async () => {
		const cwd = makeFolder({ Dockerfile: "FROM acme/base:1\n" });
		const { code, err } = await run(cwd, "build", "--frozen", "--dry-run", "--", "docker", "buildx", "build", ".");
		expect(code).toBe(2);
		expect(err).toContain("--frozen: no pidone.lock.json");
	});

	it("does not ask for what needs no image, or was stated", async () => {
		const cwd = makeFolder({ Dockerfile: 'FROM scratch AS a\nFROM a\nCMD ["x"]\nFROM acme/base:1\n' });
		const stated = ["--base-entrypoint", "acme/base:1=[]"];
		expect((await run(cwd, "check", "--frozen", ...stated)).code).not.toBe(2);
	});

	it("fails when the lock file was edited, and so does every other run", async () => {
		const cwd = makeFolder(project);
		await run(cwd, "lock", ...FROM_LAYOUT, "--resolve", "catalogue");
		writeFileSync(join(cwd, LOCK), readFileSync(join(cwd, LOCK), "utf8").replace("/entry", "/evil"));
		for (const words of [["--frozen"], []]) {
			const { code, out } = await run(cwd, "check", ...words, "web/Dockerfile");
			expect(code).toBe(2);
			expect(out).toContain(
				"its entry for acme/base:1 was edited or merged by hand: run pidone lock to write it again",
			);
		}
	});

	it("cannot be combined with what asks", async () => {
		const cwd = makeFolder(project);
		for (const words of [["--resolve", "registry"], ["--inspect"], FROM_LAYOUT]) {
			const { code, err } = await run(cwd, "check", "--frozen", ...words);
			expect([code, err]).toEqual([2, `pidone: --frozen looks nothing up, and cannot be combined with ${words[0]}\n`]);
		}
	});
});

describe("what is known about base images", () => {
	it("names the command that would make one known", async () => {
		const cwd = makeFolder({ "my app/Dockerfile": 'FROM acme/base:1\nCMD ["x"]\n' });
		const { out } = await run(cwd, "check");
		expect(out).toContain(
			"decides what runs: run pidone lock 'my app/Dockerfile', or declare it with --base-entrypoint",
		);
	});

	it("says why no source knows it, and does not suggest to ask again", async () => {
		const cwd = makeFolder({ ...layout, Dockerfile: 'FROM acme/other\nCMD ["x"]\n' });
		const { out } = await run(cwd, "check", ...FROM_LAYOUT);
		expect(out).toContain(
			"pidone does not know the image acme/other: layout does not have it, but docker.io/acme/base:1; whether it declares an ENTRYPOINT decides what runs: declare it with --base-entrypoint or --base-config",
		);
	});

	it("is an error for a platform that the base lacks, with those that it has", async () => {
		const cwd = makeFolder(project);
		const { code, out } = await run(cwd, "check", ...FROM_LAYOUT, "--platform", "linux/arm64", "web/Dockerfile");
		expect(code).toBe(4);
		expect(out).toContain(
			"web/Dockerfile:1:6 error syntax-error acme/base:1 does not exist for linux/arm64: it exists for linux/amd64, linux/s390x",
		);
	});

	it("includes the ONBUILD instructions of the base", async () => {
		const cwd = makeFolder({
			...layoutWith({ OnBuild: ['ENTRYPOINT ["/from-base"]'] }),
			Dockerfile: 'FROM acme/base:1\nCMD ["x"]\n',
		});
		const { out } = await run(cwd, "explain", ...FROM_LAYOUT);
		expect(out).toContain('ONBUILD ENTRYPOINT ["/from-base"]');
		expect(out).toContain("PID 1  /from-base x");
	});

	it("comes from a layout that a build names as a context", async () => {
		const cwd = makeFolder({ ...layout, Dockerfile: 'FROM base\nCMD ["x"]\n' });
		const words = [
			"docker",
			"buildx",
			"build",
			"--platform",
			"linux/amd64",
			"--build-context",
			"base=oci-layout://layout@DIGEST",
			".",
		];
		const { digest } = JSON.parse(layout["layout/index.json"] ?? "").manifests[0];
		const { out } = await run(cwd, "build", "--dry-run", "--", ...words.map((word) => word.replace("DIGEST", digest)));
		expect(out).toContain('ENTRYPOINT ["/sbin/pidone", "--", "/entry"]');
	});

	it.each([
		[
			["--resolve", "layers"],
			'--resolve layers: "layers" must be one of catalogue, lock, layout, engine, registry, files, with commas between several',
		],
		[["--layout", "nothing"], "--layout nothing: no such file or directory"],
		[
			["--inspect=containerd"],
			"--inspect containerd: must be one of docker, podman, nerdctl; a path goes before --inspect or after --",
		],
	])("is not looked for with %j", async (words, message) => {
		const { code, err } = await run(makeFolder(project), "check", ...words);
		expect([code, err]).toEqual([2, `pidone: ${message}\n`]);
	});
});

describe("pidone images --diff", () => {
	it("compares what is stated with what a source says", async () => {
		const cwd = makeFolder({ ...layout, ".pidone.yaml": "bases: [{ images: [acme/base], entrypoint: [/entry] }]\n" });
		const { code, out } = await run(cwd, "images", "--diff", "acme/base:1", ...FROM_LAYOUT, "--resolve", "layout");
		expect(code).toBe(1);
		expect(out).toMatch(
			/^acme\/base:1 on linux\/amd64: USER is 1000, but root is stated \(layout, asked just now, sha256:.*\)\n$/,
		);
		writeFileSync(join(cwd, ".pidone.yaml"), "bases: [{ images: [acme/base], entrypoint: [/entry], user: '1000' }]\n");
		const same = await run(cwd, "images", "--diff", "acme/base:1", ...FROM_LAYOUT, "--resolve", "layout");
		expect([same.code, same.out]).toEqual([
			0,
			expect.stringContaining("acme/base:1 on linux/amd64: the same (layout, "),
		]);
	});

	it("says what it could not compare", async () => {
		const cwd = makeFolder(layout);
		const { code, out } = await run(
			cwd,
			"images",
			"--diff",
			"acme/base:1",
			"node:20",
			...FROM_LAYOUT,
			"--resolve",
			"layout",
		);
		expect(code).toBe(2);
		expect(out).toBe(
			"acme/base:1 on linux/amd64, linux/arm64: not compared: the catalogue does not know it\n" +
				"node:20 on linux/amd64, linux/arm64: not compared: layout does not have it, but docker.io/acme/base:1\n",
		);
	});
});
