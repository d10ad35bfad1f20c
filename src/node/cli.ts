#!/usr/bin/env node
import module from "node:module";
import { isAbsolute } from "node:path";
import { hasWrongByte, toSourceBytes } from "../core/dockerfile/source-bytes.ts";
import { toPrintableLines } from "../core/report/printable.ts";
import { version } from "../version.ts";

/** Runs a command line; the only place that prints and that sets the exit code. */
async function main(argv: readonly string[]): Promise<number> {
	if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
		process.stdout.write(`${version}\n`);
		return 0;
	}
	useCompileCache();
	const { makeProgram } = await import("./commands/program.ts");
	let code = 0;
	const io = {
		cwd: process.cwd(),
		// Bytes of a Dockerfile that are not UTF-8 go out as they came in.
		out: (text: string): void => void process.stdout.write(hasWrongByte(text) ? toSourceBytes(text) : text),
		err: (text: string): void => void process.stderr.write(toPrintableLines(text)),
		readStdin,
		color: wantsColor(argv),
		errTerminal: process.stderr.isTTY ? (text: string): void => void process.stderr.write(text) : undefined,
		isCi: !["", "false", "0"].includes(process.env.CI ?? ""),
		onSignal,
		get hasTerminal() {
			return [process.stdin, process.stdout, process.stderr].some(({ isTTY }) => isTTY);
		},
	};
	const setExitCode = (result: number): void => {
		code = result;
	};
	const program = makeProgram(io, setExitCode, argv[0]);
	if (argv.length === 0) {
		process.stderr.write(program.helpInformation());
		return 2;
	}
	await program.parseAsync(argv, { from: "user" });
	return code;
}

/**
 * Keeps what V8 compiles in the user's cache folder, where Node.js can do that (from version 22.1) and the environment
 * does not say otherwise (NODE_COMPILE_CACHE, NODE_DISABLE_COMPILE_CACHE). A folder that cannot be written changes
 * nothing.
 */
function useCompileCache(): void {
	const { XDG_CACHE_HOME = "", LOCALAPPDATA = "", HOME = "" } = process.env;
	const folder = [XDG_CACHE_HOME, LOCALAPPDATA, HOME && `${HOME}/.cache`].find(isAbsolute);
	if (folder !== undefined && "enableCompileCache" in module && typeof module.enableCompileCache === "function")
		module.enableCompileCache(`${folder}/pidone/compiled`);
}

function wantsColor(words: readonly string[]): boolean {
	const end = words.indexOf("--");
	const argv = end === -1 ? words : words.slice(0, end);
	if (argv.includes("--no-color")) return false;
	if (argv.includes("--color")) return true;
	const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
	if (NO_COLOR) return false;
	return FORCE_COLOR ? FORCE_COLOR !== "0" : (process.stdout.isTTY ?? false) && TERM !== "dumb";
}

async function readStdin(): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of process.stdin) chunks.push(chunk);
	return Buffer.concat(chunks);
}

/** A second signal ends the process as it always does. */
function onSignal(listener: (signal: NodeJS.Signals) => void): () => void {
	const signals = ["SIGINT", "SIGTERM"] as const;
	const stop = (): void => {
		for (const signal of signals) process.off(signal, receive);
	};
	const receive = (signal: NodeJS.Signals): void => {
		stop();
		listener(signal);
	};
	for (const signal of signals) process.on(signal, receive);
	return stop;
}

/** The exit code for an error that ended a command; its message is printed unless that was done. */
function reportFailure(error: unknown): number {
	const name = error instanceof Error ? error.name : "";
	if (name === "CommanderError") return error instanceof Error && "exitCode" in error && error.exitCode === 0 ? 0 : 2;
	const message = error instanceof Error ? error.message : String(error);
	const isInterrupted = name === "InterruptedError";
	const isUsers = name === "UserError" || isInterrupted;
	const text = isUsers
		? message
		: `BUG: ${message.replace(/^BUG: /, "")}\n${error instanceof Error ? error.stack : ""}`;
	process.stderr.write(`pidone: ${toPrintableLines(text)}\n`);
	return isInterrupted && error instanceof Error && "exitCode" in error ? Number(error.exitCode) : 2;
}

// A reader that has seen enough, such as head, closes the pipe: that is not an error.
let hasLostOutput = false;
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
	if (error.code === "EPIPE") return;
	hasLostOutput = true;
	process.stderr.write(`pidone: standard output cannot be written: ${error.message}\n`);
	process.exitCode = 2;
});
process.stderr.on("error", () => {});

const code = await main(process.argv.slice(2)).catch(reportFailure);
process.exitCode = hasLostOutput ? 2 : code;
