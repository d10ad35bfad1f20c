import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { execa } from "execa";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { version } from "../../../src/version.ts";
import { addFiles, BROKEN, CHANGING, NOTHING } from "../../cli/run-cli.ts";
import { docker, engineEnv } from "../helpers/engine.ts";
import { nameContainer } from "../helpers/leftovers.ts";
import { buildTrustingNode } from "./helpers/trusting-node.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const IMAGE = `pidone-e2e-ci-image-${process.pid}`;
const BASE = `pidone-e2e-ci-node-${process.pid}`;
const folder = mkdtempSync(join(tmpdir(), "pidone-e2e-image-"));
let work = "";

beforeAll(async () => {
	mkdirSync(join(folder, "base"));
	await buildTrustingNode(BASE, join(folder, "base"));
	const stand = ["--build-context", `node:22-slim=docker-image://${BASE}`];
	await docker("buildx", "build", "--quiet", "--pull=false", "--network", "host", ...stand, "--tag", IMAGE, ROOT);
});

beforeEach(() => {
	work = mkdtempSync(join(folder, "work-"));
	chmodSync(work, 0o755);
});

afterAll(async () => {
	await execa("docker", ["rmi", "--force", IMAGE, BASE], { env: engineEnv, reject: false });
	rmSync(folder, { recursive: true, force: true });
});

const runWords = (options: readonly string[]) => [
	"run",
	"--rm",
	"--pull",
	"never",
	"--network",
	"none",
	"--volume",
	`${work}:/work`,
	...options,
	IMAGE,
];

/** Runs the image as the documentation describes. */
async function run(
	args: readonly string[],
	{ options = [], input = "" }: { options?: readonly string[]; input?: string } = {},
) {
	const words = [...runWords(options), ...args];
	const { exitCode, stdout, stderr } = await execa("docker", words, {
		env: engineEnv,
		reject: false,
		input,
		stripFinalNewline: false,
	});
	return { code: exitCode, out: stdout, err: stderr };
}

/** Waits until a container runs node as the init's child. Only then is there a process to forward signals to. */
async function waitForNode(container: string): Promise<string> {
	const deadline = performance.now() + 30_000;
	while (performance.now() < deadline) {
		const { stdout } = await execa(
			"docker",
			["exec", container, "sh", "-c", "cat /proc/[0-9]*/comm; cat /proc/1/comm"],
			{ env: engineEnv, reject: false },
		);
		if (stdout.includes("node")) return stdout.split("\n").at(-1) ?? "";
		await sleep(50);
	}
	throw new Error("the container runs no node");
}

it("is this version, with its help as the default", async () => {
	expect((await run(["--version"])).out).toBe(`${version}\n`);
	expect((await run([])).out).toMatch(/^Usage: pidone /);
});

it("checks the folder that is mounted at /work, and passes the exit code on", async () => {
	addFiles(work, { "a/Dockerfile": CHANGING });
	const { code, out } = await run(["check"]);
	expect(code).toBe(1);
	expect(out).toContain("a/Dockerfile:3:1 warning rewritten");
	addFiles(work, { "b/Dockerfile": BROKEN, "c/Dockerfile": NOTHING });
	const codes = await Promise.all(
		[
			["check", "c"],
			["check", "b"],
			["check", "nowhere"],
			["check", "--no-such-option"],
		].map(async (args) => (await run(args)).code),
	);
	expect(codes).toEqual([0, 4, 2, 2]);
});

it("is a filter", async () => {
	const { code, out } = await run(["rewrite", "-"], { options: ["--interactive"], input: CHANGING });
	expect(code).toBe(0);
	expect(out).toContain('ENTRYPOINT ["/sbin/pidone", "--", "docker-entrypoint.sh"]');
});

it("writes as the user who asks, on a read-only root file system", async () => {
	addFiles(work, { Dockerfile: CHANGING });
	const denied = await run(["rewrite", "--write"]);
	expect(denied.code).toBe(2);
	expect(readFileSync(join(work, "Dockerfile"), "utf8")).toBe(CHANGING);
	const options = ["--user", "4321:4321", "--read-only"];
	await execa("chown", ["-R", "4321:4321", work]);
	expect(await run(["rewrite", "--write"], { options })).toMatchObject({ code: 0 });
	expect(await run(["emit"], { options })).toMatchObject({ code: 0 });
	expect(readFileSync(join(work, "Dockerfile"), "utf8")).toContain('ENTRYPOINT ["/sbin/pidone"');
	expect(statSync(join(work, ".pidone/pidone-linux-amd64"))).toMatchObject({ uid: 4321, gid: 4321 });
});

it("has the name pidone for the scripts of a CI job", async () => {
	const { code, out } = await run(["-c", "id -u; cd /tmp && pidone --version"], { options: ["--entrypoint", "sh"] });
	expect({ code, out }).toEqual({ code: 0, out: `1000\n${version}\n` });
});

it("ends on SIGINT and SIGTERM, with pidone's init as PID 1", async () => {
	for (const [signal, code] of [
		["SIGINT", 130],
		["SIGTERM", 143],
	] as const) {
		const name = nameContainer();
		const words = [...runWords(["--interactive", "--name", name]), "rewrite", "-"];
		const child = execa("docker", words, { env: engineEnv, reject: false, stdin: "pipe" });
		expect(await waitForNode(name)).toBe("pidone");
		const start = performance.now();
		await docker("kill", "--signal", signal, name);
		expect((await child).exitCode).toBe(code);
		const seconds = (performance.now() - start) / 1000;
		process.stderr.write(`e2e: the image ended ${seconds.toFixed(2)} s after ${signal}\n`);
		expect(seconds).toBeLessThan(5);
	}
});

it("ends on Ctrl-C at a terminal", async () => {
	const name = nameContainer();
	const words = ["docker", ...runWords(["--interactive", "--tty", "--name", name]), "rewrite", "-"];
	const child = execa("script", ["-qec", words.join(" "), "/dev/null"], {
		env: engineEnv,
		reject: false,
		stdin: "pipe",
	});
	expect(await waitForNode(name)).toBe("pidone");
	child.stdin.write("\u0003");
	expect((await child).exitCode).toBe(130);
});
