import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa, type ResultPromise } from "execa";
import { vi } from "vitest";
import { CODE_CACHE, cliFile } from "../built-cli.ts";
import { makeFolder, quote, type Run, runCli } from "../run-cli.ts";

/** A file in the temporary folder that a builder gets. */
interface SeenFile {
	/** The text, or the size of a binary. */
	readonly text: string | number;
	readonly mode: number;
	readonly mtimeMs: number;
}

/** One call of a builder, as the builder saw it. */
export interface Call {
	readonly argv: readonly string[];
	readonly cwd: string;
	readonly stdin: string;
	/** All files below TMPDIR, which only pidone uses. Their paths are relative to pidone's folder in it. */
	readonly files: Readonly<Record<string, SeenFile>>;
	/** pidone's own folder. */
	readonly folder: string;
	/** The signals that it received. */
	readonly signals: readonly string[];
}

/** What a builder does if its words, joined, contain the text. The first answer that fits counts. */
export interface Answer {
	readonly to: string;
	readonly out?: string;
	readonly err?: string;
	readonly status?: number;
	/** Kills itself with a signal. */
	readonly signal?: string;
	/** Waits for a signal, and exits with this status. */
	readonly afterSignal?: number;
	/** Does not read stdin. */
	readonly isDeaf?: boolean;
}

const NAMES = ["docker", "podman", "buildah", "nerdctl", "sudo", "docker-compose"];

/** Every newer `docker build` supports named contexts; the classic builder is recognized by its help. */
export const CLASSIC: readonly Answer[] = [
	{ to: "build --help", out: "Usage: docker build" },
	{ to: "version --format", out: "linux/amd64\n" },
];

/**
 * Builders in PATH that do not build. They record what they are given, which is everything that a builder could see.
 */
export class RecordingBuilder {
	readonly cwd: string;
	readonly tmp: string;
	readonly #folder: string;

	constructor(files: Readonly<Record<string, string | Uint8Array>>, answers: readonly Answer[] = []) {
		this.cwd = makeFolder(files);
		this.tmp = makeFolder();
		this.#folder = makeFolder();
		mkdirSync(join(this.#folder, "calls"));
		chmodSync(join(this.#folder, "calls"), 0o777);
		mkdirSync(join(this.#folder, "bin"));
		const script = scriptOf([...answers, { to: "--help", out: "      --build-context stringArray" }]);
		for (const name of NAMES) writeFileSync(join(this.#folder, "bin", name), script, { mode: 0o755 });
	}

	/** The folder with the builders. */
	get bin(): string {
		return join(this.#folder, "bin");
	}

	get env(): Record<string, string> {
		return { PATH: `${this.bin}:${process.env.PATH ?? ""}`, TMPDIR: this.tmp, RECORD: this.#folder, ...CODE_CACHE };
	}

	/** Runs `pidone build` with options before the builder's words. */
	run(
		words: readonly string[],
		{ options = [], input = "", env = {}, cwd = this.cwd, isOther = false }: RunOptions = {},
	): Promise<Run> {
		return runCli(["build", ...options, "--", ...words], { cwd, input, env: { ...this.env, ...env }, isOther });
	}

	/** Starts `pidone build`, so that it can be sent a signal. */
	start(words: readonly string[]): ResultPromise<StartOptions> {
		const options: StartOptions = {
			cwd: this.cwd,
			env: this.env,
			extendEnv: false,
			reject: false,
			timeout: 60_000,
			input: "",
		};
		return execa(process.execPath, [cliFile, "build", "--", ...words], options);
	}

	/** Runs a build and returns the only call that is not a question. */
	async build(words: readonly string[], options: RunOptions = {}): Promise<Call & { readonly run: Run }> {
		const run = await this.run(words, options);
		const builds = this.builds();
		const [call] = builds;
		if (call === undefined || builds.length > 1)
			throw new Error(`${builds.length} builds: ${JSON.stringify(builds)}; ${JSON.stringify(run)}`);
		return { ...call, run };
	}

	/** All calls in order. */
	calls(): Call[] {
		const folder = join(this.#folder, "calls");
		const numbers = readdirSync(folder).map(Number);
		return numbers.sort((a, b) => a - b).map((number) => readCall(join(folder, `${number}`), this.tmp));
	}

	/** The calls that are not just questions. */
	builds(): Call[] {
		return this.calls().filter(({ argv }) => !argv.some((word) => QUESTIONS.includes(word)));
	}

	/** Waits until there is a running builder that waits for a signal. */
	async waiting(): Promise<void> {
		await vi.waitFor(() => readFileSync(join(this.#folder, "waiting")), { timeout: 30_000, interval: 20 });
	}

	/** What remains in the folder for temporary files. */
	left(): string[] {
		return existsSync(this.tmp) ? readdirSync(this.tmp) : [];
	}
}

interface StartOptions {
	readonly cwd: string;
	readonly env: Readonly<Record<string, string>>;
	readonly extendEnv: false;
	readonly reject: false;
	readonly timeout: number;
	readonly input: string;
}

interface RunOptions {
	readonly options?: readonly string[];
	readonly input?: string | Uint8Array;
	readonly env?: Readonly<Record<string, string>>;
	readonly cwd?: string;
	readonly isOther?: boolean;
}

const QUESTIONS = ["--help", "--print", "version", "config"];

/** The Dockerfile that was passed to a call with --file, or on stdin. */
export function dockerfileOf({ argv, files, stdin, folder }: Call): string {
	const file = argv.find((word) => word.startsWith("--file="))?.slice("--file=".length);
	const text = file === undefined || file === "-" ? stdin : files[file.slice(folder.length + 1)]?.text;
	if (typeof text !== "string") throw new Error(`no Dockerfile: ${JSON.stringify(argv)}`);
	return text;
}

/** The words of a call, with `TMP` for pidone's folder. */
export function wordsOf({ argv, folder }: Call): string[] {
	return argv.map((word) => (folder === "" ? word : word.replaceAll(folder, "TMP")));
}

/**
 * A shell script, because a shell starts twenty times as fast as Node.js. Each call records what it sees in a separate
 * folder.
 */
function scriptOf(answers: readonly Answer[]): string {
	return `#!/bin/sh
number=0
until mkdir "$RECORD/calls/$number" 2>/dev/null; do number=$((number + 1)); done
cd -P . && call=$RECORD/calls/$number
printf '%s\\0' "$PWD" "\${0##*/}" "$@" >"$call/words"
for each in "$TMPDIR"/pidone-*; do [ ! -d "$each" ] || cp -aL "$each" "$call"; done
case "\${0##*/} $*" in
${answers.map((answer) => `*${quote(answer.to)}*)\n${commandsOf(answer)}\n;;`).join("\n")}
*) cat >"$call/stdin" ;;
esac
`;
}

function commandsOf({ out, err, status = 0, signal, afterSignal, isDeaf = false }: Answer): string {
	const lines = [
		...(isDeaf ? [] : ['cat >"$call/stdin"']),
		...(out === undefined ? [] : [`printf %s ${quote(out)}`]),
		...(err === undefined ? [] : [`printf %s ${quote(err)} >&2`]),
		...(signal === undefined ? [] : [`kill -s ${signal.slice("SIG".length)} $$`]),
		...(afterSignal === undefined ? [] : [...trapsThatExit(afterSignal), ...WAITING]),
		`exit ${status}`,
	];
	return lines.join("\n");
}

function trapsThatExit(status: number): string[] {
	return ["INT", "TERM", "HUP", "QUIT"].map(
		(name) => `trap 'echo SIG${name} >"$call/signals"; exit ${status}' ${name}`,
	);
}

const WAITING = [': >"$RECORD/waiting"', "while :; do", "sleep 1 </dev/null >/dev/null 2>&1 & wait $!", "done"];

/** Reads what a call left in its folder. */
function readCall(recorded: string, tmp: string): Call {
	const read = (name: string): string =>
		existsSync(join(recorded, name)) ? readFileSync(join(recorded, name), "utf8") : "";
	const [cwd = "", ...argv] = read("words").split("\0").slice(0, -1);
	const top = readdirSync(recorded).find((name) => name.startsWith("pidone-"));
	return {
		argv,
		cwd,
		stdin: read("stdin"),
		files: top === undefined ? {} : readSeenFiles(join(recorded, top)),
		folder: top === undefined ? "" : join(tmp, top),
		signals: read("signals").split("\n").slice(0, -1),
	};
}

function readSeenFiles(folder: string): Record<string, SeenFile> {
	const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
	return Object.fromEntries(
		paths.flatMap((path): [string, SeenFile][] => {
			const stat = statSync(join(folder, path));
			if (!stat.isFile()) return [];
			const bytes = readFileSync(join(folder, path));
			const text = bytes.includes(0) ? bytes.length : bytes.toString("utf8");
			return [[path, { text, mode: stat.mode & 0o7777, mtimeMs: stat.mtimeMs }]];
		}),
	);
}
