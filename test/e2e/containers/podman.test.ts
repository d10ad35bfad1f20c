import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { builtInit } from "../../../src/node/files/shipped-init.ts";
import { docker } from "../helpers/engine.ts";
import { poll } from "../helpers/poll.ts";

const DEBIANS = "/usr/bin/catatonit";
/** The full name, which needs no short-name alias. */
const IMAGE = "docker.io/library/busybox:latest";
const OURS = "pidone, as catatonit";

/** A separate Podman, which neither sees nor changes anything that this machine's user has. */
class Podman {
	readonly folder: string;
	readonly #env: Readonly<Record<string, string | undefined>>;

	/** @param init the program that this Podman uses as catatonit */
	constructor(init: string) {
		// Layers are slow on a disk.
		this.folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "pidone-e2e-podman-"));
		const helpers = join(this.folder, "helpers");
		mkdirSync(helpers);
		copyFileSync(init, join(helpers, "catatonit"));
		const config = join(this.folder, "containers.conf");
		writeFileSync(
			config,
			`[engine]
helper_binaries_dir = [${JSON.stringify(helpers)}]
cgroup_manager = "cgroupfs"
events_logger = "file"
[containers]
init_path = ${JSON.stringify(join(helpers, "catatonit"))}
default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]
`,
		);
		const storage = join(this.folder, "storage.conf");
		const places = ["graphroot", "runroot"].map((name) => `${name} = ${JSON.stringify(join(this.folder, name))}\n`);
		writeFileSync(storage, `[storage]\ndriver = "vfs"\n${places.join("")}`);
		const docker = { DOCKER_CONFIG: undefined, DOCKER_HOST: undefined };
		this.#env = { CONTAINERS_CONF: config, CONTAINERS_STORAGE_CONF: storage, ...docker };
	}

	async run(...words: readonly string[]): Promise<string> {
		const { stdout } = await execa("podman", words, { env: this.#env });
		return stdout;
	}

	/** The exit status of a command, even if it fails, and its standard output. */
	async runAnyway(...words: readonly string[]): Promise<{ readonly status: number | undefined; readonly out: string }> {
		const { exitCode, stdout } = await execa("podman", words, { env: this.#env, reject: false });
		return { status: exitCode, out: stdout };
	}

	async remove(): Promise<void> {
		for (const words of [
			["pod", "rm", "--all", "--force"],
			["rm", "--all", "--force"],
		])
			await this.runAnyway(...words);
		rmSync(this.folder, { recursive: true, force: true });
	}
}

const podmen = new Map<string, Podman>();
let whyNot: string | undefined;

beforeAll(async () => {
	if (!existsSync(DEBIANS)) whyNot = `${DEBIANS} is not installed`;
	else podmen.set("Debian's catatonit", new Podman(DEBIANS));
	podmen.set(
		OURS,
		new Podman(fileURLToPath(new URL(`pidone-linux-${process.arch === "x64" ? "amd64" : process.arch}`, builtInit))),
	);
	const folder = mkdtempSync(join(tmpdir(), "pidone-e2e-podman-"));
	try {
		await docker("save", "--output", join(folder, "busybox.tar"), "busybox");
		for (const podman of podmen.values()) {
			await podman.run("load", "--quiet", "--input", join(folder, "busybox.tar"));
			// Whether Podman can start a container on this machine does not depend on the init.
			await podman.run("run", "--rm", "--network", "none", IMAGE, "true");
		}
	} catch (error) {
		whyNot ??= `podman runs no container here: ${(error as Error).message.split("\n").at(-1)}`;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});

afterAll(async () => {
	for (const podman of podmen.values()) await podman.remove();
});

/** The Podman with an init. Skips the test and states the reason if there is none. */
function withInit(name: string, context: TestContext): Podman {
	const podman = podmen.get(name);
	const reason = whyNot ?? (podman === undefined ? `there is no ${name}` : undefined);
	if (reason !== undefined || podman === undefined) {
		process.stderr.write(`e2e: skipped: ${reason}\n`);
		return context.skip(reason);
	}
	return podman;
}

describe.for(["Debian's catatonit", OURS])("Podman with %s", (name) => {
	it("--init passes on the exit status, and reaps orphans", async (context) => {
		const podman = withInit(name, context);
		const script = "(sleep 0.1 &); sleep 1; ps -o pid,stat,args; exit 7";
		const { status, out } = await podman.runAnyway(
			...["run", "--rm", "--network", "none", "--init", IMAGE, "sh", "-c", script],
		);
		expect(status).toBe(7);
		expect(out).toMatch(/^ *1 S +\S*init -- sh -c /m);
		expect(out).not.toMatch(/ Z /);
	});

	it("--init forwards the signal of podman stop", async (context) => {
		const podman = withInit(name, context);
		const id = await podman.run("run", "--detach", "--network", "none", "--init", IMAGE, "sleep", "1000");
		const start = performance.now();
		await podman.run("stop", "--time", "60", id);
		expect(performance.now() - start).toBeLessThan(30_000);
		expect(await podman.run("inspect", "--format", "{{.State.ExitCode}}", id)).toBe("143");
	});

	it("is the pause process of a pod: PID 1 for all of its containers, until the pod is stopped", async (context) => {
		const podman = withInit(name, context);
		const pod = await podman.run("pod", "create", "--network", "none", "--share", "pid");
		const script = "for i in 1 2 3 4 5; do (sleep 0.1 &); done; exec sleep 1000";
		const id = await podman.run("run", "--detach", "--pod", pod, IMAGE, "sh", "-c", script);
		const listed = await poll("the orphans have ended", async () => {
			const text = await podman.run("exec", id, "ps", "-o", "pid,ppid,stat,args");
			return text.includes("sleep 1000") && !/sleep 0\.1| Z /.test(text) ? text : undefined;
		});
		expect(listed).toMatch(/^ *1 +0 S +\/catatonit -P$/m);
		await podman.run("pod", "stop", "--time", "60", pod);
		const states = await podman.run("ps", "--all", "--filter", `pod=${pod}`, "--format", "{{.ExitCode}}");
		// Podman stops all containers at the same time. The kernel kills those that are left when PID 1 exits.
		expect(states.split("\n").sort()).toEqual(["0", expect.stringMatching(/^1(?:43|37)$/)]);
	});
});
