#!/usr/bin/env node
// Connects the command line to the process; nothing else writes to its streams or sets its exit code.
import { hasWrongByte, toSourceBytes } from "../core/dockerfile/source-bytes.ts";
import { toPrintableLines } from "../core/report/printable.ts";
import { version } from "../version.ts";
import { commandName } from "./commands/command-names.ts";
import { runCommandLine } from "./commands/run-command-line.ts";
import { wantsColor } from "./commands/wants-color.ts";
import { keepCompiledCode } from "./compiled-code.ts";
import type { Io } from "./io.ts";
import { Output } from "./output.ts";

let hasLostOutput = false;
const stderr = new Output(2, () => {});
const stdout = new Output(1, ({ message }) => {
	hasLostOutput = true;
	stderr.write(`pidone: standard output cannot be written: ${message}\n`);
	process.exitCode = 2;
});

async function main(argv: readonly string[]): Promise<number> {
	// Answered without loading anything.
	if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
		stdout.write(`${version}\n`);
		return 0;
	}
	keepCompiledCode(commandName(argv) ?? "help");
	return runCommandLine(argv, makeIo(argv));
}

function makeIo(argv: readonly string[]): Io {
	return {
		cwd: process.cwd(),
		// Bytes of a Dockerfile that are not UTF-8 go out as they came in.
		out: (text) => stdout.write(hasWrongByte(text) ? toSourceBytes(text) : text),
		err: (text) => stderr.write(toPrintableLines(text)),
		readStdin,
		color: wantsColor(argv, process.env, stdout.isTerminal),
		errTerminal: stderr.isTerminal ? (text) => stderr.write(text) : undefined,
		isCi: !["", "false", "0"].includes(process.env.CI ?? ""),
		onSignal,
		get hasTerminal() {
			return process.stdin.isTTY || stdout.isTerminal || stderr.isTerminal;
		},
	};
}

async function readStdin(): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of process.stdin) chunks.push(chunk);
	return Buffer.concat(chunks);
}

/** Calls back at the first signal. The second one ends the process as usual. */
function onSignal(listener: (signal: NodeJS.Signals) => void): () => void {
	const signals = ["SIGINT", "SIGTERM"] as const;
	const stop = (): void => {
		for (const signal of signals) process.off(signal, receive);
	};
	let isFirst = true;
	const receive = (signal: NodeJS.Signals): void => {
		// As long as this listens, execa does not end the process.
		if (isFirst) listener(signal);
		else {
			stop();
			process.kill(process.pid, signal);
		}
		isFirst = false;
	};
	for (const signal of signals) process.on(signal, receive);
	return stop;
}

let hasEnded = false;
void main(process.argv.slice(2)).then((code) => {
	hasEnded = true;
	process.exitCode = hasLostOutput ? 2 : code;
});

// Node.js exits with 0 if nothing is left to wait for, even while a promise is pending.
process.once("exit", () => {
	if (hasEnded) return;
	stderr.write("pidone: BUG: the process ends before the command is done\n");
	process.exitCode = 2;
});
