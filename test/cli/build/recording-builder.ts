import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa, type ResultPromise } from "execa";
import { vi } from "vitest";
import { CODE_CACHE, cliFile } from "../built-cli.ts";
import { makeFolder, type Run, spawnCli } from "../run-cli.ts";

/** What stands in the temporary folder that a builder gets. */
interface SeenFile {
	/** As text, or the size of a binary. */
	readonly text: string | number;
	readonly mode: number;
	readonly mtimeMs: number;
}

/** One start of a builder, as it saw it. */
export interface Call {
	readonly argv: readonly string[];
	readonly cwd: string;
	readonly stdin: string;
	/** All files below TMPDIR, which is pidone's alone; their paths are relative to pidone's folder in it. */
	readonly files: Readonly<Record<string, SeenFile>>;
	/** pidone's own folder. */
	readonly folder: string;
	/** Signals that it has got. */
	readonly signals: readonly string[];
}

/** What a builder does when its words, joined, contain the text: its first answer counts. */
export interface Answer {
	readonly to: string;
	readonly out?: string;
	readonly err?: string;
	readonly status?: number;
	/** Ends itself with a signal. */
	readonly signal?: string;
	/** Waits for a signal, and ends with this status. */
	readonly afterSignal?: number;
	/** Leaves stdin alone. */
	readonly isDeaf?: boolean;
}

const NAMES = ["docker", "podman", "buildah", "nerdctl", "sudo", "docker-compose"];

/** Every newer `docker build` has named contexts; the classic builder is recognized by its help. */
export const CLASSIC: readonly Answer[] = [
	{ to: "build --help", out: "Usage: docker build" },
	{ to: "version --format", out: "linux/amd64\n" },
];

/** Builders on the PATH that do not build: they record what they are given, which is all that a builder could see. */
export class RecordingBuilder {
	readonly cwd: string;
	readonly tmp: string;
	readonly #folder: string;

	constructor(files: Readonly<Record<string, string | Uint8Array>>, answers: readonly Answer[] = []) {
		this.cwd = makeFolder(files);
		this.tmp = makeFolder();
		this.#folder = makeFolder({
			"answers.json": JSON.stringify([...answers, { to: "--help", out: "      --build-context stringArray" }]),
		});
		mkdirSync(join(this.#folder, "calls"));
		chmodSync(join(this.#folder, "calls"), 0o777);
		mkdirSync(join(this.#folder, "bin"));
		for (const name of NAMES)
			writeFileSync(join(this.#folder, "bin", name), `#!${process.execPath}\n${SCRIPT}`, { mode: 0o755 });
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
		return spawnCli(["build", ...options, "--", ...words], { cwd, input, env: { ...this.env, ...env }, isOther });
	}

	/** Starts `pidone build`, to be sent a signal. */
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

	/** Runs a build and gives the one call that is not a question. */
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
		return readdirSync(folder)
			.sort()
			.map((name): Call => JSON.parse(readFileSync(join(folder, name), "utf8")));
	}

	/** Calls that are more than a question. */
	builds(): Call[] {
		return this.calls().filter(({ argv }) => !argv.some((word) => QUESTIONS.includes(word)));
	}

	/** Waits until a builder runs that waits for a signal. */
	async waiting(): Promise<void> {
		await vi.waitFor(() => readFileSync(join(this.#folder, "waiting")), { timeout: 30_000, interval: 20 });
	}

	/** What is left in the folder for temporary files. */
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

/** The Dockerfile that a call was given by --file, or on stdin. */
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

const SCRIPT = `
const fs = require("node:fs"), path = require("node:path");
const { RECORD, TMPDIR } = process.env;
const argv = [path.basename(process.argv[1]), ...process.argv.slice(2)];
const answer = JSON.parse(fs.readFileSync(RECORD + "/answers.json", "utf8")).find(({ to }) => argv.join(" ").includes(to)) ?? {};
const top = fs.readdirSync(TMPDIR).find((name) => name.startsWith("pidone-"));
const folder = top === undefined ? "" : path.join(TMPDIR, top);
const files = {};
for (const name of folder === "" ? [] : fs.readdirSync(folder, { recursive: true })) {
	const stat = fs.statSync(path.join(folder, name)), bytes = stat.isFile() && fs.readFileSync(path.join(folder, name));
	if (bytes) files[name] = { text: bytes.includes(0) ? bytes.length : bytes.toString("utf8"), mode: stat.mode & 0o7777, mtimeMs: stat.mtimeMs };
}
const call = { argv, cwd: process.cwd(), stdin: answer.isDeaf ? "" : fs.readFileSync(0, "utf8"), files, folder, signals: [] };
const file = RECORD + "/calls/" + process.hrtime.bigint() + "-" + process.pid;
const record = () => fs.writeFileSync(file, JSON.stringify(call));
record();
if (answer.out) fs.writeSync(1, answer.out);
if (answer.err) fs.writeSync(2, answer.err);
if (answer.signal) process.kill(process.pid, answer.signal);
process.exitCode = answer.status ?? 0;
if (answer.afterSignal !== undefined) {
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"]) process.on(signal, () => {
		call.signals.push(signal);
		record();
		process.exit(answer.afterSignal);
	});
	setInterval(() => {}, 1000);
	fs.writeFileSync(RECORD + "/waiting", "");
}
`;
