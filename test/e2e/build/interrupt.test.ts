import { readdirSync, readFileSync } from "node:fs";
import { execa } from "execa";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { cliFile } from "../../cli/built-cli.ts";
import { engineEnv } from "../helpers/engine.ts";
import { makeContext } from "./helpers/pidone-build.ts";

/** A build whose RUN would take very long. No other process has this number in its command line. */
const seconds = String(100_000 + process.pid);
const DOCKERFILE = `FROM busybox\nRUN echo run-has-started; sleep ${seconds}\nCMD ["x"]\n`;

interface LongBuild {
	readonly tmp: string;
	/** Everything that was printed so far. */
	readonly output: () => string;
	readonly type: (keys: string) => void;
	readonly pid: number;
	readonly end: Promise<number | undefined>;
}

/** Starts a build, either in its own terminal, which script(1) creates, or without one. Waits until its RUN runs. */
async function startLongBuild(isOnTerminal: boolean): Promise<LongBuild> {
	const tmp = makeContext({});
	const words = [
		process.execPath,
		cliFile,
		"build",
		"--",
		"docker",
		"buildx",
		"build",
		"--network",
		"host",
		"--progress",
		"plain",
		"--no-cache",
		".",
	];
	const [file = "", ...args] = isOnTerminal
		? ["script", "-qefc", `exec ${words.map(quote).join(" ")}`, "/dev/null"]
		: words;
	const child = execa(file, args, {
		cwd: makeContext({ Dockerfile: DOCKERFILE }),
		env: { ...engineEnv, TMPDIR: tmp },
		all: true,
		reject: false,
		stdin: "pipe",
		cleanup: true,
	});
	onTestFinished(() => void child.kill("SIGKILL"));
	let output = "";
	child.all.setEncoding("utf8").on("data", (text: string) => {
		output += text;
	});
	await vi.waitFor(() => expect(output).toMatch(/^#\d+ [\d.]+ run-has-started/m), { timeout: 60_000, interval: 50 });
	return {
		tmp,
		output: () => output,
		type: (keys) => child.stdin.write(keys),
		pid: child.pid ?? 0,
		end: child.then(({ exitCode }) => exitCode),
	};
}

function quote(word: string): string {
	return `'${word.replaceAll("'", "'\\''")}'`;
}

/** The processes whose command line contains this text. */
function processesWith(text: string): string[] {
	return readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name))
		.filter((name) => {
			try {
				return readFileSync(`/proc/${name}/cmdline`, "utf8").includes(text);
			} catch {
				return false;
			}
		});
}

async function nothingIsLeft({ tmp }: LongBuild): Promise<void> {
	expect(readdirSync(tmp)).toEqual([]);
	await vi.waitFor(() => expect([...processesWith(seconds), ...processesWith(tmp)]).toEqual([]), {
		timeout: 20_000,
		interval: 100,
	});
}

describe("a build that is interrupted", () => {
	it("ends on Ctrl-C in a terminal with the builder's own message and status, and nothing is left", async () => {
		const build = await startLongBuild(true);
		expect(readdirSync(build.tmp)).toHaveLength(1);
		build.type("\x03");
		const code = await build.end;
		process.stderr.write(`e2e: Ctrl-C ends pidone build with ${code}\n`);
		expect(build.output()).toMatch(/cancel/i);
		expect(build.output()).toMatch(new RegExp(`pidone: docker buildx build exited with status ${code}\\r?\\n$`));
		expect([1, 130]).toContain(code);
		await nothingIsLeft(build);
	});

	it.each(["SIGTERM", "SIGINT"] as const)("ends on %s without a terminal in the same way", async (signal) => {
		const build = await startLongBuild(false);
		process.kill(build.pid, signal);
		const code = await build.end;
		expect(build.output()).toMatch(/cancel/i);
		expect([1, 130, 143]).toContain(code);
		await nothingIsLeft(build);
	});
});
