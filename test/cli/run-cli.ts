import {
	chmodSync,
	closeSync,
	createReadStream,
	createWriteStream,
	existsSync,
	fstatSync,
	ftruncateSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readSync,
	realpathSync,
	rmSync,
	writeFileSync,
	writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { onTestFinished, type TestContext } from "vitest";
import { toSourceBytes } from "../../src/core/dockerfile/source-bytes.ts";
import { toPrintableLines } from "../../src/core/report/printable.ts";
import { runCommandLine } from "../../src/node/commands/run-command-line.ts";
import { wantsColor } from "../../src/node/commands/wants-color.ts";
import { runSmall } from "../spawn/run.ts";
import { CODE_CACHE, cliFile, isUpToDate } from "./built-cli.ts";

/** How a run of the command line ended. */
export interface Run {
	readonly code: number | undefined;
	readonly out: string;
	readonly err: string;
}

interface RunOptions {
	readonly cwd: string;
	readonly input?: string | Uint8Array;
	readonly env?: Readonly<Record<string, string>>;
	/** Whether to run as a user who is not root. */
	readonly isOther?: boolean;
}

/**
 * Runs a command line in this process, with its own working directory and environment. Uses a separate process if it
 * needs another user, or if dist/ is older than the sources, because the init's binaries come from dist/.
 */
export function runCli(args: readonly string[], options: RunOptions): Promise<Run> {
	return options.isOther || !isUpToDate ? spawnCli(args, options) : takeTurn(() => runHere(args, options));
}

/** Runs the built command line as a separate process, which gets only PATH from this one's environment. */
export async function spawnCli(
	args: readonly string[],
	{ cwd, input = "", env = {}, isOther = false }: RunOptions,
): Promise<Run> {
	const command = [...(isOther ? AS_OTHER : []), process.execPath, cliFile, ...args];
	const { code, out, err } = await runSmall(command, {
		cwd,
		input,
		env: { PATH: process.env.PATH ?? "", ...CODE_CACHE, ...env },
		timeout: 60_000,
	});
	return { code, out, err };
}

/** A process has only one working directory and one environment, so the runs in this process wait for each other. */
let lastTurn: Promise<unknown> = Promise.resolve();

function takeTurn<T>(run: () => Promise<T>): Promise<T> {
	const turn = lastTurn.then(run);
	lastTurn = turn.catch(() => {});
	return turn;
}

async function runHere(args: readonly string[], { cwd, input = "", env = {} }: RunOptions): Promise<Run> {
	const before = { cwd: process.cwd(), env: { ...process.env } };
	const stdin = openInput(input);
	const { out, err } = OUTPUTS;
	process.chdir(cwd);
	setEnvironment({ PATH: before.env.PATH, ...env });
	try {
		const code = await runCommandLine(args, {
			cwd,
			out: (text) => writeSync(out, toSourceBytes(text)),
			err: (text) => writeSync(err, toPrintableLines(text)),
			readStdin: async () => Buffer.from(input),
			color: wantsColor(args, env, false),
			errTerminal: undefined,
			hasTerminal: false,
			builderStreams: {
				stdin: createReadStream("", { fd: stdin, autoClose: false }),
				stdout: createWriteStream("", { fd: out, autoClose: false }),
				stderr: createWriteStream("", { fd: err, autoClose: false }),
			},
		});
		return { code, out: take(out), err: take(err) };
	} finally {
		closeSync(stdin);
		process.chdir(before.cwd);
		setEnvironment(before.env);
	}
}

/** Sets the variables of the process itself. Node.js does not read an object that is assigned to `process.env`. */
function setEnvironment(env: Readonly<Record<string, string | undefined>>): void {
	for (const name of Object.keys(process.env)) if (env[name] === undefined) delete process.env[name];
	for (const [name, value] of Object.entries(env)) if (value !== process.env[name]) process.env[name] = value;
}

/**
 * Files that collect what runs in this process print, and what programs print that get these files as their streams.
 */
const OUTPUTS = { out: openUnnamed(), err: openUnnamed() };

/** A new file without a name, for reading and appending. */
function openUnnamed(): number {
	const folder = mkdtempSync(join(tmpdir(), "pidone-test-"));
	const descriptor = openSync(join(folder, "file"), "a+");
	rmSync(folder, { recursive: true });
	return descriptor;
}

function openInput(input: string | Uint8Array): number {
	if (input.length === 0) return openSync("/dev/null", "r");
	const descriptor = openUnnamed();
	const bytes = Buffer.from(input);
	// Writing at a position leaves the file's own position, from which it is read, at the start.
	writeSync(descriptor, bytes, 0, bytes.length, 0);
	return descriptor;
}

/** Returns the text of an output, and empties the output. */
function take(descriptor: number): string {
	const bytes = Buffer.alloc(fstatSync(descriptor).size);
	readSync(descriptor, bytes, 0, bytes.length, 0);
	ftruncateSync(descriptor);
	return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/** Runs a line of shell code in which `pidone` is the built command line. */
export async function runShell(line: string, { cwd, env = {} }: RunOptions): Promise<Run> {
	const script = `pidone() { ${quote(process.execPath)} ${quote(cliFile)} "$@"; }; ${line}`;
	const { code, out, err } = await runSmall(["bash", "--norc", "-c", script], {
		cwd,
		env: { PATH: process.env.PATH ?? "", ...CODE_CACHE, ...env },
		timeout: 60_000,
	});
	return { code, out, err };
}

/** The options that a command's help lists: each on a line of its own, or only by name. */
export function optionsIn(help: string): string[] {
	const [, listing = ""] = help.split(/^Options:$/m);
	return [...listing.matchAll(/(?<=^ {2}(?:-\w, )?|^ {4}(?:--.*, )?)--[\w-]+/gm)].map(([option]) => option);
}

/** Quotes a word for a shell. */
export function quote(text: string): string {
	return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A new folder with files in it, which is removed after the test. Every user can read it. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), "pidone-test-")));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	chmodSync(folder, 0o755);
	addFiles(folder, files);
	return folder;
}

/** Writes files below a folder. */
export function addFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
}

const NOBODY = "65534";
const AS_OTHER = ["setpriv", `--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups"];
const isRoot = process.getuid?.() === 0;

/**
 * Whether a run has to drop root's privileges, so that permissions have an effect. Skips the test if that is not
 * possible.
 */
export async function needsOther(context: TestContext): Promise<boolean> {
	if (!isRoot) return false;
	const [file = "", ...rest] = [...AS_OTHER, process.execPath, cliFile, "--version"];
	const { failed } = await execa(file, rest, { reject: false });
	context.skip(failed, "root may do everything, and setpriv is not there or another user cannot read this repository");
	return true;
}

/** Skips a test, with a reason, if a program is not installed. */
export function needsProgram(context: TestContext, name: string): void {
	const folders = (process.env.PATH ?? "").split(":");
	context.skip(!folders.some((folder) => existsSync(join(folder, name))), `${name} is not installed`);
}

/**
 * Dockerfiles for many tests: one that a rewrite changes, one that requests an init itself, one that needs no change,
 * and one that does not parse.
 */
export const CHANGING = 'FROM node:22-slim\nWORKDIR /app\nCMD ["node", "server.js"]\n';
export const FLAGGED = 'FROM node:22-slim\nENTRYPOINT --init ["docker-entrypoint.sh"]\nCMD ["node", "server.js"]\n';
/** What a rewrite of CHANGING also says: its COPY asks the builder for the architecture. */
export const ARCHITECTURE_NOTE =
	"ARG TARGETARCH requires BuildKit: with the classic builder (before Docker 23), build with --build-arg TARGETARCH=amd64, or rewrite with --platform linux/amd64";
export const NOTHING = "FROM scratch\nCOPY a b\n";
export const BROKEN = "FROM debian\nRUNN apt-get update\n";
